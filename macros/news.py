"""What is new: the newest events that the data dates, by the data's own dates. The page and the feed tell the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from macros.dataset import Dataset
from macros.language import YEAR_AND_MONTH
from macros.model import Record
from macros.model.base import period

NEWEST = 30

# Which date of a record makes it news. A record without one, or with no more than a year, is not news.
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
    """One event. ``date`` is the data's; ``day`` is YYYY-MM-DD, the first of the month where there is only a month."""

    day: str
    date: str
    collection: str
    record: Record
    address: str

    @property
    def year(self) -> str:
        """The year under which the page tells it."""
        return self.day[:4]


def newest_entries(dataset: Dataset) -> list[Entry]:
    """The newest events, newest first; on one day in the order of collections and ids."""
    found = [
        Entry((last + "-01")[:10], date, collection, record, dataset.address(record))
        for collection, date_of in DATED.items()
        for record in dataset.all(collection)
        if (date := date_of(record)) and len(last := period(date)[1]) >= YEAR_AND_MONTH
    ]
    order = list(DATED)
    found.sort(key=lambda entry: (order.index(entry.collection), entry.record.id))
    return sorted(found, key=lambda entry: entry.day, reverse=True)[:NEWEST]
