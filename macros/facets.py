"""Faceted lists: which facets a list has, how many records each value has, and what a result shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from macros.dataset import Dataset
from macros.language import Language
from macros.model import Record
from macros.order import natural, newest_first
from macros.reading import by_country, in_reading_order, recommendation_actors

Strings = Callable[..., str]

UNKNOWN = "not-found"


@dataclass(frozen=True)
class View:
    """What lists are made with: the data, the language and its words, the links of one page."""

    ds: Dataset
    language: Language
    s: Strings
    href: Callable[..., str]

    def name(self, collection: str, id_: str) -> str:
        """What a record is called."""
        return self.language.pick(self.ds.get(collection, id_).label)

    def names(self, collection: str, ids: Iterable[str]) -> str:
        """Several names in a row."""
        return ", ".join(self.name(collection, id_) for id_ in ids)


@dataclass(frozen=True)
class Facet:
    """One way to filter a list.

    ``values`` gives a record's values (words without spaces, as they stand in the address), ``label`` their names.
    Values come most frequent first, or by value when ``by_value`` is set (negative: descending). ``named``: the word
    for it, where the id does not say which (two lists have a type).
    """

    id: str
    values: Callable[[View, Any], list[str]]
    label: Callable[[View, str], str]
    by_value: int = 0
    open: bool = False
    named: str = ""

    @property
    def word(self) -> str:
        """What its name in the interface ends with."""
        return self.named or self.id


@dataclass(frozen=True)
class Explorer:
    """A faceted list: its records in reading order, its facets, its sorts and what a result shows."""

    records: Callable[[View], list[Any]]
    facets: tuple[Facet, ...]
    item: Callable[[View, Any], dict[str, Any]]
    sorts: tuple[str, ...] = ("default", "title")
    groups: tuple[str, ...] = ()
    """The facets by which the results can be grouped."""


def build_explorer(ds: Dataset, language: Language, s: Strings, name: str, href: Callable[..., str]) -> dict[str, Any]:
    """The facets, sorts and items of a list, as the template ``explorer.html`` takes them."""
    view = View(ds, language, s, href)
    explorer = EXPLORERS[name]
    items, counts = [], {facet.id: Counter[str]() for facet in explorer.facets}
    for record in explorer.records(view):
        values = {facet.id: facet.values(view, record) for facet in explorer.facets}
        for facet_id, found in values.items():
            counts[facet_id].update(set(found))
        item = {"id": record.id, "title": language.pick(record.label), "href": href(record)} | explorer.item(
            view, record
        )
        item["facets"] = values
        items.append(item)
    return {
        "facets": [_facet(view, facet, counts[facet.id]) for facet in explorer.facets if counts[facet.id]],
        "sorts": [
            {"id": sort, "label": s(f"sort-{name}-{sort}" if sort == "default" else f"sort-{sort}")}
            for sort in explorer.sorts
        ],
        "items": items,
        "groups": [{"id": group, "label": s(f"facet-{group}")} for group in explorer.groups],
        "labels": {"name": s(f"filter-{name}"), "unit": s(f"unit-{name}")},
    }


def _facet(view: View, facet: Facet, counts: Counter[str]) -> dict[str, Any]:
    if facet.by_value:
        order = sorted(counts, key=natural, reverse=facet.by_value < 0)
    else:
        order = sorted(counts, key=lambda value: (-counts[value], view.language.alphabetical(facet.label(view, value))))
    order.sort(key=lambda value: value == UNKNOWN)
    values = [{"value": value, "label": facet.label(view, value), "count": counts[value]} for value in order]
    return {"id": facet.id, "label": view.s(f"facet-{facet.word}"), "values": values, "open": facet.open}


def _of(field: str) -> Callable[[View, Any], list[str]]:
    """The values of a field that holds one id or a list of ids."""

    def values(_: View, record: Any) -> list[str]:
        value = getattr(record, field)
        return (
            [str(item) for item in value]
            if isinstance(value, list)
            else [str(value)]
            if value is not None
            else [UNKNOWN]
        )

    return values


def _named(collection: str) -> Callable[[View, str], str]:
    return lambda view, value: view.name(collection, value)


def _word(prefix: str) -> Callable[[View, str], str]:
    return lambda view, value: view.s(f"{prefix}-{value}")


def _itself(view: View, value: str) -> str:
    return view.s("not-found") if value == UNKNOWN else value


def _yes_no(value: bool | None) -> str:
    return UNKNOWN if value is None else "yes" if value else "no"


def _decade(year: int | None) -> str:
    return UNKNOWN if year is None else f"{year // 10 * 10}s"


def _decade_label(view: View, value: str) -> str:
    return view.s("not-found") if value == UNKNOWN else view.s("decade", year=value.rstrip("s"))


# Recommendations


def _recommendation_item(view: View, r: Any) -> dict[str, Any]:
    document = view.ds.get("documents", r.document)
    place = view.s("paragraph", n=r.paragraph + (f" ({r.point})" if r.point else "")) if r.paragraph else ""
    return {
        "kicker": " · ".join(filter(None, [str(document.year), view.name("actors", r.body), place])),
        "text": view.language.pick(r.summary),
        "marks": (["urgent"] if r.urgent else []) + (["not-confirmed"] if r.basis == "recalled" else []),
        "facts": [
            {"label": view.s("facet-theme"), "value": view.name("themes", r.theme)},
            {"label": view.s("facet-group"), "value": view.names("groups", r.groups)},
            {"label": view.s("facet-article"), "value": ", ".join(map(str, r.articles))},
        ],
    }


RECOMMENDATIONS = Explorer(
    records=lambda view: in_reading_order(view.ds, view.ds.all("recommendations")),
    facets=(
        Facet("theme", _of("theme"), _named("themes"), open=True),
        Facet("group", _of("groups"), _named("groups")),
        Facet("year", lambda v, r: [str(v.ds.get("documents", r.document).year)], _itself, by_value=-1),
        Facet("body", _of("body"), _named("actors")),
        Facet("document", _of("document"), _named("documents")),
        Facet("article", _of("articles"), lambda v, value: v.s("article", n=value), by_value=1),
        Facet(
            "actor",
            lambda _, r: recommendation_actors(r) or [UNKNOWN],
            lambda v, a: v.s("no-actor-named") if a == UNKNOWN else v.name("actors", a),
        ),
        Facet(
            "thread",
            lambda v, r: [thread.id for thread in v.ds.mentioning(r, "threads")] or [UNKNOWN],
            lambda v, thread: v.s("no-thread") if thread == UNKNOWN else v.name("threads", thread),
        ),
        Facet("urgent", lambda _, r: [_yes_no(r.urgent)], _word("urgent")),
    ),
    item=_recommendation_item,
    groups=("theme", "thread", "year", "body", "actor"),
)

# Offices for children in Europe


def member_place(view: View, member: Any) -> str:
    """The country, and the region where the office is regional."""
    parts = [member.country_name] + ([member.region] if member.region else [])
    return ", ".join(view.language.pick(part) for part in parts)


def _member_item(view: View, m: Any) -> dict[str, Any]:
    return {
        "kicker": member_place(view, m),
        "named_with": member_place(view, m),
        "text": view.language.pick(m.summary),
        "facts": [
            {"label": view.s("facet-membership"), "value": view.s(f"membership-{m.standing}")},
            {
                "label": view.s("facet-complaints"),
                "value": view.s(f"complaints-short-{_yes_no(m.handles_complaints)}"),
            },
            {"label": view.s("facet-established"), "value": str(m.established or view.s("not-found"))},
        ],
        "sort": {"established": m.established or 9999},
    }


def _country(view: View, code: str) -> str:
    return next(view.language.pick(m.country_name) for m in view.ds.all("members") if m.country == code)


MEMBERS = Explorer(
    records=lambda view: by_country(view.language, view.ds.all("members")),
    facets=(
        Facet("type", _of("institution_type"), _word("institution-type"), open=True),
        Facet("complaints", lambda _, m: [_yes_no(m.handles_complaints)], _word("complaints-short"), open=True),
        Facet("membership", lambda _, m: [m.standing], _word("membership"), open=True),
        Facet("country", _of("country"), _country),
        Facet("established", lambda _, m: [_decade(m.established)], _decade_label, by_value=1),
    ),
    item=_member_item,
    sorts=("default", "title", "established"),
)

# Statements of the network


def _statement_item(view: View, statement: Any) -> dict[str, Any]:
    return {
        "kicker": f"{statement.year or view.s('undated')} · {view.s('statement-type-' + statement.type)}",
        "text": view.language.pick(statement.summary),
        "facts": [{"label": view.s("facet-theme"), "value": view.names("themes", statement.themes)}],
    }


STATEMENTS = Explorer(
    records=lambda view: newest_first(view.ds.all("statements")),
    facets=(
        Facet("theme", _of("themes"), _named("themes"), open=True),
        Facet("year", _of("year"), _itself, by_value=-1, open=True),
        Facet("type", _of("type"), _word("statement-type"), named="text-type"),
    ),
    item=_statement_item,
)

# The working group's proposals, bullet by bullet


def _proposal_items(view: View) -> list[Any]:
    packages = sorted(view.ds.all("proposals"), key=lambda package: package.number)
    return [item for package in packages for item in package.items]


def _package(view: View, item: Record) -> Any:
    return view.ds.entry(item).record


def assessed(record: Any) -> str:
    """How far it has come in our judgement. What we have not judged is not known."""
    return record.assessment.value if record.assessment else "not-known"


def _proposal_item(view: View, item: Any) -> dict[str, Any]:
    package = _package(view, item)
    return {
        "kicker": f"{view.s('proposal', n=package.number)} · {view.language.pick(package.title)}",
        "text": view.language.pick(item.summary),
        "marks": [assessed(item)],
        "facts": [
            {"label": view.s("facet-addressee"), "value": view.names("actors", item.addressees)},
            {
                "label": view.s("facet-later"),
                "value": view.s(f"later-{_yes_no(bool(item.later_development))}"),
            },
        ],
    }


PROPOSALS = Explorer(
    records=_proposal_items,
    facets=(
        Facet("package", lambda v, i: [_package(v, i).id], _named("proposals"), by_value=1, open=True),
        Facet("addressee", _of("addressees"), _named("actors"), open=True),
        Facet("theme", _of("themes"), _named("themes")),
        Facet("article", _of("related_articles"), lambda v, value: v.s("article", n=value), by_value=1),
        Facet("standing", lambda _, i: [assessed(i)], _word("status")),
        Facet("later", lambda _, i: [_yes_no(bool(i.later_development))], _word("later")),
    ),
    item=_proposal_item,
)

EXPLORERS = {
    "recommendations": RECOMMENDATIONS,
    "members": MEMBERS,
    "statements": STATEMENTS,
    "proposals": PROPOSALS,
}
