"""The words of the interface: which ones templates and Python ask for, and which of them data/interface.yml lacks."""

from __future__ import annotations

import difflib
import functools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any, get_args

from macros.claims import FIELDS
from macros.dataset import Dataset
from macros.facets import EXPLORERS
from macros.guidance import GUIDANCE
from macros.model import COLLECTIONS
from macros.model.base import Basis, Model
from macros.model.convention import GeneralComment, Norway
from macros.model.enoc import Conference, Member, Statement
from macros.model.follow_up import Meeting
from macros.model.glossary import Names
from macros.model.guidance import Mistake
from macros.model.implementation import Programme
from macros.model.norway import Function, Gap, Slide
from macros.model.practice import SystemPart
from macros.model.recommendations import Background, Document, Mention, Recommendation, ReportedStatus
from macros.model.setting_up import WhereNorwayStands
from macros.model.tracking import Features, OpenSource, StatusTracking, Tool
from macros.model.vocabulary import Actor, Instrument, Source
from macros.pages import SECTIONS
from macros.problems import Problem
from macros.render import SEEDS, TEMPLATES
from macros.search.index import ONE_OF

PACKAGE = Path(__file__).parent
INTERFACE = "data/interface.yml"
SOURCES = (".py", ".html", ".xml", ".txt")


def _literals(model: type[Model], name: str) -> set[str]:
    """The values that a field may have."""

    def of(annotation: Any) -> Iterator[str]:
        for argument in get_args(annotation):
            if isinstance(argument, str):
                yield argument
            else:
                yield from of(argument)

    return set(of(model.model_fields[name].annotation))


def _written(data: Dataset, collection: str, name: str) -> set[str]:
    """The values that a field has: for fields that are lists of words."""
    return {value for record in data.valid(collection) for value in getattr(record, name)}


SIGNS = "".join(re.findall(r"set signs = \{(.*?)\}", (TEMPLATES / "components.html").read_text(encoding="utf-8")))
YES_NO = {"yes", "no"}
TRUE_FALSE = {"true", "false", "null"}
ONE_MANY = {"one", "many"}
SORTS = set(chain.from_iterable(explorer.sorts for explorer in EXPLORERS.values())) - {"default"}
STEPS = set(re.findall(r'/", "([a-z]+)"', (TEMPLATES / "path.html").read_text(encoding="utf-8")))
FACETS = {facet.word for explorer in EXPLORERS.values() for facet in explorer.facets}

COMPLETED: dict[str, Callable[[Dataset], set[str]]] = {
    "actor-kind-": lambda _: _literals(Actor, "kind"),
    "assessed-": lambda _: _literals(WhereNorwayStands, "status_basis") | {"null"},
    "attribution-": lambda _: _literals(Source, "attribution"),
    "background-": lambda _: _literals(Background, "kind"),
    "claims-field-": lambda _: set(FIELDS),
    "basis-": lambda _: set(get_args(Basis)) - {"seed"},
    "basis-seed-": lambda _: {"slides", *SEEDS.values()},
    "calendar-meeting-": lambda _: _literals(Meeting, "status"),
    "collection-": lambda _: set(COLLECTIONS),
    "comment-place-": lambda _: ONE_MANY,
    "complaints-": lambda _: TRUE_FALSE,
    "complaints-short-": lambda _: {*YES_NO, "not-found"},
    "conference-": lambda _: _literals(Conference, "type"),
    "cycle-": lambda _: {"none", "this", "repeated", "raised"},
    "document-": lambda _: _literals(Document, "kind"),
    "evidence-": lambda _: _literals(Member, "membership_evidence"),
    "facet-": lambda _: FACETS,
    "filter-": lambda _: set(EXPLORERS),
    "found-": lambda _: _literals(Features, "open_source") | _literals(OpenSource, "value"),
    "functions-": lambda _: _literals(Function, "group"),
    "functions-about-": lambda _: _literals(Function, "group"),
    "gc-": lambda _: _literals(GeneralComment, "status") - {"in-force", "adoption-not-confirmed"},
    "guidance-": lambda _: set(GUIDANCE),
    "glossary-name-": lambda _: set(Names.model_fields),
    "gaps-": lambda _: _literals(Gap, "part"),
    "institution-type-": lambda _: _literals(Member, "institution_type"),
    "instrument-": lambda _: _literals(Instrument, "kind"),
    "kind-": lambda _: _literals(Recommendation, "kind") | set(SECTIONS) | ONE_OF,
    "later-": lambda _: YES_NO,
    "law-status-": lambda data: {i.status[:-11] for i in data.valid("instruments") if i.status},
    "measure-": lambda data: _written(data, "recommendations", "measure_types"),
    "mistake-": lambda _: _literals(Mistake, "kind"),
    "meeting-": lambda _: _literals(Meeting, "status"),
    "membership-": lambda _: _literals(Member, "membership") | {"null", "unconfirmed"},
    "mention-": lambda _: _literals(Mention, "kind"),
    "n-found-": lambda _: ONE_MANY,
    "n-must-act-": lambda _: ONE_MANY,
    "n-recommendations-": lambda _: ONE_MANY,
    "norway-took-part-": lambda _: TRUE_FALSE,
    "notice-": lambda _: {"partial", "not-confirmed", "not-known", "conflict", "note"},
    "office-founded-": lambda _: {"first", "plain"},
    "partial-": lambda _: {"none", *ONE_MANY},
    "programme-kind-": lambda _: _literals(Programme, "kind"),
    "reported-": lambda _: _literals(ReportedStatus, "value"),
    "rests-on-": lambda _: ONE_MANY,
    "role-": lambda data: _written(data, "slides", "roles"),
    "section-": lambda _: {path.strip("/").replace("/", "-") for path in chain.from_iterable(SECTIONS.values())},
    "seed-fact-": lambda _: _literals(Meeting, "seed_facts"),
    "slides-": lambda _: _literals(Slide, "group"),
    "sort-": lambda _: SORTS | {f"{name}-default" for name in EXPLORERS},
    "statement-type-": lambda _: _literals(Statement, "type"),
    "status-": lambda _: set(re.findall(r'"([a-z-]+)":', SIGNS)),
    "step-": lambda _: STEPS,
    "step-about-": lambda _: STEPS - {"what", "visit"},
    "system-": lambda _: _literals(SystemPart, "branch"),
    "system-way-": lambda data: {part.id for part in data.valid("system") if part.complaints},
    "subject-": lambda _: _literals(Slide, "sub_group"),
    "tool-has-": lambda _: {field.replace("_", "-") for field in Features.model_fields},
    "tool-missing-": lambda _: _literals(Tool, "stage"),
    "tracking-": lambda _: _literals(StatusTracking, "value"),
    "norway-step-": lambda _: {field.replace("_", "-") for field in Norway.model_fields},
    "unit-": lambda _: set(EXPLORERS),
    "urgent-": lambda _: {*YES_NO, "not-found"},
}
"""Each beginning that is completed by a value, and the values: of the data where the model leaves them open."""
# How templates and Python ask: for a whole key (or one of two), or for a beginning that is completed.
KEY = r"[a-z0-9]+(?:-[a-z0-9]+)*"
ASKED = re.compile(
    rf"""(?:\bs|\bboth|\bstring|\bview\.s|\bv\.s)\(\s*f?["'](?P<key>{KEY}-?)(?P<more>["']\s*[~+]|\{{|["'](?=[,)]))"""
    rf"""|interface\[f?["'](?P<named>{KEY}-?)(?P<named_more>["']\s*\+|\{{|["'])"""
    rf"""|\bs\("(?P<one>{KEY})" if [^()"]+ else "(?P<other>{KEY})"\)"""
    rf"""|\bworded",\s*"(?P<worded>{KEY}-)"|\b_word\("(?P<word>{KEY})"\)"""
)


@dataclass(frozen=True)
class Asked:
    """What is asked for, each with the file that asks: whole keys, and beginnings that a value completes."""

    keys: dict[str, str] = field(default_factory=dict)
    beginnings: dict[str, str] = field(default_factory=dict)

    def all(self, data: Dataset) -> dict[str, str]:
        """Every key, beginnings completed, with the file that asks for it."""
        completed = {
            beginning + value: file
            for beginning, file in self.beginnings.items()
            for value in COMPLETED[beginning](data)
        }
        return self.keys | completed


@functools.cache
def asked() -> Asked:
    """Reads the templates and the Python of this package."""
    found = Asked()
    for path in sorted(path for path in PACKAGE.rglob("*") if path.suffix in SOURCES):
        for match in ASKED.finditer(path.read_text(encoding="utf-8")):
            _take(match, path.relative_to(PACKAGE.parent).as_posix(), found)
    return found


def _take(match: re.Match[str], file: str, found: Asked) -> None:
    key, more = match["key"] or match["named"], match["more"] or match["named_more"]
    if match["word"] or match["worded"]:
        found.beginnings[match["worded"] or f"{match['word']}-"] = file
    elif match["one"]:
        found.keys[match["one"]] = found.keys[match["other"]] = file
    elif more in ('"', "'"):
        found.keys[key] = file
    else:
        found.beginnings[key] = file


def missing(data: Dataset) -> Iterator[Problem]:
    """One problem for each word that is asked for and does not stand in the interface, if that could be read."""
    wanted = asked().all(data)
    unused = sorted(set(data.interface) - set(wanted))
    for key, file in wanted.items():
        if data.interface and key not in data.interface:
            near = difflib.get_close_matches(key, unused, n=1)
            fix = f'perhaps "{near[0]}" is this key, misspelt' if near else f'add "{key}: {{nb: ..., en: ...}}"'
            yield Problem(INTERFACE, 1, "interface", key, "nothing", f"this key, which {file} asks for", fix)
