"""What can be found: every page, and every record or part of one that stands on a page of others."""

from __future__ import annotations

import posixpath
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from macros.dataset import Dataset
from macros.language import LANGUAGES, Language
from macros.model import COLLECTIONS, Record
from macros.model.base import Model, Text, Words
from macros.model.vocabulary import FormerName
from macros.search.reading import Passage, Reading, read

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
TITLE_SEPARATOR = " – "


@dataclass(frozen=True)
class Unit:
    """One thing to find, in one language."""

    address: str
    kind: str
    part: bool
    """Whether it is a part of a record."""
    title: str
    mark: str
    """What tells it from others of its kind: a year."""
    description: str
    variety: str
    """Which sort of its kind it is, when the record says so: a recommendation, or views in a case."""
    names: tuple[str, ...]
    topics: tuple[str, ...]
    place: str
    """Where it is cited: the symbol of a document and the paragraph in it."""
    headings: tuple[str, ...]
    lines: tuple[str, ...]
    links: int
    """How many other pages lead to it."""


def units(dataset: Dataset, site: Path, language: Language, site_name: str) -> list[Unit]:
    """Everything that can be found in one language, by kind, then in the order of the addresses."""
    records = _records(dataset)
    folder = site / language.code
    readings = {
        address: read(path.read_text(encoding="utf-8"), records[address].keys())
        for path in sorted(folder.rglob("index.html"))
        if (address := path.parent.relative_to(folder).as_posix().removeprefix(".") + "/") != "search/"
    }
    readings = {address.removeprefix("/"): reading for address, reading in readings.items()}
    links = _links(readings)
    found = [
        _unit(dataset, language, address, reading, passage, records[address].get(anchor), links, site_name)
        for address, reading in readings.items()
        for anchor, passage in reading.passages.items()
    ]
    return sorted(found, key=lambda unit: KINDS.index(unit.kind))


def _records(dataset: Dataset) -> dict[str, dict[str, Record]]:
    """Which records stand on a page, by their anchor; the record that a page is about under ``""``."""
    places: dict[str, dict[str, Record]] = defaultdict(dict)
    for record in (*(entry.record for entry in dataset.entries.values()), *dataset.parts.values()):
        page, _, anchor = dataset.address(record).partition("#")
        places[page].setdefault(anchor, record)
    return places


def _unit(
    dataset: Dataset,
    language: Language,
    address: str,
    reading: Reading,
    passage: Passage,
    record: Record | None,
    links: Counter[str],
    site_name: str,
) -> Unit:
    whole = f"{address}#{passage.anchor}" if passage.anchor else address
    title = reading.title.removesuffix(TITLE_SEPARATOR + site_name)
    headings = passage.headings
    kind = PAGES
    if record:
        kind = dataset.entry(record).collection.name
        label = language.pick(record.label)
        title = label if passage.anchor or title.endswith(label) else title
    elif headings:
        title = headings[0]
    return Unit(
        address=whole,
        kind=kind,
        part=record is not None and dataset.entry(record).record is not record,
        title=title,
        mark=str(_year(dataset, record) or "") if record else "",
        description="" if passage.anchor else reading.description,
        variety=str(getattr(record, "kind", "")),
        names=tuple(_names(record, language)) if record else _page_names(dataset, language, address, reading, site_name),
        topics=tuple(text for name in TOPICS for text in _texts(getattr(record, name, None), language)),
        place=_place(dataset, record) if record else "",
        headings=tuple(heading for heading in headings if heading != title),
        lines=tuple(line for line in passage.lines if line != title),
        links=links[whole],
    )


def _page_names(
    dataset: Dataset, language: Language, address: str, reading: Reading, site_name: str
) -> tuple[str, ...]:
    """What a hand-written page is called elsewhere: in the menu, and as the section that it opens."""
    in_menu = reading.title.removesuffix(TITLE_SEPARATOR + site_name)
    section = dataset.interface.get(f"section-{address.strip('/').replace('/', '-')}")
    return (in_menu, language.pick(section)) if section else (in_menu,)


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
