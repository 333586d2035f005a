"""The glossary's words: in order for the list, and explained where they first stand in the running text of a page."""

from __future__ import annotations

import contextlib
import re
from html.parser import HTMLParser
from itertools import accumulate, groupby
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros.dataset import Dataset
from macros.language import Language
from macros.model.glossary import Names, Term

TEMPLATES = Path(__file__).parent / "templates"
GLOSSARY = "glossary/"
LEFT_ALONE = (GLOSSARY, "about/sources/")
"""The glossary explains its words itself; a bibliography has no running text."""
AT_MOST = 6
"""More marks on a page would disturb more than they help."""
SHORT_NOTE = 120
"""Characters of a note that still has room where a word is explained; longer ones stand in the glossary."""
RUNNING = {"p", "li"}
APART = {"h1", "h2", "h3", "h4", "h5", "h6", "a", "button", "form", "table", "dl", "nav", "figure", "summary", "cite"}
APART |= {"code", "pre", "svg", "label"}
APART_BY_CLASS = {"sources", "source-line", "related", "link-list", "bibliography", "laws", "results"}
APART_BY_CLASS |= {"kicker", "marks", "pill", "status", "when", "counts", "card-links", "several", "inline"}
VOID = {"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


def by_letter(language: Language, terms: list[Term]) -> list[tuple[str, list[Term]]]:
    """Terms in the order of the language's alphabet, under their first letters."""
    ordered = sorted(terms, key=lambda term: language.alphabetical(language.pick(term.label)))
    groups = groupby(ordered, key=lambda term: language.pick(term.label)[0].upper())
    return [(letter, list(found)) for letter, found in groups]


def other_names(language: Language, names: Names) -> list[dict[str, str]]:
    """What a thing is called in the languages other than the page's."""
    called = {code: getattr(names, code) for code in Names.model_fields if code != language.code}
    return [{"lang": code, "text": language.typeset(name)} for code, name in called.items() if name]


class Explainer:
    """Marks the first place of each word that the glossary explains in text, in one language."""

    def __init__(self, dataset: Dataset, language: Language) -> None:
        """Prepare the words to look for; a longer one wins over a shorter one that it begins with."""
        self._language = language
        self._unconfirmed = language.pick(dataset.interface["status-not-confirmed"])
        self._terms: dict[str, Term] = {}
        for term in dataset.all("glossary"):
            for word in language.words(term.in_text) if term.in_text else ():
                self._terms[word] = self._terms[word[0].upper() + word[1:]] = term
        words = sorted(map(re.escape, self._terms), key=len, reverse=True)
        initials = "".join(sorted({word[0] for word in words}))  # looked for first: twice as fast
        self._words = re.compile(rf"(?=[{initials}])(?<![\w-])(?:{'|'.join(words)})(?![\w-])") if words else None
        environment = Environment(
            loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True
        )
        self._template = environment.get_template("term.html")

    def explain(self, html: str, page: str) -> str:
        """The content of a page (``page``: its address) with words marked."""
        if page in LEFT_ALONE or not self._words:
            return html
        parts, end = [], 0
        for start, word in _Finder(self._words, self._terms).find(html):
            parts += [html[end:start], self._mark(word, page)]
            end = start + len(word)
        return "".join([*parts, html[end:]])

    def _mark(self, word: str, page: str) -> str:
        term = self._terms[word]
        return self._template.render(
            word=word,
            href=f"{'../' * page.count('/')}{GLOSSARY}#{term.id}",
            explained=self._explanation(term),
        ).strip()

    def _explanation(self, term: Term) -> str:
        """What is said where the word stands: its name, definition and a short note, and whether it is confirmed."""
        pick = self._language.pick
        text = f"{pick(term.label)}: {pick(term.definition)}"
        if term.note and len(pick(term.note)) <= SHORT_NOTE:
            text = f"{text} {pick(term.note)}"
        return f"{text} ({self._unconfirmed})" if term.basis == "recalled" else text


class _EnoughError(Exception):
    """All that may be marked was found; the rest need not be read."""


class _Finder(HTMLParser):
    """Finds words in running text: in paragraphs and items of lists, and in nothing that stands apart."""

    def __init__(self, words: re.Pattern[str], terms: dict[str, Term]) -> None:
        super().__init__(convert_charrefs=False)
        self._words = words
        self._terms = terms
        self._found: list[tuple[int, str]] = []
        self._left: set[str] = set()
        """The terms that stand on the page and were not yet found in its running text."""
        self._lines: list[int] = []
        self._open: list[str] = []
        self._apart = 0
        """How many elements were open when the outermost one that stands apart began; 0: none is."""
        self._running = 0

    def find(self, html: str) -> list[tuple[int, str]]:
        """The places and the words, in the order of the page. What comes after the last word is not read."""
        matches = list(self._words.finditer(html))
        if not matches:
            return []
        self._left = {self._terms[match[0]].id for match in matches}
        self._lines = [0, *accumulate(len(line) + 1 for line in html.split("\n"))]
        with contextlib.suppress(_EnoughError):
            self.feed(html[: matches[-1].end()])
        return self._found

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what begins."""
        if tag in VOID:
            return
        self._open.append(tag)
        if tag in RUNNING:
            self._running += 1
        if not self._apart and (tag in APART or any(_sets_apart(*attribute) for attribute in attrs)):
            self._apart = len(self._open)

    def handle_endtag(self, tag: str) -> None:
        """Note what ends, and what was left open in it."""
        if tag not in self._open:
            return
        last = ""
        while last != tag:
            last = self._open.pop()
            self._running -= last in RUNNING
        if len(self._open) < self._apart:
            self._apart = 0

    def handle_data(self, data: str) -> None:
        """Look for words."""
        if self._apart or not self._running:
            return
        for match in self._words.finditer(data):
            term = self._terms[match[0]].id
            if term in self._left:
                self._left.remove(term)
                line, column = self.getpos()
                self._found.append((self._lines[line - 1] + column + match.start(), match[0]))
                if len(self._found) == AT_MOST or not self._left:
                    raise _EnoughError


def _sets_apart(name: str, value: Any) -> bool:
    """A text in another language, or of a class that is not running text."""
    return name == "lang" or (name == "class" and not APART_BY_CLASS.isdisjoint((value or "").split()))
