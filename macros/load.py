"""Reads and checks ``data/``. Everything that is wrong is collected first and raised once, as a ``DataError``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from macros import explain, rules, words
from macros.dataset import Dataset, Entry
from macros.model import COLLECTIONS, Collection
from macros.model.base import Text
from macros.problems import DataError, Problem, show
from macros.rules import Rule
from macros.salvage import salvage
from macros.yaml_source import YamlFile, read

INTERFACE = "interface.yml"
WRITTEN_IN = ("data", "docs")
WRITTEN_ID = re.compile(r"""\bid:\s*["']?([a-z0-9-]+)""")


def load(root: Path, *more: Rule) -> Dataset:
    """Read and check everything under ``root / "data"``, by the rules and by ``more`` of them.

    Raises DataError with every problem found.
    """
    dataset = Dataset()
    problems = [*_links(root), *_strays(dataset, root)]
    for collection in COLLECTIONS.values():
        problems += _load_collection(dataset, collection, root)
    problems += _load_interface(dataset, root)
    for rule in (*more, *rules.RULES, words.missing):
        told = {(problem.record, problem.field) for problem in problems}
        problems += [problem for problem in rule(dataset) if (problem.record, problem.field) not in told]
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
                dataset.known[collection.name].update(_stems(path))
                if not path.is_symlink():
                    expected = "only files with a name that ends with .yml, in small letters"
                    yield _file_problem(path, root, path.name, expected, "rename or move the file")
    else:
        paths = [place]
    if not paths or not paths[0].exists():
        yield _file_problem(
            place, root, "nothing", f"the data of the collection {collection.name}", "bring it back, under this name"
        )
        dataset.unread.add(collection.name)
        return
    for path in paths:
        file = read(path, path.relative_to(root).as_posix())
        yield from file.problems
        if file.problems:
            _name_what_is_unread(dataset, collection, path)
        else:
            yield from _load_file(dataset, collection, file, path.stem)


def _links(root: Path) -> Iterator[Problem]:
    """Symbolic links: what they lead to may lie outside the repository, where nobody sees it change, or be secret."""
    for path in sorted(path for folder in WRITTEN_IN for path in (root / folder).rglob("*") if path.is_symlink()):
        if not any(part.startswith(".") for part in path.relative_to(root).parts):
            found, fix = f"a symbolic link to {path.readlink()}", "put the file or folder itself in its place"
            yield _file_problem(path, root, found, "a file or folder of its own", fix)


def _strays(dataset: Dataset, root: Path) -> Iterator[Problem]:
    """Files in the data that belong to no collection: nobody would read them."""
    places = [collection.place for collection in COLLECTIONS.values()]
    folders = tuple(place for place in places if place.endswith("/"))
    told: list[Path] = []
    for path in sorted((root / "data").rglob("*")):
        name = path.relative_to(root / "data").as_posix()
        hidden = any(part.startswith(".") for part in Path(name).parts)
        if hidden or path.is_symlink() or name in (*places, INTERFACE, "README.md") or f"{name}/".startswith(folders):
            continue
        inside = any(path.is_relative_to(folder) for folder in told)
        if inside or (path.is_dir() and any(place.startswith(f"{name}/") for place in places)):
            continue
        told.append(path)
        for collection in COLLECTIONS.values():
            dataset.known[collection.name].update(_stems(path))
        yield _file_problem(
            path, root, path.name, "the files of the collections", "move or rename it: see data/README.md"
        )


def _stems(path: Path) -> set[str]:
    """The ids that a file or folder with a wrong name or place would have: they are not told as missing."""
    files = path.rglob("*") if path.is_dir() else (path,)
    return {file.name.partition(".")[0].strip().lower() for file in files}


def _name_what_is_unread(dataset: Dataset, collection: Collection, path: Path) -> None:
    """The ids in a file that cannot be read: the mistake is there, not where its records are named."""
    text = path.read_bytes().decode("utf-8", errors="replace").replace("\0", "")
    dataset.known[collection.name].update([path.stem, *WRITTEN_ID.findall(text)])
    dataset.unread.add(collection.name)


def _file_problem(path: Path, root: Path, found: str, expected: str, fix: str) -> Problem:
    return Problem(path.relative_to(root).as_posix(), 1, "the whole file", "file", found, expected, fix)


def _load_file(dataset: Dataset, collection: Collection, file: YamlFile, stem: str) -> Iterator[Problem]:
    one_record = collection.place.endswith("/") or isinstance(file.content, dict)
    content = [file.content] if one_record else file.content
    if not isinstance(content, list):
        dataset.unread.add(collection.name)
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
    seen: set[str] = set()
    for index, raw in enumerate(content):
        path = () if one_record else (index,)
        id_ = raw.get("id") if isinstance(raw, dict) else None
        in_folder = collection.place.endswith("/")
        name = f"{collection.name}/{id_ or (stem if one_record else index + 1)}"
        if isinstance(id_, str):
            if id_ in seen:
                yield Problem(
                    file.name,
                    file.line((*path, "id")),
                    name,
                    "id",
                    show(id_),
                    "an id that no other record here has",
                    "give one of the two records another id",
                )
            seen.add(id_)
            dataset.known[collection.name].add(id_)
        if in_folder and isinstance(id_, str) and id_ != stem:
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
            if other := _in_another_folder(collection, raw) if in_folder else None:
                dataset.known[other.name].update(_ids_in(raw))
                expected = f"a record of {collection.name}"
                fix = f"move the file to data/{other.place}"
                yield Problem(file.name, 1, name, "the record", f"a record of {other.name}", expected, fix)
                continue
            yield from explain.problems(error, file, path, name, collection.model)
            dataset.known[collection.name].update(_ids_in(raw))
            if isinstance(id_, str):
                wrong = [place for place in explain.places(error) if place != ("id",)]
                dataset.add(Entry(salvage(collection.model, raw, wrong), collection, file, path, whole=False))
        else:
            dataset.add(Entry(record, collection, file, path))


def _in_another_folder(collection: Collection, raw: Any) -> Collection | None:
    """The collection whose folder a record should lie in, when it is right there."""
    for other in COLLECTIONS.values():
        if other.place.endswith("/") and other is not collection:
            try:
                other.model.model_validate(raw)
            except ValidationError:
                continue
            return other
    return None


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
    dataset.interface_file = file
    try:
        dataset.interface.update(TypeAdapter(dict[str, Text]).validate_python(file.content))
    except ValidationError as error:
        yield from explain.problems(error, file, (), "interface", Text)
        if isinstance(file.content, dict):
            dataset.interface.update(dict.fromkeys(file.content, salvage(Text, {}, ())))
