"""Pages fit the narrowest phone, a wide screen, enlarged text, and paper."""

import pytest
from lxml import html

pytestmark = pytest.mark.browser

WIDE = [
    "/",
    "norwegian-model/",
    "norwegian-model/setting-up/",
    "enoc/",
    "enoc/members/",
    "enoc/statements/",
    "enoc/conferences/",
    "implementation/",
    "implementation/proposals/",
    "implementation/challenges/",
    "implementation/actors/",
    "recommendations/",
    "recommendations/overview/",
    "recommendations/documents/",
    "recommendations/themes/",
    "recommendations/threads/",
    "recommendations/groups/",
    "about/",
    "about/sources/",
    "about/gaps/",
    "about/data/",
    "norwegian-model/functions/access-and-information/",
    "enoc/members/no-barneombudet/",
    "enoc/statements/enoc-standards-2001/",
    "implementation/proposals/proposal-2/",
    "recommendations/crc-2018-monitoring/",
    "recommendations/documents/crc-2018/",
    "recommendations/themes/disability/",
    "recommendations/threads/thread-disability/",
]
PAGES = [path.removeprefix("/") for path in WIDE]
TOO_WIDE = """[...document.querySelectorAll('body *')]
  .filter((one) => one.getBoundingClientRect().right > innerWidth + 1 && !one.closest('.visually-hidden, .skip'))
  .slice(0, 3).map((one) => one.outerHTML.slice(0, 100))"""


def too_wide(page):
    """What sticks out at the right; nothing when the page does not scroll sideways."""
    page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
    if page.evaluate("document.documentElement.scrollWidth <= innerWidth"):
        return []
    return [page.url, *page.evaluate(TOO_WIDE)]


@pytest.mark.parametrize("language", ["nb", "en"])
@pytest.mark.parametrize("width", [320, 768, 1920])
def test_no_page_scrolls_sideways(visit, language, width):
    """320 px is also a desk's 1280 px enlarged four times (WCAG 1.4.10)."""
    broken = []
    with visit(None, width=width) as page:
        for path in PAGES:
            page.goto(f"{language}/{path}")
            broken += too_wide(page)
    assert not broken, "\n".join(broken)


def test_the_chooser_and_the_missing_page_do_not_scroll_sideways(visit):
    with visit(None, width=320, expect=["404"]) as page:
        for path in ("", "no/such/page"):
            page.goto(path)
            assert not too_wide(page)


def test_text_can_be_spaced_out_without_loss(visit):
    """WCAG 1.4.12: nothing is cut off when a reader spaces lines, letters and words."""
    spaced = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }"
    with visit(None, width=320) as page:
        for path in (
            "nb/",
            "nb/recommendations/",
            "nb/enoc/members/no-barneombudet/",
            "nb/recommendations/documents/crc-2018/",
        ):
            page.goto(path)
            page.add_style_tag(content=spaced)
            assert not too_wide(page)


def test_paper_shows_the_content_and_leaves_out_what_only_works_on_a_screen(visit):
    with visit("en/recommendations/crc-2018-monitoring/", color_scheme="dark") as page:
        page.emulate_media(media="print")
        for name in (".skip", ".site-nav", ".twin", ".trail", "[data-scheme-control]", "footer nav"):
            assert page.locator(name).first.is_hidden(), name
        for name in ("h1", ".lead", ".sources", ".facts", ".independent"):
            assert page.locator(name).first.is_visible(), name
        assert page.evaluate("getComputedStyle(document.body).color") == "rgb(23, 36, 43)", "ink is dark on paper"
        addresses = page.locator(".sources cite a[href^='http']").first
        assert addresses.evaluate("one => getComputedStyle(one, '::after').content").strip('"').startswith(" <http")


def test_paper_shows_what_is_folded_on_the_screen(visit):
    with visit("nb/recommendations/documents/crc-2018/") as page:
        page.emulate_media(media="print")
        folded = page.locator("main details:not([open]) li")
        assert folded.count() > 5
        heights = folded.evaluate_all("all => all.map(one => one.getBoundingClientRect().height)")
        assert min(heights) > 0


def test_a_list_on_paper_has_every_result_and_no_form(visit):
    with visit("en/recommendations/") as page:
        page.emulate_media(media="print")
        assert page.locator("form").is_hidden()
        assert page.locator(".results > li:visible").count() == int(page.locator("[data-shown]").inner_text())


@pytest.mark.parametrize("language", ["nb", "en"])
def test_a_record_can_be_made_a_pdf(visit, site, language):
    """Chromium prints it on two to four sheets: title, language and headings are in the file for screen readers."""
    path = "recommendations/crc-2018-monitoring/"
    with visit(f"{language}/{path}") as page:
        file = page.pdf(format="A4", tagged=True, outline=True)
    assert file.startswith(b"%PDF-")
    assert b"/StructTreeRoot" in file
    assert f"/Lang ({language})".encode() in file
    assert 1 <= file.count(b"/Type /Page\n") <= 4
    assert html.document_fromstring(site.page(language, path).source).xpath("//section[@class='sources']//li")
