"""What is made from the model and lies in the repository, so that it can be read and used there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from macros import doubts, skeleton
from macros.dictionary import dictionary
from macros.schemas import FOLDER, schemas

if TYPE_CHECKING:
    from macros.dataset import Dataset


def generated(dataset: Dataset) -> dict[str, str]:
    """The text of every generated file, by its path in the repository."""
    return schemas(dataset) | dictionary(dataset)


def generate(root: Path, dataset: Dataset, day: str) -> list[str]:
    """Write what is out of date, and remove schemas of nothing. Returns what changed.

    New ids, also of parts of records, go into the list of ids; what has been mended leaves the list of doubts.
    """
    made = generated(dataset)
    if (root / skeleton.IDS).exists():
        made[skeleton.IDS] = skeleton.with_ids((root / skeleton.IDS).read_text(encoding="utf-8"), dataset)
    known = doubts.known_doubts(root)
    if known:
        made[doubts.KNOWN] = doubts.known_text(doubts.still_known(known, doubts.doubts(dataset, day)))
    changed = [path for path, text in made.items() if _read(root / path) != text]
    for path in changed:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(made[path], encoding="utf-8")
    left_over = [path for path in sorted((root / FOLDER).glob("*.json")) if f"{FOLDER}/{path.name}" not in made]
    for file in left_over:
        file.unlink()
    return sorted([*changed, *(f"{FOLDER}/{file.name}" for file in left_over)])


def _read(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.exists() else None
