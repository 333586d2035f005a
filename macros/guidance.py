"""What the pages on guidance work out: which guidance is about a theme or an article, and which shares its themes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from macros.dataset import COLLECTION_OF, Dataset
from macros.model import Record
from macros.order import by_number

GUIDANCE = (
    "best-interests",
    "right-to-be-heard",
    "child-impact-assessment",
    "worksheets",
    "sectors",
    "examples",
    "life-course",
    "resources",
)
"""The collections of the section, in the order of a reader in a hurry."""
NUMBERED = ("worksheets", "sectors")


def guidance_on(dataset: Dataset, record: Record) -> Iterator[tuple[str, Record]]:
    """Everything in the section that names a record, each once, with its collection: whole records, or parts."""
    found: dict[int, tuple[str, Record]] = {}
    for mention in dataset.mentions(record):
        one = mention.part or mention.record
        found[id(one)] = COLLECTION_OF[type(mention.record)].name, one
    for name in GUIDANCE:
        here = [one for collection, one in found.values() if collection == name]
        yield from ((name, one) for one in (by_number(here) if name in NUMBERED else here))


def on_themes(dataset: Dataset, collection: str, themes: Iterable[str]) -> list[Any]:
    """The records of a collection that share a theme, in the order of the files."""
    wanted = set(themes)
    return [record for record in dataset.all(collection) if wanted & set(record.themes)]
