"""Which country of the map shows what. The map and the list of offices share facets, so they cannot disagree."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

from macros.dataset import Dataset
from macros.facets import EXPLORERS, Facet, Strings, View
from macros.language import Language

OUTLINES = Path(__file__).parent / "europe.json"
MIXED = "mixed"
PATTERNS = {
    "complaints": {"yes": "solid", "no": "stripes", "not-found": "dots"},
    "type": {
        "separate-childrens-institution": "solid",
        "part-of-general-ombudsman": "stripes",
        "part-of-nhri": "dots",
    },
    "membership": {"full": "solid", "null": "stripes", "unconfirmed": "dots", "associate": "bars", "former": "lines"},
}
"""The facets that can be mapped, the first one first, and the pattern of each value: never colour alone."""
MIXED_PATTERN = "cross"


@cache
def outlines() -> dict[str, Any]:
    """The drawn map: see draw.py."""
    data: dict[str, Any] = json.loads(OUTLINES.read_text(encoding="utf-8"))
    return data


def build_europe(ds: Dataset, language: Language, s: Strings, page: str) -> dict[str, Any]:
    """The countries of the map with what each shows, and the legend of each facet, as the template takes them.

    ``page`` is the address of the list of offices. A country with one office leads to the office, one with several to
    ``address``, the list filtered. Raises LookupError for a country without outline or a value without pattern.
    """
    view = View(ds, language, s, href=lambda _: "")
    explorer = EXPLORERS["members"]
    facets = [next(facet for facet in explorer.facets if facet.id == id_) for id_ in PATTERNS]
    offices: dict[str, list[Any]] = {}
    for member in explorer.records(view):
        offices.setdefault(member.country, []).append(member)
    countries = [_country(view, facets, code, members, page) for code, members in offices.items()]
    return {
        "countries": countries,
        "facets": [_legend(view, facet, countries, page) for facet in facets],
        "outlines": outlines(),
        "others": "".join(path for code, path in outlines()["countries"].items() if code not in offices),
    }


def _country(view: View, facets: list[Facet], code: str, members: list[Any], page: str) -> dict[str, Any]:
    values = {facet.id: _shared(facet, view, members) for facet in facets}
    drawn = outlines()
    if code not in drawn["countries"]:
        raise LookupError(f"the map has no outline for {code}: add it to COUNTRIES in macros/geography/draw.py")
    return {
        "code": code,
        "name": view.language.pick(members[0].country_name),
        "members": members,
        "address": f"{page}?country={code}#{members[0].id}",
        "path": drawn["countries"][code],
        "marker": drawn["markers"].get(code),
        "values": values,
        "told": {
            facet.id: view.s("map-mixed") if value == MIXED else facet.label(view, value)
            for facet, value in zip(facets, values.values(), strict=True)
        },
        "patterns": {facet: pattern_of(facet, value) for facet, value in values.items()},
    }


def _shared(facet: Facet, view: View, members: list[Any]) -> str:
    """The value that all offices of a country have, or that they differ."""
    found = {value for member in members for value in facet.values(view, member)}
    return found.pop() if len(found) == 1 else MIXED


def pattern_of(facet: str, value: str) -> str:
    """The pattern that shows a value. Raises KeyError when none was chosen for it."""
    return MIXED_PATTERN if value == MIXED else PATTERNS[facet][value]


def _legend(view: View, facet: Facet, countries: list[dict[str, Any]], page: str) -> dict[str, Any]:
    """What the patterns mean, how many countries have each, and where the list shows their offices.

    ``odd`` are offices in countries whose offices differ: the map cannot show them, so the legend names them.
    """
    names: dict[str, list[str]] = {}
    odd: dict[str, list[str]] = {}
    for country in countries:
        names.setdefault(country["values"][facet.id], []).append(country["name"])
        for member in country["members"] if country["values"][facet.id] == MIXED else ():
            office = view.language.pick(member.region or member.label)
            odd.setdefault(facet.values(view, member)[0], []).append(f"{office} ({country['name']})")
    offices = Counter(value for country in countries for m in country["members"] for value in facet.values(view, m))
    order = [value for value in PATTERNS[facet.id] if value in {*names, *odd}] + ([MIXED] if MIXED in names else [])
    return {
        "id": facet.id,
        "label": view.s(f"facet-{facet.word}"),
        "entries": [
            {
                "label": view.s("map-mixed") if value == MIXED else facet.label(view, value),
                "pattern": pattern_of(facet.id, value),
                "countries": names.get(value, []),
                "odd": odd.get(value, []),
                "offices": offices[value],
                "address": "" if value == MIXED else f"{page}?{facet.id}={value}#members",
            }
            for value in order
        ],
    }
