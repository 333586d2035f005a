"""Says in words what changes in the data since a commit, record by record: for those who read a proposed change.

Everything that comes from the files is set as code, so that nothing in it can become a link, a picture or a mention.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from macros.model import COLLECTIONS
from macros.yaml_source import parse

LONGEST_VALUE = 200
WORDS_AROUND = 4
LONGEST_TEXT = 40_000  # a comment on GitHub holds 65,536 letters, and pages may follow
MOST_FIELDS = 30
LANGUAGE_NAMES = {"nb": "Norwegian", "en": "English"}

Records = dict[str, Any]


class UnknownCommitError(Exception):
    """Git does not know the commit, or there is no history here."""


def changes(root: Path, ref: str) -> str:
    """The changes in ``data/`` and ``docs/`` between a commit and the files as they are now, as Markdown."""
    commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}").decode().strip()
    files = _changed_files(root, commit)
    files_of_data = [file for file in files if file.startswith("data/")]
    renamed = {old: new for file in files_of_data for old, new in _renamed(root, file)}
    told = [record for file in files_of_data for record in _in_file(root, commit, file, renamed)]
    shown, length = 0, 0
    while shown < len(told) and (length := length + len(told[shown])) < LONGEST_TEXT:
        shown += 1
    left = [f"\nAnd {len(told) - shown} more records."] if shown < len(told) else []
    pages = [f"- {code(file)}" for file in files if file.startswith("docs/")]
    parts = ["## What changes in the data", *(told[:shown] or ["\nNo record changes."]), *left]
    return "\n".join([*parts, *(["", "## Pages of text that change", "", *pages] if pages else [])]) + "\n"


def code(text: str) -> str:
    """A text as code in Markdown: on one line, not too long, and without what would end the code."""
    plain = re.sub(r"\s+", " ", text).replace("`", "'").strip()
    plain = "".join(letter for letter in plain if letter.isprintable())
    return f"`{plain if len(plain) <= LONGEST_VALUE else plain[: LONGEST_VALUE - 1] + '…'}`" if plain else "(empty)"


def _git(root: Path, *arguments: str) -> bytes:
    run = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=False)  # noqa: S607 - on PATH
    if run.returncode:
        raise UnknownCommitError(run.stderr.decode(errors="replace").strip() or "there is no such commit")
    return run.stdout


def _changed_files(root: Path, commit: str) -> list[str]:
    """The paths that differ from the commit, also those that git does not follow yet."""
    changed = _git(root, "diff", "--name-only", "--no-renames", "-z", commit, "--", "data", "docs")
    new = _git(root, "ls-files", "--others", "--exclude-standard", "-z", "--", "data", "docs")
    return sorted({name.decode(errors="replace") for name in (changed + new).split(b"\0") if name})


def _in_file(root: Path, commit: str, file: str, renamed: dict[str, str]) -> Iterator[str]:
    """What changes in each record of a file, a text for each."""
    if not file.endswith(".yml"):
        return
    path = root / file
    before, after = _old(root, commit, file), path.read_bytes() if path.is_file() else b""
    name = _collection(file)
    old, new = _records(before, file), _records(after, file)
    if new is None or old is None:
        yield f"\n**{code(file)}** cannot be read {'now' if new is None else 'as it was'}; the checks say where."
        return
    for id_ in [*new, *(id_ for id_ in old if id_ not in new)]:
        where = code(f"{name}/{id_}")
        if id_ not in old:
            fields = new[id_].items() if isinstance(new[id_], dict) else ()
            lines = [f"- {code(str(key))}: {_shown(value)}" for key, value in fields if key != "id"]
            yield _record(f"{where}** is new: {code(_title(new[id_]))}", lines)
        elif id_ not in new and f"{name}/{id_}" in renamed:
            yield f"\n**{where}** is now {code(renamed[f'{name}/{id_}'])}; the old address leads there"
        elif id_ not in new:
            yield f"\n**{where}** is taken out: {code(_title(old[id_]))}"
        elif lines := list(_differences(old[id_], new[id_])):
            yield _record(f"{where}** changes", lines)


def _renamed(root: Path, file: str) -> Iterator[tuple[str, str]]:
    """The former ids of the records in a file, each with the one of today."""
    path, name = root / file, _collection(file)
    records = _records(path.read_bytes(), file) if file.endswith(".yml") and path.is_file() else None
    for id_, record in (records or {}).items():
        former = record.get("former_ids") if isinstance(record, dict) else None
        for old in former if isinstance(former, list) else []:
            yield f"{name}/{old}", f"{name}/{id_}"


def _record(head: str, lines: list[str]) -> str:
    """What is said of a record, with not too many of its fields."""
    rest = [f"- and {len(lines) - MOST_FIELDS} more fields"] if len(lines) > MOST_FIELDS else []
    return "\n".join([f"\n**{head}\n", *lines[:MOST_FIELDS], *rest])


def _old(root: Path, commit: str, file: str) -> bytes:
    try:
        return _git(root, "show", f"{commit}:{file}")
    except UnknownCommitError:  # the file was not there yet
        return b""


def _collection(file: str) -> str:
    """The collection a file belongs to, or the file itself."""
    place = file.removeprefix("data/")
    return next(
        (
            one.name
            for one in COLLECTIONS.values()
            if one.place == place or (one.place.endswith("/") and Path(place).parent == Path(one.place))
        ),
        place,
    )


def _records(raw: bytes, file: str) -> Records | None:
    """The records of a file by id, or None when it cannot be read."""
    if not raw.strip():
        return {}
    read = parse(raw, file)
    if read.problems:
        return None
    content = read.content
    if file == "data/interface.yml" and isinstance(content, dict):
        return content
    records = content if isinstance(content, list) else [content]
    return {_name(record, number): record for number, record in enumerate(records, 1)}


def _name(item: Any, number: int) -> str:
    """What tells an item of a list from the others: its id, or its place."""
    return str(item["id"]) if isinstance(item, dict) and "id" in item else f"no. {number}"


def _title(record: Any) -> str:
    found = record
    if isinstance(record, dict):
        found = next((record[key] for key in ("title", "name", "institution", "text") if record.get(key)), record)
    return str(found.get("en", "") if isinstance(found, dict) else found)


def _differences(old: Any, new: Any, way: str = "") -> Iterator[str]:
    """What differs between two values, each on a line that begins with the way to it."""
    if old == new:
        return
    if isinstance(old, dict) and isinstance(new, dict):
        for key in dict.fromkeys([*old, *new]):
            inner = f"{way}.{key}" if way else str(key)
            if key not in old:
                yield f"- {_field(inner)} added: {_shown(new[key])}"
            elif key not in new:
                yield f"- {_field(inner)} taken out: {_shown(old[key])}"
            else:
                yield from _differences(old[key], new[key], inner)
    elif isinstance(old, list) and isinstance(new, list):
        yield from _lists_differ(old, new, way)
    else:
        before, after = _where_they_part(old, new) if isinstance(old, str) and isinstance(new, str) else (old, new)
        yield f"- {_field(way)}: {_shown(before)} becomes {_shown(after)}"


def _where_they_part(old: str, new: str) -> tuple[str, str]:
    """Two texts without the words that both begin with and both end with, when there are many."""
    first, last = old.split(), new.split()
    same = next((n for n, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), min(len(first), len(last)))
    rest, other = first[same:], last[same:]
    end = next(
        (n for n, (a, b) in enumerate(zip(reversed(rest), reversed(other), strict=False)) if a != b),
        min(len(rest), len(other)),
    )
    start, stop = max(0, same - WORDS_AROUND), max(0, end - WORDS_AROUND)
    return _cut(first, start, stop), _cut(last, start, stop)


def _cut(words: list[str], start: int, stop: int) -> str:
    kept = " ".join(words[start : len(words) - stop])
    return f"{'… ' * bool(start)}{kept}{' …' * bool(stop)}"


def _lists_differ(old: list[Any], new: list[Any], way: str) -> Iterator[str]:
    if not any(isinstance(item, dict | list) for item in (*old, *new)):
        before, after = [str(item) for item in old], [str(item) for item in new]
        added, gone = [item for item in after if item not in before], [item for item in before if item not in after]
        if added:
            yield f"- {_field(way)}: {', '.join(map(code, added))} added"
        if gone:
            yield f"- {_field(way)}: {', '.join(map(code, gone))} taken out"
        if not added and not gone:
            yield f"- {_field(way)}: in another order, or named another number of times"
        return
    there = {_name(item, number): item for number, item in enumerate(old, 1)}
    here = {_name(item, number): item for number, item in enumerate(new, 1)}
    for name in dict.fromkeys([*there, *here]):
        if name not in there:
            yield f"- {_field(way)}: {code(name)} added: {_shown(here[name])}"
        elif name not in here:
            yield f"- {_field(way)}: {code(name)} taken out"
        else:
            yield from _differences(there[name], here[name], f"{way} > {name}")
    if there == here and list(there) != list(here):
        yield f"- {_field(way)}: in another order"


def _field(way: str) -> str:
    """The way to a field; the half of a text is said in words."""
    before, _, last = way.rpartition(".")
    return f"{code(before)} ({LANGUAGE_NAMES[last]})" if before and last in LANGUAGE_NAMES else code(way)


def _shown(value: Any) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return ", ".join(f"{code(str(key))} {_shown(inner)}" for key, inner in value.items()) or "(empty)"
    if isinstance(value, list):
        return "; ".join(map(_shown, value)) or "[]"
    return code(str(value))
