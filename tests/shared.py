"""What many tests share: both languages, text without its typography, and what a build needs of the repository."""

import pytest

from macros.fields import keys, shape

LANGUAGE = pytest.mark.parametrize("language", ["nb", "en"])
SOURCES = ("data", "docs", "macros", "overrides", "mkdocs.yml", "mkdocs.en.yml", "mkdocs.base.yml")


def squeeze(text):
    """Text with every run of white space as one space: hard and thin spaces are typography, not content."""
    return " ".join(text.split())


def models(model):
    """A model and all that stand in its fields, each once."""
    found, queue = [], [model]
    while queue:
        one = queue.pop()
        if one in found:
            continue
        found.append(one)
        for _, field in keys(one):
            inner = shape(field)
            while inner.item:
                inner = inner.item
            queue += [inner.model] if inner.model else []
    return found
