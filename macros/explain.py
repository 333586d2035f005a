"""Turns pydantic's validation errors into problems that an editor can mend."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import BaseModel, ValidationError

from macros.fields import PATTERNS, Shape, keys, shape
from macros.model import COLLECTIONS
from macros.problems import Problem, perhaps, show
from macros.yaml_source import YamlFile

Loc = tuple[str | int, ...]

# For each type of pydantic error: what was expected, and how to fix it. {names} come from the error's context.
EXPLANATIONS = {
    "string_type": ("a text", "write a text; put a number or a date in quotes"),
    "string_too_short": ("a text that is not empty", "write the text, or null if the field may be null"),
    "string_too_long": ("at most {max_length} characters", "shorten it"),
    "int_type": ("a whole number", "write digits only: no quotes, no spaces or points, no zero before them"),
    "bool_type": ("true or false", "write true or false, in small letters and without quotes"),
    "list_type": ("a list", "begin each item on its own line with a hyphen, or write []"),
    "too_short": ("at least {min_length} in the list", "add one, each on its own line with a hyphen"),
    "dict_type": ("a group of keys", "write the keys below it, indented by two spaces"),
    "model_type": ("a group of keys", "write the keys below it, indented by two spaces"),
    "literal_error": ("one of {expected}", "choose one of the values listed"),
    "greater_than_equal": ("a number from {ge}", "check the number against the source"),
    "less_than_equal": ("a number up to {le}", "check the number against the source"),
    "bad_date": (
        "a date: YYYY, YYYY-MM or YYYY-MM-DD, or two with / between",
        "write the date so, in quotes, such as '2018-06-01'",
    ),
    "bad_period": ("a period that ends after it begins", "check the two dates around the /"),
    "left_to_fill_in": ("the text itself", "write it in place of the mark, or null if the field may be null"),
    "unsafe_link": (
        "an address that starts with https://, http:// or mailto:",
        "copy the whole address from the browser",
    ),
}
PAIR_FIX = "write the missing half: every text stands in Norwegian (nb) and in English (en)"
ID_EXPECTED = "small letters a-z, digits and single hyphens"


def problems(
    error: ValidationError, file: YamlFile, path: Loc, record: str, model: type[BaseModel]
) -> Iterator[Problem]:
    """One problem for each thing that is wrong with a record.

    ``path`` leads from the top of the file to the record; ``record`` is its name for the reader.
    """
    items = error.errors(include_url=False)
    misspelt = _misspelt(items)
    for item in items:
        loc = _place(item)
        if loc in misspelt.values() and item["type"] == "missing":
            continue
        if loc in misspelt:
            key = misspelt[loc][-1]
            found, expected, fix = f'the key "{loc[-1]}"', f'the key "{key}"', f'write "{key}:" in its place'
        else:
            found, expected, fix = _words(item, loc, model, _shape_at(model, loc))
        dotted = ".".join(map(str, loc)) or "the record"
        yield Problem(file.name, file.line((*path, *loc)), record, dotted, found, expected, fix)


def _misspelt(items: Iterable[Any]) -> dict[Loc, Loc]:
    """Unknown keys with the missing key of the same group that each must have been: one fault, told once."""
    unknown = [_place(item) for item in items if item["type"] == "extra_forbidden"]
    missing = [_place(item) for item in items if item["type"] == "missing"]
    found: dict[Loc, Loc] = {}
    for loc in unknown:
        there = [other for other in missing if other[:-1] == loc[:-1] and other not in found.values()]
        alone = len(there) == 1 and len([other for other in unknown if other[:-1] == loc[:-1]]) == 1
        near = difflib.get_close_matches(str(loc[-1]).lower(), [str(other[-1]) for other in there], n=1)
        if near or (alone and there[0][-1] in ("nb", "en")):
            found[loc] = next(other for other in there if not near or other[-1] == near[0])
    return found


def places(error: ValidationError) -> list[Loc]:
    """Where the fields are that cannot be used: the way to each from the record. Unknown keys do no harm."""
    return [_place(item) for item in error.errors(include_url=False) if item["type"] != "extra_forbidden"]


def _place(item: Any) -> Loc:
    *way, last = item["loc"] or ("",)
    steps = (step for step in way if _is_step(step))
    return (*steps, *((last,) if item["type"] == "extra_forbidden" or _is_step(last) else ()))


def _is_step(step: str | int) -> bool:
    """Whether a step of an error's place is a key or an index, not the name of a validator or a union's option."""
    return isinstance(step, int) or not any(mark in step for mark in ("[", "(", "function-"))


def _shape_at(model: type[BaseModel], loc: Loc) -> Shape | None:
    """What the field at a place takes, as far as the model knows it."""
    here: Shape | None = Shape("group", model=model)
    for step in loc:
        if isinstance(step, int):
            here = here.item if here else None
        else:
            field = dict(keys(here.model)).get(step) if here and here.model else None
            here = shape(field) if field else None
    return here


def _words(item: Any, loc: Loc, model: type[BaseModel], takes: Shape | None) -> tuple[str, str, str]:
    kind, last = item["type"], loc[-1] if loc else ""
    context = item.get("ctx", {})
    if kind == "missing":
        null = " (null if it was looked for and not found)" if takes and takes.null else " with what it takes"
        fix = PAIR_FIX if last in ("nb", "en") else f'add the line "{last}:"{null}'
        return "nothing", f'the field "{last}"', fix
    if kind == "extra_forbidden":
        if str(last) in _keys(model):
            fix = "indent it under the key that it belongs to, or move it there"
            return f'the key "{last}" where it does not belong', "only the keys of the data dictionary", fix
        fix = perhaps(str(last).lower(), _keys(model), "remove it, or correct its spelling")
        return f'the unknown key "{last}"', "only the keys of the data dictionary", fix
    if kind == "string_pattern_mismatch":
        if last == "id":
            return show(item["input"]), ID_EXPECTED, "write the id so; the file has the same name"
        expected = (
            "a text that is not empty"
            if context.get("pattern") == r"\S"
            else PATTERNS.get(context.get("pattern", ""), "")
        )
        return show(item["input"]), expected, PAIR_FIX if last in ("nb", "en") else "write it in that form"
    expected, fix = EXPLANATIONS.get(kind, (item["msg"], "compare with another record of the same kind"))
    if last in ("nb", "en") and item["input"] is None:
        fix = PAIR_FIX
    elif takes and takes.form == "reference" and takes.collection in COLLECTIONS and kind == "string_type":
        place = f"data/{COLLECTIONS[takes.collection].place}"
        expected, fix = f"the id of a record in {takes.collection} ({place})", "write the id"
    if takes and takes.null:
        expected += ", or null"
    return show(item["input"]), expected.format(**context), fix


def _keys(model: type[BaseModel]) -> list[str]:
    """Every key that a record of this kind may have, at any depth."""
    found: list[str] = []
    queue: list[Any] = [model]
    seen: set[Any] = set()
    while queue:
        item = queue.pop()
        if item in seen:
            continue
        seen.add(item)
        if isinstance(item, type) and issubclass(item, BaseModel):
            found += [field.alias or name for name, field in item.model_fields.items()]
            queue += [field.annotation for field in item.model_fields.values()]
        else:
            queue += [arg for arg in getattr(item, "__args__", ()) if not isinstance(arg, str)]
    return sorted(set(found))
