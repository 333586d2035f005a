"""Counts for pictures. Each number is worked out once and stands beside its mark, so a picture cannot say another."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from macros.dataset import Dataset
from macros.model.base import ARTICLE_ID
from macros.reading import recommendation_actors

COMMITTEES_OWN = "crc"
LIST = "recommendations/"


@dataclass(frozen=True)
class Count:
    """Recommendations that belong together, and the address that shows them (empty: none, or no such page)."""

    records: tuple[Any, ...]
    address: str = ""

    @property
    def number(self) -> int:
        """How many there are."""
        return len(self.records)

    @property
    def urgent(self) -> int:
        """How many of them lie in an area where the Committee asked for urgent measures."""
        return sum(bool(record.urgent) for record in self.records)


@dataclass(frozen=True)
class Row:
    """What a row is about, its counts, one for each column, and all of them together."""

    record: Any
    counts: tuple[Count, ...]
    total: Count


def cycles(dataset: Dataset) -> list[Any]:
    """The concluding observations of the Committee on the Rights of the Child on the Convention, oldest first."""
    documents = [document for document in dataset.all("documents") if document.convention == COMMITTEES_OWN]
    return sorted(documents, key=lambda document: document.year)


def reviewed(dataset: Dataset) -> list[Any]:
    """Those of which we have found recommendations."""
    return [document for document in cycles(dataset) if dataset.mentioning(document, "recommendations", "document")]


def threads_by_cycle(dataset: Dataset) -> list[Row]:
    """A row for each thread, those raised in most reviews first, and a count for each review."""
    rows = [thread_by_cycle(dataset, thread) for thread in dataset.all("threads")]
    return sorted(rows, key=lambda row: (-sum(count.number > 0 for count in row.counts), -row.total.number))


def thread_by_cycle(dataset: Dataset, thread: Any) -> Row:
    """The counts of one thread, one for each review. Each leads to the review on the thread's page."""
    found = dataset.find("recommendations", thread.all_recommendations)
    page = dataset.address(thread)
    counts = tuple(
        Count(records, f"{page}#{document.id}" if records else "")
        for document in cycles(dataset)
        for records in [tuple(one for one in found if one.document == document.id)]
    )
    return Row(thread, counts, Count(tuple(found), page))


def themes_by_cycle(dataset: Dataset) -> list[Row]:
    """A row for each theme with recommendations, the most frequent first: each review, then all other documents."""
    rows = [theme_by_cycle(dataset, theme) for theme in dataset.all("themes")]
    return sorted((row for row in rows if row.total.number), key=lambda row: -row.total.number)


def theme_by_cycle(dataset: Dataset, theme: Any) -> Row:
    """The counts of one theme: each review, then all other documents."""
    found = dataset.mentioning(theme, "recommendations", "theme")
    own = [document.id for document in cycles(dataset)]
    others = dict.fromkeys(one.document for one in found if one.document not in own)
    columns = [*([id_] for id_ in own), list(others)]
    counts = tuple(
        _count([one for one in found if one.document in ids], theme=theme.id, document=ids) for ids in columns
    )
    return Row(theme, counts, _count(found, theme=theme.id))


def actors(dataset: Dataset) -> list[Row]:
    """Who must act, the most frequent first."""
    return _bars(dataset, "actors", "actor", recommendation_actors)


def groups(dataset: Dataset) -> list[Row]:
    """The children concerned, the most frequent first."""
    return _bars(dataset, "groups", "group", lambda one: one.groups)


def articles(dataset: Dataset) -> list[Row]:
    """Articles of the Convention, in their order."""
    rows = _bars(dataset, "articles", "article", lambda one: map(ARTICLE_ID.format, one.articles))
    return sorted(rows, key=lambda row: row.record.number)


def themes_of(dataset: Dataset, document: Any) -> list[Row]:
    """The themes of one document, the most frequent first."""
    found = dataset.mentioning(document, "recommendations", "document")
    rows = [
        Row(theme, (count,), count)
        for theme in dataset.all("themes")
        for count in [_count([o for o in found if o.theme == theme.id], document=document.id, theme=theme.id)]
    ]
    return sorted((row for row in rows if row.total.number), key=lambda row: -row.total.number)


def _bars(dataset: Dataset, collection: str, facet: str, values: Callable[[Any], Iterable[str]]) -> list[Row]:
    """A row with one count for each record that recommendations name; ``facet`` is its name in the list's address."""
    found: dict[str, list[Any]] = {}
    for one in dataset.all("recommendations"):
        for id_ in dict.fromkeys(values(one)):
            found.setdefault(id_, []).append(one)
    rows = []
    for record in dataset.all(collection):
        if record.id in found:
            value = getattr(record, "number", record.id)
            count = _count(found[record.id], **{facet: value})
            rows.append(Row(record, (count,), count))
    return sorted(rows, key=lambda row: -row.total.number)


def _count(found: list[Any], **chosen: Any) -> Count:
    """A count with the address of the list filtered to it."""
    address = f"{LIST}?{urlencode(chosen, doseq=True)}" if found else ""
    return Count(tuple(found), address)
