"""Begins a new record: a file with every field, what it takes, and a mark where an editor has to write."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import yaml
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros.dictionary import takes
from macros.fields import Shape, keys, meaning, shape
from macros.model import COLLECTIONS, Collection
from macros.model.base import FILL_IN, ID_PATTERN, SourceRef, Text
from macros.yaml_source import read

if TYPE_CHECKING:
    from macros.dataset import Dataset

IDS = "tests/data/ids.yml"
HEAD = f"""\
# Write in place of each {FILL_IN}. A field with "must" has to stay; where null may stand, it means not found.
# Lines that begin with # may be left out. To use one of them, take its # away.
# A text in both languages is two lines below its name: "  nb: ..." and "  en: ...".
# A list is [] for none, or has a line such as "  - something" below its name for each. See data/README.md."""
LONGEST_ID = 80
RESERVED = re.compile(r"(?:true|false|null|\d+)$")


class RefusedError(Exception):
    """The record cannot be begun; the text says why."""


def begin(root: Path, name: str, id_: str) -> list[str]:
    """Write the skeleton of a record and note its id. Returns the paths that changed.

    Raises RefusedError when the collection is unknown, the id is bad or used, or the file holds one record only.
    """
    collection = _collection(name)
    if not re.fullmatch(ID_PATTERN, id_) or len(id_) > LONGEST_ID:
        raise RefusedError(
            f'"{id_}" is no id: write small letters a-z, digits and single hyphens, at most {LONGEST_ID} of them, '
            "such as crc-2030-1a."
        )
    _refuse_used(root, collection, id_)
    place = root / "data" / collection.place
    lines = list(_record(root, collection.model, id_))
    if collection.place.endswith("/"):
        place = place / f"{id_}.yml"
        place.write_text("\n".join([_what_it_is(place.parent), HEAD, *lines]) + "\n", encoding="utf-8")
    else:
        before = place.read_text(encoding="utf-8").rstrip("\n")
        block = [f"- {lines[0]}", *(f"  {line}" for line in lines[1:])]
        place.write_text("\n".join([before, *block]) + "\n", encoding="utf-8")
    changed = [place]
    if (root / IDS).exists():
        (root / IDS).write_text(with_id((root / IDS).read_text(encoding="utf-8"), name, id_), encoding="utf-8")
        changed.append(root / IDS)
    return [path.relative_to(root).as_posix() for path in changed]


def _what_it_is(folder: Path) -> str:
    """The first line of the records beside it, which says what they are."""
    first = next(iter(sorted(folder.glob("*.yml"))), None)
    line = first.read_text(encoding="utf-8").partition("\n")[0] if first else ""
    return line if line.startswith("# ") else "# A record of its own. See CONTRIBUTING.md."


def _collection(name: str) -> Collection:
    if name not in COLLECTIONS:
        near = difflib.get_close_matches(name, COLLECTIONS, n=1, cutoff=0.5)
        hint = f' Perhaps "{near[0]}" was meant?' if near else f" There are: {', '.join(COLLECTIONS)}."
        raise RefusedError(f'There is no collection "{name}".{hint}')
    return COLLECTIONS[name]


def _refuse_used(root: Path, collection: Collection, id_: str) -> None:
    place = root / "data" / collection.place
    if collection.place.endswith("/"):
        if (place / f"{id_}.yml").exists():
            raise RefusedError(f"data/{collection.place}{id_}.yml is there already; nothing was changed.")
    elif isinstance(content := read(place, place.name).content, dict):
        raise RefusedError(f"data/{collection.place} holds one record only; change that one.")
    elif not isinstance(content, list):
        raise RefusedError(f"data/{collection.place} cannot be read: run python -m macros check, and mend it first.")
    elif id_ in _ids(root, collection):
        raise RefusedError(f'"{id_}" is in data/{collection.place} already; nothing was changed.')
    ids = read(root / IDS, IDS).content if (root / IDS).exists() else None
    if isinstance(ids, dict) and id_ in map(str, ids.get(collection.name) or []):
        raise RefusedError(
            f'"{id_}" was used before ({IDS}): an address never gets another meaning. Choose another id.'
        )


def with_id(text: str, collection: str, id_: str) -> str:
    """The list of ids with one more, in alphabetical order under its collection; all else stays as it is."""
    lines = text.rstrip("\n").split("\n")
    entry = f"  - '{id_}'" if RESERVED.match(id_) else f"  - {id_}"
    if f"{collection}:" not in lines:
        return "\n".join([*lines, f"{collection}:", entry]) + "\n"
    place = lines.index(f"{collection}:") + 1
    while place < len(lines) and lines[place].startswith("  - ") and lines[place].strip(" -'") < id_:
        place += 1
    return "\n".join([*lines[:place], entry, *lines[place:]]) + "\n"


def with_ids(text: str, dataset: Dataset) -> str:
    """The list of ids with all that are new in the data, those of parts of records too."""
    known = yaml.safe_load(text) or {}
    for collection, id_ in sorted({*dataset.entries, *dataset.parts}):
        if id_ not in map(str, known.get(collection) or []):
            text = with_id(text, collection, id_)
    return text


def _ids(root: Path, collection: Collection) -> list[str]:
    """The ids of a collection, as far as they can be read."""
    place = root / "data" / collection.place
    if collection.place.endswith("/"):
        return [path.stem for path in sorted(place.glob("*.yml"))]
    content = read(place, place.name).content if place.exists() else None
    records = content if isinstance(content, list) else [content]
    return [str(record["id"]) for record in records if isinstance(record, dict) and "id" in record]


def _record(root: Path, model: type[BaseModel], id_: str) -> Iterator[str]:
    examples = {name: next(iter(_ids(root, one)), "") for name, one in COLLECTIONS.items()}
    yield f"id: {id_}"
    for key, field in keys(model):
        if key not in ("id", "former_ids"):
            yield from _field(model, key, field, examples)


def _field(model: type[BaseModel], key: str, field: FieldInfo, examples: dict[str, str]) -> Iterator[str]:
    """The lines of a field; a field that may be left out is a comment, ready to be used."""
    one = shape(field)
    lines = list(_value(key, one, field.is_required(), examples))
    if model is not Text:
        lines[0] = f"{lines[0]}  # {_said(model, key, field, one, examples)}"
    yield from lines if field.is_required() else (f"# {line}" for line in lines)


def _said(model: type[BaseModel], key: str, field: FieldInfo, one: Shape, examples: dict[str, str]) -> str:
    names = " / ".join(dict.fromkeys(said.name for said in meaning(model, key).values()))
    must = "must: " if field.is_required() else ""
    return f"{must}{names} ({_takes(one, examples)})" if one.form != "group" or one.null else f"{must}{names}"


def _takes(one: Shape, examples: dict[str, str]) -> str:
    if one.form == "list" and one.item:
        words = f"a list: {_takes(one.item, examples)}"
    elif one.collection == "*":
        words = f"collection/id, such as recommendations/{examples['recommendations']}"
    elif one.collection:
        written = examples[one.collection].removeprefix(one.id.removesuffix("{}"))
        words = f"from data/{COLLECTIONS[one.collection].place}" + (f", such as {written}" if written else "")
    else:
        return re.sub(r"\[([^]]*)\]\([^)]*\)|`", r"\1", takes(one))
    return f"{words}; or null" if one.null else words


def _value(key: str, one: Shape, required: bool, examples: dict[str, str]) -> Iterator[str]:
    if one.null and required:
        yield f"{key}: null"
    elif one.form == "group" and one.model:
        yield f"{key}:"
        yield from (f"  {line}" for line in _group(one.model, examples))
    elif one.form == "list" and one.item and one.item.form == "group" and one.item.model:
        yield f"{key}:"
        first, *rest = _group(one.item.model, examples)
        yield f"  - {first}"
        yield from (f"    {line}" for line in rest)
    elif one.form == "list" and required:
        yield f"{key}: []"
    elif one.form == "list":
        yield f"{key}:"
        yield f"  - {FILL_IN}"
    else:
        yield f"{key}: {FILL_IN}"


def _group(model: type[BaseModel], examples: dict[str, str]) -> Iterator[str]:
    """What must stand in a group of keys; with a source also the place in it, which every source should have."""
    for key, field in keys(model):
        if field.is_required():
            yield from _field(model, key, field, examples)
        elif model is SourceRef:
            yield f"{key}: null  # {_said(model, key, field, shape(field), examples)}"
