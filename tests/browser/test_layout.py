"""Pages fit the narrowest phone, a wide screen, enlarged text, and paper."""

import pytest
from lxml import html
from paths import RECORDS, WRITTEN

pytestmark = pytest.mark.browser

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
def test_no_page_scrolls_sideways(visit, language):
    """320 px is also a desk's 1280 px enlarged four times (WCAG 1.4.10)."""
    broken = []
    with visit(None) as page:
        for path in (*WRITTEN, *RECORDS):
            page.goto(f"{language}/{path}")
            for width in (1920, 768, 320):
                page.set_viewport_size({"width": width, "height": 800})
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
    with visit(None, width=320, bypass_csp=True) as page:
        for path in (
            "nb/",
            "nb/recommendations/",
            "nb/enoc/members/no-barneombudet/",
            "nb/recommendations/documents/crc-2018/",
        ):
            page.goto(path)
            page.add_style_tag(content=spaced)
            assert not too_wide(page)


@pytest.mark.parametrize(("width", "paths"), [(360, (*WRITTEN, *RECORDS)), (1280, RECORDS)], ids=["phone", "desk"])
def test_text_can_be_twice_as_large_without_loss(visit, width, paths):
    """WCAG 1.4.4: text alone, as where a reader sets the size in the browser or on the phone."""
    with visit(None, width=width, bypass_csp=True) as page:
        broken = []
        for path in paths:
            page.goto(f"nb/{path}")
            page.add_style_tag(content="html { font-size: 225% !important; }")
            broken += too_wide(page)
    assert not broken, "\n".join(broken)


def test_forced_colours_keep_what_is_told_by_colour_and_ground(visit):
    with visit("en/norwegian-model/", forced_colors="active", color_scheme="dark") as page:
        ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
        done, open_ = (page.locator(f".path-bar span{name}").first for name in (".is-done", ":not(.is-done)"))
        fill = "one => getComputedStyle(one).backgroundColor"
        assert done.evaluate(fill) != open_.evaluate(fill)
        assert open_.evaluate("one => getComputedStyle(one).borderTopWidth") == "1px"
        page.goto("en/search/?q=school")
        found = page.locator("mark").first
        assert found.evaluate(fill) != found.evaluate("one => getComputedStyle(one).color")
        page.goto("en/recommendations/documents/crc-2018/")
        assert page.locator(".bar").first.evaluate("one => getComputedStyle(one).fill") != ground


def test_paper_shows_the_content_and_leaves_out_what_only_works_on_a_screen(visit):
    with visit("en/recommendations/crc-2018-monitoring/", color_scheme="dark") as page:
        page.emulate_media(media="print")
        for name in (".skip", ".site-nav", ".twin", ".trail", "[data-scheme-control]", ".site-footer"):
            assert page.locator(name).first.is_hidden(), name
        for name in ("h1", ".lead", ".sources", ".facts"):
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
        assert page.locator("main form").is_hidden()
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
