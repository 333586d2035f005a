"""When each file of the repository last changed, by its commits: one git call for all files, and no clock.

Dates of what is not committed yet do not exist: a changed file keeps the date of its last commit, a new file has none.
"""

from __future__ import annotations

import functools
import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

WATCHED = ("data", "docs")
TWINS = {"nb": "en", "en": "nb"}
FULL_CLONE = "pages carry no date of last change: that needs a git clone with its whole history (git fetch --unshallow)"


@dataclass(frozen=True)
class History:
    """``changed``: file, relative to the repository, to YYYY-MM-DD. ``missing`` says why there are no dates."""

    changed: Mapping[str, str] = field(default_factory=dict)
    missing: str = ""

    def newer_twin(self, file: str, in_line: str | None = None) -> str | None:
        """When the page in the other language changed, if that was after this one, or after the day ``in_line``."""
        _, language, path = file.split("/", 2)
        own, twin = self.changed.get(file), self.changed.get(f"docs/{TWINS[language]}/{path}")
        return twin if own and twin and twin > max(own, in_line or "") else None


def read_history(root: Path) -> History:
    """Read the dates of all files under ``data/`` and ``docs/``. Without a whole history there are none."""
    said = _git(root, "rev-parse", "--show-toplevel", "--is-shallow-repository")
    top, _, shallow = (said or "").strip().rpartition("\n")
    if not said or Path(top) != root.resolve():
        return History(missing=f"No git repository here; {FULL_CLONE}.")
    if shallow != "false":
        return History(missing=f"This is a shallow clone; {FULL_CLONE}.")
    # -c lists what a merge itself changed; -z leaves names as they are. Each commit begins with its date.
    log = _git(root, "log", "-c", "-z", "--name-only", "--format=%x01%cs", "--", *WATCHED)
    changed: dict[str, str] = {}
    for commit in (log or "").split("\x01")[1:]:
        date, *files = (part.strip("\n") for part in commit.split("\0"))
        for file in files:
            if file:
                changed[file] = max(changed.get(file, ""), date)
    return History(changed)


@functools.cache
def read_once(root: Path) -> History:
    """The same as ``read_history``, read once in a process."""
    return read_history(root)


def _git(root: Path, *arguments: str) -> str | None:
    """What git says about this folder and no other, or None when it refuses or is not there."""
    alone = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    try:
        command = ["git", "-C", str(root), *arguments]
        done = subprocess.run(command, capture_output=True, check=True, encoding="utf-8", env=alone)
    except (OSError, subprocess.CalledProcessError):
        return None
    return done.stdout
