"""Words of the glossary: in the order of the alphabet, and marked where they first stand in running text."""

import re

import pytest

from macros.language import LANGUAGES
from macros.terms import AT_MOST, Explainer, by_letter, other_names

MARK = re.compile(r'<a class="term" href="([^"]+)" data-explained="([^"]+)">([^<]+)</a>')


@pytest.fixture
def explain(ds):
    """Explains content on a page one level down, in English."""
    return lambda html, page="a/": Explainer(ds, LANGUAGES["en"]).explain(html, page)


def marked(html):
    return [match[3] for match in MARK.finditer(html)]


def test_the_first_place_in_running_text_is_marked_and_links_to_the_glossary(explain):
    html = explain("<p>The VØI and the VØI.</p><ul><li>An eagle</li></ul>")
    assert MARK.findall(html) == [
        ("../glossary/#voi", "instruction (VØI): A standing instruction. Called something else before.", "VØI"),
        ("../glossary/#arne", "eagle: A bird. (Not confirmed)", "eagle"),
    ]
    assert MARK.sub(r"\3", html) == "<p>The VØI and the VØI.</p><ul><li>An eagle</li></ul>"


def test_a_word_is_a_whole_word_and_may_begin_a_sentence(explain):
    assert marked(explain("<p>VØIer VØI-en x-VØI eagles</p>")) == []
    assert marked(explain("<p>Eagle. VØI, Standing instruction</p>")) == ["Eagle", "VØI"]


def test_the_words_of_the_page_language_are_looked_for(ds):
    html = Explainer(ds, LANGUAGES["nb"]).explain("<p>En ørn, no eagle.</p>", "")
    assert MARK.findall(html) == [("glossary/#arne", "ørn: En fugl. (Ikke bekreftet)", "ørn")]


@pytest.mark.parametrize(
    "apart",
    [
        "<h2>VØI</h2>",
        "<p><a href='x'>VØI</a></p>",
        "<p><button>VØI</button></p>",
        "<form><p>VØI</p></form>",
        "<table><tr><td><p>VØI</p></td></tr></table>",
        "<dl><dd><ul><li>VØI</li></ul></dd></dl>",
        "<section class='sources'><p>VØI</p></section>",
        "<p><span class='kicker'>VØI</span></p>",
        "<p lang='nb'>VØI</p>",
        "<p><em lang='nb'>VØI</em></p>",
        "<details><summary>VØI</summary></details>",
        "<div>VØI</div>",
        "<p title='VØI'>x</p><!-- VØI -->",
    ],
)
def test_what_is_not_running_text_is_left_alone(explain, apart):
    assert explain(apart) == apart
    after = explain(f"{apart}\n<p>Then <br> &amp; <em>VØI</em>\u2028VØI</p>")
    assert marked(after) == ["VØI"]
    assert after.startswith(f"{apart}\n<p>Then <br> &amp; <em><a ")


def test_the_glossary_explains_itself(explain):
    assert explain("<p>VØI</p>", "glossary/") == "<p>VØI</p>"


def test_a_page_has_no_more_marks_than_it_bears(real_ds):
    terms = [term for term in real_ds.all("glossary") if term.in_text and term.in_text.en]
    html = "".join(f"<p>{term.in_text.en[0]}</p>" for term in terms if "'" not in term.in_text.en[0])
    assert len(marked(Explainer(real_ds, LANGUAGES["en"]).explain(html, ""))) == AT_MOST


@pytest.fixture(scope="module")
def real_ds(pytestconfig):
    from macros.load import load_once  # noqa: PLC0415 -- only this test needs the real data

    return load_once(pytestconfig.rootpath)


def test_no_two_terms_claim_the_same_word(real_ds):
    for half in ("nb", "en"):
        words = [word for term in real_ds.all("glossary") if term.in_text for word in getattr(term.in_text, half)]
        assert len(words) == len(set(words))


def test_terms_stand_in_the_order_of_the_language(ds):
    letters = {code: [letter for letter, _ in by_letter(LANGUAGES[code], ds.all("glossary"))] for code in LANGUAGES}
    assert letters == {"nb": ["A", "I", "Ø"], "en": ["D", "E", "I"]}


def test_other_names_are_those_of_the_other_languages_that_are_known(ds):
    assert [name["lang"] for name in other_names(LANGUAGES["nb"], ds.get("glossary", "voi").name)] == ["nn", "en"]
    assert [name["lang"] for name in other_names(LANGUAGES["en"], ds.get("glossary", "arne").name)] == ["nb"]
