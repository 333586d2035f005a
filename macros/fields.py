"""What each field of a record is, for those who edit: its name and meaning in both languages, and the form it takes."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import yaml
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros.language import LANGUAGES
from macros.model.base import ID_PATTERN, NOT_EMPTY, Form, Ref

# The patterns of fields in words.
PATTERNS = {
    r"^[A-Z]{2}$": "two capital letters in quotes, such as 'NO'",
    r"^[a-i]$": "one letter from a to i",
    r"^[a-z]{2}$": "two small letters, such as nb or en",
    r"^[a-z]{2}(/[a-z]{2})?$": "two small letters, such as nb or en, or nb/nn where mixed",
    r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$": "a whole day in quotes, such as '2026-11-02'",
    r"^(?:in-force|not-in-force|adopted-not-in-force)-\d{4}-\d{2}-\d{2}$": "such as not-in-force-2026-05-02",
}
TABLE = Path(__file__).parent / "fields.yml"


@dataclass(frozen=True)
class Meaning:
    """A field's name and what it means, in one language; the meaning is empty where only the name is known."""

    name: str
    help: str


@dataclass(frozen=True)
class Shape:
    """What a field takes: one of the forms, null as well or not, and what belongs to the form."""

    form: Literal["text", "date", "link", "id", "reference", "choice", "number", "truth", "group", "list"]
    null: bool = False
    values: tuple[str, ...] = ()
    collection: str = ""
    id: str = "{}"
    """What makes an id of what is written: articles are written as numbers."""
    model: type[BaseModel] | None = None
    item: Shape | None = None
    least: int | None = None
    most: int | None = None
    pattern: str = ""


@functools.cache
def _table() -> dict[str, dict[str, str]]:
    table: dict[str, dict[str, str]] = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    return table


def meaning(model: type[BaseModel], key: str) -> dict[str, Meaning]:
    """What a field is called and means, by language. Without an entry in the table its name stands for it."""
    kinds = [cls.__name__ for cls in model.__mro__]
    written = next((_table()[place] for place in (*(f"{kind}.{key}" for kind in kinds), key) if place in _table()), {})
    plain = key.replace("_", " ").capitalize()
    return {code: Meaning(*written.get(code, f"{plain}. ").split(". ", 1)) for code in LANGUAGES}


def keys(model: type[BaseModel]) -> Iterator[tuple[str, FieldInfo]]:
    """The fields by the key that stands in the file: the id first, what is for editors last, the rest as declared."""
    fields = {field.alias or name: field for name, field in model.model_fields.items()}
    last = [key for key in ("basis", "sources", "editor_note", "former_ids") if key in fields]
    first = [key for key in ("id",) if key in fields]
    for key in (*first, *(key for key in fields if key not in (*first, *last)), *last):
        yield key, fields[key]


def shape(field: FieldInfo) -> Shape:
    """The form of a field."""
    return _shape(field.annotation, field.metadata)


def _shape(annotation: Any, metadata: list[Any]) -> Shape:
    if get_origin(annotation) is Annotated:
        annotation, *metadata = get_args(annotation)
    options = get_args(annotation)
    if get_origin(annotation) in (Union, UnionType):
        one = next(option for option in options if option is not type(None))
        return replace(_shape(one, metadata), null=type(None) in options)
    if get_origin(annotation) is list:
        return Shape("list", item=_shape(options[0], []))
    if get_origin(annotation) is Literal:
        return Shape("choice", values=tuple(str(one).lower() if isinstance(one, bool) else str(one) for one in options))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return Shape("group", model=annotation)
    return _plain(annotation, metadata)


def _plain(annotation: Any, metadata: list[Any]) -> Shape:
    made = Shape("truth" if annotation is bool else "number" if annotation is int else "text")
    inside = [one for mark in metadata if isinstance(mark, FieldInfo) for one in mark.metadata]
    for mark in (*metadata, *inside):
        if isinstance(mark, Ref):
            made = replace(made, form="reference", collection=mark.collection, id=mark.id)
        elif isinstance(mark, Form):
            made = replace(made, form="date" if mark.name == "date" else "link")
        elif getattr(mark, "pattern", None) == ID_PATTERN:
            made = replace(made, form="id")
        elif (pattern := getattr(mark, "pattern", None)) and pattern != NOT_EMPTY:
            made = replace(made, pattern=pattern)
        least, most = getattr(mark, "ge", made.least), getattr(mark, "le", made.most)
        made = replace(made, least=least, most=most)
    return made
