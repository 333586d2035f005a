"""MkDocs Material lends its name only: an upgrade of it changes nothing that a reader gets."""

import re

import pytest

pytestmark = pytest.mark.site

USED = re.compile(r"{%-?\s*(?:extends|include|import|from)\s+\"([^\"]+)\"")
OF_THE_THEME = re.compile(r"\bdata-md-|\bclass=\"(?:[^\"]*\s)?md-|\b__md_")


def test_the_frame_uses_no_template_of_the_theme(root):
    overrides = root / "overrides"
    used = {name for file in overrides.rglob("*.html") for name in USED.findall(file.read_text(encoding="utf-8"))}
    assert used
    assert not [name for name in used if not (overrides / name).is_file()]


def test_nothing_of_the_theme_is_published(root, site):
    marked = [page.name for page in site.all.values() if OF_THE_THEME.search(page.source)]
    assert not marked, marked[:5]
    ours = {file.relative_to(root / "overrides") for file in (root / "overrides/assets").rglob("*.*")}
    for language in ("nb", "en"):
        folder = site.folder / language
        assert {file.relative_to(folder) for file in (folder / "assets").rglob("*.*")} == ours
