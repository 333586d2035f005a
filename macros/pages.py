"""Which pages the data makes: path, front matter and a body that is one macro call, in each language."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.dataset import Dataset
from macros.language import Language
from macros.model import COLLECTIONS, Record

DESCRIPTION_LENGTH = 155
WITH_KIND = ("threads", "themes", "sectors", "examples")
"""Collections whose records say in the title of the page what they are: without it the name could be anything."""
SECTIONS = {
    "recommendations": ("recommendations/",),
    "documents": ("recommendations/", "recommendations/documents/"),
    "themes": ("recommendations/", "recommendations/themes/"),
    "threads": ("recommendations/", "recommendations/threads/"),
    "functions": ("norwegian-model/", "norwegian-model/functions/"),
    "fields": ("norwegian-model/", "norwegian-model/themes/"),
    "members": ("enoc/", "enoc/members/"),
    "statements": ("enoc/", "enoc/statements/"),
    "articles": ("convention/",),
    "proposals": ("implementation/", "implementation/proposals/"),
    "steps": ("implementation/", "implementation/sjumilssteget/"),
    "sectors": ("guidance/",),
    "examples": ("guidance/",),
    "worksheets": ("guidance/", "guidance/templates/"),
}
"""The way up from a record's page. The words for each step stand in the interface (``section-...``)."""


@dataclass(frozen=True)
class Page:
    """A page of one record. ``address`` and ``source`` are relative to the language root and to the repository.

    ``shared``: other records stand in the same file.
    """

    address: str
    title: str
    description: str
    breadcrumbs: tuple[tuple[str, str], ...]
    source: str
    body: str
    shared: bool = False

    @property
    def path(self) -> str:
        """The path of the Markdown file that MkDocs is told of."""
        return f"{self.address.rstrip('/')}.md"

    @property
    def markdown(self) -> str:
        """Front matter and body. JSON is YAML too, and is written many times faster."""
        meta = {
            "title": _as_said(self.title),
            "description": self.description,
            "source": self.source,
            "shared": self.shared,
            "breadcrumbs": [{"path": path, "title": title} for path, title in self.breadcrumbs],
        }
        return f"---\n{json.dumps(meta, ensure_ascii=False)}\n---\n{self.body}\n"


def record_pages(dataset: Dataset, language: Language) -> Iterator[Page]:
    """The page of every record that has one, in one language."""
    for entry in dataset.entries.values():
        if not entry.collection.has_pages:
            continue
        record, name = entry.record, entry.collection.name
        yield Page(
            address=dataset.address(record),
            title=_title(dataset, record, name, language),
            description=_description(dataset, record, name, language),
            breadcrumbs=tuple(
                (path, language.pick(dataset.interface["section-" + path.strip("/").replace("/", "-")]))
                for path in SECTIONS[name]
            ),
            source=entry.file.name,
            body=f'{{{{ record("{name}", "{record.id}") }}}}',
            shared=not entry.collection.place.endswith("/"),
        )


def addresses(docs: Path, dataset: Dataset) -> frozenset[str]:
    """Every page of a language, relative to its root: those in ``docs`` and those of the records."""
    written = {_address(path.relative_to(docs).as_posix()) for path in docs.rglob("*.md")}
    made = {
        dataset.address(entry.record)
        for entry in dataset.entries.values()
        if COLLECTIONS[entry.collection.name].has_pages
    }
    return frozenset(written | made)


def _address(path: str) -> str:
    """The address MkDocs gives a Markdown file: ``a/index.md`` is ``a/``, ``a/b.md`` is ``a/b/``."""
    parent, _, name = f"/{path}".rpartition("/")
    folder = parent.lstrip("/")
    parts = [folder] if name == "index.md" else [folder, name.removesuffix(".md")]
    return "/".join([part for part in parts if part] + [""]) if any(parts) else ""


def _as_said(title: str) -> str:
    """A title that mkdocs-macros, which reads titles as templates, gives back unchanged."""
    if "{" not in title:
        return title
    letters = (f"\\u{ord(letter):04x}" if letter in '{}%#"\\' else letter for letter in title)
    return '{{ "' + "".join(letters) + '" }}'


def _title(dataset: Dataset, record: Record, name: str, language: Language) -> str:
    """The title in the browser's tab and in results of search engines: no two pages share one."""
    title = language.pick(record.label)
    if name == "members":
        return f"{title} ({language.pick(record.country_name)})"  # type: ignore[attr-defined]
    return f"{language.pick(dataset.interface[f'kind-{name}'])}: {title}" if name in WITH_KIND else title


def _description(dataset: Dataset, record: Record, name: str, language: Language) -> str:
    """What kind of page it is, and the start of its summary, in at most 155 characters."""
    pair = getattr(record, "summary", None) or getattr(record, "description", None) or getattr(record, "note", None)
    kind = language.pick(dataset.interface[f"kind-{name}"])
    place = f" ({record.id})" if name == "documents" else ""
    text = f"{kind}{place}: {language.pick(pair or record.label)}"
    if len(text) <= DESCRIPTION_LENGTH:
        return text
    return text[: DESCRIPTION_LENGTH - 1].rsplit(" ", 1)[0].rstrip(" ,.;:–") + "…"
