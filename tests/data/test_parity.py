"""Hand-written pages are twins: the same paths, outline, anchors, macro calls and links in both languages."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NB, EN = ROOT / "docs" / "nb", ROOT / "docs" / "en"
PATHS = sorted(path.relative_to(NB).as_posix() for path in NB.rglob("*.md"))

HEADING = re.compile(r"^(#{1,6}) .*?(?:\{ #([a-z0-9-]+) \})?$", re.MULTILINE)
MACRO = re.compile(r"\{\{\s*(\w+)\((.*?)\)\s*\}\}")
TARGET = re.compile(r"\]\(([^)\s]+)[^)]*\)|<(https?://[^>]+)>")
KEY = re.compile(r"^( *)(?:- )?([a-z_]+):", re.MULTILINE)


def parts(folder, path):
    """The front matter and the body of a page."""
    _, front, body = (folder / path).read_text(encoding="utf-8").split("---\n", 2)
    return front, body


def outline(body):
    return [(len(signs), anchor) for signs, anchor in HEADING.findall(body)]


def targets(text):
    return [one or other for one, other in TARGET.findall(text)]


def test_both_languages_have_the_same_files():
    assert sorted(path.relative_to(EN).as_posix() for path in EN.rglob("*.md")) == PATHS


@pytest.mark.parametrize("path", PATHS)
def test_both_have_the_same_outline_with_the_same_anchors(path):
    nb, en = (outline(parts(folder, path)[1]) for folder in (NB, EN))
    assert nb == en
    assert all(anchor for _, anchor in nb), "a heading without { #anchor }"


@pytest.mark.parametrize("path", PATHS)
def test_both_call_the_same_macros(path):
    """In the same order from one part of the page to the next; within a sentence the order is the language's."""
    nb, en = (
        [sorted(MACRO.findall(part)) for part in HEADING.sub("\0", parts(folder, path)[1]).split("\0")]
        for folder in (NB, EN)
    )
    assert nb == en


@pytest.mark.parametrize("path", PATHS)
def test_both_link_to_the_same_places(path):
    nb, en = (
        [sorted(targets(part)) for part in HEADING.sub("\0", parts(folder, path)[1]).split("\0")] for folder in (NB, EN)
    )
    assert nb == en


@pytest.mark.parametrize("path", PATHS)
def test_both_have_the_same_keys_in_front(path):
    """But for ``in_line``, which says of one of the two that somebody has read it against the other."""
    nb, en = ([key for key in KEY.findall(parts(folder, path)[0]) if key[1] != "in_line"] for folder in (NB, EN))
    assert nb == en


@pytest.mark.parametrize("path", PATHS)
def test_the_day_a_page_was_brought_in_line_is_a_date_in_quotes(path):
    for folder in (NB, EN):
        for line in parts(folder, path)[0].splitlines():
            assert not line.startswith("in_line:") or re.fullmatch(r"in_line: '\d{4}-\d\d-\d\d'", line), line
