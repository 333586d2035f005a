"""The briefing is two sheets of paper, and nothing scrolls sideways."""

import re

import pytest

pytestmark = pytest.mark.browser

PAGES = ("", "law/", "functions/", "history/", "involving-children/", "themes/", "system/", "visit/", "briefing/")


@pytest.mark.parametrize("language", ["nb", "en"])
def test_the_briefing_prints_on_two_pages(visit, language):
    with visit(f"{language}/norwegian-model/briefing/") as page:
        paper = page.pdf(format="A4")
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 2


@pytest.mark.parametrize("language", ["nb", "en"])
def test_the_section_fits_a_narrow_screen(visit, language):
    with visit(None, width=320) as page:
        for path in PAGES:
            page.goto(f"{language}/norwegian-model/{path}")
            assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
