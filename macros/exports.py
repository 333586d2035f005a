"""Open data: every collection, and every fact with its sources, as JSON and CSV. Notes for editors stay out."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from macros.claims import claims
from macros.dataset import Dataset
from macros.model import COLLECTIONS

FOR_EDITORS = {"editor_note", "former_ids"}
BEGINS_A_FORMULA = re.compile(r"((?:^|[;\t\r\n])\s*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])")
"""Where a cell may begin, with a sign that makes it a formula: Norwegian spreadsheets begin one after a semicolon."""


def write_exports(dataset: Dataset, folder: Path) -> None:
    """Write ``<collection>.json`` and ``<collection>.csv`` for every collection, and ``index.json`` that lists them."""
    folder.mkdir(parents=True, exist_ok=True)
    index = []
    for name in COLLECTIONS:
        rows = [_row(dataset, record) for record in dataset.all(name)]
        (folder / f"{name}.json").write_text(_json(rows), encoding="utf-8")
        (folder / f"{name}.csv").write_text(_csv(rows), encoding="utf-8", newline="")
        index.append({"collection": name, "records": len(rows), "json": f"{name}.json", "csv": f"{name}.csv"})
    (folder / "index.json").write_text(_json(index), encoding="utf-8")


def write_claims(dataset: Dataset, folder: Path) -> None:
    """Write ``claims.json`` and ``claims.csv``: every fact that has a basis, with its sources."""
    rows = list(claims(dataset))
    (folder / "claims.json").write_text(_json(rows), encoding="utf-8")
    (folder / "claims.csv").write_text(_csv(rows), encoding="utf-8", newline="")


def _row(dataset: Dataset, record: Any) -> dict[str, Any]:
    data: dict[str, Any] = _without_editors(record.model_dump(by_alias=True))
    return {"id": record.id, "address": dataset.address(record)} | data


def _without_editors(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_editors(item) for key, item in value.items() if key not in FOR_EDITORS}
    return [_without_editors(item) for item in value] if isinstance(value, list) else value


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _csv(rows: list[dict[str, Any]]) -> str:
    flat = [dict(_flat(row)) for row in rows]
    head = list(dict.fromkeys(key for row in flat for key in row))
    out = io.StringIO()
    writer = csv.DictWriter(out, head, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(flat)
    return out.getvalue()


def _flat(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Nested keys become ``summary.nb``; lists of plain values are joined with ``;``, other lists stay JSON."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _flat(item, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        plain = all(not isinstance(item, dict | list) for item in value)
        yield path, _no_formula("; ".join(map(str, value)) if plain else json.dumps(value, ensure_ascii=False))
    else:
        yield path, _no_formula(value)


def _no_formula(value: Any) -> Any:
    """An apostrophe keeps text what a spreadsheet would run as a formula."""
    return BEGINS_A_FORMULA.sub(r"\1'", value) if isinstance(value, str) else value
