"""What is new, as a feed in each language."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros.dataset import Dataset
from macros.language import LANGUAGES, Language
from macros.news import Entry, newest_entries

TEMPLATES = Path(__file__).parent / "templates" / "root"
NAME = "feed.xml"
TITLE_LENGTH = 120


def write_feeds(dataset: Dataset, site: Path, root: str) -> None:
    """Write the feed of each language. ``root`` is the address of the site, with a slash at the end."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    template = environment.get_template(NAME)
    entries = newest_entries(dataset)
    for language in LANGUAGES.values():
        text = template.render(_values(dataset, language, entries), root=f"{root}{language.code}/", name=NAME)
        (site / language.code / NAME).write_text(text, encoding="utf-8")


def _values(dataset: Dataset, language: Language, entries: list[Entry]) -> dict[str, Any]:
    return {
        "lang": language.code,
        "entries": entries,
        "title": lambda record: _shorten(language.pick(record.label)),
        "summary": lambda record: language.pick(getattr(record, "summary", None) or record.label),
        "s": lambda key: language.pick(dataset.interface[key]),
    }


def _shorten(text: str) -> str:
    return text if len(text) <= TITLE_LENGTH else text[: TITLE_LENGTH - 1].rsplit(" ", 1)[0].rstrip(" ,.;:–") + "…"
