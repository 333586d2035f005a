"""Every external address of the data and of the hand-written pages, with who uses it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag

from macros.dataset import Dataset, Entry
from macros.model.base import LINK_PATTERN
from macros.model.vocabulary import Source

IN_MARKDOWN = re.compile(r"https?://[^\s<>()\"'`]+")
NOT_FOR_READERS = {"editor_note", "former_ids"}


@dataclass(frozen=True, order=True)
class Use:
    """One place that uses an address: a file, a record in it, and the records that rest on that one."""

    file: str
    record: str = ""
    relied_on_by: tuple[str, ...] = ()


def collect(root: Path, dataset: Dataset) -> dict[str, list[Use]]:
    """All addresses, sorted, without their anchors. An address that is known to be dead is left out; its copy is in."""
    found: dict[str, set[Use]] = defaultdict(set)
    for entry in dataset.entries.values():
        use = Use(entry.file.name, _name(entry), _users(dataset, entry))
        for address in _addresses(entry):
            found[urldefrag(address).url].add(use)
    for page in sorted((root / "docs").rglob("*.md")):
        for address in IN_MARKDOWN.findall(page.read_text(encoding="utf-8")):
            found[urldefrag(address.rstrip(".,;:")).url].add(Use(page.relative_to(root).as_posix()))
    return {address: sorted(found[address]) for address in sorted(found)}


def _name(entry: Entry) -> str:
    return f"{entry.collection.name}/{entry.record.id}"


def _users(dataset: Dataset, entry: Entry) -> tuple[str, ...]:
    """Who rests on a source; other records are used by themselves."""
    if not isinstance(entry.record, Source):
        return ()
    return tuple(_name(dataset.entry(user)) for user in dataset.users(entry.record))


def _addresses(entry: Entry) -> Iterator[str]:
    if isinstance(record := entry.record, Source):
        yield from [address for address in (None if record.dead else record.url, record.archived) if address]
    else:
        yield from _in(record.model_dump())


def _in(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            if key not in NOT_FOR_READERS:
                yield from _in(item)
    elif isinstance(value, list):
        for item in value:
            yield from _in(item)
    elif isinstance(value, str) and value.startswith("http") and LINK_PATTERN.fullmatch(value):
        yield value
