"""Addresses of renamed records: who renames a record keeps its old id in ``former_ids``, and old links still arrive."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from macros.dataset import Dataset
from macros.language import LANGUAGES
from macros.model import Record
from macros.model.base import walk

# A tag with an id, and the tag that must be the first in it, as a table's row holds nothing but cells.
HOLDER = r'<[a-z][a-z0-9]*\b[^<>]*\sid="{}"[^<>]*>(?:\s*<(?:t[dh]|dt|li|summary)\b[^<>]*>)?'


class Move(NamedTuple):
    """An address that was, relative to the language root, and the record that stood there."""

    address: str
    record: Record


def moves(dataset: Dataset) -> Iterator[Move]:
    """The former addresses of all records and their parts."""
    for entry in dataset.entries.values():
        for _, record in walk(entry.record):
            if not isinstance(record, Record):
                continue
            for former in record.former_ids:
                if record is entry.record:
                    address = entry.collection.address.format_map({**vars(record), "id": former})
                else:
                    address = f"{dataset.address(record).partition('#')[0]}#{former}"
                yield Move(address, record)


def former_anchors(dataset: Dataset) -> dict[str, list[tuple[str, str]]]:
    """For each page (address relative to the language root), the anchors of its records: today's, and one before."""
    found: dict[str, list[tuple[str, str]]] = {}
    for address, record in moves(dataset):
        page, _, former = address.partition("#")
        if former:
            found.setdefault(page, []).append((dataset.address(record).partition("#")[2], former))
    return found


def keep_anchors(anchors: list[tuple[str, str]], html: str) -> str:
    """The HTML with the former anchors (of ``former_anchors()``) at the places of today's."""
    for today, former in anchors:
        mark = ElementTree.tostring(ElementTree.Element("span", id=former), "unicode", short_empty_elements=False)
        html = re.sub(HOLDER.format(re.escape(today)), rf"\g<0>{mark}", html, count=1)
    return html


def write_moved(dataset: Dataset, site: Path, render: Callable[..., str]) -> None:
    """Write a page at every former address of a record's page, in each language, that leads on to the new one."""
    for code, language in LANGUAGES.items():
        for address, record in moves(dataset):
            if "#" in address:
                continue
            folder = site / code / address
            if (folder / "index.html").exists():  # a page that is there is never replaced
                continue
            folder.mkdir(parents=True, exist_ok=True)
            html = render(code=code, address=dataset.address(record), name=language.pick(record.label))
            (folder / "index.html").write_text(html, encoding="utf-8")
