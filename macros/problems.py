"""What is wrong with the data, said so that an editor can mend it."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

FOUND_LIMIT = 80


@dataclass(frozen=True, order=True)
class Problem:
    """One error in one field of one record.

    ``file`` is relative to the repository, ``line`` counts from 1, ``field`` is a dotted path (``summary.nb``).
    """

    file: str
    line: int
    record: str
    field: str
    found: str
    expected: str
    fix: str

    def __str__(self) -> str:
        """Five short lines for a terminal."""
        said = (self.file, str(self.line), self.record, self.field, self.found, self.expected, self.fix)
        file, line, record, field, found, expected, fix = map(_on_one_line, said)
        return (
            f"{file}:{line}: {record}\n"
            f"    field:    {field}\n"
            f"    found:    {found}\n"
            f"    expected: {expected}\n"
            f"    to fix:   {fix}"
        )

    def as_annotation(self, level: str = "error") -> str:
        """The same as a GitHub workflow command (error, warning), which marks the line in a pull request."""
        text = f"{self.record}, {self.field}: found {self.found}; expected {self.expected}. To fix: {self.fix}"
        file = _escape(self.file).replace(":", "%3A").replace(",", "%2C")
        return f"::{level} file={file},line={self.line}::{_escape(text)}"


class DataError(Exception):
    """The data cannot be used; ``problems`` holds everything that is wrong, in the order of the files."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Collect the problems, each once."""
        self.problems = sorted(set(problems))
        super().__init__(f"{len(self.problems)} problem(s) in the data")

    def report(self) -> str:
        """All problems for a terminal, followed by annotations when running on GitHub."""
        parts = [str(problem) for problem in self.problems]
        number = len(parts)
        parts.append(
            f"{number} problem{'s' if number != 1 else ''} in the data. Nothing was built; the last good site stays."
        )
        if os.environ.get("GITHUB_ACTIONS") == "true":
            parts += [problem.as_annotation() for problem in self.problems]
        return "\n".join(parts)


def _on_one_line(text: str) -> str:
    """A text whose signs are all seen: what begins a line of its own could be a command to GitHub."""
    return "".join(letter if letter.isprintable() else "␣" for letter in text)


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def perhaps(wrong: str, known: Iterable[str], otherwise: str) -> str:
    """How to fix a word that is not one of those known: by the nearest of them or, when none is near, otherwise."""
    near = difflib.get_close_matches(wrong, known, n=1)
    return f'perhaps "{near[0]}" was meant' if near else otherwise


def show(value: Any) -> str:
    """A value as an editor sees it in the file, cut when long."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return "a group of keys (" + ", ".join(map(str, value)) + ")" if value else "an empty group"
    if isinstance(value, list):
        return f"a list of {len(value)}"
    text = str(value)
    text = text if len(text) <= FOUND_LIMIT else text[: FOUND_LIMIT - 1] + "…"
    return f'"{text}"' if isinstance(value, str) else text
