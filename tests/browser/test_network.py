"""On a network that drops: what did not arrive is said, seen and heard, and nothing looks alive that is not."""

import pytest
from playwright.sync_api import expect
from shared import LANGUAGE

pytestmark = pytest.mark.browser

LIST = "recommendations/"
COMPARE = "enoc/compare/"
FORM = "guidance/templates/best-interests-form/"
CHECKLIST = "norwegian-model/setting-up/"
SEARCH = "search/"
LOST = ("Failed to load", "failed http")


@LANGUAGE
@pytest.mark.parametrize(
    ("script", "path"),
    [
        ("explorer", LIST),
        ("explorer", "enoc/members/"),
        ("compare", COMPARE),
        ("worksheet", FORM),
        ("odt", FORM),
        ("form", FORM),
        ("checklist", CHECKLIST),
        ("search-page", SEARCH),
        ("search", SEARCH),
        ("scheme", LIST),
    ],
)
def test_where_a_script_did_not_arrive_the_page_is_as_without_scripts(visit, language, script, path):
    with visit(None, expect=LOST) as page:
        page.route(f"**/assets/js/{script}.js", lambda route: route.abort())
        page.goto(f"{language}/{path}")
        expect(page.locator("main [data-dead]").first).to_be_visible()
        assert [one for one in page.locator("[data-live]").all() if one.is_visible()] == []


@pytest.mark.parametrize(("script", "path"), [("search-box", LIST), ("europe", "enoc/members/"), ("terms", LIST)])
def test_a_script_that_nothing_rests_on_takes_nothing_with_it(visit, script, path):
    with visit(None, expect=LOST) as page:
        page.route(f"**/assets/js/{script}.js", lambda route: route.abort())
        page.goto(f"en/{path}")
        expect(page.locator(".explorer-form")).to_be_visible()
        expect(page.locator("main [data-dead]").first).to_be_hidden()


@pytest.mark.parametrize("path", [LIST, COMPARE, FORM, CHECKLIST, SEARCH])
def test_what_stands_in_for_a_script_is_hidden_without_the_style_sheet_too(visit, path):
    with visit(None, expect=LOST) as page:
        page.route("**/site.css", lambda route: route.abort())
        page.goto(f"nb/{path}")
        expect(page.locator("h1")).to_be_visible()
        assert not [part for part in page.locator("main [data-dead]").all() if part.is_visible()]


@LANGUAGE
def test_groups_that_do_not_come_are_said_and_come_when_the_network_is_back(visit, language):
    with visit(f"{language}/{LIST}", expect=LOST) as page:
        page.wait_for_load_state("networkidle")
        page.context.set_offline(True)
        failed = page.locator("[data-lost]")
        page.get_by_label("Group by" if language == "en" else "Vis gruppert etter").select_option("theme")
        expect(failed).to_be_visible()
        said = page.locator(".explorer [role='status']")
        expect(said).to_have_text(failed.inner_text())
        expect(page.locator(".results")).to_be_visible()
        page.context.set_offline(False)
        expect(page.locator("[data-view] section").first).to_be_visible()
        expect(failed).to_be_hidden()


def test_a_file_that_cannot_be_made_is_said_and_one_that_is_too(visit):
    with visit(f"en/{LIST}", expect=LOST) as page:
        page.route("**/data/recommendations.csv", lambda route: route.abort())
        button = page.get_by_role("button", name="Save what is shown as CSV")
        said = page.locator(".explorer [role='status']")
        button.press("Enter")
        expect(page.locator("[data-lost]")).to_be_visible()
        expect(said).to_contain_text("did not arrive")
        page.unroute("**/data/recommendations.csv")
        with page.expect_download():
            button.press("Enter")
        expect(page.locator("[data-lost]")).to_be_hidden()
        expect(said).to_have_text("Save what is shown as CSV: recommendations.csv")
        expect(button).to_be_focused()


def test_a_link_that_cannot_be_copied_is_said(visit):
    with visit(None) as page:
        page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
        page.goto(f"en/{LIST}")
        page.locator("[data-copy]").press("Enter")
        expect(page.locator(".explorer [role='status']")).to_contain_text("does not let us copy")


@pytest.mark.parametrize("path", [FORM, CHECKLIST])
def test_forms_make_their_files_without_a_network_and_say_so(visit, path):
    with visit(f"en/{path}") as page:
        page.wait_for_load_state("networkidle")
        page.context.set_offline(True)
        with page.expect_download() as download:
            page.get_by_role("button", name="Download as a text document (ODT)").press("Enter")
        status = page.locator("[role='status'][data-saved]")
        expect(status).to_have_text(f"The file is made. Your browser saves it as {download.value.suggested_filename}.")


@LANGUAGE
def test_those_who_hear_the_list_hear_how_it_is_grouped(desk, language):
    desk.goto(f"{language}/{LIST}?year=2018")
    desk.get_by_label("Group by" if language == "en" else "Vis gruppert etter").select_option("theme")
    groups = desk.locator("[data-view] > section")
    expect(groups.first).to_be_visible()
    said = desk.locator(".explorer [role='status']")
    expect(said).to_contain_text("Grouped by: Theme" if language == "en" else "Gruppert etter: Tema")
    expect(said).to_contain_text(f": {groups.count()}")


def test_a_choice_passed_on_the_way_to_another_is_not_read_out(desk):
    desk.goto(f"en/{COMPARE}")
    desk.evaluate("""() => {
      window.said = [];
      const status = document.querySelector(".compare [role='status']");
      new MutationObserver(() => window.said.push(status.textContent)).observe(status, { childList: true });
    }""")
    desk.get_by_label("Office 1").focus()
    desk.keyboard.type("Ire")  # passes Iceland
    expect(desk.locator(".compare [role='status']")).to_have_text("Comparing: Norway, Ireland")
    assert desk.evaluate("window.said") == ["Comparing: Norway, Ireland"]
