"""Modules know only what lies below them; one reads the package from the bottom up."""

import ast
import re
from pathlib import Path

import pytest

from macros import render

PACKAGE = Path(render.__file__).parent
FILES = sorted(PACKAGE.rglob("*.py"))
TEMPLATES = sorted((PACKAGE / "templates").rglob("*.*"))
MAX_LINES = 320

# From the bottom up. A module may import from layers below its own, and from its own layer where it is said so.
LAYERS = [
    {"problems", "environment", "order", "salvage", "tags", "compiled", "history", "figures"},
    {"yaml_source", "model"},
    {"dataset", "language"},
    {"reading", "fields", "changes", "news", "claims"},
    {"dictionary", "schemas", "explain"},
    {"exports", "facets", "guidance", "implementation", "reporting", "rules", "terms"},
    {"geography", "charts", "sight"},
    {"render", "pages", "slots", "paper", "search", "feeds", "links", "moved"},
    {"words", "doubts", "skeleton"},
    {"proof"},
    {"written"},
    {"load", "generate"},
    {"__init__", "hooks", "build"},
    {"__main__"},
]
KNOWS_MKDOCS = {"__init__", "hooks", "build", "__main__"}


def module(path):
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def imports(path):
    """Every module that a file imports, also inside functions, as dotted names."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            yield node.module
            if node.module == "macros":
                yield from (f"macros.{alias.name}" for alias in node.names)


def own(path):
    return {name.split(".")[1] for name in imports(path) if name.startswith("macros.")}


def test_every_module_has_its_layer():
    assert set().union(*LAYERS) == {module(path) for path in FILES}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_module_imports_only_from_layers_below(path):
    level = next(number for number, layer in enumerate(LAYERS) if module(path) in layer)
    below = set().union(*LAYERS[:level]) | {module(path)}
    assert own(path) <= below, f"{module(path)} stands below {sorted(own(path) - below)}"


@pytest.mark.parametrize("path", [path for path in FILES if module(path) == "model"], ids=lambda path: path.stem)
def test_the_model_knows_nothing_but_itself(path):
    assert own(path) <= {"model"}
    layers = [
        {"base"},
        {"refs", "law", "assessment"},
        {
            "convention",
            "enoc",
            "guidance",
            "glossary",
            "follow_up",
            "implementation",
            "norway",
            "ombudsman",
            "practice",
            "recommendations",
            "setting_up",
            "tracking",
            "treaties",
            "vocabulary",
            "worksheets",
        },
        {"__init__"},
    ]
    level = next(number for number, layer in enumerate(layers) if path.stem in layer)
    used = {name.split(".")[2] for name in imports(path) if name.startswith("macros.model.")}
    assert used - {"COLLECTIONS"} <= set().union(*layers[:level])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_only_the_edge_knows_mkdocs(path):
    if module(path) not in KNOWS_MKDOCS:
        assert not [name for name in imports(path) if name.split(".")[0] in ("mkdocs", "mkdocs_macros")]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_only_the_language_module_asks_which_language_it_is(path):
    """Elsewhere nothing is decided by the language: words come from pairs, forms from language.py."""
    if module(path) == "language":
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Compare) and any(isinstance(op, ast.Eq | ast.NotEq) for op in node.ops):
            values = {item.value for item in (node.left, *node.comparators) if isinstance(item, ast.Constant)}
            assert not values & {"nb", "en"}, f"line {node.lineno}"


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_no_template_asks_which_language_it_is(path):
    text = path.read_text(encoding="utf-8")
    assert not re.findall(r"""[!=]=\s*["'](?:nb|en)["']|["'](?:nb|en)["']\s*[!=]=""", text)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_module_can_be_read_in_one_sitting_and_says_what_it_is(path):
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) < MAX_LINES
    assert ast.get_docstring(ast.parse(text))


def test_html_stands_in_templates_only():
    for path in FILES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                assert not re.search(r"</?(?:div|p|a|span|ul|li|h\d)\b", node.value), f"{path.name}:{node.lineno}"


def test_nothing_switches_escaping_off_for_data():
    """The mark of the site is the one piece of ready HTML; it comes from a file of the repository."""
    found = [
        (path.name, match)
        for path in [*TEMPLATES, *FILES]
        for match in re.findall(
            r"\|\s*safe\b|Markup\(|autoescape (?:false|off)|\{% autoescape", path.read_text("utf-8")
        )
    ]
    assert found == [("frame.html", "| safe")]
