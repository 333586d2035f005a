"""What is told of the hand-written pages and the menus, before MkDocs sees them."""

import shutil
from pathlib import Path

import pytest

from macros import written

REAL = Path(__file__).resolve().parents[2]
PAGE = "enoc/index.md"
CODES = ("nb", "en")


class Pages:
    """Two pages, twins, and the two menus; a test spoils them and sees what is said."""

    def __init__(self, root, dataset):
        self.root, self.dataset = root, dataset
        for code in CODES:
            text = f"---\ntitle: Side {code}\ndescription: En side.\n---\n\n# Side {'{ #page }'}\n\nTekst.\n"
            self.path(code).parent.mkdir(parents=True)
            self.path(code).write_text(text, encoding="utf-8")
            menu = f"site_name: X\nnav:\n  - Side: {PAGE}\nextra:\n  strings:\n    skip: Skip\n"
            (root / written.CONFIGS[code]).write_text(menu, encoding="utf-8")

    def path(self, code, place=PAGE):
        return self.root / "docs" / code / place

    def add(self, text, codes=CODES):
        for code in codes:
            with self.path(code).open("a", encoding="utf-8") as file:
                file.write(text)

    def change(self, old, new, code="nb"):
        text = self.path(code).read_text(encoding="utf-8")
        assert old in text
        self.path(code).write_text(text.replace(old, new, 1), encoding="utf-8")

    def told(self):
        found = sorted(set(written.problems(self.dataset, self.root)))
        assert all(one.found and one.expected and one.fix and one.line for one in found)
        return [(one.file, one.line, one.field) for one in found]


@pytest.fixture
def pages(tmp_path, ds):
    return Pages(tmp_path, ds)


NB = "docs/nb/enoc/index.md"


def test_pages_that_are_right_are_told_nothing_of(pages):
    pages.add(
        '{{ count("members") }} [a](index.md#page) [b](https://example.org)\n\n<https://a.org> *ombud*{ lang=nb }\n\n'
        '{{ listing("members") }}\n\n## Mer { #more }\n\n[c](../enoc/members/no-barneombudet.md)\n'
    )
    assert pages.told() == []


def test_the_real_pages_are_right(ds):
    assert {one.field for one in written.problems(ds, REAL)} <= {"macros", "links"}, "the miniature has fewer records"


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("<script>alert(1)</script>", "text"),
        ("<img src=x onerror=alert(1)>", "text"),
        ("<svg/onload=alert(1)>", "text"),
        ("<!--slot-0-->", "text"),
        ("<b", "text"),
        ("[x](index.md){ onclick=alert(1) }", "text"),
        ("{: style=position:fixed }", "text"),
        ("{ count }", "text"),
        ("{{ config }}", "macros"),
        ("{{ ''.__class__ }}", "macros"),
        ("{% include '/etc/passwd' %}", "macros"),
        ("{# hidden #}", "macros"),
        ('{{ listing("members")', "macros"),
        ("{{ listing(“members”) }}", "macros"),
        ('{{ listing("membrs") }}', "macros"),
        ('{{ lists("members") }}', "macros"),
        ('{{ count("membrs") }}', "macros"),
        ('{{ record("members", "nobody") }}', "macros"),
        ("[x](javascript:alert(1))", "links"),
        ("[x](&#106;avascript:alert(1))", "links"),
        ("[x](data:text/html,x)", "links"),
        ("[x](//example.org)", "links"),
        ("[x](/nb/enoc/)", "links"),
        ("[x](www.enoc.eu)", "links"),
        ("[x](nowhere.md)", "links"),
        ("[x](om enoc.md)", "links"),
        ("(x)[index.md]", "links"),
        ("<javascript:alert(1)>", "links"),
        ("[x]: javascript:alert(1)", "links"),
        ("[x]:", "links"),
        ("# Enda en { #another }", "headings"),
        ("## Uten anker", "headings"),
        ("## Anker {#tett}", "headings"),
        ("## Samme { #page }", "headings"),
        ("##Tett { #tight }", "headings"),
        ("<<<<<<< HEAD", "text"),
    ],
)
def test_what_does_not_belong_on_a_page_is_told_once_on_its_line(pages, text, field):
    pages.add(f"\n{text}\n")
    assert pages.told() == [(f"docs/{code}/{PAGE}", 10, field) for code in ("en", "nb")]


@pytest.mark.parametrize(
    ("old", "new", "line", "field"),
    [
        ("---\n\n#", "\n\n#", 1, "front matter"),
        ("---\ntitle", "title", 1, "front matter"),
        ("title: Side nb", "title: Side: nb", 2, "front matter"),
        ("title: Side nb", "titel: Side nb", 2, "titel"),
        ("title: Side nb\n", "", 2, "title"),
        ("title: Side nb", "title: '{{ config }}'", 2, "title"),
        ("title: Side nb", "title: A <b>B</b>", 2, "title"),
        ("description: En side.", "description: En side.\nin_line: 24.11.2026", 4, "in_line"),
        ("# Side", "## Side", 1, "headings"),
    ],
)
def test_what_is_wrong_at_the_head_of_a_page_is_told_once(pages, old, new, line, field):
    pages.change(old, new)
    assert pages.told() == [(NB, line, field)]


@pytest.mark.parametrize(
    ("text", "what"),
    [("## Mer { #more }", "headings"), ('{{ count("members") }}', "calls"), ("[x](index.md)", "links")],
)
def test_what_only_one_of_two_twins_has_is_told(pages, text, what):
    pages.add(f"\n{text}\n", codes=["nb"])
    assert pages.told() == [(NB, 10, what)]


def test_a_page_in_one_language_and_a_file_that_is_no_page_are_told(pages):
    shutil.copy(pages.path("nb"), pages.path("nb", "enoc/new.md"))
    pages.path("en", "enoc/x.js").write_text("alert(1)", encoding="utf-8")
    pages.path("en").write_bytes(pages.path("en").read_bytes() + b"\xe5")
    assert pages.told() == [
        ("docs/en/enoc/index.md", 9, "text"),
        ("docs/en/enoc/x.js", 1, "file"),
        ("docs/nb/enoc/new.md", 1, "file"),
    ]


def test_what_a_symbolic_link_leads_to_is_not_read(pages, tmp_path):
    """That it is a link is told with the data, as the site is not built from links either."""
    elsewhere = tmp_path / "elsewhere.md"
    elsewhere.write_text("secret", encoding="utf-8")
    pages.path("nb").unlink()
    for place in (PAGE, "enoc/picture.svg"):
        pages.path("nb", place).symlink_to(elsewhere)
    assert pages.told() == []


@pytest.mark.parametrize(
    ("old", "new", "line", "field"),
    [
        (PAGE, "enoc/indeks.md", 3, "nav"),
        (f"  - Side: {PAGE}\n", f"  - Side: {PAGE}\n  - Side: {PAGE}\n", 4, "nav"),
        ("  - Side", "\t- Side", 3, "YAML"),
        ("site_name: X", "site_name: !!python/name:os.system X", 1, "YAML"),
        ("site_name: X", "site_name: <script>alert(1)</script>", 1, "site_name"),
        ("    skip: Skip\n", "    skop: Skip\n    skip: S\n", 1, "extra.strings.skop"),
    ],
)
def test_what_is_wrong_with_the_menu_is_told(pages, old, new, line, field):
    path = pages.root / "mkdocs.yml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    file = "mkdocs.en.yml" if field.endswith("skop") else "mkdocs.yml"
    assert pages.told() == [(file, line, field)]
