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
    "block sequence entries are not allowed": ("a hyphen after a key", "begin the list on the line below the key"),
    "did not find expected ',' or ']'": ("a list with [ that is not closed", "write ] at its end"),
    "could not find expected ':'": (
        "a line without its colon",
        "write the key, a colon and a space; or indent the text",
    ),
    "did not find expected key": (
        "a line that stands too far in or out, or text after a closing quote",
        "indent it like the lines above it; write '' for an apostrophe in a text in single quotes",
    ),
    "did not find expected '-' indicator": (
        "a line that stands too far in or out",
        "begin each item of the list with a hyphen, all equally far in",
    ),
    "found unexpected end of stream": ("a quote that is not closed", "write the quote at the end of the text, too"),
}
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
    if text.startswith("\ufeff"):
        file.complain(1, "a byte order mark", "UTF-8 without a byte order mark", "save the file as UTF-8 without BOM")
        return file
    if odd := yaml.reader.Reader.NON_PRINTABLE.search(text):
        line = text.count("\n", 0, odd.start()) + 1
        file.complain(line, f"the invisible character U+{ord(odd[0]):04X}", "letters, signs and spaces", "delete it")
        return file
    try:
        for token in yaml.scan(text, Loader=Loader):
            if isinstance(token, yaml.TagToken):
                tag = "".join(filter(None, token.value))
                file.complain(
                    token.start_mark.line + 1,
                    f"the tag {tag}",
                    "plain values without tags",
                    "remove the tag (the word that starts with !)",
                )
            if isinstance(token, yaml.AnchorToken | yaml.AliasToken):
                file.complain(
                    token.start_mark.line + 1,
                    f"&{token.value} or *{token.value}",
                    "plain values",
                    "write the value out in full",
                )
        if not file.problems:
            node = yaml.compose(text, Loader=Loader)
            file.content = _plain(node, (), file) if node is not None else None
    except (yaml.YAMLError, RecursionError) as error:
        unclosed = "end of stream" in str(error)  # noticed at the end of the file, but the mistake is where it began
        mark = getattr(error, "context_mark" if unclosed else "problem_mark", None)
        line = mark.line + 1 if mark else 1
        file.complain(line, *_in_plain_words(getattr(error, "problem", None) or "text that is not YAML"))
    return file


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
            file.complain(line, f'the key "{key}" twice', "each key once", "remove or rename one of the two")
            continue
        file.lines[(*path, key)] = line
        result[key] = _plain(value_node, (*path, key), file)
    return result


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
