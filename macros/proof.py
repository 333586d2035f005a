"""What the data must keep to though a page could be made without it: plain texts in both languages, no id lost.

`python -m macros check` says it with file and line; the texts are read as they stand in the files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from macros.model import COLLECTIONS
from macros.moved import moves
from macros.pages import addresses
from macros.problems import Problem, show
from macros.skeleton import IDS
from macros.yaml_source import YamlFile, read

if TYPE_CHECKING:
    from macros.dataset import Dataset

Place = tuple[str | int, ...]

# What does not belong in a text, and how to mend it.
NOT_IN_A_TEXT = {
    "a hard, thin or invisible space": (
        re.compile(r"[\u00a0\u00ad\u2000-\u200f\u202a-\u202f\u2060-\u2069\ufeff]"),
        "type an ordinary space or hyphen: hard and thin spaces are set when the page is made",
    ),
    "HTML": (re.compile(r"</?[a-zA-Z][^<>]*>|<!--|&(?:[a-zA-Z]+|#\d+|#x[0-9a-fA-F]+);"), "write it in plain words"),
    "a sign of a template": (re.compile(r"\{\{|\}\}|\{%|%\}|\{#"), "write it in plain words"),
    "a sign of Markdown": (
        re.compile(r"\*\*|\]\(|^#+ |(?<!\w)__\w|^```"),
        "write plain text: signs are shown as they are",
    ),
    "a line break, a tab or a sign that is none": (
        re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\ufffe\uffff]"),
        "write the text on one line, or below >- on several",
    ),
    "two spaces in a row": (re.compile(r"  "), "write one space"),
    "a space at its beginning or end": (re.compile(r"^ | \Z"), "delete the space"),
    "curly quotes around it": (re.compile(r"^[‘“][^’”]*[’”'\"]\Z"), "type straight quotes, as YAML knows no others"),
    "a mark that something is left to write": (
        re.compile(r"^(?:TODO|TBD|XXX|\.\.\.|…|-|–|\?|null|Null|NULL|None|N/?A|~)\Z|FILL-IN|\b(?:TODO|FIXME)\b"),
        "write the text itself; null, without quotes, where a field may be null",
    ),
}
ANY_OF_THEM = re.compile("|".join(f"(?:{pattern.pattern})" for pattern, _ in NOT_IN_A_TEXT.values()))
PLACE_TO_FILL = re.compile(r"\{([a-z_]*)\}")
SMALL_WORDS = {
    "nb": re.compile(r"\b(?:og|av|til|som|på|ikke|er|barn)\b"),
    "en": re.compile(r"\b(?:and|of|the|to|with|not|is|children)\b"),
}
LANGUAGE_KEYS = {"nb", "en"}
MAY_GO = {"gaps"}
"""Collections whose records are taken out when they are done with."""

# Pairs that are rightly the same in both languages, other than the names of places: take out what is no longer so.
SAME_IN_BOTH = {
    "actors/universal-rights-group name",
    "actors/geneva-human-rights-platform name",
    "slides/activity-film text",
    "interface section-enoc",
    "interface gaps-enoc",
    "interface collection-network",
}
NAMES_OF_PLACES = re.compile(
    r"^members/\S+ (country_name|region)$|^statements/\S+ adopted_at\.place$|^results/\S+ place$"
)


def problems(dataset: Dataset, root: Path) -> Iterator[Problem]:
    """Everything of this kind that is wrong."""
    for entry in dataset.entries.values():
        name = f"{entry.collection.name}/{entry.record.id}"
        yield from _in_texts(entry.file, entry.path, name)
    if dataset.interface_file:
        yield from _in_texts(dataset.interface_file, (), "interface")
        yield from _in_places_to_fill(dataset.interface_file)
    yield from _ids(dataset, root)
    yield from _taken(root, dataset)


def _at(content: Any, path: Place) -> Any:
    for step in path:
        content = content[step]
    return content


def _in_texts(file: YamlFile, start: Place, name: str) -> Iterator[Problem]:
    for path, value in walk(_at(file.content, start)):
        field = ".".join(map(str, path))
        found: tuple[str, str, str] | None = None
        if isinstance(value, str):
            found = odd(value)
        elif isinstance(value, list):
            found = _twice(value)
        elif same_in_both(value) and not _rightly_the_same(f"{name} {field}"):
            fix = "translate one of the two; if a name is rightly the same, add it to SAME_IN_BOTH in macros/proof.py"
            found = (show(value["en"]), "a Norwegian and an English text", fix)
        elif _turned_round(value):
            found = (show(value["nb"]), "Norwegian in nb and English in en", "let the two texts change places")
        if found:
            yield Problem(file.name, file.line((*start, *path)), name, field or "the record", *found)


def same_in_both(value: Any) -> bool:
    """Whether a value is a text that is the same in both languages."""
    return (
        isinstance(value, dict)
        and set(value) == LANGUAGE_KEYS
        and isinstance(value["nb"], str)
        and value["nb"] == value["en"]
    )


def _turned_round(value: Any) -> bool:
    """Whether a text has its English half in the place of the Norwegian one, by the small words of both."""
    if not (isinstance(value, dict) and set(value) == LANGUAGE_KEYS and isinstance(value["nb"], str)):
        return False
    english, norwegian = SMALL_WORDS["en"], SMALL_WORDS["nb"]
    nb, en = value["nb"], str(value["en"])
    turned = english.search(nb) and norwegian.search(en)
    return bool(turned) and not (norwegian.search(nb) or english.search(en))


def _rightly_the_same(place: str) -> bool:
    return place in SAME_IN_BOTH or bool(NAMES_OF_PLACES.match(place))


def walk(value: Any, path: Place = ()) -> Iterator[tuple[Place, Any]]:
    """Every value in a record with the way to it."""
    yield path, value
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in pairs:
        yield from walk(inner, (*path, key))


def odd(text: str) -> tuple[str, str, str] | None:
    """What was found in a text that does not belong there, what was expected, and how to mend it."""
    if not ANY_OF_THEM.search(text):
        return None
    what, (pattern, fix) = next((what, one) for what, one in NOT_IN_A_TEXT.items() if one[0].search(text))
    match = pattern.search(text)
    start, end = match.span() if match else (0, 0)
    sign = "".join(letter if letter.isprintable() and letter != " " else "␣" for letter in text[start:end])
    return f"{what} in “{text[max(0, start - 20) : start]}{sign}{text[end : end + 20]}”", "plain text", fix


def _twice(items: list[Any]) -> tuple[str, str, str] | None:
    again = next((item for index, item in enumerate(items) if item in items[:index]), None)
    if again is None:
        return None
    shown = ", ".join(map(str, again.values())) if isinstance(again, dict) else show(again)
    return f"{shown} twice", "each once", "delete one of the two"


def _in_places_to_fill(file: YamlFile) -> Iterator[Problem]:
    """Both halves of a word of the interface are filled in with the same values, and with nothing but names."""
    for key, pair in file.content.items():
        if not (isinstance(pair, dict) and all(isinstance(pair.get(half), str) for half in LANGUAGE_KEYS)):
            continue
        names = {half: sorted(PLACE_TO_FILL.findall(pair[half])) for half in LANGUAGE_KEYS}
        for half in sorted(LANGUAGE_KEYS):
            if re.search(r"[{}]", PLACE_TO_FILL.sub("", pair[half])) or names["nb"] != names["en"]:
                yield Problem(
                    file.name,
                    file.line((key, half)),
                    "interface",
                    f"{key}.{half}",
                    show(pair[half]),
                    "the same {names} in curly brackets in both languages",
                    "write them as in the other half or as they were: they are filled in when the page is made",
                )
                break


def _ids(dataset: Dataset, root: Path) -> Iterator[Problem]:
    """Every id stands in the list of ids, and every id of the list is in the data, as addresses are cited."""
    path = root / IDS
    if not path.exists():
        return
    file = read(path, IDS)
    yield from file.problems
    content = file.content if isinstance(file.content, dict) else {}
    if file.problems or set(content) != set(COLLECTIONS):
        if not file.problems:
            expected = "every collection once, with its ids below it"
            yield Problem(
                IDS, 1, "the list of ids", "the whole file", "another outline", expected, "take your change back"
            )
        return
    for name in COLLECTIONS:
        yield from _ids_of(dataset, file, name, list(map(str, content[name] or [])))


def _ids_of(dataset: Dataset, file: YamlFile, name: str, kept: list[str]) -> Iterator[Problem]:
    records = {id_: entry.record for (kind, id_), entry in dataset.entries.items() if kind == name}
    records |= {id_: part for (kind, id_), part in dataset.parts.items() if kind == name}
    former = {old: id_ for id_, record in records.items() for old in record.former_ids}
    line = file.line((name,))
    for id_ in sorted(records.keys() - set(kept)):
        fix = f'add the line "  - {id_}" under "{name}:", in alphabetical order (make generate does it too)'
        yield Problem(IDS, line, f"{name}/{id_}", "id", "an id that is not in the list", "every id in the list", fix)
    known = dataset.known[name]
    for id_ in sorted(set(kept) - records.keys() - former.keys()):
        if name not in MAY_GO and id_ not in known and name not in dataset.unread:
            where, fix = (
                file.line((name, kept.index(id_))),
                "bring the record back, or write the old id under former_ids",
            )
            yield Problem(
                IDS, where, f"{name}/{id_}", "id", "an id that is in no record any more", "addresses stay", fix
            )
    for old in sorted(former.keys() & records.keys()):
        entry = dataset.entry(records[former[old]])
        yield entry.problem(("former_ids",), old, "an id that no record has now", "take it out: that record is there")
    if kept != sorted(set(kept)):
        wrong = next(i for i, (a, b) in enumerate(pairwise(kept), 1) if a >= b)
        yield Problem(
            IDS,
            file.line((name, wrong)),
            f"{name}/{kept[wrong]}",
            "id",
            f'"{kept[wrong]}" after "{kept[wrong - 1]}"',
            "each id once, in alphabetical order",
            "move the line, or delete it when it stands twice",
        )


def _taken(root: Path, dataset: Dataset) -> Iterator[Problem]:
    """Former ids whose address is that of another page now."""
    records = {dataset.address(entry.record) for entry in dataset.entries.values()}
    there = addresses(root / "docs/nb", dataset) - records
    for address, record in moves(dataset):
        if address in there:
            fix = "take it out, or correct it: only an id that the record had before stands here"
            yield dataset.entry(record).problem(("former_ids",), address, "an address that no page has", fix)
