"""Axe (WCAG 2.2 AA, best practices) finds nothing on any page, nor on any kind of page however it is shown."""

import itertools
from contextlib import contextmanager

import pytest
from paths import RECORDS, WRITTEN

pytestmark = pytest.mark.browser

AXE = "tests/node_modules/axe-core/axe.min.js"
OPTIONS = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    "resultTypes": ["violations"],
    "preload": False,
}
# What else axe looks at is the same in both schemes.
COLOURS = OPTIONS | {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
SCHEMES = ("light", "dark")
WIDTHS = (320, 768, 1280)
VIEWS = tuple(itertools.product(SCHEMES, WIDTHS))
SHARDS = 16
# What is folded is read too. Of a long list of equals the first are enough: 800 sources take axe a minute.
UNFOLD = "document.querySelectorAll('details').forEach((part) => { part.open = true; })"
SHORTEN = """document.querySelectorAll('main :is(ol, ul)').forEach((list) => {
  [...list.children].slice(12).forEach((item) => item.remove());
})"""


@pytest.fixture
def visit(visit, root):
    """The same, with axe in every page."""

    @contextmanager
    def open_page(path, **options):
        with visit(None, **options) as page:
            page.add_init_script(path=root / AXE)
            if path is not None:
                page.goto(path)
            yield page

    return open_page


def findings(page, views=VIEWS, within="html"):
    """What axe finds in each scheme at each width, as rule and elements."""
    page.evaluate(SHORTEN)
    told, widths = [], set()
    for scheme, width in views:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 800})
        page.evaluate(UNFOLD)
        options = COLOURS if width in widths else OPTIONS
        found = page.evaluate("([within, options]) => axe.run(within, options)", [within, options])["violations"]
        widths.add(width)
        told += [
            f"{page.url} {scheme} {width} {violation['id']}: {node['target']} {node['failureSummary'][:160]}"
            for violation in found
            for node in violation["nodes"][:3]
        ]
    return told


@pytest.mark.parametrize("path", [*WRITTEN, *RECORDS])
def test_axe_finds_nothing(visit, path):
    broken = []
    with visit(None) as page:
        for language in ("nb", "en"):
            assert page.goto(f"{language}/{path}").status == 200
            broken += findings(page)
    assert not broken, "\n".join(broken)


@pytest.mark.parametrize("shard", range(SHARDS))
def test_axe_finds_nothing_on_the_page_of_any_record(visit, site, shard):
    """Each page once: language, scheme and width take turns."""
    paths = sorted(set(site.language("nb")) - {*WRITTEN, *RECORDS})
    turns = itertools.product(("nb", "en"), VIEWS)
    broken = []
    with visit(None) as page:
        for path, (language, view) in list(zip(paths, itertools.cycle(turns), strict=False))[shard::SHARDS]:
            page.goto(f"{language}/{path}")
            broken += findings(page, [view])
    assert not broken, "\n".join(broken)


@pytest.mark.parametrize(
    "path",
    [
        "en/recommendations/?year=2018&theme=disability",
        "nb/recommendations/?q=xyzzy",
        "nb/search/?q=barnets+beste",
        "en/search/?q=xqzwvv",
        "",
        "no/such/page",
    ],
)
def test_axe_finds_nothing_on_a_filtered_list_the_chooser_and_the_missing_page(visit, path):
    with visit(path, expect=["404"]) as page:
        broken = findings(page)
    assert not broken, "\n".join(broken)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("language", ["nb", "en"])
def test_axe_finds_nothing_in_the_hits_under_the_search_box(visit, language, scheme):
    """Below 960 pixels the box is a link to the search page, which is tested above."""
    with visit(f"{language}/guidance/") as page:
        page.fill("#site-q", "barn" if language == "nb" else "child")
        page.locator(".search-panel li").first.wait_for()
        broken = findings(page, [(scheme, 1280)], within=".site-search")
        assert page.locator(".search-panel").is_visible()
    assert not broken, "\n".join(broken)


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("nb/recommendations/?by=theme", "[data-view] section"),
        ("en/recommendations/?compare=crc-2018&with=crc-2025", "[data-view] .compared"),
        ("en/enoc/compare/?office=ie-oco&office=se-barnombudsmannen", ".compare.is-chosen"),
    ],
)
def test_axe_finds_nothing_in_what_scripts_draw(visit, path, shown):
    with visit(path) as page:
        page.locator(shown).first.wait_for()
        broken = findings(page)
    assert not broken, "\n".join(broken)


def test_axe_would_have_told(visit):
    with visit("en/", bypass_csp=True) as page:
        page.evaluate(
            "document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=\"data:,\"><h5>x</h5>')"
        )
        page.add_style_tag(content="main { color: #aaa !important; }")
        told = " ".join(findings(page))
    assert "image-alt" in told
    assert "heading-order" in told
    assert "color-contrast" in told


def test_every_kind_of_page_is_looked_at(site):
    """A new collection that has pages must be added to tests/paths.py."""

    def kind(path):
        return path if path in WRITTEN or not path else path.rsplit("/", 2)[0]

    looked_at = {kind(path) for path in (*WRITTEN, *RECORDS)}
    assert {kind(path) for path in site.language("nb")} <= looked_at
