"""Orders that readers expect: numbers by size (para. 9 before 10), years newest first."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

DIGITS = re.compile(r"([0-9]+)")


def natural(text: str) -> list[tuple[int, int, str]]:
    """A sort key under which "9" comes before "10" and numbers before words."""
    return [(0, int(part), "") if DIGITS.fullmatch(part) else (1, 0, part) for part in DIGITS.split(text) if part]


def by_number(records: Iterable[Any]) -> list[Any]:
    """Records that have a number, in its order."""
    return sorted(records, key=lambda record: record.number)


def newest_first(records: Iterable[Any]) -> list[Any]:
    """Records that have a year, newest first, undated last; ids in natural order within a year."""
    return sorted(sorted(records, key=lambda record: natural(record.id)), key=lambda record: -(record.year or 0))


def recommendation_key(recommendation: Any, year: int) -> tuple[Any, ...]:
    """Newest document first, then as printed: paragraph and point where known, else the order on the source page."""
    return (
        -year,
        recommendation.document,
        recommendation.paragraph is None,
        natural(recommendation.paragraph or ""),
        natural(recommendation.point or ""),
        recommendation.order_on_source_page or 0,
        natural(recommendation.id),
    )
