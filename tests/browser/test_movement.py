"""Nothing moves: not when scripts come late, and not for readers who have asked for stillness."""

import itertools
import re
from contextlib import suppress

import pytest
from paths import RECORDS, WRITTEN
from playwright.sync_api import Error

pytestmark = pytest.mark.browser

LATE = re.compile(r"/assets/js/(?!scheme\.js)")
WATCH = """
window.moved = [];
new PerformanceObserver((list) => {
  const { domInteractive } = performance.getEntriesByType("navigation")[0];
  for (const { value, sources, startTime } of list.getEntries()) {
    // What moves while the page itself is still coming is not the scripts' doing.
    if (!domInteractive || startTime < domInteractive) continue;
    window.moved.push([value, sources.map(({ node }) => node?.outerHTML?.slice(0, 80) ?? String(node))]);
  }
}).observe({ type: "layout-shift", buffered: true });
window.painted = new Promise((done) => {
  new PerformanceObserver((list) => { if (list.getEntriesByName("first-contentful-paint").length) done(); })
    .observe({ type: "paint", buffered: true });
});
"""


def shifts(page, address):
    """What moves on a page whose modules come only after it has been painted: amounts, and what moved."""
    held, painted = [], False
    page.unroute_all()
    page.route(LATE, lambda route: route.continue_() if painted else held.append(route))
    page.goto(address, wait_until="commit")
    page.evaluate("window.painted")
    painted = True
    for route in held:
        route.continue_()
    page.wait_for_load_state("load")
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    return page.evaluate("window.moved")


@pytest.mark.parametrize(("width", "languages"), [(360, ("nb", "en")), (1280, ("en", "nb"))])
def test_nothing_moves_when_scripts_come_late(visit, width, languages):
    """The languages take turns: each page in one on a phone and in the other on a desk."""
    broken = []
    with visit(None, width=width) as page:
        page.add_init_script(WATCH)
        for path, language in zip((*WRITTEN, *RECORDS), itertools.cycle(languages), strict=False):
            broken += [f"{path} {value:.3f} {what}" for value, what in shifts(page, f"{language}/{path}")]
    assert not broken, "\n".join(broken)


def test_readers_who_ask_for_stillness_get_it(visit):
    """Without the wish, a jump within a page glides; nothing else moves."""
    moving = """() => [document.documentElement, ...document.querySelectorAll('body *')].filter((one) => {
      const style = getComputedStyle(one);
      return style.animationName !== 'none' || style.transitionDuration !== '0s';
    }).length"""
    for wish, jump in (("reduce", "auto"), ("no-preference", "smooth")):
        with visit("en/recommendations/", reduced_motion=wish) as page:
            assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == jump
            assert page.evaluate(moving) == 0


@pytest.mark.parametrize("path", ["en/recommendations/", "en/search/"])
def test_what_is_typed_before_the_script_comes_is_kept(visit, path):
    with visit(None) as page:
        held = []
        page.route(LATE, lambda route: held.append(route))  # noqa: PLW0108 - Playwright refuses a built-in method
        page.goto(path, wait_until="commit")
        page.locator("main input[name=q]").fill("bullying")
        page.unroute(LATE)
        for route in held:
            with suppress(Error):  # the end of the holding may have let it go already
                route.continue_()
        page.wait_for_url("**/?q=bullying")
        assert page.locator("main input[name=q]").input_value() == "bullying"
