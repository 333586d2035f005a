"""A worksheet in a browser: filled in, taken away, kept only when asked, erased; and words that explain themselves."""

import json
import xml.etree.ElementTree as ET
import zipfile

import pytest

pytestmark = pytest.mark.browser

TALK = "en/guidance/templates/child-conversation-note/"
FORM = "en/guidance/templates/best-interests-form/"
AGENDA = "en/guidance/templates/municipal-crc-review-agenda/"
TERMS = "en/implementation/assignments/"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
WRITTEN = "A quiet talk"


@pytest.fixture
def page(visit):
    with visit(TALK, locale="en-GB") as page:
        page.wait_for_selector("#keep")
        yield page


def write(page, name, text):
    page.fill(f"[name='{name}']", text)


def value(page, name):
    return page.input_value(f"[name='{name}']")


def stored(page):
    return page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]")


def document(page):
    with page.expect_download() as found:
        page.click("[data-do=odt]")
    with zipfile.ZipFile(found.value.path()) as file:
        assert file.testzip() is None
        assert file.read("mimetype") == b"application/vnd.oasis.opendocument.text"
        parts = {name: ET.fromstring(file.read(name)) for name in ("content.xml", "styles.xml")}  # noqa: S314 -- our own
    return found.value.suggested_filename, parts["content.xml"], parts["styles.xml"]


def paragraphs(tree):
    return ["|".join(paragraph.itertext()) for paragraph in tree.iter(f"{TEXT}p")]


def test_nothing_is_kept_until_it_is_asked_for_and_one_click_erases_form_and_draft(page):
    write(page, "own-words", WRITTEN)
    page.check("[name=confirmed][value=yes]")
    assert stored(page) == [0, 0, ""]
    page.check("#keep")
    assert WRITTEN in page.evaluate("JSON.stringify(localStorage)")
    write(page, "non-verbal", "A drawing")
    page.reload()
    assert value(page, "own-words") == WRITTEN
    assert value(page, "non-verbal") == "A drawing"
    assert page.is_checked("[name=confirmed][value=yes]")
    page.click("[data-do=erase]")
    assert stored(page) == [0, 0, ""]
    assert value(page, "own-words") == ""
    assert page.locator(".worksheet :checked").count() == 0
    assert page.inner_text("[data-erased]") == "The form and the draft are erased."
    page.reload()
    assert value(page, "own-words") == ""


def test_each_worksheet_has_a_draft_of_its_own(page):
    write(page, "own-words", WRITTEN)
    page.check("#keep")
    page.goto(FORM)
    assert not page.is_checked("#keep")
    write(page, "case", "x")
    page.check("#keep")
    page.click("[data-do=erase]")
    assert page.evaluate("Object.keys(localStorage)") == ["norwegian-model-worksheet-child-conversation-note"]


def test_erasing_works_by_keyboard_is_told_and_can_be_undone_until_something_is_written(page):
    write(page, "own-words", WRITTEN)
    page.focus("[data-do=erase]")
    page.keyboard.press("Enter")
    told = page.locator("[role=status]", has_text="are erased")
    assert told.count() == 1
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert value(page, "own-words") == WRITTEN
    assert stored(page) == [0, 0, ""]
    page.click("[data-do=erase]")
    write(page, "non-verbal", "new")
    assert page.locator("[data-do=undo]").is_hidden()
    assert value(page, "own-words") == ""


def test_nothing_is_sent_while_the_form_is_filled_in_and_taken_away(page):
    sent = []
    page.on("request", lambda request: sent.append(request.url))
    write(page, "own-words", WRITTEN)
    page.focus("[name=confirmed][value=yes]")
    page.keyboard.press("Enter")
    page.check("#keep")
    document(page)
    page.click("[data-do=erase]")
    assert [url for url in sent if not url.startswith("blob:")] == []
    assert page.url.endswith(TALK)


def test_who_leaves_with_what_is_nowhere_else_is_asked_first(page):
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    write(page, "own-words", WRITTEN)
    page.goto("en/")
    assert asked == ["beforeunload"]
    page.goto(TALK)
    write(page, "own-words", WRITTEN)
    document(page)
    page.goto("en/")
    assert asked == ["beforeunload"]


@pytest.mark.parametrize("language", ["nb", "en"])
def test_the_document_holds_what_was_filled_in(page, language):
    page.goto(TALK.replace("en/", f"{language}/", 1))
    write(page, "own-words", "<b>5 < 6 & 7</b>\nnext line")
    write(page, "confirmed.text", "All of it")
    page.check("[name=confirmed][value=no]")
    name, content, styles = document(page)
    texts = paragraphs(content)
    assert (
        name == {"nb": "notat-fra-samtale-med-et-barn.odt", "en": "note-from-a-conversation-with-a-child.odt"}[language]
    )
    assert "<b>5 < 6 & 7</b>|next line" in texts
    assert {"nb": "Nei. All of it", "en": "No. All of it"}[language] in texts
    headings = [heading.text for heading in content.iter(f"{TEXT}h")]
    assert len(headings) == 11
    assert headings[5] == {"nb": "5. Barnets egne ord", "en": "5. The child's own words"}[language]
    used = {element.get(f"{TEXT}style-name") for element in content.iter() if element.get(f"{TEXT}style-name")}
    assert used <= {found for element in styles.iter() for found in element.attrib.values()}


def test_a_table_and_a_list_grow_are_kept_and_stand_in_the_document(visit):
    with visit(AGENDA, locale="en-GB") as page:
        for question, cell in (("prep", "prep.5"), ("decide", "decide.5.1")):
            page.click(f"#{question} [data-do=add]")
            assert page.evaluate("document.activeElement.name") == cell
            page.keyboard.type(f"Line {question}")
        assert page.get_by_role("textbox", name="What do we do?, line 5").input_value() == "Line decide"
        page.check("#keep")
        page.reload()
        assert value(page, "decide.5.1") == "Line decide"
        _, content, _ = document(page)
        assert "1. Line prep" in paragraphs(content)
        table = list(content.iter(f"{TABLE}table"))[-1]
        rows = [
            ["".join(cell.itertext()) for cell in row.iter(f"{TABLE}table-cell")]
            for row in table.iter(f"{TABLE}table-row")
        ]
        assert rows[0] == ["What do we do?", "Who?", "When?"]
        assert rows[-1] == ["Line decide", "", ""]
        page.click("[data-do=erase]")
        assert page.locator("#decide tbody tr").count() == 4


def test_the_seven_elements_stand_in_the_table_and_in_the_document(visit):
    with visit(FORM) as page:
        box = page.get_by_role("textbox", name="Content, right to health")
        box.fill("Asthma")
        _, content, _ = document(page)
        row = next(row for row in content.iter(f"{TABLE}table-row") if "Right to health" in "".join(row.itertext()))
        assert [("".join(cell.itertext())) for cell in row] == ["Right to health", "", "Asthma", ""]


def test_a_draft_that_cannot_be_read_is_thrown_away(page):
    page.evaluate("localStorage.setItem('norwegian-model-worksheet-child-conversation-note', '{')")
    page.reload()
    assert stored(page) == [0, 0, ""]


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("path", [FORM, AGENDA])
def test_it_fits(visit, path, width):
    with visit(path, width=width) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_javascript_it_is_a_form_to_fill_in_and_print(visit, server):
    with visit(FORM, java_script_enabled=False) as page:
        assert page.locator("[data-live]:visible").count() == 0
        assert page.get_by_role("link", name="Blank form").count() == 1
        page.emulate_media(media="print")
        assert page.locator("[data-question]:visible").count() == 14
        assert page.locator(".tools:visible, .facts:visible, #no-names:visible").count() == 0
        lines = page.locator("#views textarea").evaluate("e => getComputedStyle(e).backgroundImage")
        assert "gradient" in lines
        assert page.url == server + FORM


# Words that explain themselves


def test_a_word_is_explained_under_the_mouse_in_focus_and_no_longer_than_that(visit):
    with visit(TERMS) as page:
        word = page.get_by_role("link", name="letters of allocation").first
        tip = page.get_by_role("tooltip", name="yearly steering letter")
        before = json.dumps(page.locator("main").bounding_box())
        word.hover()
        assert "yearly steering letter" in page.locator(".tip:visible").inner_text()
        assert json.dumps(page.locator("main").bounding_box()) == before, "the text does not move"
        page.locator(".tip:visible").hover()
        page.wait_for_timeout(400)
        assert page.locator(".tip:visible").count() == 1, "the mouse may go onto the explanation"
        page.keyboard.press("Escape")
        assert page.locator(".tip:visible").count() == 0
        page.mouse.move(0, 0)
        word.focus()
        assert page.locator(".tip:visible").count() == 1
        described = page.evaluate(
            "document.getElementById(document.activeElement.getAttribute('aria-describedby')).textContent"
        )
        assert "yearly steering letter" in described
        page.emulate_media(media="print")
        assert tip.count() == 0 or tip.is_hidden()
        page.emulate_media(media="screen")
        page.keyboard.press("Enter")
        page.wait_for_url("**/glossary/#tildelingsbrev")


def test_the_first_touch_explains_and_the_second_leads_to_the_glossary(phone):
    phone.goto(TERMS)
    word = phone.locator(".term").first
    word.tap()
    assert phone.locator(".tip:visible").count() == 1
    box = phone.locator(".tip:visible").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    assert phone.url.endswith(TERMS)
    phone.locator("h1").tap()
    assert phone.locator(".tip:visible").count() == 0
    word.tap()
    word.tap()
    phone.wait_for_url("**/glossary/#*")


def test_without_javascript_a_word_is_a_link_to_the_glossary(visit):
    with visit(TERMS, java_script_enabled=False) as page:
        page.locator(".term").first.click()
        assert "/en/glossary/#" in page.url
