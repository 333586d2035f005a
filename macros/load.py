"""Reads and checks ``data/``. Everything that is wrong is collected first and raised once, as a ``DataError``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from macros import explain, rules, words
from macros.dataset import Dataset, Entry
from macros.model import COLLECTIONS, Collection
from macros.model.base import Text
from macros.problems import DataError, Problem, show
from macros.salvage import salvage
from macros.yaml_source import YamlFile, read

INTERFACE = "interface.yml"


def load(root: Path) -> Dataset:
    """Read and check everything under ``root / "data"``.

    Raises DataError with every problem found.
    """
    dataset = Dataset()
    problems: list[Problem] = []
    for collection in COLLECTIONS.values():
        problems += _load_collection(dataset, collection, root)
    problems += _load_interface(dataset, root)
    told = {(problem.record, problem.field) for problem in problems}
    by_rules = (problem for rule in (*rules.RULES, words.missing) for problem in rule(dataset))
    problems += [problem for problem in by_rules if (problem.record, problem.field) not in told]
    if problems:
        raise DataError(problems)
    dataset.link()
    return dataset


_LOADED: dict[Path, Dataset] = {}


def load_once(root: Path) -> Dataset:
    """The same as ``load``, read once in a process."""
    if root not in _LOADED:
        remember(root, load(root))
    return _LOADED[root]


def remember(root: Path, dataset: Dataset) -> None:
    """Let ``load_once`` give this data, which was read before."""
    _LOADED[root] = dataset


def _load_collection(dataset: Dataset, collection: Collection, root: Path) -> Iterator[Problem]:
    place = root / "data" / collection.place
    if collection.place.endswith("/"):
        here = [path for path in sorted(place.glob("*")) if not path.name.startswith(".")]
        paths = [path for path in here if path.suffix == ".yml" and path.is_file()]
        for path in here:
            if path not in paths:
                yield _file_problem(path, root, path.name, "only files that end with .yml", "rename or move the file")
    else:
        paths = [place]
    if not paths or not paths[0].exists():
        yield _file_problem(
            place, root, "nothing", f"the data of the collection {collection.name}", "bring the file back"
        )
        return
    for path in paths:
        file = read(path, path.relative_to(root).as_posix())
        yield from file.problems
        if not file.problems:
            yield from _load_file(dataset, collection, file, path.stem)


def _file_problem(path: Path, root: Path, found: str, expected: str, fix: str) -> Problem:
    return Problem(path.relative_to(root).as_posix(), 1, "the whole file", "file", found, expected, fix)


def _load_file(dataset: Dataset, collection: Collection, file: YamlFile, stem: str) -> Iterator[Problem]:
    one_record = collection.place.endswith("/") or isinstance(file.content, dict)
    content = [file.content] if one_record else file.content
    if not isinstance(content, list):
        yield Problem(
            file.name,
            1,
            "the whole file",
            "file",
            show(content),
            "a list of records",
            "begin each record with - id:",
        )
        return
    for index, raw in enumerate(content):
        path = () if one_record else (index,)
        id_ = raw.get("id") if isinstance(raw, dict) else None
        name = f"{collection.name}/{id_ or (stem if one_record else index + 1)}"
        if isinstance(id_, str):
            if id_ in dataset.known[collection.name]:
                yield Problem(
                    file.name,
                    file.line((*path, "id")),
                    name,
                    "id",
                    show(id_),
                    "an id that no other record here has",
                    "give one of the two records another id",
                )
            dataset.known[collection.name].add(id_)
        if collection.place.endswith("/") and isinstance(id_, str) and id_ != stem:
            yield Problem(
                file.name,
                file.line((*path, "id")),
                name,
                "id",
                show(id_),
                f'the name of the file, "{stem}"',
                "change the id or rename the file",
            )
        try:
            record = collection.model.model_validate(raw)
        except ValidationError as error:
            yield from explain.problems(error, file, path, name, collection.model)
            dataset.known[collection.name].update(_ids_in(raw))
            if isinstance(id_, str):
                wrong = [place for place in explain.places(error) if place != ("id",)]
                dataset.add(Entry(salvage(collection.model, raw, wrong), collection, file, path, whole=False))
        else:
            dataset.add(Entry(record, collection, file, path))


def _ids_in(raw: Any) -> Iterator[str]:
    """Every id in a record that is not valid: its parts may be named elsewhere, and that is not wrong."""
    for value in raw.values() if isinstance(raw, dict) else raw if isinstance(raw, list) else ():
        yield from _ids_in(value)
    if isinstance(raw, dict) and isinstance(raw.get("id"), str):
        yield raw["id"]


def _load_interface(dataset: Dataset, root: Path) -> Iterator[Problem]:
    path = root / "data" / INTERFACE
    if not path.exists():
        yield _file_problem(path, root, "nothing", "the words of the interface", "bring the file back")
        return
    file = read(path, path.relative_to(root).as_posix())
    yield from file.problems
    if file.problems:
        return
    try:
        dataset.interface.update(TypeAdapter(dict[str, Text]).validate_python(file.content))
    except ValidationError as error:
        yield from explain.problems(error, file, (), "interface", Text)
        if isinstance(file.content, dict):
            dataset.interface.update(dict.fromkeys(file.content, salvage(Text, {}, ())))
