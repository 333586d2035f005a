"""What is new, as a feed in each language: the newest events that the data dates, by the data's own dates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros.dataset import Dataset
from macros.language import LANGUAGES, YEAR_AND_MONTH, Language
from macros.model import Record
from macros.model.base import period

TEMPLATES = Path(__file__).parent / "templates" / "root"
NAME = "feed.xml"
NEWEST = 30
TITLE_LENGTH = 120

# Which date of a record makes it news. A record without one, or with no more than a year, is not in the feed.
DATED: dict[str, Callable[[Any], str | None]] = {
    "documents": lambda r: r.adopted or r.published or r.dated,
    "reports": lambda r: r.submitted,
    "statements": lambda r: r.adopted_at.date,
    "conferences": lambda r: r.dates,
    "assignments": lambda r: r.date,
    "sjumilssteget-history": lambda r: r.date,
    "meetings": lambda r: r.date,
    "timeline": lambda r: r.date,
}


@dataclass(frozen=True)
class Entry:
    """One event. ``day`` is YYYY-MM-DD, the first of the month where the data has only the month."""

    day: str
    collection: str
    record: Record
    address: str


def newest_entries(dataset: Dataset) -> list[Entry]:
    """The newest events, newest first; on one day in the order of collections and ids."""
    found = [
        Entry((last + "-01")[:10], collection, record, dataset.address(record))
        for collection, date_of in DATED.items()
        for record in dataset.all(collection)
        if (last := period(date_of(record) or "0000")[1]) and len(last) >= YEAR_AND_MONTH
    ]
    order = list(DATED)
    found.sort(key=lambda entry: (order.index(entry.collection), entry.record.id))
    return sorted(found, key=lambda entry: entry.day, reverse=True)[:NEWEST]


def write_feeds(dataset: Dataset, site: Path, root: str) -> None:
    """Write the feed of each language. ``root`` is the address of the site, with a slash at the end."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    template = environment.get_template(NAME)
    entries = newest_entries(dataset)
    for language in LANGUAGES.values():
        text = template.render(_values(dataset, language, entries), root=f"{root}{language.code}/", name=NAME)
        (site / language.code / NAME).write_text(text, encoding="utf-8")


def _values(dataset: Dataset, language: Language, entries: list[Entry]) -> dict[str, Any]:
    return {
        "lang": language.code,
        "entries": entries,
        "title": lambda record: _shorten(language.pick(record.label)),
        "summary": lambda record: language.pick(getattr(record, "summary", None) or record.label),
        "s": lambda key: language.pick(dataset.interface[key]),
    }


def _shorten(text: str) -> str:
    return text if len(text) <= TITLE_LENGTH else text[: TITLE_LENGTH - 1].rsplit(" ", 1)[0].rstrip(" ,.;:–") + "…"
