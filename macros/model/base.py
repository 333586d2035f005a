"""What every record is made of: texts in two languages, references, dates, links, sources.

A field that must be present but may be ``null`` is written ``X | None``: null says "looked for and not found".
A field that may be left out has a default.
"""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, GetJsonSchemaHandler, StringConstraints
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

ID_PATTERN = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
NOT_EMPTY = r"\S"
DATE_PATTERN = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
FILL_IN = "FILL-IN"
"""Stands in the skeleton of a new record where an editor has to write."""
DATE_FORM = r"^[0-9]{4}(-(0[1-9]|1[0-2])(-[0-3][0-9])?)?(/([0-9]{4}(-(0[1-9]|1[0-2])(-[0-3][0-9])?)?|[0-3][0-9]))?$"
LINK_FORM = r"^(https?://|mailto:).+$"
HOST = r"[A-Za-z0-9\u00c0-\u024f-]+(?:\.[A-Za-z0-9\u00c0-\u024f-]+)+\.?(?::\d+)?"
"""A name with a dot, in Latin letters: no letters that look like others, nothing before an @."""
LINK_PATTERN = re.compile(rf"(https?://{HOST}(?:[/?#][^\s<>\"{{}}|\\^`]*)?(?<![,;])|mailto:[^\s<>\"?&]+@[^\s<>\"?&]+)")


class Model(BaseModel):
    """A strict, frozen mapping: no unknown keys, no silent conversion of types."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, populate_by_name=False)


@dataclass(frozen=True)
class Ref:
    """Marks a value that names a record in ``collection``; ``*`` stands for "collection/id" of any kind.

    The value is the record's id, or what ``id`` makes one of: editors write 12, the record is ``art-12``.
    """

    collection: str
    id: str = "{}"

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """In a schema for editing, a text that names a record looks like an id; which ids there are changes daily."""
        made = handler(schema)
        before = "^[a-z-]+/" if self.collection == "*" else "^"
        return made | {"pattern": f"{before}{ID_PATTERN[1:]}"} if made.get("type") == "string" else made


@dataclass(frozen=True)
class Form:
    """How a text looks that a function checks: its name, and a pattern for schemas. The function may be stricter."""

    name: str
    pattern: str

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """The pattern, in a schema for editing."""
        return handler(schema) | {"pattern": self.pattern}


def period(value: str) -> tuple[str, str]:
    """The first and the last date of a date or period; the last may be shortened as in ISO 8601 (2003-10-15/17)."""
    first, _, last = value.partition("/")
    if "-" in first and last.isdigit() and len(last) == len("17"):
        last = first[: -len(last)] + last
    return first, last or first


def _check_date(value: str) -> str:
    first, last = period(value)
    for part in (first, last):
        if not DATE_PATTERN.fullmatch(part):
            raise PydanticCustomError("bad_date", "not a date")
        try:
            datetime.date.fromisoformat((part + "-01-01")[:10])
        except ValueError:
            raise PydanticCustomError("bad_date", "not a date") from None
    if last < first or value.endswith("/"):
        raise PydanticCustomError("bad_period", "a period that ends before it begins")
    return value


def _check_filled_in(value: str) -> str:
    if value == FILL_IN:
        raise PydanticCustomError("left_to_fill_in", "not filled in")
    return value


def _check_link(value: str) -> str:
    if not LINK_PATTERN.fullmatch(value):
        raise PydanticCustomError("unsafe_link", "not a safe link")
    return value


Line = Annotated[str, StringConstraints(min_length=1, pattern=NOT_EMPTY), AfterValidator(_check_filled_in)]
Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=80)]
Date = Annotated[str, AfterValidator(_check_date), Form("date", DATE_FORM)]
"""YYYY, YYYY-MM or YYYY-MM-DD, or two of them with ``/`` between for a period."""
Link = Annotated[str, AfterValidator(_check_link), Form("link", LINK_FORM)]
"""An address that starts with https://, http:// or mailto:."""
ARTICLE_ID = "art-{}"
Article = Annotated[int, Field(ge=1, le=54), Ref("articles", ARTICLE_ID)]
"""An article of the Convention on the Rights of the Child, which has 54, by its number."""
Year = Annotated[int, Field(ge=1900, le=2100)]
Basis = Literal["seed", "read", "recalled"]
"""How sure a fact is: stands in a document the site started from, read in the source, or not confirmed."""

ClusterId = Annotated[str, Ref("clusters")]
ThemeId = Annotated[str, Ref("themes")]
GroupId = Annotated[str, Ref("groups")]
ActorId = Annotated[str, Ref("actors")]
InstrumentId = Annotated[str, Ref("instruments")]
SourceId = Annotated[str, Ref("sources")]


class Text(Model):
    """One text for readers in Norwegian Bokmål and in English; both halves are always there."""

    nb: Line
    en: Line


class Words(Model):
    """Two lists of words, one for each language."""

    nb: list[Line]
    en: list[Line]


class SourceRef(Model):
    """Where a fact was read: a source of the bibliography and the place in it (in the source's own words)."""

    id: SourceId
    locator: Line | None = None


class Record(Model):
    """Something with an id that can be linked to."""

    id: Id
    editor_note: Line | None = None
    former_ids: list[Id] = []

    @property
    def label(self) -> Text:
        """What links to the record say."""
        return getattr(self, "title", None) or self.name  # type: ignore[attr-defined, no-any-return]


class Fact(Model):
    """A statement with its basis and its sources."""

    basis: Basis
    sources: list[SourceRef]


@functools.cache
def _ways_in(model: type[BaseModel], sought: type) -> list[tuple[str, str, Any, list[Any]]]:
    """The fields of a model that can hold a model inside it or, when a Ref is sought, a mention of a record."""
    return [
        (name, field.alias or name, field.annotation, field.metadata)
        for name, field in model.model_fields.items()
        if any(isinstance(mark, sought) for mark in field.metadata) or _may_hold(field.annotation, sought)
    ]


def _may_hold(annotation: Any, sought: type) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return sought is BaseModel or bool(_ways_in(annotation, sought))
    return any(isinstance(part, sought) or _may_hold(part, sought) for part in get_args(annotation))


def walk(model: BaseModel, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], BaseModel]]:
    """A model and every model inside it, each with the way to it."""
    yield path, model
    for name, step, _, _ in _ways_in(type(model), BaseModel):
        value = getattr(model, name)
        for index, item in enumerate(value) if isinstance(value, list) else [(None, value)]:
            if isinstance(item, BaseModel):
                yield from walk(item, (*path, step) if index is None else (*path, step, index))


class Claim(Fact):
    """One statement with a basis and sources of its own."""

    text: Text


class LinkedClaim(Record, Fact):
    """A statement that can be linked to."""

    text: Text

    @property
    def label(self) -> Text:
        """A point has no title; its text stands for it."""
        return self.text


@dataclass(frozen=True)
class Reference:
    """One mention of a record by another: the field it stands in, the target, and the part that mentions it."""

    path: tuple[str | int, ...]
    collection: str
    target: str
    part: str | None = None
    written: str = ""
    """What stands in the file."""

    @property
    def field(self) -> str:
        """The name of the field, without places in lists."""
        return next(str(step) for step in reversed(self.path) if isinstance(step, str))


def references(model: BaseModel, path: tuple[str | int, ...] = (), part: str | None = None) -> Iterator[Reference]:
    """Every reference in a record and in its parts, in the order of the fields."""
    for name, step, annotation, metadata in _ways_in(type(model), Ref):
        yield from _references_in(getattr(model, name), annotation, metadata, (*path, step), part)


def _references_in(
    value: Any, annotation: Any, metadata: list[Any], path: tuple[str | int, ...], part: str | None
) -> Iterator[Reference]:
    if get_origin(annotation) is Annotated:
        annotation, *metadata = get_args(annotation)
    mark = next((item for item in metadata if isinstance(item, Ref)), None)
    if isinstance(value, BaseModel):
        yield from references(value, path, value.id if isinstance(value, Record) else part)
    elif mark and value is not None:
        collection, target = mark.collection, mark.id.format(value)
        if collection == "*":
            collection, _, target = value.partition("/")
        yield Reference(path, collection, target, part, str(value))
    elif get_origin(annotation) in (Union, UnionType):
        for option in get_args(annotation):
            if option is not type(None):
                yield from _references_in(value, option, [], path, part)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _references_in(item, get_args(annotation)[0], [], (*path, index), part)
