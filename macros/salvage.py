"""What can be read of a record that is not valid, so that the rules see the rest of it in the same run."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel

Place = tuple[str | int, ...]


def salvage(model: type[BaseModel], raw: dict[Any, Any], wrong: Iterable[Place]) -> Any:
    """The record without its unknown keys, and with ``None`` or an empty list at every ``wrong`` place.

    What is left has the types that the model promises; nothing is validated a second time.
    """
    kept = copy.deepcopy(raw)
    for place in wrong:
        _clear(kept, place)
    return _record(model, kept)


def _clear(value: Any, place: Place) -> None:
    *way, last = place
    for step in way:
        value = value[step]
    value[last] = None


def _record(model: type[BaseModel], raw: dict[Any, Any]) -> BaseModel:
    values: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        key = field.alias or name
        if key in raw or field.is_required():
            values[key] = _value(field.annotation, raw.get(key))
    return model.model_construct(**values)


def _value(annotation: Any, raw: Any) -> Any:
    if get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    options = (annotation, *get_args(annotation))
    if get_origin(annotation) is list and raw is None:
        return []
    if isinstance(raw, list):
        return [_value(get_args(next(o for o in options if get_origin(o) is list))[0], item) for item in raw]
    model = next((o for o in options if isinstance(o, type) and issubclass(o, BaseModel)), None)
    return _record(model, raw) if model and isinstance(raw, dict) else raw
