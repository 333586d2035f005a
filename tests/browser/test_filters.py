"""Lists with filters: what is there is filtered, counted, kept in the address, announced, and reached by keyboard."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

LIST = "en/recommendations/"
LISTS = ["recommendations/", "enoc/members/", "enoc/statements/", "implementation/proposals/"]

HEIGHTS = "all => all.filter(one => one.checkVisibility()).map(one => one.getBoundingClientRect().height)"
VALUES = """all => all.map((one) => [
  one.querySelector('input').value, Number(one.querySelector('.count').textContent),
])"""


def where(page):
    """The address in the browser now; page.url may lag behind a change that loads nothing."""
    return page.evaluate("location.href")


def shown(page):
    return page.locator(".results > li:visible")


def hits(page):
    return int(page.locator("[data-shown]").inner_text())


def unfold(page):
    page.evaluate("document.querySelectorAll('.explorer-form details').forEach((part) => part.open = true)")


def choice(page, facet, value):
    return page.locator(f"[data-facet='{facet}'] label", has=page.locator(f"input[value='{value}']"))


def count(page, facet, value):
    return int(choice(page, facet, value).locator(".count").inner_text())


def values(page, facet):
    """(value, what its count says) of every choice of a facet."""
    boxes = page.locator(f"[data-facet='{facet}'] label")
    return boxes.evaluate_all(VALUES)


def having(page, facet, value):
    """How many of the visible results have a value, counted on the results themselves."""
    return shown(page).evaluate_all(
        "(all, [facet, value]) => all.filter("
        "one => one.getAttribute(`data-facet-${facet}`).split(' ').includes(value)).length",
        [facet, value],
    )


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize("language", ["nb", "en"])
def test_each_value_shows_as_many_results_as_it_says(desk, language, path):
    desk.goto(f"{language}/{path}")
    unfold(desk)
    everything = hits(desk)
    assert everything == shown(desk).count() > 15
    for facet in desk.locator("[data-facet]").evaluate_all("all => all.map(one => one.dataset.facet)"):
        value, expected = values(desk, facet)[0]
        choice(desk, facet, value).click()
        assert hits(desk) == shown(desk).count() == expected == having(desk, facet, value), f"{facet}={value}"
        choice(desk, facet, value).click()
        assert hits(desk) == everything


def test_values_of_one_facet_widen_and_facets_narrow(desk):
    desk.goto(LIST)
    unfold(desk)
    [(first, of_first), (second, of_second), *_] = values(desk, "theme")
    choice(desk, "theme", first).click()
    choice(desk, "theme", second).click()
    assert hits(desk) == of_first + of_second, "a recommendation has one theme"
    year, promised = next(
        (value, number) for value, number in values(desk, "year") if 0 < number < of_first + of_second
    )
    choice(desk, "year", year).click()
    assert hits(desk) == promised == having(desk, "year", year)
    assert having(desk, "theme", first) + having(desk, "theme", second) == promised


def test_counts_say_what_one_would_get_after_each_choice_and_word(desk):
    desk.goto(LIST)
    unfold(desk)
    before = dict(values(desk, "theme"))
    choice(desk, "year", "2018").click()
    after = dict(values(desk, "theme"))
    assert sum(after.values()) == hits(desk) < sum(before.values())
    assert dict(values(desk, "year"))["2025"] > 0, "another year can be added to the one that is chosen"
    desk.get_by_label("Search the list").fill("violence")
    assert sum(dict(values(desk, "theme")).values()) == hits(desk) < sum(after.values())
    assert (
        desk.locator("[data-facet='theme'] .is-empty").count()
        == list(dict(values(desk, "theme")).values()).count(0)
        > 0
    )


def test_the_text_filter_wants_every_word_and_forgives_accents_and_case(desk):
    desk.goto("nb/enoc/members/")
    field = desk.get_by_label("Søk i listen")
    field.fill("BARNEOMBUDET norge")
    assert shown(desk).evaluate_all("all => all.map(one => one.id)") == ["no-barneombudet"]
    field.fill("osterrike")
    assert hits(desk) > 0
    field.fill("østerrike")
    assert hits(desk) > 0


def test_a_choice_is_kept_in_the_address_and_comes_back_with_it(desk):
    desk.goto(LIST)
    unfold(desk)
    everything = hits(desk)
    choice(desk, "year", "2018").click()
    group = values(desk, "group")[0][0]
    choice(desk, "group", group).click()
    desk.get_by_label("Search the list").fill("children")
    desk.get_by_label("Sort by").select_option("title")
    address, number = where(desk), hits(desk)
    assert address.endswith(f"/{LIST}?q=children&group={group}&year=2018&sort=title")
    order = shown(desk).evaluate_all("all => all.map(one => one.id)")
    desk.goto("en/about/")
    desk.goto(address)
    assert hits(desk) == number < everything
    assert shown(desk).evaluate_all("all => all.map(one => one.id)") == order
    assert choice(desk, "year", "2018").locator("input").is_checked()
    assert choice(desk, "year", "2018").is_visible(), "a facet with a choice in it is open"
    assert desk.get_by_label("Search the list").input_value() == "children"
    assert desk.get_by_label("Sort by").input_value() == "title"


def test_back_from_a_record_shows_the_list_as_it_was_left(desk):
    desk.goto(LIST)
    unfold(desk)
    choice(desk, "year", "2018").click()
    number, address = hits(desk), where(desk)
    shown(desk).first.get_by_role("link").first.click()
    desk.wait_for_url(re.compile(r"/recommendations/[a-z0-9-]+/$"))
    desk.go_back()
    expect(desk).to_have_url(address)
    expect(desk.locator("[data-shown]")).to_have_text(str(number))
    assert choice(desk, "year", "2018").locator("input").is_checked()


def test_back_between_two_filtered_addresses_shows_each_as_it_was(desk):
    desk.goto(f"{LIST}?year=2018")
    first = hits(desk)
    desk.goto(f"{LIST}?year=2010")
    second = hits(desk)
    assert first != second
    desk.go_back()
    expect(desk.locator("[data-shown]")).to_have_text(str(first))
    desk.go_forward()
    expect(desk.locator("[data-shown]")).to_have_text(str(second))


def test_a_link_from_another_page_arrives_at_the_filtered_list(desk):
    desk.goto("en/implementation/actors/")
    link = desk.locator("a[href*='?actor=']", has_text=re.compile(r"\d")).first
    promised = int(re.search(r"\d+", link.inner_text())[0])
    link.click()
    desk.wait_for_url(re.compile(r"\?actor="))
    assert hits(desk) == promised
    assert desk.locator(".chips li").count() == 1


def test_an_unknown_value_in_the_address_does_no_harm(desk):
    desk.goto(f"{LIST}?theme=no-such-theme&sort=sideways&nonsense=1&q=%3Cb%3E")
    assert desk.get_by_label("Search the list").input_value() == "<b>"
    assert desk.get_by_label("Sort by").input_value() == "default"
    desk.goto(f"{LIST}?theme=no-such-theme")
    assert hits(desk) == shown(desk).count() > 100


def test_nothing_found_is_said_and_can_be_undone(desk):
    desk.goto(LIST)
    everything = hits(desk)
    assert desk.locator(".no-hits").is_hidden()
    assert desk.get_by_role("button", name="Remove all filters").is_hidden()
    desk.get_by_label("Search the list").fill("xyzzy")
    assert desk.locator(".no-hits").inner_text() == "No hits. Try fewer filters or other words."
    assert shown(desk).count() == 0
    desk.get_by_role("button", name="Remove all filters").click()
    assert hits(desk) == shown(desk).count() == everything
    assert desk.locator(".no-hits").is_hidden()
    assert "?" not in where(desk)
    expect(desk.get_by_label("Search the list")).to_be_focused()


def test_sorting_orders_what_is_there_and_the_first_order_comes_back(desk):
    desk.goto("nb/enoc/members/")
    first = shown(desk).evaluate_all("all => all.map(one => one.id)")
    desk.get_by_label("Sorter etter").select_option("established")
    years = shown(desk).evaluate_all("all => all.map(one => Number(one.dataset.sortEstablished))")
    assert years == sorted(years)
    assert years[0] == 1981
    desk.get_by_label("Sorter etter").select_option("title")
    titles = shown(desk).evaluate_all("all => all.map(one => one.dataset.sortTitle)")
    assert titles == desk.evaluate(
        "titles => [...titles].sort(new Intl.Collator('nb', {numeric: true}).compare)", titles
    )
    desk.get_by_label("Sorter etter").select_option("default")
    assert shown(desk).evaluate_all("all => all.map(one => one.id)") == first


def test_what_changes_is_announced_once_the_typing_stops(desk):
    desk.goto(LIST)
    status = desk.get_by_role("status")
    expect(status).to_have_text("")
    desk.get_by_label("Search the list").press_sequentially("violence", delay=20)
    expect(status).to_have_text(re.compile(r"^\d+ of \d+ entries$"))
    assert status.inner_text().startswith(f"{hits(desk)} of ")
    desk.get_by_label("Search the list").fill("xyzzy")
    expect(status).to_have_text("No hits. Try fewer filters or other words.")


def test_chosen_values_stand_above_the_results_and_can_be_taken_away_there(desk):
    desk.goto(f"{LIST}?year=2018&year=2010")
    chips = desk.get_by_role("list", name="Chosen filters").get_by_role("button")
    assert chips.count() == 2
    both = hits(desk)
    chips.filter(has_text="2018").click()
    assert chips.count() == 1
    expect(chips.first).to_be_focused()
    assert hits(desk) < both
    assert not choice(desk, "year", "2018").locator("input").is_checked()
    chips.first.click()
    expect(desk.get_by_label("Search the list")).to_be_focused()
    assert "?" not in where(desk)


def test_everything_can_be_done_by_keyboard(desk):
    desk.goto(LIST)
    everything = hits(desk)
    desk.get_by_label("Search the list").focus()
    desk.keyboard.type("children")
    desk.keyboard.press("Tab")
    expect(desk.get_by_label("Sort by")).to_be_focused()
    desk.keyboard.press("ArrowDown")
    assert desk.get_by_label("Sort by").input_value() == "title"
    focused = (
        "document.activeElement.tagName + ' ' + (document.activeElement.closest('[data-facet]')?.dataset.facet ?? '')"
    )
    for _ in range(60):
        desk.keyboard.press("Tab")
        if desk.evaluate(focused) == "SUMMARY group":
            break
    else:
        pytest.fail("the facet is not reached by Tab")
    desk.keyboard.press("Enter")
    desk.keyboard.press("Tab")
    assert desk.evaluate(focused) == "INPUT group"
    desk.keyboard.press("Space")
    assert "group=" in where(desk)
    assert 0 < hits(desk) < everything
    for _ in range(400):
        desk.keyboard.press("Tab")
        if desk.evaluate("document.activeElement.closest('[data-reset]') !== null"):
            break
    else:
        pytest.fail("the way back is not reached by Tab")
    desk.keyboard.press("Enter")
    assert hits(desk) == everything


@pytest.mark.parametrize("path", LISTS)
def test_the_language_switch_carries_the_choice(desk, path):
    desk.goto(f"en/{path}")
    unfold(desk)
    facet = desk.locator("[data-facet]").first.get_attribute("data-facet")
    value, number = values(desk, facet)[0]
    choice(desk, facet, value).click()
    desk.get_by_role("link", name="Norsk", exact=True).click()
    desk.wait_for_url(re.compile(rf"/nb/{path}\?"))
    assert hits(desk) == number
    assert choice(desk, facet, value).locator("input").is_checked()
    desk.get_by_role("link", name="English", exact=True).click()
    desk.wait_for_url(re.compile(rf"/en/{path}\?"))
    assert hits(desk) == number


@pytest.mark.parametrize("path", LISTS)
def test_without_javascript_the_whole_list_is_there_and_no_dead_form(visit, path):
    with visit(f"en/{path}", java_script_enabled=False) as page:
        assert page.locator("main form").is_hidden()
        assert shown(page).count() == hits(page) > 15
        assert page.locator(".no-hits").is_hidden()
        assert page.locator("[data-of]").is_hidden()
        assert page.locator("[data-scheme-control]").is_hidden()


def test_on_a_phone_the_filters_are_folded_and_reached_by_touch(phone):
    phone.goto(LIST)
    assert not choice(phone, "theme", values(phone, "theme")[0][0]).is_visible()
    phone.locator(".filters > summary").tap()
    value, number = values(phone, "theme")[0]
    choice(phone, "theme", value).tap()
    assert hits(phone) == number
    assert "(1)" in phone.locator(".filters > summary").inner_text()


@pytest.mark.parametrize("width", [360, 1280])
def test_what_one_touches_is_large_enough(visit, width):
    """WCAG 2.2, 2.5.8: at least 24 by 24 px."""
    with visit(f"{LIST}?year=2018", width=width) as page:
        unfold(page)
        parts = "form :is(input[type=search], select, summary), .chips button, [data-reset] button"
        heights = page.locator(parts).evaluate_all(HEIGHTS)
        assert len(heights) > 10
        assert min(heights) >= 24
        assert min(page.locator(".choice").evaluate_all(HEIGHTS)) >= 24
