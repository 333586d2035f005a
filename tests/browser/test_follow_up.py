"""The pages on follow-up fit phones and desks, and the menu stands in one row on a desk."""

import pytest
from shared import LANGUAGE

pytestmark = pytest.mark.browser
PAGES = ("", "dialogue/", "conventions/", "upr/", "nim/", "nmirf/", "tools/")


@LANGUAGE
@pytest.mark.parametrize("width", [320, 360, 1280])
def test_nothing_is_wider_than_the_window(visit, language, width):
    with visit(None, width=width) as page:
        for path in PAGES:
            page.goto(f"{language}/follow-up/{path}")
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path


@LANGUAGE
def test_the_menu_stands_in_one_row_on_a_desk(visit, language):
    with visit(f"{language}/follow-up/", width=1280) as page:
        tops = page.eval_on_selector_all(".site-nav li", "all => all.map(one => one.getBoundingClientRect().top)")
        assert len(tops) > 5
        assert len(set(tops)) == 1
