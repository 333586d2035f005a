"""What stands around the content: language switch, skip link, menu, colours, focus, the page that is not there."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

SOME = [
    "",
    "recommendations/",
    "enoc/members/no-barneombudet/",
    "recommendations/documents/crc-2018/",
    "about/sources/",
]

FOCUSED = """(() => {
  const one = document.activeElement;
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(one);
  const box = one.getBoundingClientRect();
  return {
    what: one.outerHTML.slice(0, 90), outline: outlineStyle, width: parseFloat(outlineWidth), colour: outlineColor,
    seen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight,
  };
})()"""


def background(page):
    return page.evaluate("getComputedStyle(document.documentElement).backgroundColor")


def is_dark(page):
    return sum(map(int, re.findall(r"\d+", background(page))[:3])) < 200


@pytest.mark.parametrize("path", SOME)
def test_the_language_switch_stays_on_the_page(desk, server, path):
    desk.goto(f"en/{path}")
    desk.get_by_role("link", name="Norsk", exact=True).click()
    expect(desk).to_have_url(f"{server}nb/{path}")
    assert desk.locator("html").get_attribute("lang") == "nb"
    desk.get_by_role("link", name="English", exact=True).click()
    expect(desk).to_have_url(f"{server}en/{path}")


def test_the_chooser_leads_to_both_languages(desk, server):
    desk.goto("")
    desk.get_by_role("link", name="Continue in English").click()
    expect(desk).to_have_url(f"{server}en/")
    desk.goto("")
    desk.get_by_role("link", name="Fortsett på norsk").click()
    expect(desk).to_have_url(f"{server}nb/")


@pytest.mark.parametrize(("language", "name"), [("nb", "Hopp til innholdet"), ("en", "Skip to the content")])
def test_the_first_tab_shows_a_link_that_skips_to_the_content(desk, language, name):
    desk.goto(f"{language}/recommendations/")
    skip = desk.get_by_role("link", name=name)
    expect(skip).not_to_be_in_viewport()
    desk.keyboard.press("Tab")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    desk.keyboard.press("Enter")
    expect(desk.locator("main")).to_be_focused()
    desk.keyboard.press("Tab")
    assert desk.evaluate("document.activeElement.closest('main') !== null")


def test_the_menu_of_a_phone_opens_by_keyboard_and_by_touch(phone):
    phone.goto("en/enoc/")
    menu = phone.get_by_role("navigation", name="Main menu")
    link = menu.get_by_role("link", name="Recommendations")
    expect(link).to_be_hidden()
    summary = menu.locator("summary")
    summary.focus()
    phone.keyboard.press("Enter")
    expect(link).to_be_visible()
    phone.keyboard.press("Enter")
    expect(link).to_be_hidden()
    summary.tap()
    expect(link).to_be_visible()
    link.tap()
    phone.wait_for_url(re.compile(r"/en/recommendations/$"))


def test_on_a_desk_the_menu_is_simply_there_and_marks_where_one_is(desk):
    desk.goto("en/enoc/members/")
    menu = desk.get_by_role("navigation", name="Main menu")
    assert menu.get_by_role("link").count() >= 5
    assert all(link.is_visible() for link in menu.get_by_role("link").all())
    assert menu.locator("[aria-current]").inner_text() == "ENOC"
    local = desk.get_by_role("navigation", name="In this section")
    assert local.locator("[aria-current='page']").inner_text() == "Offices in Europe"


def test_the_menu_works_without_javascript(visit):
    with visit("en/enoc/", width=360, java_script_enabled=False) as page:
        menu = page.get_by_role("navigation", name="Main menu")
        menu.locator("summary").click()
        expect(menu.get_by_role("link", name="Recommendations")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_follow_the_system_until_the_reader_chooses(visit, scheme):
    with visit("en/", color_scheme=scheme) as page:
        assert is_dark(page) == (scheme == "dark")
        other = "light" if scheme == "dark" else "dark"
        page.get_by_label("Colours").select_option(other)
        assert is_dark(page) == (other == "dark")
        theme = page.locator("meta[name='theme-color']").get_attribute("content")
        assert theme == background(page)
        page.goto("nb/recommendations/")
        assert is_dark(page) == (other == "dark"), "the choice is remembered on other pages and in the other language"
        assert page.get_by_label("Farger").input_value() == other
        page.get_by_label("Farger").select_option("system")
        page.reload()
        assert is_dark(page) == (scheme == "dark")


def test_the_choice_of_colours_is_there_before_the_first_paint(visit):
    """The style is right while the page is still loading: no flash of the other scheme."""
    with visit("en/", color_scheme="light") as page:
        page.get_by_label("Colours").select_option("dark")
        page.add_init_script(
            "document.addEventListener('readystatechange', () => {"
            " window.early ??= document.documentElement.dataset.scheme; })"
        )
        page.reload()
        assert page.evaluate("window.early") == "dark"


def test_colours_work_where_storage_is_blocked(visit):
    with visit(None) as page:
        page.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('blocked'); }})")
        page.goto("en/")
        page.get_by_label("Colours").select_option("dark")
        assert is_dark(page)


def test_nothing_but_the_choice_of_colours_is_stored(desk):
    desk.goto("en/recommendations/?year=2018")
    assert desk.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    desk.get_by_label("Colours").select_option("dark")
    assert desk.evaluate("Object.keys(localStorage)") == ["scheme"]


def test_a_page_that_is_not_there_says_so_in_both_languages_and_shows_the_way(visit):
    with visit(None, expect=["404"]) as page:
        answer = page.goto("en/no/such/page/")
        assert answer.status == 404
        assert page.get_by_role("heading", level=1).inner_text() == "Vi finner ikke siden\nWe cannot find this page"
        assert page.get_by_role("link", name="To the front page in English").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["en/", "en/recommendations/", "en/recommendations/documents/crc-2018/"])
def test_whatever_has_the_focus_shows_it(visit, path, scheme):
    """Every stop of the first forty has an outline of 2 px or more in a colour that is not the background's."""
    with visit(path, color_scheme=scheme) as page:
        for _ in range(40):
            page.keyboard.press("Tab")
            style = page.evaluate(FOCUSED)
            if style["what"].startswith("<body"):
                break
            assert style["outline"] != "none", style
            assert style["width"] >= 2, style
            assert style["colour"] != background(page), style
            assert style["seen"], style


def test_an_anchor_is_shown_where_it_is_linked_to(desk):
    desk.goto("en/implementation/proposals/proposal-2/#proposal-2-3")
    expect(desk.locator("#proposal-2-3")).to_be_in_viewport()


def test_every_kind_of_page_stays_silent(desk):
    """No message in the console, no other host, no cookie: the fixture tells."""
    paths = [
        "",
        "nb/",
        "nb/enoc/",
        "nb/enoc/statements/",
        "nb/implementation/challenges/",
        "nb/recommendations/themes/",
    ]
    paths += ["nb/about/", "nb/about/data/", "nb/about/gaps/", "nb/norwegian-model/", "nb/recommendations/groups/"]
    for path in paths:
        assert desk.goto(path).status == 200
    assert desk.context.cookies() == []


def test_no_script_in_a_page_is_run(visit):
    """The content security policy: what someone might get into a text stays a text."""
    with visit("en/", expect=["Content Security Policy"]) as page:
        page.evaluate("""() => {
          const script = document.createElement('script');
          script.textContent = 'window.ran = true';
          document.body.append(script);
          document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="window.ran = true">');
        }""")
        page.wait_for_timeout(200)
        assert page.evaluate("window.ran") is None
