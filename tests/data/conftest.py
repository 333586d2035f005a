"""The real data, and ways to walk through it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from pydantic import BaseModel

from macros.load import load

REAL = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def real_root():
    """The repository."""
    return REAL


@pytest.fixture(scope="session")
def real():
    """The real data. It is not loaded before a test asks for it, so that a problem in it is told by a test."""
    return load(REAL)


def _walk(value, annotation, path):
    yield path, value, annotation
    if isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            said = (field.annotation, *field.metadata)
            yield from _walk(getattr(value, name), said, (*path, field.alias or name))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _walk(item, annotation, (*path, index))


@pytest.fixture(scope="session")
def values(real):
    """Everything in the data: its place ("themes/x summary.nb"), the value, and what the model says of it."""
    found = []
    for (collection, id_), entry in real.entries.items():
        for path, value, annotation in _walk(entry.record, (), ()):
            found.append((f"{collection}/{id_} {'.'.join(map(str, path))}", value, repr(annotation)))
    for key, pair in real.interface.items():
        found.append((f"interface {key}", pair, ""))
        found += [(f"interface {key}.nb", pair.nb, ""), (f"interface {key}.en", pair.en, "")]
    return found


@pytest.fixture(scope="session")
def kept_ids():
    """Every id that was ever published."""
    return yaml.safe_load((Path(__file__).parent / "ids.yml").read_text(encoding="utf-8"))
