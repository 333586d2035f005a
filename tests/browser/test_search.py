"""The search as readers use it: in the box at the top and on its page, by keyboard, on a phone, in both languages."""

import json
import re

import pytest
from playwright.sync_api import expect
from shared import LANGUAGE

from macros.search.grammar import GRAMMARS, words

pytestmark = pytest.mark.browser

BOX = "#site-q"
FIELD = "#q"
RESULTS = "[data-search-results] > li"
FIRST = f"{RESULTS}:first-child a"
INDEX = re.compile(r"/search/index/|search-(?:panel|shown)\.js|/search\.js")


@pytest.fixture
def loaded(desk):
    """Every file of the search that a page asked for."""
    asked = []
    desk.on("request", lambda request: asked.append(request.url) if INDEX.search(request.url) else None)
    return asked


@pytest.mark.parametrize("path", ["", "recommendations/", "recommendations/crc-2018-35a/"])
def test_a_first_visit_loads_nothing_of_the_search(desk, loaded, path):
    desk.goto(f"nb/{path}", wait_until="networkidle")
    assert loaded == []
    with desk.expect_response("**/start.json"):
        desk.locator(BOX).focus()
    assert not [url for url in loaded if "/words-" in url or "/texts-" in url]


@LANGUAGE
def test_the_box_shows_the_best_hits_and_the_arrow_and_enter_open_the_first(desk, server, language):
    desk.goto(f"{language}/")
    desk.locator(BOX).focus()
    desk.keyboard.type("art 12")
    best = desk.locator(".search-panel li a").first
    expect(best).to_have_attribute("href", f"{server}{language}/convention/articles/12/")
    desk.keyboard.press("ArrowDown")
    expect(best).to_be_focused()
    desk.keyboard.press("Enter")
    expect(desk).to_have_url(f"{server}{language}/convention/articles/12/")


def test_escape_closes_the_hits_and_leaving_does_too(desk):
    desk.goto("en/")
    panel = desk.locator(".search-panel")
    desk.locator(BOX).focus()
    desk.keyboard.type("bullying")
    expect(panel).to_be_visible()
    desk.keyboard.press("ArrowDown")
    desk.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(desk.locator(BOX)).to_be_focused()
    desk.keyboard.type(" ")
    desk.keyboard.type("school")
    expect(panel).to_be_visible()
    desk.locator("h1").click()
    expect(panel).to_be_hidden()


def test_hits_that_come_late_leave_a_reader_who_went_down_where_they_are(desk):
    desk.goto("en/")
    desk.locator(BOX).fill("bullying")
    first = desk.locator(".search-panel li a").first
    expect(first).to_be_visible()
    desk.keyboard.press("ArrowDown")
    expect(first).to_be_focused()
    desk.evaluate(
        """() => new Promise((come) => {
          new MutationObserver(come).observe(document.querySelector(".search-panel ol"), { childList: true });
          document.querySelector("#site-q").dispatchEvent(new Event("input"));
        })"""
    )
    expect(first).to_be_focused()
    desk.keyboard.press("Escape")
    expect(desk.locator(BOX)).to_be_focused()


@LANGUAGE
def test_enter_in_the_box_leads_to_the_page_of_results_with_the_same_hits(desk, server, language):
    desk.goto(f"{language}/enoc/")
    desk.locator(BOX).focus()
    desk.keyboard.type("barnets beste")
    expect(desk.locator(".search-panel p a")).to_have_attribute("href", re.compile(r"\?q=barnets\+beste$"))
    expect(desk.locator(".search-panel li a")).to_have_count(6)
    in_box = desk.locator(".search-panel li a").evaluate_all("(links) => links.map((link) => link.href)")
    desk.locator(BOX).press("Enter")
    expect(desk).to_have_url(f"{server}{language}/search/?q=barnets+beste")
    expect(desk.locator(FIRST)).to_be_visible()
    assert desk.locator(f"{RESULTS} a").evaluate_all("(links) => links.map((link) => link.href)")[:6] == in_box
    expect(desk.locator(FIELD)).to_be_focused()
    desk.keyboard.press("Enter")
    expect(desk).to_have_url(in_box[0])


@LANGUAGE
def test_a_hit_says_what_it_is_and_shows_the_sentence_with_the_words_marked(desk, language):
    desk.goto(f"{language}/search/?q={'isolasjon' if language == 'nb' else 'isolation'}")
    expect(desk.locator(FIRST)).to_be_visible()
    for hit in desk.locator(RESULTS).all()[:10]:
        assert hit.locator("a").count() == 1
        assert hit.locator(".kicker").inner_text()
    marks = desk.locator(f"{RESULTS} mark").all_inner_texts()
    assert len(marks) > 2
    assert all("isola" in mark.lower() for mark in marks), marks
    kinds = desk.locator(f"{RESULTS} .kicker").all_inner_texts()
    year = "Anbefaling · 2018" if language == "nb" else "Recommendation · 2018"
    assert year in kinds


def test_kinds_narrow_the_hits_and_stand_in_the_address(desk, server):
    desk.goto("en/search/?q=education")
    expect(desk.locator(FIRST)).to_be_visible()
    everything = int(re.search(r"\d+", desk.locator("[data-search-count]").inner_text())[0])
    kind = desk.locator(".kind", has_text="Recommendations")
    number = int(kind.locator(".count").inner_text())
    kind.locator("input").check()
    expect(desk.locator("[data-search-count]")).to_have_text(re.compile(rf"^{number} results$"))
    assert 0 < number < everything
    expect(desk).to_have_url(f"{server}en/search/?q=education&kind=recommendations")
    assert all("Recommendation" in text for text in desk.locator(f"{RESULTS} .kicker").all_inner_texts())
    desk.reload()
    expect(desk.locator("[data-search-count]")).to_have_text(re.compile(rf"^{number} results$"))
    desk.get_by_role("link", name="Norsk").click()
    expect(desk).to_have_url(f"{server}nb/search/?q=education&kind=recommendations")
    expect(desk.locator(FIRST)).to_be_visible()


def test_more_hits_come_on_request_and_the_focus_goes_to_the_first_of_them(desk):
    desk.goto("en/search/?q=children")
    expect(desk.locator(RESULTS)).to_have_count(20)
    desk.get_by_role("button", name="Show more results").click()
    expect(desk.locator(RESULTS)).to_have_count(40)
    expect(desk.locator(f"{RESULTS}:nth-child(21) a")).to_be_focused()


@pytest.mark.parametrize(
    ("language", "query", "expected"),
    [
        ("nb", "konvensjon", "convention/"),
        ("nb", "VØI", "implementation/actors/#voi"),
        ("nb", "NIM", "implementation/actors/#nim"),
        ("nb", "FM", "implementation/actors/#county-governors"),
        ("nb", "fylkesmannen", "implementation/actors/#county-governors"),
        ("nb", "BLD", "implementation/actors/#bfd"),
        ("nb", "CRC/C/NOR/CO/5-6 para 35", "recommendations/crc-2018-35"),
        ("nb", "artikkel 12", "convention/articles/12/"),
        ("nb", "barnets beste", "recommendations/themes/best-interests/"),
        ("nb", "barneombodet", "norwegian-model/"),
        ("nb", "diskrimnering", "recommendations/themes/non-discrimination/"),
        ("nb", "juvenile justice", "recommendations/themes/juvenile-justice/"),
        ("en", "fylkesmannen", "implementation/actors/#county-governors"),
        ("en", "barnets beste", "recommendations/themes/best-interests/"),
    ],
)
def test_what_readers_have_in_their_heads_is_found(desk, language, query, expected):
    desk.goto(f"{language}/search/")
    desk.locator(FIELD).fill(query)
    expect(desk.locator(FIRST)).to_be_visible()
    found = [
        link.split(f"/{language}/")[1]
        for link in desk.locator(f"{RESULTS} a").evaluate_all("(a) => a.map(({href}) => href)")
    ]
    assert any(address.startswith(expected) for address in found[:3]), found[:3]


def test_a_slip_is_understood_and_said(desk):
    desk.goto("nb/search/?q=diskrimnering")
    expect(desk.locator("[data-search-understood]")).to_contain_text("diskriminering")


@LANGUAGE
def test_no_hits_offer_near_words_and_the_lists(desk, language):
    desk.goto(f"{language}/search/?q=xkonvxqjon")
    none = desk.locator("[data-search-none]")
    expect(none).to_contain_text("xkonvxqjon")
    expect(desk.locator("[data-search-found]")).to_be_hidden()
    near = none.locator("a")
    expect(near.first).to_be_visible()
    expect(desk.locator("#lists ~ ul a").first).to_be_visible()
    near.first.click()
    expect(desk.locator(FIRST)).to_be_visible()


def test_screen_readers_hear_how_many_hits_there_are(desk):
    desk.goto("en/search/")
    desk.locator(FIELD).fill("bullying")
    expect(desk.get_by_role("status")).to_contain_text(re.compile(r"\d+ results\. "))
    desk.goto("en/")
    desk.locator(BOX).fill("bullying")
    expect(desk.locator("[data-search-box] [role='status']")).to_contain_text(re.compile(r"\d+ results"))


def test_a_phone_has_a_link_to_the_search_and_its_key_only_goes_to_the_best_hit(phone, server):
    phone.goto("nb/enoc/")
    expect(phone.locator(BOX)).to_be_hidden()
    phone.get_by_role("link", name="Søk").click()
    expect(phone).to_have_url(f"{server}nb/search/")
    phone.locator(FIELD).fill("mobbing")
    expect(phone.locator(FIRST)).to_be_visible()
    phone.locator(FIELD).press("Enter")
    expect(phone.locator(FIRST)).to_be_focused()
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_an_index_that_does_not_come_is_said(visit):
    with visit(None, expect=("words-", "Failed to load")) as page:
        page.route("**/words-*.json*", lambda route: route.abort())
        page.goto("en/search/?q=bullying")
        failed = page.locator("[data-search-failed]")
        expect(failed).to_be_visible()
        expect(failed).to_contain_text("did not arrive")
        page.unroute("**/words-*.json*")
        failed.get_by_role("button", name="Try again").press("Enter")
        expect(page.locator(FIRST)).to_be_visible()
        expect(failed).to_be_hidden()
        expect(page.locator(FIELD)).to_be_focused()


def test_the_search_tries_again_by_itself_when_the_network_is_back(visit):
    with visit("en/search/", expect=("Failed to load", "failed http")) as page:
        page.wait_for_load_state("networkidle")
        page.context.set_offline(True)
        page.locator(FIELD).fill("bullying")
        expect(page.locator("[data-search-failed]")).to_be_visible()
        page.context.set_offline(False)
        expect(page.locator(FIRST)).to_be_visible()
        expect(page.locator("[data-search-failed]")).to_be_hidden()


@LANGUAGE
def test_an_index_that_is_slow_to_come_is_said_once_and_shown(desk, language):
    held = []
    desk.route("**/start.json", lambda route: held.append(route))  # noqa: PLW0108 - Playwright refuses a built-in method
    desk.goto(f"{language}/search/?q=barnets+beste")
    waiting = desk.locator("[data-search-waiting]")
    expect(waiting).to_be_visible()
    expect(desk.get_by_role("status")).to_have_text(waiting.inner_text())
    held[0].continue_()
    expect(desk.locator(FIRST)).to_be_visible()
    expect(waiting).to_be_hidden()


def test_the_box_says_that_the_hits_did_not_come_and_tries_again_at_the_next_letter(visit):
    with visit("en/enoc/", expect=("Failed to load", "failed http")) as page:
        page.route("**/start.json", lambda route: route.abort())
        page.locator(BOX).focus()
        page.keyboard.type("mobbin")
        panel = page.locator(".search-panel")
        expect(panel).to_contain_text("did not arrive")
        expect(page.locator(".site-search [role='status']")).to_have_text("The search did not arrive.")
        expect(panel.get_by_role("link")).to_have_attribute("href", re.compile(r"\?q=mobbin$"))
        page.unroute("**/start.json")
        page.keyboard.type("g")
        expect(panel.locator("li a").first).to_be_visible()
        expect(panel.get_by_text("did not arrive")).to_be_hidden()


def test_the_box_itself_may_come_late(visit):
    with visit("en/enoc/", expect=("Failed to load", "failed http")) as page:
        page.route("**/search-panel.js", lambda route: route.abort())
        page.locator(BOX).fill("mobbin")
        expect(page.locator(".site-search [role='status']")).to_have_text("The search did not arrive.")
        page.unroute("**/search-panel.js")
        page.keyboard.type("g")
        expect(page.locator(".search-panel li a").first).to_be_visible()


def test_things_of_one_name_are_told_apart_by_those_who_hear_them(desk):
    desk.goto("en/search/?q=mobbing")
    expect(desk.locator(FIRST)).to_be_visible()
    names = desk.locator(f"{RESULTS} a").evaluate_all("(links) => links.map((link) => link.textContent)")
    assert "Bullying and a safe school environment, Theme" in names
    assert len(names) == len(set(names)), names
    assert desk.title().startswith("mobbing – Search – ")


def test_a_title_in_another_language_is_marked_with_it(desk):
    desk.goto("en/search/?q=Barnevernsloven+Lov+om+barnevern")
    expect(desk.locator(f"{RESULTS} a [lang='nb']").first).to_contain_text("barnevern", ignore_case=True)
    desk.goto("nb/search/?q=Barnevernsloven+Lov+om+barnevern")
    expect(desk.locator(FIRST)).to_be_visible()
    assert desk.locator(f"{RESULTS} a [lang='nb']").count() == 0


@LANGUAGE
def test_without_scripts_the_page_says_so_and_leads_on(visit, language):
    with visit(f"{language}/search/?q=x", java_script_enabled=False) as page:
        expect(page.locator("[data-search] > [data-dead]")).to_be_visible()
        expect(page.locator("#q")).to_be_hidden()
        assert page.locator("#lists ~ ul a").count() > 5


def test_a_page_that_is_not_there_offers_its_words_to_the_search(visit, server):
    with visit(None, expect=("404",)) as page:
        page.goto("nb/recommendations/mobbing-i-skolen/")
        field = page.locator("#q-nb")
        expect(field).to_have_value("recommendations mobbing i skolen")
        field.press("Enter")
        expect(page).to_have_url(f"{server}nb/search/?q=recommendations+mobbing+i+skolen")
        expect(page.locator(FIRST)).to_be_visible()


def test_the_search_works_under_a_strict_policy(desk):
    policy = "default-src 'none'; " + "; ".join(f"{what}-src 'self'" for what in ("script", "style", "img", "connect"))

    def strict(route):
        answer = route.fetch()
        route.fulfill(response=answer, headers=answer.headers | {"content-security-policy": policy})

    desk.route("**/search/*", strict)
    desk.goto("nb/search/?q=barnets+beste")
    expect(desk.locator(FIRST)).to_be_visible()


@LANGUAGE
def test_the_browser_cuts_words_as_the_index_was_made(desk, folder, language):
    """Every text of the index, cut by both: a word that one cuts otherwise is never found."""
    chunks = sorted((folder / language / "search/index").glob("texts-*.json"))
    lines = [
        line
        for chunk in chunks
        for unit in json.loads(chunk.read_text(encoding="utf-8"))
        for line in (unit[1], *unit[3])
    ]
    desk.goto(f"{language}/search/")
    cut, stems = desk.evaluate(
        """async ([lines, language]) => {
          const { words, stem } = await import(`/${language}/assets/js/search.js`);
          const { grammars: [grammar] } = await (await fetch("index/start.json")).json();
          const cut = lines.map((line) => words(line));
          return [cut, [...new Set(cut.flat())].map((word) => [word, stem(word, grammar)])];
        }""",
        [lines, language],
    )
    stem = GRAMMARS[language].stem
    different = [line for line, found in zip(lines, cut, strict=True) if found != words(line)]
    different += [word for word, found in stems if found != stem(word)]
    assert not different, different[:5]
