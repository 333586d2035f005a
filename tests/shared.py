"""What many tests share: both languages, text without its typography, and what a build needs of the repository."""

import pytest

LANGUAGE = pytest.mark.parametrize("language", ["nb", "en"])
SOURCES = ("data", "docs", "macros", "overrides", "mkdocs.yml", "mkdocs.en.yml", "mkdocs.base.yml")


def squeeze(text):
    """Text with every run of white space as one space: hard and thin spaces are typography, not content."""
    return " ".join(text.split())
