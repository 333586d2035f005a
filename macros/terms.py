"""The glossary's words: in order for the list, and explained where they first stand in the running text of a page."""

from __future__ import annotations

import re
from itertools import groupby
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros.dataset import Dataset
from macros.language import Language
from macros.model.glossary import Names, Term
from macros.tags import TOKEN, VOID

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
ATTRIBUTE = re.compile(r"""\s([a-z-]+)(?:="([^"]*)"|='([^']*)')?""")


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


class _Finder:
    """Finds words in running text: in paragraphs and items of lists, and in nothing that stands apart."""

    def __init__(self, words: re.Pattern[str], terms: dict[str, Term]) -> None:
        self._words = words
        self._terms = terms
        self._open: list[tuple[str, bool]] = [("", False)]
        """The open elements, and whether text in them is left alone because they stand apart or in what does."""
        self._running = 0
        """How many of the open elements hold running text."""

    def find(self, html: str) -> list[tuple[int, str]]:
        """The places and the words, in the order of the page. What comes after the last word is not read."""
        matches = list(self._words.finditer(html))
        left = {self._terms[match[0]].id for match in matches}
        found: list[tuple[int, str]] = []
        for token in TOKEN.finditer(html, 0, matches[-1].end() if matches else 0):
            closing, name, attributes, text = token.groups()
            if closing:
                self._end(name)
            elif name:
                self._start(name, attributes)
            elif text and self._running and not self._open[-1][1]:
                for match in self._words.finditer(html, token.start(), token.end()):
                    if (term := self._terms[match[0]].id) in left:
                        left.remove(term)
                        found.append((match.start(), match[0]))
                        if len(found) == AT_MOST or not left:
                            return found
        return found

    def _start(self, tag: str, attributes: str) -> None:
        """Note what begins."""
        if tag not in VOID:
            self._open.append((tag, self._open[-1][1] or tag in APART or _sets_apart(attributes)))
            self._running += tag in RUNNING

    def _end(self, tag: str) -> None:
        """Note what ends, and what was left open in it."""
        if any(tag == name for name, _ in self._open):
            last = ""
            while last != tag:
                last, _ = self._open.pop()
                self._running -= last in RUNNING


def _sets_apart(attributes: str) -> bool:
    """A text in another language, or of a class that is not running text."""
    return any(
        name == "lang" or (name == "class" and not APART_BY_CLASS.isdisjoint((double or single).split()))
        for name, double, single in ATTRIBUTE.findall(attributes)
    )
