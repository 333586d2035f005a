"""All records, each with its address, its place in the files, and the records that mention it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from macros.model import COLLECTIONS, Collection, Record
from macros.model.base import Reference, Text, references, walk
from macros.problems import Problem, show
from macros.yaml_source import YamlFile

COLLECTION_OF = {collection.model: collection for collection in COLLECTIONS.values()}


@dataclass(frozen=True)
class Entry:
    """One record and the place in the files where it stands."""

    record: Record
    collection: Collection
    file: YamlFile
    path: tuple[str | int, ...]
    whole: bool = True
    """False for what could be read of a record that is not valid."""

    def problem(self, path: Iterable[str | int], found: Any, expected: str, fix: str) -> Problem:
        """A problem in this record; ``path`` leads from the record to the field."""
        steps = tuple(path)
        dotted = ".".join(map(str, steps)) or "the record"
        where = f"{self.collection.name}/{self.record.id}"
        return Problem(self.file.name, self.file.line((*self.path, *steps)), where, dotted, show(found), expected, fix)


@dataclass(frozen=True)
class Mention:
    """A record (or a part of it) that mentions another, and the field in which it does."""

    record: Record
    part: Record | None
    field: str


@dataclass(repr=False)
class Dataset:
    """All records, and who mentions whom."""

    entries: dict[tuple[str, str], Entry] = field(default_factory=dict)
    known: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    unread: set[str] = field(default_factory=set)
    """Collections with a file that cannot be read: what is missing there is not told where it is named."""
    parts: dict[tuple[str, str], Record] = field(default_factory=dict)
    references: dict[tuple[str, str], list[Reference]] = field(default_factory=dict)
    interface: dict[str, Text] = field(default_factory=dict)
    interface_file: YamlFile | None = None
    _records: dict[str, list[Record]] = field(default_factory=lambda: defaultdict(list))
    _mentions: dict[tuple[str, str], list[Mention]] = field(default_factory=lambda: defaultdict(list))
    _roots: dict[int, Record] = field(default_factory=dict)

    def all(self, collection: str) -> list[Any]:
        """Every record of a collection, in the order of the files. Raises KeyError for an unknown collection."""
        return list(self._records[COLLECTIONS[collection].name])

    def valid(self, collection: str) -> list[Any]:
        """The records of a collection that are whole: while data is checked, some may not be."""
        return [record for record in self.all(collection) if self.entry(record).whole]

    def get(self, collection: str, id_: str) -> Any:
        """A record or a part of one, by id. Raises KeyError when there is none."""
        entry = self.entries.get((collection, id_))
        return entry.record if entry else self.parts[collection, id_]

    def find(self, collection: str, ids: Iterable[str]) -> list[Any]:
        """Several records by id, in the order given."""
        return [self.get(collection, id_) for id_ in ids]

    def called(self, collection: str) -> Text:
        """What one record of a collection is called; what all of them are, where there is no word for one."""
        return self.interface.get(f"kind-{collection}") or self.interface[f"collection-{collection}"]

    def entry(self, record: Record) -> Entry:
        """Where a record, or the record that a part belongs to, stands."""
        root = self._roots.get(id(record), record)
        return self.entries[COLLECTION_OF[type(root)].name, root.id]

    def mentions(self, record: Record, collection: str | None = None, field: str | None = None) -> list[Mention]:
        """Who mentions the record: from one collection, or in one field, when given."""
        name = self.entry(record).collection.name
        return [
            mention
            for mention in self._mentions.get((name, record.id), [])
            if (collection is None or COLLECTION_OF[type(mention.record)].name == collection)
            and (field is None or mention.field == field)
        ]

    def users(self, record: Record) -> list[Any]:
        """Every record, of any collection, that mentions the record, each once."""
        return list({id(mention.record): mention.record for mention in self.mentions(record)}.values())

    def used_by(self, record: Record) -> list[dict[str, Any]]:
        """Every record that mentions the record, each once, with the name of its collection."""
        return [{"record": one, "kind": self.entry(one).collection.name} for one in self.users(record)]

    def mentioning(self, record: Record, collection: str, field: str | None = None) -> list[Any]:
        """The records of a collection that mention the record, each once, in the order of the files."""
        found = {id(mention.record): mention.record for mention in self.mentions(record, collection, field)}
        return list(found.values())

    def mentioned_by(self, record: Record) -> dict[str, list[Any]]:
        """Everything that mentions the record, each record or part once, by collection in the order of COLLECTIONS."""
        found: dict[str, dict[int, Record]] = {name: {} for name in COLLECTIONS}
        for mention in self.mentions(record):
            one = mention.part or mention.record
            found[COLLECTION_OF[type(mention.record)].name][id(one)] = one
        return {name: list(records.values()) for name, records in found.items() if records}

    def address(self, record: Record) -> str:
        """The record's address relative to the language root (``recommendations/crc-2018-35b/``)."""
        entry = self.entry(record)
        base = entry.collection.address.format_map(vars(entry.record))
        if entry.record is record:
            return base
        return f"{base.partition('#')[0]}#{record.id}"

    def add(self, entry: Entry) -> None:
        """Take in a record with its parts and its references."""
        key = entry.collection.name, entry.record.id
        self.entries[key] = entry
        self._records[entry.collection.name].append(entry.record)
        for _, part in walk(entry.record):
            if isinstance(part, Record) and part is not entry.record:
                self._roots[id(part)] = entry.record
                if part.id:
                    self.parts[entry.collection.name, part.id] = part
                    self.known[entry.collection.name].add(part.id)
        self.references[key] = list(references(entry.record))

    def link(self) -> None:
        """Turn references around, so that every record knows who mentions it."""
        for (collection, id_), found in self.references.items():
            record = self.entries[collection, id_].record
            for reference in found:
                part = self.parts.get((collection, reference.part)) if reference.part else None
                mention = Mention(record, part, reference.field)
                self._mentions[reference.collection, reference.target].append(mention)
