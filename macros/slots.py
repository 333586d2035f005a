"""Keeps finished HTML out of Markdown's way: a mark stands in for it until Markdown is done, which halves a build."""

from __future__ import annotations

import re
from collections.abc import MutableMapping
from typing import Any

MARK = "<!--slot-{}-->"
SLOTS = "slots"
ID = re.compile(r'\sid="([^"]+)"')


def slot(meta: MutableMapping[str, Any], html: str) -> str:
    """Put HTML aside in a page's metadata. Returns the mark that stands in for it."""
    kept: list[str] = meta.setdefault(SLOTS, [])
    kept.append(html)
    return MARK.format(len(kept) - 1)


def fill(meta: MutableMapping[str, Any], content: str) -> str:
    """The page's content with the HTML in the place of the marks."""
    for number, html in enumerate(meta.pop(SLOTS, [])):
        content = content.replace(MARK.format(number), html, 1)
    return content


def anchors(html: str) -> set[str]:
    """What links can point to in our own HTML: the ids of its elements."""
    return set(ID.findall(html))
