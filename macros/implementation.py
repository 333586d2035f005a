"""What the pages on county governors and municipalities work out: abbreviations, former offices, missing years."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from macros.dataset import Dataset
from macros.language import Language
from macros.model import Record
from macros.model.implementation import Merger, Office, OfficePeriod

IN_BRACKETS = re.compile(r"\(([A-ZÆØÅ]{2,})\)")


@dataclass(frozen=True)
class Abbreviation:
    """A short form, what it stands for, and the short form of today where that is another (else empty)."""

    abbr: str
    record: Record
    now: str = ""
    on_slides: bool = False


def abbreviations(dataset: Dataset, language: Language) -> list[Abbreviation]:
    """Every abbreviation of the actors and programmes, former ones and those of the slides too, from A to Z."""
    found: dict[tuple[str, str], Abbreviation] = {}
    for record in [*dataset.all("actors"), *dataset.all("programmes")]:
        on_slides = _as_on_slides(record)
        for abbr in dict.fromkeys([*filter(None, [record.abbr]), *on_slides, *_former(record)]):
            short = abbr.partition(" (")[0]
            now = record.abbr if record.abbr and record.abbr.casefold() != short.casefold() else ""
            key = re.sub(r"\W", "", short.casefold()), record.id
            if key in found and not on_slides:
                continue
            found.setdefault(key, Abbreviation(short, record, now, short in {a.partition(" (")[0] for a in on_slides}))
    return sorted(found.values(), key=lambda a: (language.alphabetical(a.abbr.lstrip("?-")), a.record.id))


def _as_on_slides(record: Any) -> list[str]:
    written = getattr(record, "abbr_on_slides", None)
    return written.split(" / ") if written else []


def _former(record: Any) -> list[str]:
    return [abbr for former in getattr(record, "former_names", []) for abbr in IN_BRACKETS.findall(former.name.nb)]


@dataclass(frozen=True)
class FormerOffice:
    """An office as it was before the mergers, what it was called in each later period, and the office of today."""

    name: str
    names: tuple[str, ...]
    today: Office


def former_offices(periods: list[OfficePeriod], mergers: list[Merger], offices: list[Office]) -> list[FormerOffice]:
    """Every office of the first period followed through the periods that list offices, all but the last.

    Raises LookupError when an office cannot be followed: then the data contradicts itself.
    """
    listed = [period for period in periods if period.offices]
    found = []
    for name in listed[0].offices or []:
        merger = next((merger for merger in mergers if name in merger.from_), None)
        called = {name} | ({merger.into, merger.name_before or name} if merger else set())
        names = [_called(called, period) for period in listed[1:-1]]
        today = next((o for o in offices if (o.merger == merger.id if merger else name in o.counties)), None)
        if today is None:
            raise LookupError(f"no office of today for {name}")
        found.append(FormerOffice(name, tuple(names), today))
    return found


def _called(names: Iterable[str], period: OfficePeriod) -> str:
    for name in period.offices or []:
        if name in names:
            return name
    raise LookupError(f"{period.id} has none of {', '.join(sorted(names))}")


def missing_years(years: Iterable[int]) -> list[tuple[int, int]]:
    """The stretches between the first and the last year for which there is nothing, first and last year of each."""
    known = sorted(set(years))
    return [(before + 1, after - 1) for before, after in pairwise(known) if after - before > 1]
