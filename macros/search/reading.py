"""Reads a built page: its title, its description, and the text of each thing on it that can be linked to."""

from __future__ import annotations

import html
import re
from collections.abc import Collection
from dataclasses import dataclass, field

from macros.tags import TOKEN, VOID

ID, CLASS, LINK = (re.compile(rf'\s{name}="([^"]*)"') for name in ("id", "class", "href"))
TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
DESCRIPTION = re.compile(r'<meta name="description" content="([^"]*)"')
KEYWORDS = re.compile(r'<meta name="keywords" content="([^"]*)"')
MAIN = re.compile(r"<main\b.*</main>", re.DOTALL)


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


INLINE = _names("a abbr b bdi cite code dfn em i kbd mark q s small span strong sub sup time u wbr")
HEADINGS = _names("h1 h2 h3 h4")
NOT_TEXT = _names("script style svg form button select nav noscript template datalist")
ELSEWHERE = _names(
    "related results filters sources source-line contents pager path explorer-form chips basis aside-link "
    "link-list visually-hidden no-hits hits count gap-line nothing"
)
"""Classes of what repeats other pages, or says where a fact is from: it is found where it stands itself."""
EDITING = "/edit/"
UNSEEN = re.compile(r"\s(?:hidden|data-dead)(?=[\s>]|$)")
"""What is not shown, or only where no script runs."""


@dataclass
class Passage:
    """A page, or a part of it with an anchor of its own. ``lines`` are its blocks of text, with or without markup."""

    anchor: str = ""
    headings: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    links: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Reading:
    """What stands on one page. ``passages`` has the page itself under ``""``."""

    title: str
    description: str
    keywords: tuple[str, ...]
    """What readers call the page, as its front matter says under ``also_called``."""
    passages: dict[str, Passage]


def read(source: str, anchors: Collection[str]) -> Reading:
    """Read a page; ``anchors`` are the ids on it that stand for things of their own."""
    title, description, keywords, main = (part.search(source) for part in (TITLE, DESCRIPTION, KEYWORDS, MAIN))
    return Reading(
        title=_plain(title[1]) if title else "",
        description=_plain(description[1]) if description else "",
        keywords=tuple(_plain(keywords[1]).split(", ")) if keywords else (),
        passages=_Scanner(anchors).scan(main[0]) if main else {"": Passage()},
    )


class _Scanner:
    """Walks the tags of a page and gives each text to the innermost thing around it."""

    def __init__(self, anchors: Collection[str]) -> None:
        self.anchors = anchors
        self.passages = {"": Passage()}
        self.open: list[tuple[str, str, bool]] = []
        """The open elements: name, the anchor they belong to, and whether their text is left out."""
        self.pieces: list[str] = []
        self.heading = False

    def scan(self, source: str) -> dict[str, Passage]:
        for token in TOKEN.finditer(source):
            closing, name, attributes, text = token.groups()
            if text:
                if not self.silent:
                    self.pieces.append(text)
            elif name:
                if name not in INLINE:
                    self.flush()
                if closing:
                    self.close(name)
                elif name not in VOID:
                    self.enter(name, attributes)
        self.flush()
        return self.passages

    @property
    def silent(self) -> bool:
        return bool(self.open) and self.open[-1][2]

    @property
    def passage(self) -> Passage:
        return self.passages[self.open[-1][1] if self.open else ""]

    def enter(self, name: str, attributes: str) -> None:
        anchor, silent = self.open[-1][1:] if self.open else ("", False)
        if (found := ID.search(attributes)) and found[1] in self.anchors:
            anchor = found[1]
            self.passages.setdefault(anchor, Passage(anchor))
        classes = found[1].split() if (found := CLASS.search(attributes)) else []
        link = found[1] if name == "a" and (found := LINK.search(attributes)) else ""
        if link:
            self.passages[anchor].links.add(html.unescape(link))
        silent = silent or name in NOT_TEXT or not ELSEWHERE.isdisjoint(classes) or EDITING in link
        silent = silent or bool(UNSEEN.search(attributes))
        self.open.append((name, anchor, silent))
        if name in HEADINGS:
            self.heading = True

    def close(self, name: str) -> None:
        """Close the innermost element of the name, and with it those inside whose end HTML lets one leave out."""
        while self.open:
            if self.open.pop()[0] == name:
                break
        if name in HEADINGS:
            self.heading = False

    def flush(self) -> None:
        """A block of text ends here."""
        line = _plain("".join(self.pieces))
        self.pieces.clear()
        if line and "://" not in line:
            (self.passage.headings if self.heading else self.passage.lines).append(line)


def _plain(text: str) -> str:
    return " ".join(html.unescape(text).split())
