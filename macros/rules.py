"""What must hold between fields and between records. Each rule reads as a sentence and yields its problems.

Rules also see what can be read of a record that is not valid: ``None`` stands there for what is wrong by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from macros.model import COLLECTIONS, Record
from macros.model.base import Fact, walk
from macros.model.convention import GeneralComment
from macros.model.recommendations import Recommendation
from macros.model.vocabulary import Cluster
from macros.problems import Problem, perhaps

if TYPE_CHECKING:
    from macros.dataset import Dataset, Entry

Rule = Callable[["Dataset"], Iterator[Problem]]
PARENT_FIELDS = ("parent", "part_of")


def every_reference_has_a_target(dataset: Dataset) -> Iterator[Problem]:
    """An id in a field that points to another record is the id of a record."""
    for key, found in dataset.references.items():
        for reference in found:
            if reference.collection not in COLLECTIONS:
                names = ", ".join(COLLECTIONS)
                yield dataset.entries[key].problem(
                    reference.path,
                    reference.written,
                    f"collection/id, one of {names}",
                    "correct it",
                )
            elif reference.target not in dataset.known[reference.collection] and not _may_be_unread(
                dataset, reference.collection
            ):
                yield dataset.entries[key].problem(
                    reference.path,
                    reference.target,
                    f"the id of a record in {reference.collection} (data/{COLLECTIONS[reference.collection].place})",
                    _meant(reference.target, dataset.known[reference.collection]),
                )


def _may_be_unread(dataset: Dataset, collection: str) -> bool:
    """Whether a record may stand in a list that cannot be read. In a folder the others are all there."""
    return collection in dataset.unread and not (
        COLLECTIONS[collection].place.endswith("/") and dataset.known[collection]
    )


def _meant(wrong: str, known: set[str]) -> str:
    if "://" in wrong:
        return "write the id of a source, not its address; a new source goes into data/sources.yml first"
    return perhaps(wrong, known, "correct the id, or add the record it names")


def nothing_is_its_own_parent(dataset: Dataset) -> Iterator[Problem]:
    """A chain of ``parent`` or ``part_of`` ends; it never comes back to where it began."""
    above: dict[tuple[str, str], str] = {}
    for (collection, id_), found in dataset.references.items():
        for reference in found:
            if reference.field in PARENT_FIELDS:
                above[collection, reference.part or id_] = reference.target
    for key, found in dataset.references.items():
        for reference in found:
            start = reference.part or key[1]
            if reference.field in PARENT_FIELDS and _comes_back(above, key[0], start):
                yield dataset.entries[key].problem(
                    reference.path,
                    reference.target,
                    "a chain that ends",
                    "name the record above it, or leave the field out",
                )


def _comes_back(above: dict[tuple[str, str], str], collection: str, start: str) -> bool:
    here, seen = start, set()
    while (collection, here) in above and here not in seen:
        seen.add(here)
        here = above[collection, here]
    return here == start


def every_fact_has_a_source(dataset: Dataset) -> Iterator[Problem]:
    """What was read, or stands in a seed document, says where. Only what is not confirmed may lack a source."""
    for entry in dataset.entries.values():
        for path, fact in walk(entry.record):
            if isinstance(fact, Fact) and fact.basis != "recalled" and not fact.sources:
                yield entry.problem(
                    (*path, "sources"),
                    [],
                    "at least one source",
                    "add - id: <source>, or set basis to recalled (not confirmed)",
                )


def later_developments_say_where_from(dataset: Dataset) -> Iterator[Problem]:
    """What happened later has a basis and a source of its own."""
    for entry, path, item in _records_with(dataset, "later_development"):
        if item.later_development and not (item.later_sources and item.later_basis):
            missing = "later_basis" if not item.later_basis else "later_sources"
            yield entry.problem((*path, missing), None, "later_basis and later_sources", f"add {missing}")


def recommendations_stand_in_a_document_of_their_body(dataset: Dataset) -> Iterator[Problem]:
    """The body that recommends is the body whose document it is."""
    for entry in dataset.entries.values():
        record = entry.record
        document = dataset.entries.get(("documents", getattr(record, "document", None) or ""))
        if not (isinstance(record, Recommendation) and document and document.whole):
            continue
        if document.record.committee != record.body:  # type: ignore[attr-defined]
            yield entry.problem(
                ("body",),
                record.body,
                f"the committee of {record.document}, {document.record.committee}",  # type: ignore[attr-defined]
                "correct body or document",
            )


def articles_and_general_comments_name_each_other(dataset: Dataset) -> Iterator[Problem]:
    """Both say the same, each with the main ones first. A General Comment that was replaced is not on the articles."""
    if "articles" in dataset.unread or dataset.valid("articles") != dataset.all("articles"):
        return
    pairs = {(article.number, number) for article in dataset.all("articles") for number in article.general_comments}
    for entry in dataset.entries.values():
        record = entry.record
        if isinstance(record, GeneralComment) and record.status != "replaced":
            found = {article for article, number in pairs if number == record.number}
            if found != set(record.articles):
                yield entry.problem(
                    ("articles",),
                    record.articles,
                    f"the articles that name this General Comment, {sorted(found)}",
                    "correct the list here or in data/convention/articles/",
                )


def clusters_list_the_articles_placed_in_them(dataset: Dataset) -> Iterator[Problem]:
    """A cluster lists the articles that name it, and no other."""
    if "articles" in dataset.unread or dataset.valid("articles") != dataset.all("articles"):
        return
    for entry in dataset.entries.values():
        record = entry.record
        if isinstance(record, Cluster):
            found = {article.number for article in dataset.all("articles") if article.cluster == record.id}
            if found != set(record.articles_placed_here):
                yield entry.problem(
                    ("articles_placed_here",),
                    record.articles_placed_here,
                    f"the articles that name this cluster, {sorted(found)}",
                    "correct the list here or the cluster in data/convention/articles/",
                )


def every_address_is_used_once(dataset: Dataset) -> Iterator[Problem]:
    """No two records or parts share an address, also when different collections stand on one page."""
    seen: set[str] = set()
    for entry in dataset.entries.values():
        for path, record in walk(entry.record):
            if not isinstance(record, Record):
                continue
            address = dataset.address(record)
            as_record = record is not entry.record and (entry.collection.name, record.id) in dataset.entries
            if address in seen or as_record:
                yield entry.problem(
                    (*path, "id"),
                    record.id,
                    "an id that nothing else on the same page has",
                    "give one of the two another id",
                )
            seen.add(address)


RULES: tuple[Rule, ...] = (
    every_reference_has_a_target,
    nothing_is_its_own_parent,
    every_fact_has_a_source,
    later_developments_say_where_from,
    recommendations_stand_in_a_document_of_their_body,
    articles_and_general_comments_name_each_other,
    clusters_list_the_articles_placed_in_them,
    every_address_is_used_once,
)


def _records_with(dataset: Dataset, field: str) -> Iterator[tuple[Entry, tuple[str | int, ...], Any]]:
    for entry in dataset.entries.values():
        for path, model in walk(entry.record):
            if field in type(model).model_fields:
                yield entry, path, model
