"""The map and the comparison: by keyboard, by touch, on paper, without a script."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

MAP = "en/enoc/members/"
COMPARE = "en/enoc/compare/"
FACETS = ["complaints", "type", "membership"]


def fill(page, facet, pattern):
    """How the map fills a country that has a pattern."""
    shape = page.locator(f".europe > svg a [data-{facet}='{pattern}']").first
    return shape.evaluate("shape => getComputedStyle(shape).fill")


def focused(page):
    return page.evaluate(
        "document.activeElement.getAttribute('aria-label') || document.activeElement.textContent.trim()"
    )


def test_the_map_is_walked_by_keyboard_and_a_country_opens(desk):
    desk.goto(MAP)
    desk.locator("input[name='map-shows']:checked").focus()
    desk.keyboard.press("Tab")
    assert focused(desk).startswith("Albania: ")
    shape = desk.locator("[role='listitem'] a").first.locator("path")
    assert float(shape.evaluate("shape => parseFloat(getComputedStyle(shape).strokeWidth)")) > 3
    desk.locator("[role='listitem'] a[aria-label^='Norway: ']").focus()
    desk.keyboard.press("Enter")
    desk.wait_for_url("**/en/enoc/members/no-barneombudet/")


def test_a_reader_can_skip_the_map(desk):
    desk.goto(MAP)
    skip = desk.locator(".skip-map a")
    skip.focus()
    assert skip.bounding_box()["height"] > 20
    desk.keyboard.press("Enter")
    expect(desk).to_have_url(re.compile(r"#members$"))


def test_a_country_with_several_offices_opens_the_list_filtered(desk):
    desk.goto(MAP)
    desk.locator("[role='listitem'] a[aria-label^='United Kingdom: ']").focus()
    desk.keyboard.press("Enter")
    desk.wait_for_url(re.compile(r"country=GB"))
    assert desk.locator(".results > li:visible .kicker").all_inner_texts() == [
        f"United Kingdom, {nation}" for nation in ("England", "Northern Ireland", "Scotland", "Wales")
    ]


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("facet", FACETS)
def test_the_radio_buttons_change_what_the_map_shows_with_or_without_a_script(visit, facet, script):
    with visit(MAP, java_script_enabled=script) as page:
        radio = page.locator(f"input[value='{facet}'][name='map-shows']")
        radio.check()
        expect(page.locator(".legend:visible")).to_have_count(1)
        expect(page.locator(f"[data-legend='{facet}']")).to_be_visible()


def test_patterns_differ_and_the_legend_shows_the_same(desk):
    desk.goto(MAP)
    for facet in FACETS:
        desk.locator(f"input[value='{facet}'][name='map-shows']").check()
        patterns = desk.locator(f"[data-legend='{facet}'] .swatch [data-{facet}]")
        fills = {}
        for swatch in patterns.all():
            pattern = swatch.get_attribute(f"data-{facet}")
            fills[pattern] = fill(desk, facet, pattern)
            assert swatch.evaluate("shape => getComputedStyle(shape).fill") == fills[pattern]
        assert len(set(fills.values())) == len(fills) > 1
        assert sum("url(" not in value for value in fills.values()) <= 1, (
            "at most one plain colour: the others have a pattern"
        )


def test_the_arrow_keys_change_the_choice(desk):
    desk.goto(MAP)
    desk.locator("input[value='complaints'][name='map-shows']").focus()
    desk.keyboard.press("ArrowDown")
    expect(desk.locator("[data-legend='type']")).to_be_visible()


def test_small_countries_can_be_seen_on_a_phone(phone):
    phone.goto(MAP)
    for name in ("Malta", "Jersey", "Luxembourg"):
        dot = phone.locator(f"[role='listitem'] a[aria-label^='{name}: '] circle").bounding_box()
        assert min(dot["width"], dot["height"]) >= 8, name


def test_the_legend_leads_to_the_filtered_list(desk):
    desk.goto(MAP)
    desk.locator("[data-legend='complaints'] a", has_text="No").first.click()
    desk.wait_for_url(re.compile(r"complaints=no"))
    assert desk.locator("[data-shown]").inner_text() == str(desk.locator(".results > li:visible").count())
    assert "Norway" in desk.locator(".results > li:visible .kicker").all_inner_texts()


@pytest.mark.parametrize(
    "path", [MAP, COMPARE, f"{COMPARE}?office=ie-oco&office=gb-sct-cypcs&office=pl-rzecznik-praw-dziecka"]
)
def test_nothing_is_wider_than_a_small_phone(visit, path):
    with visit(path, width=320, height=640) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


# The comparison


def head(page):
    return page.locator(".comparison thead th a").all_inner_texts()


def offices(page):
    return parse_qs(urlsplit(page.url).query).get("office", [])


def test_a_choice_by_keyboard_stands_beside_norway_and_in_the_address(desk):
    desk.goto(COMPARE)
    assert head(desk) == ["Ombudsman for Children"]
    desk.get_by_label("Office 1").focus()
    desk.keyboard.type("Sweden")
    desk.keyboard.press("Enter")
    expect(desk.locator(".comparison thead th")).to_have_count(2)
    assert offices(desk) == ["se-barnombudsmannen"]
    expect(desk.locator("[role='status']")).to_have_text("Comparing: Norway, Sweden")
    assert "office=se-barnombudsmannen" in desk.locator(".twin").get_attribute("href")


def test_the_address_brings_the_choice_back_in_both_languages(desk):
    query = "?office=ie-oco&office=nonsense&office=ie-oco&office=no-barneombudet&office=gb-sct-cypcs"
    for language in ("en", "nb"):
        desk.goto(f"{language}/enoc/compare/{query}")
        links = desk.locator(".comparison thead th a").evaluate_all("all => all.map(one => one.href.split('/').at(-2))")
        assert links == ["no-barneombudet", "ie-oco", "gb-sct-cypcs"]


def test_at_most_four_stand_beside_norway(desk):
    ids = ["ie-oco", "gb-sct-cypcs", "se-barnombudsmannen", "pl-rzecznik-praw-dziecka", "mt-commissioner-for-children"]
    desk.goto(f"{COMPARE}?{'&'.join(f'office={id_}' for id_ in ids)}")
    expect(desk.locator(".comparison thead th")).to_have_count(5)


def test_every_property_of_the_table_is_compared_and_says_the_same(desk):
    desk.goto(f"{COMPARE}?office=bg-ombudsman")
    labels = desk.locator("#bg-ombudsman td").evaluate_all("all => all.map(one => one.dataset.label)")
    assert desk.locator(".comparison tbody th").all_inner_texts() == labels
    texts = desk.locator("#bg-ombudsman td").all_inner_texts()
    assert desk.locator(".comparison tbody td:last-child").all_inner_texts() == texts
    assert all(text.strip() for text in texts)


def test_on_a_phone_each_property_names_the_office(phone):
    phone.goto(f"{COMPARE}?office=ie-oco")
    cell = phone.locator(".comparison tbody td").nth(1)
    assert "Ireland" in cell.evaluate("cell => getComputedStyle(cell, '::before').content")
    boxes = [phone.locator(".comparison tbody td").nth(index).bounding_box() for index in (0, 1)]
    assert boxes[1]["y"] > boxes[0]["y"]


def test_without_a_script_the_whole_table_stands(visit):
    with visit(f"{COMPARE}?office=ie-oco", java_script_enabled=False) as page:
        expect(page.locator(".offices tbody")).to_have_count(45)
        expect(page.locator(".compare-form")).to_be_hidden()
        expect(page.locator(".comparison")).to_be_hidden()
        expect(page.locator("main [data-dead]")).to_be_visible()
    with visit(f"{MAP}?complaints=no", java_script_enabled=False) as page:
        expect(page.locator("main [data-dead]")).to_be_visible()


def test_an_office_cannot_be_chosen_twice(desk):
    desk.goto(f"{COMPARE}?office=ie-oco")
    option = "option[value='ie-oco']"
    assert not desk.locator(f"#office-1 {option}").is_disabled()
    assert desk.locator(f"#office-2 {option}").is_disabled()
    desk.select_option("#office-1", "")
    assert not desk.locator(f"#office-2 {option}").is_disabled()


def test_the_map_says_which_country_has_the_focus_and_what_it_answers(desk):
    desk.goto(MAP)
    norway = desk.locator("[role='listitem'] a[aria-label^='Norway: ']")
    norway.focus()
    assert desk.locator("[data-told]").inner_text() == "Norway: Ombudsman for Children. Handles complaints: No"
    assert desk.locator(".frame path").count() >= 2
    desk.locator("input[value='type'][name='map-shows']").check()
    assert norway.get_attribute("aria-label").endswith("Type of institution: Separate institution for children")
    assert desk.locator("[data-told]").inner_text() == ""


def test_a_chosen_comparison_is_printed_alone(desk):
    desk.goto(f"{COMPARE}?office=ie-oco")
    desk.emulate_media(media="print")
    expect(desk.locator(".comparison")).to_be_visible()
    expect(desk.locator(".offices")).to_be_hidden()
    desk.goto(COMPARE)
    desk.emulate_media(media="print")
    expect(desk.locator(".offices")).to_be_visible()
