"""The checklist in a browser: it counts, shows what is missing, makes files, and stores nothing it was not asked to."""

import csv
import io
import re
import xml.etree.ElementTree as ET
import zipfile
from datetime import UTC, datetime

import pytest

pytestmark = pytest.mark.browser

ADDRESS = "en/norwegian-model/setting-up/"
KEY = "norwegian-model-checklist"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
ITEMS = 26


@pytest.fixture
def page(visit):
    with visit(ADDRESS, locale="en-GB") as page:
        page.wait_for_selector("#country")
        yield page


def answer(page, id_, status, note=""):
    page.check(f"#{id_} input[value={status}]")
    if note:
        page.fill(f"#{id_} textarea", note)


def stored(page):
    return page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]")


def shown(page):
    return page.eval_on_selector_all("[data-requirement]", "all => all.filter((e) => e.offsetParent).map((e) => e.id)")


def download(page, kind):
    with page.expect_download() as found:
        page.click(f"[data-do={kind}]")
    return found.value


def test_nothing_is_kept_until_it_is_asked_for_and_nothing_after_it_is_erased(page):
    answer(page, "own-motion", "partly", "Only on request")
    page.fill("#country", "Ruritania")
    assert stored(page) == [0, 0, ""]
    page.check("#keep")
    assert page.evaluate("localStorage.length") == 1
    assert "Only on request" in page.evaluate(f"localStorage.getItem('{KEY}')")
    answer(page, "complaints", "not-met")
    page.reload()
    assert page.is_checked("#own-motion input[value=partly]")
    assert page.is_checked("#complaints input[value=not-met]")
    assert page.input_value("#own-motion textarea") == "Only on request"
    assert page.input_value("#country") == "Ruritania"
    assert page.is_checked("#keep")
    page.click("[data-do=erase]")
    assert stored(page) == [0, 0, ""]
    assert not page.is_checked("#keep")
    assert page.input_value("#own-motion textarea") == ""
    page.reload()
    assert page.locator("[data-requirement] input:checked").count() == 0


def test_taking_the_tick_away_takes_what_was_kept_away_but_leaves_the_answers(page):
    answer(page, "own-motion", "met")
    page.check("#keep")
    page.uncheck("#keep")
    assert stored(page) == [0, 0, ""]
    assert page.is_checked("#own-motion input[value=met]")


def test_an_erasure_by_mistake_can_be_undone_and_is_not_stored_again(page):
    answer(page, "own-motion", "partly", "A long thought")
    page.check("#keep")
    page.click("[data-do=erase]")
    page.click("[data-do=undo]")
    assert page.input_value("#own-motion textarea") == "A long thought"
    assert page.is_checked("#own-motion input[value=partly]")
    assert stored(page) == [0, 0, ""]


def test_a_spoilt_store_is_thrown_away(page):
    page.evaluate(f"localStorage.setItem('{KEY}', 'no JSON')")
    page.reload()
    assert stored(page) == [0, 0, ""]


def test_a_browser_that_stores_nothing_says_so(page):
    page.add_init_script("Storage.prototype.setItem = () => { throw new Error('blocked'); }")
    page.reload()
    page.click("#keep")
    assert "does not let us" in page.inner_text("[data-said]")
    assert not page.is_checked("#keep")


def test_nothing_is_sent_while_the_form_is_filled_in(page):
    sent = []
    page.on("request", lambda request: sent.append(request.url))
    answer(page, "own-motion", "partly", "Secret")
    page.focus("#own-motion input[value=partly]")
    page.keyboard.press("Enter")
    page.fill("#country", "Ruritania")
    page.keyboard.press("Enter")
    page.check("#keep")
    page.check("input[name=show][value=missing]")
    assert [url for url in sent if not url.startswith("blob:")] == []
    assert "Secret" not in page.url
    assert page.url.endswith(ADDRESS)


def test_who_leaves_with_answers_that_are_nowhere_else_is_asked_first(page):
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    answer(page, "own-motion", "met")
    page.goto("en/")
    assert asked == ["beforeunload"]
    page.goto(ADDRESS)
    answer(page, "own-motion", "met")
    download(page, "csv")
    page.goto("en/")
    assert asked == ["beforeunload"]


def test_it_counts_as_one_answers_and_shows_what_is_missing(page):
    assert page.inner_text("[data-count]").startswith("0 of 26 answered")
    answer(page, "own-motion", "met")
    answer(page, "complaints", "not-met")
    answer(page, "court-cases", "partly")
    answer(page, "participation", "not-known")
    assert page.inner_text("[data-count]") == (
        "4 of 26 answered. 2 missing in whole or in part, 23 not known or not answered."
    )
    page.check("input[name=show][value=missing]")
    assert shown(page) == ["complaints", "court-cases"]
    assert page.locator("[data-group]:visible").count() == 1
    answer(page, "complaints", "met")
    assert shown(page) == ["complaints", "court-cases"], "a question does not go from under the reader"
    page.check("input[name=show][value=open]")
    assert len(shown(page)) == ITEMS - 3
    page.check("input[name=show][value=all]")
    assert len(shown(page)) == ITEMS


def test_it_says_when_there_is_nothing_to_show(page):
    page.check("input[name=show][value=missing]")
    assert shown(page) == []
    assert page.is_visible("[data-none]")


@pytest.mark.parametrize("locale", ["en-GB", "nb-NO"])
def test_the_table_holds_every_requirement_with_the_answers_and_opens_as_columns_anywhere(visit, locale):
    with visit(ADDRESS, locale=locale) as page:
        page.fill("#country", "Île/1")
        answer(page, "own-motion", "partly", '=1+1; "quoted", and\na second line')
        file = download(page, "csv")
        content = file.path().read_bytes()
        assert content.startswith(b"\xff\xfe"), "the mark by which spreadsheets know UTF-16"
        rows = list(csv.reader(io.StringIO(content.decode("utf-16"), newline=""), delimiter="\t"))
        day = page.evaluate("new Date().toLocaleDateString('sv-SE')")
    assert file.suggested_filename == "checklist-for-an-ombudsman-for-children-île-1.csv"
    assert len(rows) == ITEMS + 1
    columns = ["Part", "Requirement", "What it asks", "Standards", "Norway", "Your country", "Note"]
    assert rows[0] == ["Country", "Date", *columns]
    assert {len(row) for row in rows} == {9}
    assert {(row[0], row[1]) for row in rows[1:]} == {("Île/1", day)}
    row = next(row for row in rows if row[3] == "11. The right to act unasked")[2:]
    assert row[0] == "Powers"
    assert row[3] == (
        "Paris Principles, Competence and responsibilities, 3 (a), and Methods of operation, (a); "
        "CRC General Comment No. 2, para 19 (a) and (c)"
    )
    assert row[4] == "In place. Section 3, third paragraph"
    assert row[5] == "Partly in place"
    assert row[6] == '\'=1+1; "quoted", and\na second line'


@pytest.mark.parametrize("language", ["nb", "en"])
def test_the_text_document_opens_and_holds_the_answers(page, language):
    page.goto(ADDRESS.replace("en/", f"{language}/", 1))
    answer(page, "own-motion", "partly", "<b>5 < 6 & 7</b>\nnext line \u0007\ud83d\ude00")
    with zipfile.ZipFile(download(page, "odt").path()) as file:
        assert file.testzip() is None
        assert file.namelist() == ["mimetype", "content.xml", "styles.xml", "META-INF/manifest.xml"]
        assert file.read("mimetype") == b"application/vnd.oasis.opendocument.text"
        content, styles, _ = (ET.fromstring(file.read(name)) for name in file.namelist()[1:])  # noqa: S314 -- our own
    paragraphs = ["|".join(paragraph.itertext()) for paragraph in content.iter(f"{TEXT}p")]
    count = {"nb": "1 av 26 besvart", "en": "1 of 26 answered"}[language]
    assert any(paragraph.startswith(count) for paragraph in paragraphs)
    assert any(str(datetime.now(tz=UTC).year) in paragraph for paragraph in paragraphs[:3]), "the day it was made"
    assert sum("11. " in paragraph for paragraph in paragraphs) == 1, "what is missing is listed first"
    headings = [(heading.get(f"{TEXT}outline-level"), heading.text) for heading in content.iter(f"{TEXT}h")]
    note = {"nb": "Merknad", "en": "Note"}[language]
    yours = {"nb": "Deres land: Delvis på plass", "en": "Your country: Partly in place"}[language]
    assert f"{note}: <b>5 < 6 & 7</b>|next line \U0001f600" in paragraphs
    assert yours in paragraphs
    assert [level for level, _ in headings].count("3") == ITEMS
    used = {f"Heading_20_{level}" for level, _ in headings}
    assert used <= {value for element in styles.iter() for value in element.attrib.values()}


@pytest.mark.parametrize("width", [320, 1280])
def test_it_fits(page, width):
    page.set_viewport_size({"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_it_works_by_keyboard(page):
    page.focus("#own-motion input[value=met]")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    assert page.is_checked("#own-motion input[value=partly]")
    page.keyboard.press("Tab")
    page.keyboard.type("By keyboard")
    assert page.input_value("#own-motion textarea") == "By keyboard"


def test_its_controls_have_names(page):
    group = page.get_by_role("group", name="Your country (The right to act unasked)")
    assert group.get_by_role("radio").count() == 4
    assert group.get_by_role("textbox", name="Note").count() == 1
    assert page.get_by_role("checkbox", name="Keep the answers on this device").count() == 1


def test_without_javascript_it_is_a_form_to_fill_in_and_print(visit, server):
    with visit(ADDRESS, java_script_enabled=False) as page:
        assert page.locator("[data-requirement]:visible").count() == ITEMS
        assert page.locator("[data-live]:visible").count() == 0
        page.check("#own-motion input[value=met]")
        page.keyboard.press("Enter")
        assert page.url == server + ADDRESS
        page.emulate_media(media="print")
        assert page.locator("textarea:visible").count() == ITEMS
        assert page.locator(".on-paper:visible").count() == 1
        assert page.locator(".tools:visible").count() == 0


def test_on_paper_only_what_is_shown_is_printed(page):
    answer(page, "complaints", "not-met", "No body handles complaints")
    page.fill("#country", "Ruritania")
    page.check("input[name=show][value=missing]")
    page.emulate_media(media="print")
    assert page.locator("[data-requirement]:visible").count() == 1
    assert page.inner_text("[data-country]") == "Ruritania"
    assert page.inner_text("[data-printed]").endswith("Show: What is missing.")
    assert page.inner_text("[data-printed]").startswith("1 of 26 answered")
    assert page.locator("#first-steps:visible").count() == 0


def test_on_paper_a_long_note_is_text_that_runs_over_the_page(page):
    answer(page, "complaints", "not-met", "A long thought. " * 300)
    page.emulate_media(media="print")
    assert page.locator("#complaints textarea:visible").count() == 0
    assert "A long thought" in page.inner_text("#complaints .written")
    assert page.locator("#complaints").evaluate("item => getComputedStyle(item).breakInside") == "auto"
    assert page.locator("#own-motion").evaluate("item => getComputedStyle(item).breakInside") == "avoid"
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) < 16
