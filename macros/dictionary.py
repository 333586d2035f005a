"""The data dictionary (``data/README.md``): where each kind of record lies, and what its fields take and mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pydantic import BaseModel

from macros.fields import PATTERNS, Shape, keys, meaning, shape
from macros.language import LANGUAGES
from macros.model import COLLECTIONS, Collection
from macros.model.base import Fact, Record, SourceRef, Text, Words

if TYPE_CHECKING:
    from macros.dataset import Dataset

PLACE = "data/README.md"
HEAD = (
    "<!-- Written by `python -m macros generate` from macros/model/ and macros/fields.yml. Do not edit it here. -->\n"
    "# Data dictionary\n\n"
    "Where every kind of record lies, what its fields take, and what they mean, in Norwegian and in English. "
    "How to change the data stands in [CONTRIBUTING.md](../CONTRIBUTING.md).\n\n"
    "[Collections](#collections) · [Fields that stand everywhere](#fields-that-stand-everywhere) · "
    "[Fields of each collection](#fields-of-each-collection) · [Groups of keys](#groups-of-keys)\n"
)
EXPLAINED = (
    "**Must** means that the field has to be there, if only as `null` (looked for and not found, "
    "where *or null* stands) or `[]` (none). The others may be left out.\n"
)
EVERYWHERE: tuple[type[BaseModel], ...] = (Record, Fact, SourceRef)
BASICS: dict[type[BaseModel], str] = {
    Text: "a text in both languages",
    Words: "words in both languages",
    SourceRef: "a source and the place in it",
}
FORMS = {
    "text": "a text",
    "date": "a date such as `'2018-06-01'`",
    "link": "an address on the web",
    "id": "an id",
    "number": "a whole number",
    "truth": "`true` or `false`",
}


def dictionary(dataset: Dataset) -> dict[str, str]:
    """The text of the dictionary, by its path in the repository."""
    return {PLACE: "\n".join(_lines(dataset))}


def _lines(dataset: Dataset) -> Iterator[str]:
    yield HEAD
    yield "## Collections\n"
    yield "`<id>` in the place: a file per record. `#` in the address: the record stands on a shared page.\n"
    yield "| Collection | In `data/` | Address after `/nb/` or `/en/` | Must have |"
    yield "|---|---|---|---|"
    for collection in COLLECTIONS.values():
        must = ", ".join(f"`{key}`" for key, field in keys(collection.model) if field.is_required())
        yield (
            f"| [{_name(dataset, collection)}](#{collection.name}) | {_place(collection)} "
            f"| `{collection.address.replace('{', '<').replace('}', '>')}` | {must} |"
        )
    yield f"\n## Fields that stand everywhere\n\n{EXPLAINED}"
    for model in EVERYWHERE:
        yield from _table(model, left_out=set())
    yield "## Fields of each collection\n"
    for collection in COLLECTIONS.values():
        yield f"### {collection.name}\n"
        yield f"{_name(dataset, collection)}, in {_place(collection)}. {_first_line(collection.model)}\n"
        yield from _table(collection.model, left_out=_everywhere(collection.model))
    yield "## Groups of keys\n"
    for model in _groups():
        yield f"### {_group(model)}\n"
        yield f"{_first_line(model)}\n"
        yield from _table(model, left_out=_everywhere(model))


def _name(dataset: Dataset, collection: Collection) -> str:
    pair = dataset.interface[f"collection-{collection.name}"]
    return " / ".join(dict.fromkeys(getattr(pair, code) for code in LANGUAGES))


def _place(collection: Collection) -> str:
    folder = collection.place.endswith("/")
    return f"[`{collection.place}{'<id>.yml' if folder else ''}`]({collection.place})"


def _first_line(model: type[BaseModel]) -> str:
    return (model.__doc__ or "").strip().split("\n\n")[0].replace("``", "`").replace("\n", " ")


def _everywhere(model: type[BaseModel]) -> set[str]:
    return {key for base in EVERYWHERE if issubclass(model, base) for key, _ in keys(base)}


def _table(model: type[BaseModel], left_out: set[str]) -> Iterator[str]:
    rows = [(key, field) for key, field in keys(model) if key not in left_out]
    if not rows:
        return
    yield "| Field | Takes | Meaning |"
    yield "|---|---|---|"
    for key, field in rows:
        must = " **must**" if field.is_required() else ""
        said = meaning(model, key).values()
        meant = "<br>".join(f"{one.name}. {one.help}" for one in said) if any(one.help for one in said) else ""
        yield f"| `{key}`{must} | {takes(shape(field))} | {meant} |"
    yield ""


def takes(one: Shape) -> str:
    """What a field takes, in words."""
    if one.form == "list" and one.item:
        words = f"a list: {takes(one.item)}"
    elif one.form == "choice":
        words = "one of " + ", ".join(f"`{value}`" for value in one.values)
    elif one.form == "reference":
        words = (
            "the id of a record, written `collection/id`"
            if one.collection == "*"
            else f"one of the [{one.collection}](#{one.collection})"
        )
    elif one.form == "group" and one.model:
        words = BASICS.get(one.model, _link(one.model))
    else:
        words = FORMS[one.form] + _bounds(one)
    return f"{words}, or null" if one.null else words


def _bounds(one: Shape) -> str:
    if one.pattern:
        return f": {PATTERNS[one.pattern]}"
    least = f" from {one.least}" if one.least is not None else ""
    return least + (f" to {one.most}" if one.most is not None else "")


def _group(model: type[BaseModel]) -> str:
    """The heading of a group: its name and, as names repeat, the module it stands in."""
    return f"{model.__name__} ({model.__module__.rpartition('.')[2]})"


def _link(model: type[BaseModel]) -> str:
    anchor = re.sub(r"[^a-z0-9_ -]", "", _group(model).lower()).replace(" ", "-")
    return f"a group of keys: [{model.__name__}](#{anchor})"


def _groups() -> list[type[BaseModel]]:
    """Every group of keys inside the records, by name."""
    found: dict[type[BaseModel], None] = {}
    queue: list[type[BaseModel]] = [collection.model for collection in COLLECTIONS.values()]
    records = set(queue)
    while queue:
        for _, field in keys(queue.pop()):
            one: Shape | None = shape(field)
            while one and one.form == "list":
                one = one.item
            if one and one.model and one.model not in found:
                found[one.model] = None
                queue.append(one.model)
    return sorted(set(found) - set(BASICS) - records, key=lambda model: (model.__name__, model.__module__))
