"""Style sheets: each page loads what it shows, no rule is left over, colours are tokens."""

import re
from collections import defaultdict

import pytest

pytestmark = pytest.mark.site

SHEETS = "overrides/assets/css"
SCRIPTS = "overrides/assets/js"
LINKED = "//link[@rel='stylesheet']/@href"
CLASS = re.compile(r"\.([a-z][a-z-]*)")
DECLARATIONS = re.compile(r"\{[^{}]*\}")
COLOUR = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(", re.IGNORECASE)


@pytest.fixture(scope="module")
def sheets(root):
    """Each sheet without its comments, by name."""
    return {
        file.stem: re.sub(r"/\*.*?\*/", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
        for file in sorted((root / SHEETS).glob("*.css"))
    }


@pytest.fixture(scope="module")
def classes(sheets):
    """The classes that the selectors of each sheet name."""
    return {name: set(CLASS.findall(DECLARATIONS.sub(" ", text))) for name, text in sheets.items()}


@pytest.fixture(scope="module")
def shown(site):
    """The classes that each page has, and the sheets that it loads."""
    return {
        page.name: (
            {word for value in page.tree.xpath("//@class") for word in value.split()},
            {
                href.rpartition("/")[2].removesuffix(".css")
                for href in page.tree.xpath("//link[@rel='stylesheet']/@href")
            },
        )
        for page in site.all.values()
    }


def test_a_page_loads_the_sheets_of_all_that_stands_on_it(classes, shown):
    """A class that only one sheet knows needs that sheet."""
    owners = defaultdict(set)
    for sheet, names in classes.items():
        for name in names:
            owners[name].add(sheet)
    missing = {
        f"{page}: .{name} needs one of {sorted(owners[name])}"
        for page, (names, loaded) in shown.items()
        for name in names & owners.keys()
        if not owners[name] & loaded
    }
    assert not missing, "\n".join(sorted(missing)[:20])


def test_every_sheet_is_loaded_somewhere_and_only_where_it_is_needed(classes, shown):
    """But for the sheets of a section, which its hub pages load for the sake of the others."""
    loaded = set().union(*(sheets for _, sheets in shown.values()))
    assert loaded == classes.keys()
    own = {name: classes[name] - classes["site"] for name in ("explorer", "forms", "europe", "compare", "search")}
    idle = [
        f"{page}: {sheet}"
        for page, (names, sheets) in shown.items()
        for sheet in sheets & own.keys()
        if not own[sheet] & names
    ]
    assert not idle, idle


def test_no_rule_is_left_over(root, classes, shown):
    """Every class of a sheet stands on a page, or is put there by a script."""
    on_pages = set().union(*(names for names, _ in shown.values()))
    scripts = " ".join(file.read_text(encoding="utf-8") for file in (root / SCRIPTS).glob("*.js"))
    by_script = set(re.findall(r"[a-z][a-z-]*", " ".join(re.findall(r"[\"'`]([^\"'`\n]*)[\"'`]", scripts))))
    dead = {f"{sheet}: .{name}" for sheet, names in classes.items() for name in names - on_pages - by_script}
    assert not dead, sorted(dead)


def test_every_custom_property_is_defined_and_every_token_is_used(sheets):
    text = " ".join(sheets.values())
    used = set(re.findall(r"var\((--[\w-]+)", text))
    defined = set(re.findall(r"(?<![\w(-])(--[\w-]+):", text))
    assert used == defined, used ^ defined


def test_colours_stand_only_among_the_tokens(sheets):
    """The margins of a printed page are outside the document: tokens do not reach them."""
    for name, text in sheets.items():
        rules = re.sub(r":root \{[^}]*\}", "", re.sub(r"@page[^{]*\{(?:[^{}]*\{[^}]*\})*[^}]*\}", "", text))
        declared = " ".join(DECLARATIONS.findall(rules))
        assert not (found := COLOUR.findall(declared)), f"{name}: {found}"
