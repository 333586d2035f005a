"""Every fact that has a basis, one row each: what it says, how sure it is, where it was read, where it is shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, get_args

from pydantic import BaseModel

from macros.dataset import Dataset, Entry
from macros.model import Record
from macros.model.base import Basis, SourceRef, Text, walk

BASES = get_args(Basis)
OF_A_FIELD = "_basis"
FIELDS = ("collection", "record", "field", "address", "basis", "text", "sources")
"""What a row holds, in this order."""
SAYS = ("text", "summary", "definition", "what", "requirement", "content", "about", "title", "name")
"""Which field says what a statement is about, the one that says most first."""


def claims(dataset: Dataset) -> Iterator[dict[str, Any]]:
    """All facts with a basis, in the order of the collections and files.

    ``field`` leads from the record to the fact; it is empty where the basis is that of the record as a whole.
    """
    for entry in dataset.entries.values():
        read: dict[tuple[str | int, ...], list[SourceRef]] = {}
        for path, model in walk(entry.record):
            read[path] = getattr(model, "sources", read.get(_above(read, path), []))
            for name in type(model).model_fields:
                basis = getattr(model, name)
                if name == "basis" and basis:
                    yield _row(dataset, entry, path, basis) | _says(dataset, _text(entry, model), read[path])
                elif name.endswith(OF_A_FIELD) and basis in BASES:
                    field = name.removesuffix(OF_A_FIELD)
                    said = _of_field(model, field) or _text(entry, model)
                    own = getattr(model, f"{field}_sources", None) or read[path]
                    yield _row(dataset, entry, (*path, field), basis) | _says(dataset, said, own)


def _above(read: Mapping[tuple[str | int, ...], Any], path: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """The statement that a part stands in: a part that cannot have sources of its own rests on those."""
    return next((path[:end] for end in range(len(path) - 1, -1, -1) if path[:end] in read), ())


def _row(dataset: Dataset, entry: Entry, path: tuple[str | int, ...], basis: str) -> dict[str, Any]:
    return {
        "collection": entry.collection.name,
        "record": entry.record.id,
        "field": ".".join(map(str, path)),
        "address": dataset.address(entry.record),
        "basis": basis,
    }


def _says(dataset: Dataset, text: dict[str, str], references: list[SourceRef]) -> dict[str, Any]:
    return {"text": text, "sources": [_source(dataset, reference) for reference in references]}


def _source(dataset: Dataset, reference: SourceRef) -> dict[str, str | None]:
    source = dataset.get("sources", reference.id)
    return {"id": reference.id, "title": source.title, "locator": reference.locator, "url": source.url}


def _of_field(model: BaseModel, field: str) -> dict[str, str] | None:
    """What one field says: a text, a value that is the same in both languages, or a later development."""
    value = getattr(model, field, None) or getattr(model, f"{field}_development", None)
    inner = getattr(value, "text", value)
    if isinstance(inner, Text):
        return inner.model_dump()
    return {"nb": str(inner), "en": str(inner)} if isinstance(inner, str | int) else None


def _text(entry: Entry, model: BaseModel) -> dict[str, str]:
    """What a statement says in both languages, or else what it or its record is called."""
    texts = [value for name in type(model).model_fields if isinstance(value := getattr(model, name), Text)]
    named = [value for name in SAYS if isinstance(value := getattr(model, name, None), Text)]
    if named or (texts and not isinstance(model, Record)):
        return (named or texts)[0].model_dump()
    value = _of_field(model, "value")
    label = model.label if isinstance(model, Record) else entry.record.label
    return value or label.model_dump()
