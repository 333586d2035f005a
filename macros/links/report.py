"""What editors read of a check: dead links with the records that use them, moved ones, and those to look at."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from macros.links.check import Answer
from macros.links.collect import Use

LIMIT = 60_000
"""GitHub takes issues of 65,536 characters."""
SHOWN = 12
PARTS = {
    "dead": ("Dead", "Change the address, or say at the source since when it is `dead`, and name a copy (`archived`)."),
    "moved": ("Moved for good", "The old address still leads to the new one. Change it when you are there anyway."),
    "unclear": ("Could not be checked", "The server refused a machine or did not answer. Open the page and see."),
}


def report(found: Mapping[str, list[Use]], answers: Mapping[str, Answer]) -> str:
    """The whole report as Markdown, cut where an issue would be too long."""
    by_kind = {kind: [address for address in answers if answers[address].kind == kind] for kind in PARTS}
    works = len(answers) - sum(map(len, by_kind.values()))
    said = ", ".join(f"{len(by_kind[kind])} {title.lower()}" for kind, (title, _) in PARTS.items())
    lines = ["# External links", "", f"{len(answers)} addresses: {works} work, {said}."]
    for kind, (title, help_) in PARTS.items():
        if by_kind[kind]:
            lines += ["", f"## {title} ({len(by_kind[kind])})", "", help_, ""]
            for address in by_kind[kind]:
                lines += _entry(address, answers[address], found[address])
    return _cut(lines)


def _entry(address: str, answer: Answer, uses: list[Use]) -> list[str]:
    moved_to = f", now {_code(answer.target)}" if answer.target else ""
    return [f"- {_code(address)}: {answer.said}{moved_to}", *(f"  - {_place(use)}" for use in uses)]


def _place(use: Use) -> str:
    text = f"`{use.record}` in `{use.file}`" if use.record else f"`{use.file}`"
    if not use.relied_on_by:
        return text
    names = ", ".join(f"`{name}`" for name in use.relied_on_by[:SHOWN])
    more = len(use.relied_on_by) - SHOWN
    return f"{text}; used by {names}{f' and {more} more' if more > 0 else ''}"


def _code(address: str) -> str:
    """An address from elsewhere as text: nothing in it can become Markdown, a mention or a link."""
    clean = "".join(letter for letter in address if letter.isprintable() and letter not in "` ")
    return f"`{clean}`" if urlsplit(clean).scheme in ("http", "https") else "`(not an address)`"


def _cut(lines: list[str]) -> str:
    text = "\n".join(lines) + "\n"
    if len(text) <= LIMIT:
        return text
    return text[:LIMIT].rsplit("\n", 1)[0] + "\n\nThe rest is cut: run `make links` to see it.\n"
