"""What can be found: every page, and every record or part of one that stands on a page of others."""

from __future__ import annotations

import posixpath
import textwrap
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from macros.dataset import Dataset
from macros.language import LANGUAGES, Language, fill_in
from macros.model import COLLECTIONS, Record
from macros.model.base import Model, Text, Words
from macros.model.vocabulary import FormerName
from macros.search.reading import Passage, Reading, read

SEARCH = "search/"
PAGES = "pages"
"""The kind of the hand-written pages."""
KINDS = (PAGES, *COLLECTIONS)
TOPICS = ("also_called",)
"""Fields that hold what readers call the subject of a record."""
NAMES = (
    "abbr",
    "abbr_on_slides",
    "symbol",
    "symbol_variants",
    "short",
    "native",
    "institution",
    "country_name",
    "region",
    "nn",
    "former_names",
    "former_en",
    "former_ids",
)
"""Fields of any record that hold other names for it. A glossary, or any other collection, need only use them."""
NUMBERED = {"steps": "step-n", "proposals": "proposal"}
"""Kinds that readers ask for by number, and the words that say it: «steg 2»."""
LONGEST_TITLE = 100
"""A statement is called by its text, which would be too long a link; the whole text is searched and shown below."""
TITLE_SEPARATOR = " – "


@dataclass(frozen=True)
class Unit:
    """One thing to find, in one language."""

    address: str
    kind: str
    title: str
    description: str
    names: tuple[str, ...]
    headings: tuple[str, ...]
    lines: tuple[str, ...]
    links: int
    """How many pages lead to it."""
    part: bool = False
    """Whether it is a part of a record."""
    mark: str = ""
    """What tells it from others of its kind: a year."""
    variety: str = ""
    """Which sort of its kind it is, when the record says so: a recommendation, or views in a case."""
    topics: tuple[str, ...] = ()
    """What readers call its subject."""
    place: str = ""
    """Where it is cited: the symbol of a document and the paragraph in it."""
    lang: str = ""
    """The language of its title, when it is another."""


def units(dataset: Dataset, site: Path, language: Language, site_name: str) -> list[Unit]:
    """Everything that can be found in one language, by kind, then in the order of the addresses."""
    return sorted(_Finder(dataset, site / language.code, language, site_name), key=lambda one: KINDS.index(one.kind))


class _Finder:
    """Goes through the pages of one language."""

    def __init__(self, dataset: Dataset, folder: Path, language: Language, site_name: str) -> None:
        self.dataset = dataset
        self.language = language
        self.ending = TITLE_SEPARATOR + site_name
        self.records = _records(dataset)
        self.readings = {
            address: read(path.read_text(encoding="utf-8"), self.records[address].keys())
            for path in sorted(folder.rglob("index.html"))
            if (address := _address(path.parent.relative_to(folder))) != SEARCH
        }
        self.links = _links(self.readings)

    def __iter__(self) -> Iterator[Unit]:
        for address, reading in self.readings.items():
            for anchor, passage in reading.passages.items():
                record = self.records[address].get(anchor)
                yield self.of_record(address, reading, passage, record) if record else self.page(address, reading)

    def page(self, address: str, reading: Reading) -> Unit:
        """A hand-written page. It is also called what the menu calls it, and what the section is that it opens."""
        passage = reading.passages[""]
        in_menu = reading.title.removesuffix(self.ending)
        section = self.dataset.interface.get(f"section-{address.strip('/').replace('/', '-')}")
        return Unit(
            address=address,
            kind=PAGES,
            title=passage.headings[0] if passage.headings else in_menu,
            description=reading.description,
            names=(in_menu, self.language.pick(section)) if section else (in_menu,),
            headings=tuple(passage.headings[1:]),
            lines=tuple(passage.lines),
            links=self.links[address],
            topics=reading.keywords,
        )

    def of_record(self, address: str, reading: Reading, passage: Passage, record: Record) -> Unit:
        """A record: a page of its own, or a part of a page."""
        whole = f"{address}#{passage.anchor}" if passage.anchor else address
        label = self.language.pick(record.label)
        title = reading.title.removesuffix(self.ending)
        title = _short(label, passage.headings) if passage.anchor else label if title.endswith(label) else title
        entry = self.dataset.entry(record)
        number = self.number(entry.collection.name, record)
        return Unit(
            address=whole,
            kind=entry.collection.name,
            title=f"{number}: {title}" if number else title,
            description="" if passage.anchor else reading.description,
            names=tuple(filter(None, (number, *_names(record, self.language)))),
            headings=tuple(heading for heading in passage.headings if heading != title),
            lines=tuple(line for line in passage.lines if line != title),
            links=self.links[whole],
            part=entry.record is not record,
            mark=str(_year(self.dataset, record) or ""),
            variety=str(getattr(record, "kind", "")),
            topics=tuple(text for name in TOPICS for text in _texts(getattr(record, name, None), self.language)),
            place=_place(self.dataset, record),
            lang=self.language.foreign(record),
        )

    def number(self, kind: str, record: Record) -> str:
        """What a record is called by its number; nothing when readers do not ask for it so."""
        number = getattr(record, "number", None)
        return (
            fill_in(self.language.pick(self.dataset.interface[NUMBERED[kind]]), {"n": number})
            if kind in NUMBERED and number
            else ""
        )


def _address(folder: Path) -> str:
    """The address of the page in a folder, relative to its language."""
    return "" if folder == Path() else f"{folder.as_posix()}/"


def _records(dataset: Dataset) -> dict[str, dict[str, Record]]:
    """Which records stand on a page, by their anchor; the record that a page is about under ``""``."""
    places: dict[str, dict[str, Record]] = defaultdict(dict)
    for record in (*(entry.record for entry in dataset.entries.values()), *dataset.parts.values()):
        page, _, anchor = dataset.address(record).partition("#")
        places[page].setdefault(anchor, record)
    return places


def _short(label: str, headings: list[str]) -> str:
    """What a hit is called: its label or, where that is a long statement, its heading or the beginning."""
    if len(label) <= LONGEST_TITLE:
        return label
    plain = " ".join(label.split())
    return textwrap.shorten(
        headings[0] if headings and plain not in headings else plain, LONGEST_TITLE, placeholder=" …"
    )


def _names(record: Record, language: Language) -> Iterator[str]:
    """Other names of a record in one language."""
    yield record.id.replace("-", " ")
    for field in NAMES:
        yield from _texts(getattr(record, field, None), language)


def _texts(value: Any, language: Language) -> Iterator[str]:
    match value:
        case str():
            yield value
        case Text():
            yield language.pick(value)
        case Words():
            yield from language.words(value)
        case FormerName():
            yield language.pick(value.name)
        case Model():
            yield from _texts(getattr(value, "native", None), language)
        case list():
            for item in value:
                yield from _texts(item, language)


def _year(dataset: Dataset, record: Record) -> int | None:
    """The year of a record, or of the document that it stands in."""
    year = getattr(record, "year", None)
    document = _document(dataset, record)
    return year or (getattr(document, "year", None) if document else None)


def _place(dataset: Dataset, record: Record) -> str:
    document = _document(dataset, record)
    parts = (getattr(document, "symbol", None), getattr(record, "paragraph", None), getattr(record, "point", None))
    return " ".join(str(part) for part in parts if part)


def _document(dataset: Dataset, record: Record) -> Record | None:
    key = "documents", getattr(record, "document", "")
    return dataset.entries[key].record if key in dataset.entries else None


def _links(readings: dict[str, Reading]) -> Counter[str]:
    """How many pages lead to each address."""
    targets: Counter[str] = Counter()
    for address, reading in readings.items():
        found = {
            target
            for passage in reading.passages.values()
            for link in passage.links
            if (target := _target(address, link)) is not None
        }
        targets.update(found)
    return targets


def _target(address: str, link: str) -> str | None:
    """Where a link within the language leads; None when it leads out of it."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc or parts.query:
        return None
    path = posixpath.normpath(posixpath.join("/", address, parts.path)).strip("/")
    path = f"{path}/" if path else ""
    return f"{path}#{unquote(parts.fragment)}" if parts.fragment else path


def twins(found: dict[str, list[Unit]]) -> dict[str, dict[str, Unit]]:
    """For each language, the unit of the other language at the same address."""
    by_address = {code: {unit.address: unit for unit in units_} for code, units_ in found.items()}
    return {code: by_address[language.other] for code, language in LANGUAGES.items()}
