"""Axe finds nothing (WCAG 2.2 AA, best practices) on any kind of page: both languages and schemes, phone and desk."""

import itertools

import pytest

pytestmark = pytest.mark.browser

AXE = "tests/node_modules/axe-core/axe.min.js"
OPTIONS = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    "resultTypes": ["violations"],
    "preload": False,
}
WRITTEN = [
    "/",
    "norwegian-model/",
    "norwegian-model/law/",
    "norwegian-model/functions/",
    "norwegian-model/history/",
    "norwegian-model/involving-children/",
    "norwegian-model/themes/",
    "norwegian-model/system/",
    "norwegian-model/visit/",
    "norwegian-model/briefing/",
    "norwegian-model/setting-up/",
    "enoc/",
    "enoc/members/",
    "enoc/compare/",
    "enoc/statements/",
    "enoc/conferences/",
    "convention/",
    "convention/general-comments/",
    "convention/norway/",
    "implementation/",
    "implementation/assignments/",
    "implementation/county-governors/",
    "implementation/sjumilssteget/",
    "implementation/working-group/",
    "implementation/proposals/",
    "implementation/challenges/",
    "implementation/actors/",
    "recommendations/",
    "recommendations/overview/",
    "recommendations/documents/",
    "recommendations/themes/",
    "recommendations/threads/",
    "recommendations/groups/",
    "about/",
    "about/sources/",
    "about/gaps/",
    "about/data/",
]
# One record of each collection that has pages: the one that shows the most.
RECORDS = [
    "norwegian-model/themes/violence/",
    "norwegian-model/functions/access-and-information/",
    "enoc/members/no-barneombudet/",
    "enoc/members/al-peoples-advocate/",
    "enoc/statements/enoc-standards-2001/",
    "convention/articles/12/",
    "convention/articles/36/",
    "implementation/proposals/proposal-2/",
    "implementation/sjumilssteget/step-6/",
    "recommendations/crc-2018-monitoring/",
    "recommendations/documents/crc-2018/",
    "recommendations/documents/crc-2025/",
    "recommendations/themes/disability/",
    "recommendations/threads/thread-disability/",
]
PAGES = [path.removeprefix("/") for path in WRITTEN] + RECORDS
SCHEMES = ("light", "dark")
WIDTHS = (360, 1280)
# What is folded is read too. Of a long list of equals the first are enough: 700 sources take axe a minute.
UNFOLD = "document.querySelectorAll('details').forEach((part) => { part.open = true; })"
SHORTEN = """document.querySelectorAll('main :is(ol, ul)').forEach((list) => {
  [...list.children].slice(12).forEach((item) => item.remove());
})"""


@pytest.fixture(scope="session")
def axe(root):
    """The engine, ready to be put into a page."""
    return (root / AXE).read_text(encoding="utf-8")


def findings(page, axe):
    """What axe finds in each scheme at each width, as rule and elements."""
    page.evaluate(SHORTEN)
    page.evaluate(f"() => {{ {axe} }}")
    told = []
    for scheme, width in itertools.product(SCHEMES, WIDTHS):
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 800})
        page.evaluate(UNFOLD)
        found = page.evaluate("options => axe.run(document, options)", OPTIONS)["violations"]
        told += [
            f"{page.url} {scheme} {width} {violation['id']}: {node['target']} {node['failureSummary'][:160]}"
            for violation in found
            for node in violation["nodes"][:3]
        ]
    return told


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(visit, axe, path):
    broken = []
    with visit(None) as page:
        for language in ("nb", "en"):
            assert page.goto(f"{language}/{path}").status == 200
            broken += findings(page, axe)
    assert not broken, "\n".join(broken)


@pytest.mark.parametrize(
    "path", ["en/recommendations/?year=2018&theme=disability", "nb/recommendations/?q=xyzzy", "", "no/such/page"]
)
def test_axe_finds_nothing_on_a_filtered_list_the_chooser_and_the_missing_page(visit, axe, path):
    with visit(path, expect=["404"]) as page:
        broken = findings(page, axe)
    assert not broken, "\n".join(broken)


def test_axe_would_have_told(visit, axe):
    with visit("en/") as page:
        page.evaluate(
            "document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=\"data:,\"><h5>x</h5>')"
        )
        page.add_style_tag(content="main { color: #aaa !important; }")
        told = " ".join(findings(page, axe))
    assert "image-alt" in told
    assert "heading-order" in told
    assert "color-contrast" in told


def test_every_kind_of_page_is_looked_at(site):
    """A new hand-written page or a new collection must be added above."""

    def kind(path):
        return path if path in WRITTEN or not path else path.rsplit("/", 2)[0]

    looked_at = {kind(path) for path in PAGES}
    assert {kind(path) for path in site.language("nb")} <= looked_at
