"""On paper: what a sheet shows, in which order, and on how many sheets."""

import re

import pytest
from paths import RECORDS, WRITTEN

pytestmark = pytest.mark.browser

A4 = 794  # px: rules of width ask for the sheet, margins included
TEXT = "174mm"  # what the margins leave

AT_FAULT = """(width) => {
  document.body.style.width = width;
  const right = document.body.getBoundingClientRect().right;
  const shown = [...document.querySelectorAll('main *')].filter((one) => one.checkVisibility()
    && !one.closest('.visually-hidden') && !(one.closest('svg') && one.localName !== 'svg'));
  const seen = new Set(shown);
  const is = (one, property, value) => getComputedStyle(one)[property] === value;
  const isLast = (one) => one === [...one.parentElement.children].findLast((other) => seen.has(other));
  const whole = 'tr, .card, .facts, .results > li, .timeline > li, .guide-step, .question';
  const control = 'button, select, input:not(.question *, .requirement *)';
  const faults = {
    wide: (one) => one.getBoundingClientRect().right > right + 1,
    chained: (one) => is(one, 'breakAfter', 'avoid') && !one.matches('caption, summary') && isLast(one),
    torn: (one) => one.matches(whole) && !is(one, 'breakInside', 'avoid'),
    heads: (one) => one.localName === 'thead' && !is(one, 'display', 'table-header-group'),
    controls: (one) => one.matches(control),
  };
  return Object.fromEntries(Object.entries(faults).map(([fault, has]) =>
    [fault, shown.filter(has).slice(0, 3).map((one) => one.outerHTML.slice(0, 90))]));
}"""


def sheets(paper):
    return len(re.findall(rb"/Type\s*/Page\b", paper))


@pytest.mark.parametrize(("language", "turn"), [("nb", 0), ("en", 1)])
def test_every_page_fits_the_sheet(visit, language, turn):
    """Nothing sticks out, no row is torn, table heads repeat, no control is left. The languages take turns.

    And nothing at the end of a part holds on to the next one: a list of such parts would begin on a new sheet.
    """
    broken = {}
    with visit(None, width=A4) as page:
        page.emulate_media(media="print")
        for path in (*WRITTEN, *RECORDS)[turn::2]:
            page.goto(f"{language}/{path}")
            found = page.evaluate(AT_FAULT, TEXT)
            broken |= {f"{path} {fault}": ones for fault, ones in found.items() if ones}
    assert not broken, "\n".join(f"{name}: {ones}" for name, ones in broken.items())


def test_the_facts_of_a_record_follow_its_head_on_paper(visit):
    """In two columns; on the screen they stand beside it, and last in the order of reading."""
    with visit("en/enoc/members/no-barneombudet/", width=A4) as page:
        page.emulate_media(media="print")
        head, facts, body = (
            page.locator(f".{name}").bounding_box() for name in ("record-head", "facts", "record-body")
        )
        assert head["y"] + head["height"] <= facts["y"]
        assert facts["y"] + facts["height"] <= body["y"]
        rows = [one.bounding_box()["x"] for one in page.locator(".facts dl > div:visible").all()]
        assert len(set(rows)) == 2
        assert page.get_by_text("Correct this record").is_hidden()
        assert page.locator(".record-main ~ .facts").count() == 1


@pytest.mark.parametrize(
    ("language", "of_the_web"), [("nb", "Denne siden på nettet: "), ("en", "This page on the web: ")]
)
def test_a_page_ends_with_its_address_and_the_day_it_was_printed(visit, language, of_the_web):
    with visit(f"{language}/convention/") as page:
        said = "getComputedStyle(document.querySelector('main'), '::after').content"
        assert page.evaluate(said) == "none", "not on the screen"
        page.emulate_media(media="print")
        year = page.evaluate("new Date().getFullYear()")
        for _ in range(2):
            page.evaluate("dispatchEvent(new Event('beforeprint'))")
            end = page.evaluate(said)
            assert of_the_web in end
            assert f"/{language}/convention/" in end
            assert end.count(str(year)) == 1
            assert "CC BY 4.0" in end


def test_links_to_other_pages_of_the_site_are_not_notes_on_paper(visit):
    with visit("en/norwegian-model/law/") as page:
        page.emulate_media(media="print")
        assert page.locator(".source-line li:visible").count() > 20
        assert page.locator(".source-line .aside-link:visible").count() == 0
        lines = page.locator(".source-line").first.evaluate("one => getComputedStyle(one.querySelector('li')).display")
        assert lines == "inline"


def test_part_of_a_long_list_says_how_much_more_there_is(visit):
    with visit("en/enoc/members/no-barneombudet/") as page:
        more = page.locator(".related .paper-only")
        assert more.is_hidden()
        page.emulate_media(media="print")
        assert more.is_visible()
        assert re.fullmatch(r"and \d+ more", more.inner_text())
        assert page.get_by_text("Show all").first.is_hidden()


@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("", 1),
        ("enoc/members/no-barneombudet/", 2),
        ("convention/articles/12/", 4),
        ("recommendations/", 16),
        ("enoc/compare/", 10),
        ("about/gaps/", 20),
        ("about/sources/", 45),
    ],
)
def test_a_page_takes_no_more_sheets_than_it_needs(visit, path, most):
    with visit(f"nb/{path}") as page:
        assert sheets(page.pdf(format="A4", prefer_css_page_size=True)) <= most
