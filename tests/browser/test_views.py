"""Other ways to see a filtered list, and to take it away: groups, two reviews side by side, CSV and JSON."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

LIST = "en/recommendations/"
ASYLUM = "theme=asylum-and-migration"
PAIR = "compare=crc-2018&with=crc-2025"


def where(page):
    return page.evaluate("location.href")


def ids_shown(page):
    return page.locator(".results > li").evaluate_all("all => all.filter((one) => !one.hidden).map((one) => one.id)")


def saved(page, kind):
    with page.expect_download() as download:
        page.get_by_role("button", name=f"Save what is shown as {kind.upper()}").click()
    assert download.value.suggested_filename == f"recommendations.{kind}"
    with open(download.value.path(), encoding="utf-8", newline="") as file:  # noqa: PTH123 - a download
        return file.read()


def linked(part):
    """The records that a part of the page links to, in order."""
    return part.locator("a").evaluate_all("all => all.map((one) => one.pathname.split('/').at(-2))")


@pytest.mark.parametrize("by", ["theme", "thread", "year", "body", "actor"])
def test_groups_hold_what_the_list_shows_under_each_of_its_values(desk, by):
    desk.goto(f"{LIST}?year=2018&year=2010")
    number = len(ids_shown(desk))
    desk.get_by_label("Group by").select_option(by)
    sections = desk.locator("[data-view] section")
    expect(sections.first).to_be_visible()
    values = desk.locator(".results > li").evaluate_all(
        "(all, by) => all.filter((one) => !one.hidden).map((one) => one.getAttribute(`data-facet-${by}`).split(' '))",
        by,
    )
    expected = sum(map(len, values))
    assert len(values) == number
    assert len(linked(desk.locator("[data-view]"))) == expected
    assert set(linked(desk.locator("[data-view]"))) == set(ids_shown(desk))
    counts = sections.locator("h2 .count").evaluate_all("all => all.map((one) => Number(one.textContent))")
    assert counts == sections.evaluate_all("all => all.map((one) => one.querySelectorAll('li').length)")
    assert desk.locator(".results").is_hidden()
    assert where(desk).endswith(f"?year=2018&year=2010&by={by}")


def test_groups_follow_the_filters_and_go_when_they_are_not_wanted(desk):
    desk.goto(f"{LIST}?by=year")
    expect(desk.locator("[data-view] section").first).to_be_visible()
    desk.get_by_label("Search the list").fill("violence")
    said = re.compile(rf"^{len(ids_shown(desk))} of \d+ entries\. Grouped by: Year\. Groups: \d+$")
    expect(desk.get_by_role("status")).to_have_text(said)
    assert set(linked(desk.locator("[data-view]"))) == set(ids_shown(desk))
    desk.get_by_label("Group by").select_option("")
    expect(desk.locator(".results")).to_be_visible()
    assert desk.locator("[data-view]").is_hidden()
    assert "by=" not in where(desk)


def test_two_reviews_stand_side_by_side_with_what_came_back_and_what_is_new(desk, dataset):
    desk.goto(LIST)
    desk.get_by_label("Compare two reviews by the Committee").select_option("crc-2018")
    expect(desk.locator("table.compared")).to_be_visible()
    assert where(desk).endswith(f"?{PAIR}")
    themes = {
        year: {r.theme for r in dataset.all("recommendations") if r.document == f"crc-{year}"} for year in (2018, 2025)
    }
    name = {theme.id: theme.name.en for theme in dataset.all("themes")}
    expected = {
        "back": themes[2018] & themes[2025],
        "new": themes[2025] - themes[2018],
        "gone": themes[2018] - themes[2025],
    }
    for kind, ids in expected.items():
        rows = desk.locator(f"tbody[data-kind='{kind}'] th[scope='row']").all_inner_texts()
        assert sorted(rows) == sorted(name[id_] for id_ in ids), kind
    assert linked(desk.locator("table.compared tbody td:nth-child(2)")) != []
    both = {r.id for r in dataset.all("recommendations") if r.document in {"crc-2018", "crc-2025"}}
    assert set(linked(desk.locator("table.compared"))) == both
    summary = desk.locator("[data-view] [data-sum]")
    expect(summary).to_contain_text("Counted by theme:")
    expect(summary).to_contain_text(f"{len(expected['back'])} came back in 2025")


def test_the_order_of_the_two_does_not_matter_and_the_same_twice_is_refused(desk):
    desk.goto(f"{LIST}?compare=crc-2025&with=crc-2018")
    expect(desk.locator("table.compared thead")).to_contain_text("2018")
    assert desk.locator("table.compared thead th").all_inner_texts() == ["Theme", "2018", "2025"]
    desk.goto(f"{LIST}?compare=crc-2025&with=crc-2025")
    expect(desk.locator("[data-view]")).to_have_text("Choose two different reviews.")


def test_which_recommendations_of_2018_on_asylum_seeking_children_came_back(desk, dataset):
    """What a ministry asks: thread by thread."""
    desk.goto(f"{LIST}?{ASYLUM}&by=thread&{PAIR}")
    back = desk.locator("tbody[data-kind='back']")
    expect(back).to_be_visible()
    thread = dataset.get("threads", "thread-asylum-care")
    row = back.locator("tr", has_text=thread.title.en)
    for place, document in ((0, "crc-2018"), (1, "crc-2025")):
        expected = {
            id_
            for id_ in thread.all_recommendations
            if dataset.get("recommendations", id_).document == document
            and dataset.get("recommendations", id_).theme == "asylum-and-migration"
        }
        assert set(linked(row.locator("td").nth(place))) == expected


def test_filters_narrow_the_comparison_but_not_those_of_year_body_and_document(desk):
    desk.goto(f"{LIST}?{ASYLUM}&year=2018&{PAIR}")
    rows = desk.locator("table.compared th[scope='row']")
    expect(rows).to_have_count(1)
    assert len(linked(desk.locator("table.compared td:nth-child(3)"))) > 0


@pytest.mark.parametrize("query", ["", "?year=2018&group=asylum-seeking-children", "?q=violence&sort=title"])
def test_what_is_saved_is_what_is_shown(desk, folder, query):
    desk.goto(f"{LIST}{query}")
    ids = ids_shown(desk)
    whole = json.loads((folder / "data/recommendations.json").read_text(encoding="utf-8"))
    rows = {row["id"]: row for row in whole}
    assert json.loads(saved(desk, "json")) == [rows[id_] for id_ in ids]
    with (folder / "data/recommendations.csv").open(encoding="utf-8", newline="") as file:
        table = {row["id"]: row for row in csv.DictReader(file)}
    text = saved(desk, "csv")
    assert list(csv.DictReader(io.StringIO(text, newline=""))) == [table[id_] for id_ in ids]
    assert text.endswith("\r\n")


def test_everything_that_is_saved_is_the_open_data_itself(desk, folder):
    """Nothing is lost on the way: unfiltered and in the order of the data, the files are the same to the byte."""
    desk.goto(LIST)
    whole = (folder / "data/recommendations.csv").read_bytes().decode("utf-8")
    assert sorted(saved(desk, "csv").split("\r\n")) == sorted(whole.split("\r\n"))


def test_excel_gets_the_same_rows_as_columns_in_every_country(desk):
    desk.goto(f"{LIST}?{ASYLUM}")
    plain = list(csv.reader(io.StringIO(saved(desk, "csv"), newline="")))
    with desk.expect_download() as download:
        desk.get_by_role("button", name="Save what is shown as Excel").click()
    assert download.value.suggested_filename == "recommendations.csv"
    text = Path(download.value.path()).read_bytes().decode("utf-16")
    assert list(csv.reader(io.StringIO(text, newline=""), delimiter="\t")) == plain
    assert len(plain) > 2


def test_what_is_shown_can_be_sent(visit):
    """The link that is copied opens the same view."""
    with visit(None, permissions=["clipboard-read", "clipboard-write"]) as page:
        page.goto(f"{LIST}?{ASYLUM}&{PAIR}")
        page.get_by_role("button", name="Copy the link").click()
        expect(page.get_by_role("status")).to_have_text("The link is copied")
        assert page.evaluate("navigator.clipboard.readText()") == where(page)


def test_a_comparison_is_saved_with_both_reviews(desk):
    desk.goto(f"{LIST}?{ASYLUM}&{PAIR}")
    expect(desk.locator("table.compared")).to_be_visible()
    rows = json.loads(saved(desk, "json"))
    assert {row["document"] for row in rows} == {"crc-2018", "crc-2025"}
    assert {row["id"] for row in rows} == set(linked(desk.locator("table.compared")))


def test_a_view_is_carried_to_the_other_language_and_comes_back_with_the_address(desk):
    desk.goto(f"{LIST}?{ASYLUM}&by=actor&{PAIR}")
    expect(desk.locator("table.compared")).to_be_visible()
    desk.get_by_role("link", name="Norsk", exact=True).click()
    desk.wait_for_url(f"**/nb/recommendations/?{ASYLUM}&by=actor&{PAIR}")
    expect(desk.locator("table.compared thead th").first).to_have_text("Hvem må handle")


def test_a_first_visit_does_not_load_what_only_some_views_need(desk):
    asked = []
    desk.on("request", lambda request: asked.append(request.url))
    desk.goto(LIST)
    desk.wait_for_load_state("networkidle")
    assert not [url for url in asked if url.endswith(("views.js", ".json", ".csv"))]


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("query", [f"by=actor&{PAIR}", "by=thread"])
def test_the_views_fit_the_page(visit, width, query):
    with visit(f"nb/recommendations/?{query}", width=width) as page:
        expect(page.locator("[data-view] a").first).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_javascript_there_are_no_dead_buttons(visit):
    with visit(LIST, java_script_enabled=False) as page:
        assert not any(part.is_visible() for part in page.locator(".save").all())
        assert page.locator("[data-view]").is_hidden()
        assert page.locator(".results").is_visible()


def test_a_long_list_shows_the_first_results_at_once_and_all_on_request_and_on_paper(visit):
    """As with ten times the records: every result stands twice."""
    twice = "document.querySelectorAll('.results > li').forEach((one) => { one.after(one.cloneNode(true)); })"
    for ask in ("click", "print"):
        with visit(None) as page:
            page.route(
                "**/explorer.js",
                lambda route: route.fulfill(body=f"{twice};{route.fetch().text()}", content_type="text/javascript"),
            )
            page.goto(LIST)
            every = page.locator(".results > li")
            assert page.locator("[data-shown]").inner_text() == str(every.count())
            assert every.evaluate_all("all => all.filter((one) => !one.hidden).length") == 150
            if ask == "click":
                page.get_by_role("button", name="Show all results").click()
                expect(every.nth(150).get_by_role("link").first).to_be_focused()
            else:
                page.evaluate("dispatchEvent(new Event('beforeprint'))")
            assert every.evaluate_all("all => all.every((one) => !one.hidden)")
            assert page.get_by_role("button", name="Show all results").is_hidden()
            page.get_by_label("Search the list").fill("violence")
            assert page.locator(".results > li:visible").count() == int(page.locator("[data-shown]").inner_text())
