"""What the worksheets and the glossary promise on the built site, with or without JavaScript."""

from collections import Counter

import pytest
from shared import squeeze

from macros.language import LANGUAGES
from macros.terms import AT_MOST

pytestmark = pytest.mark.site

WORKSHEETS = {
    "best-interests-form": 14,
    "child-conversation-note": 10,
    "child-impact-assessment": 10,
    "municipal-crc-review-agenda": 8,
    "feedback-letter-to-child": 8,
    "county-governor-municipality-dialogue": 8,
}
TERMS = 89
APART = "ancestor::h1|ancestor::h2|ancestor::h3|ancestor::h4|ancestor::a|ancestor::button|ancestor::form"
APART += "|ancestor::table|ancestor::section[@class='sources']|ancestor::details[@class='source-line']"


@pytest.fixture(params=["nb", "en"])
def language(request):
    return LANGUAGES[request.param]


@pytest.fixture(params=WORKSHEETS)
def worksheet(request, dataset):
    return dataset.get("worksheets", request.param)


@pytest.fixture
def page(site, language, worksheet, dataset):
    return site.page(language.code, dataset.address(worksheet))


def test_a_worksheet_shows_every_field_with_a_control_that_has_a_name(page, worksheet, language):
    assert len(worksheet.fields) == WORKSHEETS[worksheet.id]
    questions = page.tree.xpath("//*[@data-question]")
    assert [question.get("id") for question in questions] == [field.id for field in worksheet.fields]
    for field, question in zip(worksheet.fields, questions, strict=True):
        text = squeeze(question.text_content())
        assert squeeze(language.pick(field.title)) in text
        assert not field.help or squeeze(language.pick(field.help)) in text
        for box in question.xpath(".//textarea"):
            assert box.get("aria-label") or question.xpath(".//label[@for=$id]", id=box.get("id"))
        kinds = Counter(control.tag for control in question.xpath(".//*[@name]"))
        assert kinds["textarea"] >= 1
        assert kinds["input"] == (2 if field.type == "yes-no-and-text" else 0)
        assert bool(question.xpath(".//table")) == (field.type == "table")


def test_the_names_of_controls_are_used_once(page):
    names = Counter(page.tree.xpath("//*[@data-worksheet]//textarea/@name"))
    assert set(names.values()) == {1}


def test_a_worksheet_says_that_nothing_leaves_the_machine_and_warns_beside_the_first_field(page, dataset, language):
    assert page.says(language.pick(dataset.interface["worksheet-private"]))
    first = page.tree.xpath("//*[@data-question]")[0]
    assert squeeze(language.pick(dataset.interface["worksheet-no-names"])) in squeeze(first.text_content())
    assert len(first.xpath("descendant-or-self::*[contains(@aria-describedby, 'no-names')]")) == 1


def test_a_worksheet_cannot_send_anything(page):
    form = page.one("//form[@data-worksheet]")
    assert (form.get("method"), form.get("action"), form.get("autocomplete")) == ("dialog", None, "off")
    assert form.get("spellcheck") == "false", "some browsers send what they check to a server"
    assert not form.xpath(".//button[not(@type='button')]")


def test_the_blank_form_can_be_taken_away_from_the_page_and_from_the_list(page, site, language, worksheet):
    for one in (page, site.page(language.code, "guidance/templates/")):
        files = {one.resolve(href).target for href in one.tree.xpath("//a[contains(@href, '.odt')]/@href")}
        assert f"{page.address}{worksheet.id}.odt" in files
    assert (site.folder / page.address / f"{worksheet.id}.odt").is_file()


def test_articles_and_themes_lead_to_the_worksheet(page, site, language, worksheet, dataset):
    for record in [
        *dataset.find("articles", [f"art-{number}" for number in worksheet.articles]),
        *dataset.find("themes", worksheet.themes),
    ]:
        assert f"{language.code}/{dataset.address(record)}" in page.targets
        assert page.address in site.page(language.code, dataset.address(record)).targets


def test_only_worksheets_load_their_script_and_scripts_are_small(site, language):
    loading = [page.path for page in site.language(language.code).values() if "js/worksheet.js" in page.source]
    assert sorted(loading) == sorted(f"guidance/templates/{id_}/" for id_ in WORKSHEETS)
    for name in ("form.js", "worksheet.js", "terms.js"):
        assert (site.folder / language.code / "assets/js" / name).stat().st_size < 6 * 1024


# The glossary


def test_every_term_stands_in_the_glossary_with_all_that_is_known(site, language, dataset):
    page = site.page(language.code, "glossary/")
    terms = dataset.all("glossary")
    assert len(terms) == TERMS
    unconfirmed = squeeze(language.pick(dataset.interface["status-not-confirmed"]))
    for term in terms:
        item = page.element(term.id)
        text = squeeze(item.text_content())
        for known in (term.name.nb, term.name.nn, term.name.en):
            assert squeeze(known) in text, term.id
        assert squeeze(language.pick(term.definition)) in text, term.id
        assert not term.note or squeeze(language.pick(term.note)) in text, term.id
        assert (unconfirmed in text) == (term.basis == "recalled"), term.id
        assert len(item.xpath(".//ul[@class='laws']/li")) == len(term.norwegian_law), term.id


def test_terms_are_in_the_order_of_the_language_and_the_index_leads_to_each_letter(site, language):
    page = site.page(language.code, "glossary/")
    words = [squeeze(heading.text_content()) for heading in page.tree.xpath("//main//h3")]
    assert words == sorted(words, key=language.alphabetical)
    index = page.tree.xpath("//nav[contains(@class, 'letters')]//a")
    letters = [squeeze(heading.text_content()) for heading in page.tree.xpath("//main//h2")]
    assert [squeeze(link.text_content()) for link in index] == letters
    for link in index:
        heading = page.element(page.resolve(link.get("href")).anchor).xpath("./h3")[0]
        assert squeeze(heading.text_content())[0].upper() == squeeze(link.text_content())


def test_words_are_explained_at_most_six_times_a_page_and_only_in_running_text(site, dataset):
    ids, marks, broken = {term.id for term in dataset.all("glossary")}, 0, []
    for page in site:
        found = page.tree.xpath("//a[@class='term']")
        marks += len(found)
        anchors = [page.resolve(link.get("href")).anchor for link in found]
        if len(found) > AT_MOST or len(set(anchors)) != len(anchors) or not set(anchors) <= ids:
            broken.append(f"{page.name}: {anchors}")
        broken += [
            f"{page.name}: {link.text_content()}"
            for link in found
            if link.xpath(APART) or not link.xpath("ancestor::p|ancestor::li") or not link.get("data-explained")
        ]
        if bool(found) != ("js/terms.js" in page.source):
            broken.append(f"{page.name}: script")
    assert not broken, "\n".join(broken)
    assert marks > 300
