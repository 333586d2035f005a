"""What is legal but suspicious in the data. Each doubt reads as a sentence and yields what an editor should look at.

A doubt stops nothing. Those that were there before stand in ``KNOWN``, by kind and record, so that new ones are seen;
``python -m macros generate`` takes out what has been mended, and nothing puts anything in.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from pydantic import BaseModel

from macros.figures import NUMERALS
from macros.language import LANGUAGES
from macros.model.assessment import Assessment
from macros.model.base import Text, period, walk
from macros.problems import Problem

if TYPE_CHECKING:
    from macros.dataset import Dataset

KNOWN = "tests/data/doubts.yml"
KNOWN_HEAD = """\
# What looks doubtful and was there before, by kind: `python -m macros check` counts these instead of showing them.
# The list only gets shorter: `python -m macros generate` takes out what has been mended.
"""
MAX_WORDS = 60
PAST_DATES = ("date", "adopted", "established", "published", "submitted", "considered", "reviewed")

Field = tuple[tuple[str | int, ...], Any, str, str]
Doubting = Callable[[tuple[str | int, ...], BaseModel, str], Iterator[Field]]


@dataclass(frozen=True, order=True)
class Doubt:
    """Something to look at again, with the kind it is of."""

    problem: Problem
    kind: str

    def __str__(self) -> str:
        """The same five lines as an error."""
        return str(self.problem)


def date_to_come(path: tuple[str | int, ...], model: BaseModel, day: str) -> Iterator[Field]:
    """What happened, or was so, on a date that has not come yet."""
    for name, value in _fields(model):
        dated = name in PAST_DATES or name.endswith(("as_of", "year"))
        first = period(str(value))[0] if dated and isinstance(value, str | int) else ""
        if first > day[: len(first)]:
            yield (*path, name), value, f"a date up to today, {day}", "check the date against the source"


def long_summary(path: tuple[str | int, ...], model: BaseModel, _: str) -> Iterator[Field]:
    """A summary that is too long to be one."""
    summary = getattr(model, "summary", None)
    if isinstance(summary, Text):
        for code in LANGUAGES:
            if (number := len(getattr(summary, code).split())) > MAX_WORDS:
                yield (
                    (*path, "summary", code),
                    f"{number} words",
                    f"at most {MAX_WORDS} words",
                    "shorten it: one thing first, the rest stands in the source",
                )


def numbers_differ(path: tuple[str | int, ...], model: BaseModel, _: str) -> Iterator[Field]:
    """A number that stands in one language and not in the other."""
    if not isinstance(model, Text):
        return
    for code, language in LANGUAGES.items():
        here, there, other = getattr(model, code), getattr(model, language.other), NUMERALS[language.other]
        only_here = NUMERALS[code].figures(here) - other.figures(there)
        alone = {figure for figure in only_here if not other.spells(there, figure)}
        if alone:
            numbers = ", ".join(sorted(alone))
            yield (
                (*path, code),
                numbers,
                f"the same numbers in {code} and {language.other}",
                f"check both against the source, and mend the one that is wrong, or write {numbers} in both",
            )


def link_without_https(path: tuple[str | int, ...], model: BaseModel, _: str) -> Iterator[Field]:
    """A link that anybody on the way can read and change."""
    for name, value in _fields(model):
        for place, item in enumerate(value) if isinstance(value, list) else [(None, value)]:
            if isinstance(item, str) and item.startswith("http://"):
                step = (name,) if place is None else (name, place)
                yield (
                    (*path, *step),
                    item,
                    "an address that starts with https://",
                    "try https:// in the browser, and use it when it opens",
                )


def recalled_basis(path: tuple[str | int, ...], model: BaseModel, _: str) -> Iterator[Field]:
    """A fact that nobody has found in a source yet."""
    for name, value in _fields(model):
        if (name == "basis" or name.endswith("_basis")) and value == "recalled":
            yield (
                (*path, name),
                value,
                "a fact that was read in a source",
                "add the source that says it, and change recalled to read",
            )


def old_judgement(path: tuple[str | int, ...], model: BaseModel, day: str) -> Iterator[Field]:
    """A judgement of ours that is older than two years."""
    if isinstance(model, Assessment) and model.is_old(day):
        yield (
            (*path, "as_of"),
            model.as_of,
            "a judgement from the last two years",
            "judge again from the sources, or take the assessment out",
        )


DOUBTS: tuple[Doubting, ...] = (
    date_to_come,
    long_summary,
    numbers_differ,
    link_without_https,
    recalled_basis,
    old_judgement,
)


def doubts(dataset: Dataset, day: str) -> list[Doubt]:
    """Everything doubtful in the data on a day (YYYY-MM-DD), in the order of the files."""
    return sorted(
        Doubt(entry.problem(*field), doubting.__name__.replace("_", "-"))
        for entry in dataset.entries.values()
        for path, model in walk(entry.record)
        for doubting in DOUBTS
        for field in doubting(path, model, day)
    )


def known_doubts(root: Path) -> dict[str, list[str]]:
    """The records that were doubtful before, by kind."""
    path = root / KNOWN
    return (yaml.safe_load(path.read_text(encoding="utf-8")) or {}) if path.exists() else {}


def known_text(known: dict[str, list[str]]) -> str:
    """The list of known doubts as it stands in its file."""
    return KNOWN_HEAD + yaml.safe_dump(known)


def still_known(known: dict[str, list[str]], found: list[Doubt]) -> dict[str, list[str]]:
    """What is left of the known ones when what has been mended is taken out."""
    there = {(doubt.kind, doubt.problem.record) for doubt in found}
    left = {kind: [record for record in records if (kind, record) in there] for kind, records in known.items()}
    return {kind: records for kind, records in left.items() if records}


def report(found: list[Doubt], known: dict[str, list[str]], *, everything: bool = False) -> str:
    """The new ones in full, the known ones counted (or ``everything`` in full), and annotations on GitHub."""
    new = [doubt for doubt in found if doubt.problem.record not in known.get(doubt.kind, ())]
    parts = [str(doubt) for doubt in (found if everything else new)]
    if found:
        kinds = ", ".join(f"{kind} {number}" for kind, number in sorted(Counter(d.kind for d in found).items()))
        old = len(found) - len(new)
        parts.append(f"Worth a second look, though perhaps right: {len(new)} new, {old} known ({kinds}).")
        if old and not everything:
            parts.append("To see each of them: python -m macros check --all")
    if os.environ.get("GITHUB_ACTIONS") == "true":
        parts += [doubt.problem.as_annotation("warning") for doubt in new]
    return "\n".join(parts)


def _fields(model: BaseModel) -> Iterator[tuple[str, Any]]:
    for name, field in type(model).model_fields.items():
        yield field.alias or name, getattr(model, name)
