"""Reads the YAML that editors write: plain values only, each with its line.

YAML guesses types, and some guesses hurt: ``NO`` (the country) becomes false and ``2018-06-01`` a date object. Here a
plain value is null, true, false, a whole number or a text. Anchors, tags and keys given twice are errors.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from macros.problems import Problem

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # PyYAML built without libyaml: slower, the same result
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

WHOLE_NUMBER = re.compile(r"-?(0|[1-9]\d{0,17})$")
# What PyYAML says of the mistakes that editors make most, and in plain words what was found and how to fix it.
PLAIN_WORDS = {
    "mapping values are not allowed": (
        "a colon within a text, or a line that stands too far in",
        "put the text in single quotes, or indent the line like those above it",
    ),
    "cannot start any token": (
        "a tab, or a sign that a text cannot begin with",
        "indent with spaces, and put a text that begins with such a sign in single quotes",
    ),
    "found a tab character": ("a tab", "indent with spaces"),
    "did not find expected alphabetic or numeric character": (
        "a text that begins with * or &",
        "put the text in single quotes",
    ),
    "mapping keys are not allowed": ("a text that begins with ?", "put the text in single quotes"),
    "did not find expected comment or line break": (
        "words on the line of >- or |",
        "begin the text on the line below; put a text that begins with > or | in single quotes",
    ),
    "block sequence entries are not allowed": (
        "a hyphen after a key",
        "begin the list on the line below; or put the text in single quotes",
    ),
    "did not find expected ',' or ']'": ("a list with [ that is not closed", "write ] at its end"),
    "could not find expected ':'": (
        "a line without its colon",
        "write the key, a colon and a space; or indent the text",
    ),
    "did not find expected key": (
        "a line that stands too far in or out, or text after a closing quote",
        "indent it like the lines above it; or put the text in single quotes, with '' for an apostrophe in it",
    ),
    "did not find expected '-' indicator": (
        "a line that stands too far in or out",
        "begin each item of the list with a hyphen, all equally far in",
    ),
    "found unexpected end of stream": ("a quote that is not closed", "write the quote at the end of the text, too"),
}
# What comes from elsewhere with a paste or a merge: seen before YAML stumbles over it, somewhere else.
PASTED = {
    re.compile(r"(?m)^(?:<{7}|>{7}|={7})(?: .*)?$"): (
        "a mark of two versions that were merged",
        "keep one of the two versions, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>",
    ),
    re.compile(r"(?m)^(?:```|~~~)"): ("the mark of a block of code", "delete the lines that begin with ``` or ~~~"),
    re.compile(r"(?m)^[ -]*(?:[a-z_]+:)?[\u00a0\u2000-\u200b\u202f\u2060\u3000]+"): (
        "a hard or invisible space before a word, as word processors type it",
        "delete the spaces before the word, and type ordinary ones",
    ),
    re.compile(r"(?m)^ *(?:- )?(?:nb|en|id):(?=\S)"): (
        "a colon without a space after it",
        "write a space after the colon",
    ),
    re.compile(r"(?m)^ *(?:- )?(?:nb|en|title|publisher|locator): [^'\"|>\[{#\s][^#\n]*[^#\s] #(?!\S* must:)"): (
        "a # after a space, which hides the rest of the line",
        "put the whole text in single quotes",
    ),
}
INVISIBLE = yaml.reader.Reader.NON_PRINTABLE
"""What no file for readers may hold: with such a sign, text documents and feeds do not open."""
MAX_BYTES = 4_000_000
Path_ = tuple[str | int, ...]


@dataclass
class YamlFile:
    """The content of one file, the line of every value, and what is wrong with its YAML."""

    name: str
    content: Any = None
    lines: dict[Path_, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def line(self, path: Path_) -> int:
        """The line of a value, or of the nearest thing around it, counted from 1."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def complain(self, line: int, found: str, expected: str, fix: str) -> None:
        """Note a problem with the YAML itself."""
        self.problems.append(Problem(self.name, line, "the whole file", "YAML", found, expected, fix))


def read(path: Path, name: str) -> YamlFile:
    """Read one file. Problems are collected in the result, never raised."""
    return parse(path.read_bytes(), name)


def parse(raw: bytes, name: str) -> YamlFile:
    """Read the bytes of a file. Problems are collected in the result, never raised."""
    file = YamlFile(name)
    if len(raw) > MAX_BYTES:
        file.complain(
            1,
            f"{len(raw)} bytes",
            f"at most {MAX_BYTES} bytes",
            "split the file, or check what was pasted in",
        )
        return file
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        file.complain(line, "bytes that are not UTF-8", "a text file in UTF-8", "save the file as UTF-8")
        return file
    if problem := _not_typed(text):
        file.complain(*problem)
        return file
    try:
        for token in yaml.scan(text, Loader=Loader):
            if isinstance(token, yaml.TagToken):
                tag = "".join(filter(None, token.value))
                file.complain(
                    token.start_mark.line + 1,
                    f"the tag {tag}",
                    "plain values without tags",
                    "remove the word that starts with !, or put the whole text in single quotes",
                )
            if isinstance(token, yaml.AnchorToken | yaml.AliasToken):
                file.complain(
                    token.start_mark.line + 1,
                    f"&{token.value} or *{token.value}",
                    "plain values",
                    "write the value out in full, or put a text that begins so in single quotes",
                )
            if isinstance(token, yaml.ScalarToken) and token.style == '"' and (odd := INVISIBLE.search(token.value)):
                file.complain(token.start_mark.line + 1, *_invisible(odd[0]))  # written as \x08 or the like
        if not file.problems:
            node = yaml.compose(text, Loader=Loader)
            file.content = _plain(node, (), file) if node is not None else None
    except (yaml.YAMLError, RecursionError) as error:
        # Some mistakes are noticed further down than where they are.
        earlier = any(said in str(error) for said in ("end of stream", "could not find expected ':'"))
        mark = getattr(error, "context_mark" if earlier else "problem_mark", None)
        line = mark.line + 1 if mark else 1
        file.complain(line, *_in_plain_words(getattr(error, "problem", None) or "text that is not YAML"))
    return file


def _not_typed(text: str) -> tuple[int, str, str, str] | None:
    """What a text file of ours does not have, and where: what programs leave in it rather than people."""
    if text.startswith("\ufeff"):
        return 1, "a byte order mark", "UTF-8 without a byte order mark", "save the file as UTF-8 without BOM"
    if odd := INVISIBLE.search(text):
        return text.count("\n", 0, odd.start()) + 1, *_invisible(odd[0])
    for pattern, (found, fix) in PASTED.items():
        if match := pattern.search(text):
            return text.count("\n", 0, match.start()) + 1, found, "valid YAML", fix
    return None


def _invisible(sign: str) -> tuple[str, str, str]:
    """What was found, what was expected and how to fix it."""
    return f"the invisible character U+{ord(sign):04X}", "letters, signs and spaces", "delete it"


def _plain(node: yaml.Node, path: Path_, file: YamlFile) -> Any:
    line = node.start_mark.line + 1
    file.lines.setdefault(path, line)
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, file)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(child, (*path, index), file) for index, child in enumerate(node.value)]
    return _scalar(node)


def _mapping(node: yaml.MappingNode, path: Path_, file: YamlFile) -> dict[str, Any]:
    result: dict[str, Any] = {}
    twice: dict[str, int] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 1
        if not isinstance(key_node, yaml.ScalarNode):
            file.complain(
                line,
                "a key that is not a word",
                "a plain key",
                "write the key as one word followed by a colon",
            )
            continue
        key = str(key_node.value)
        if key in result:
            twice.setdefault(key, line)
            continue
        file.lines[(*path, key)] = line
        result[key] = _plain(value_node, (*path, key), file)
    if twice:
        _complain_of_keys(twice, file)
    return result


def _complain_of_keys(twice: dict[str, int], file: YamlFile) -> None:
    """One problem for all keys that a group has twice: several are a second record, glued to the one above."""
    names, line = ", ".join(f'"{key}"' for key in twice), min(twice.values())
    if len(twice) == 1:
        file.complain(line, f"the key {names} twice", "each key once", "remove or rename one of the two")
    else:
        fix = "begin another record or item on a line of its own, with a hyphen; else remove one of each"
        file.complain(line, f"the keys {names} twice", "each key once", fix)


def _scalar(node: yaml.Node) -> Any:
    value: str = node.value
    if getattr(node, "style", None) in ("'", '"', "|", ">"):
        return value
    if value in ("", "~", "null"):
        return None
    if value in ("true", "false"):
        return value == "true"
    return int(value) if WHOLE_NUMBER.match(value) else value


def _in_plain_words(said: str) -> tuple[str, str, str]:
    """What was found, what was expected and how to fix it, for what PyYAML says."""
    fix = "check indentation, colons, quotes and tabs at and above this line"
    found, fix = next((words for mistake, words in PLAIN_WORDS.items() if mistake in said), (said, fix))
    return found, "valid YAML", fix
