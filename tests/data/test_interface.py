"""The words of the interface are those that templates and Python ask for: none is missing, none is left over."""

import re
from itertools import chain
from typing import get_args

import pytest

from macros.facets import EXPLORERS
from macros.model import COLLECTIONS
from macros.model.base import Basis
from macros.model.convention import GeneralComment, Norway
from macros.model.enoc import Conference, Member, Statement
from macros.model.implementation import Programme
from macros.model.norway import Function, Gap, Slide
from macros.model.practice import SystemPart
from macros.model.recommendations import Background, Document, Mention, Recommendation, ReportedStatus
from macros.model.setting_up import WhereNorwayStands
from macros.model.vocabulary import Actor, Instrument, Source
from macros.pages import SECTIONS
from macros.render import SEEDS, TEMPLATES


def literals(model, field):
    """The values that a field may have."""

    def of(annotation):
        for argument in get_args(annotation):
            if isinstance(argument, str):
                yield argument
            else:
                yield from of(argument)

    return set(of(model.model_fields[field].annotation))


def written(real, collection, field):
    """The values that a field has: for fields that are lists of words."""
    return {value for record in real.all(collection) for value in getattr(record, field)}


COMPONENTS = (TEMPLATES / "components.html").read_text(encoding="utf-8")
YES_NO = {"yes", "no"}
TRUE_FALSE = {"true", "false", "null"}
ONE_MANY = {"one", "many"}
SORTS = set(chain.from_iterable(explorer.sorts for explorer in EXPLORERS.values())) - {"default"}
STEPS = set(re.findall(r'/", "([a-z]+)"', (TEMPLATES / "path.html").read_text(encoding="utf-8")))
FACETS = {facet.id for explorer in EXPLORERS.values() for facet in explorer.facets}

# Each beginning that is completed by a value, and the values. {real} data where the model leaves them open.
COMPLETED = {
    "actor-kind-": lambda _: literals(Actor, "kind"),
    "assessed-": lambda _: literals(WhereNorwayStands, "status_basis") | {"null"},
    "attribution-": lambda _: literals(Source, "attribution"),
    "background-": lambda _: literals(Background, "kind"),
    "basis-": lambda _: set(get_args(Basis)) - {"seed"},
    "basis-seed-": lambda _: {"slides", *SEEDS.values()},
    "collection-": lambda _: set(COLLECTIONS),
    "complaints-": lambda _: TRUE_FALSE,
    "complaints-short-": lambda _: {*YES_NO, "not-found"},
    "conference-": lambda _: literals(Conference, "type"),
    "cycle-": lambda _: {"none", "this", "repeated", "raised"},
    "document-": lambda _: literals(Document, "kind"),
    "evidence-": lambda _: literals(Member, "membership_evidence"),
    "facet-": lambda _: FACETS,
    "filter-": lambda _: set(EXPLORERS),
    "functions-": lambda _: literals(Function, "group"),
    "functions-about-": lambda _: literals(Function, "group"),
    "gc-": lambda _: literals(GeneralComment, "status") - {"in-force", "adoption-not-confirmed"},
    "gaps-": lambda _: literals(Gap, "part"),
    "institution-type-": lambda _: literals(Member, "institution_type"),
    "instrument-": lambda _: literals(Instrument, "kind"),
    "kind-": lambda _: literals(Recommendation, "kind") | set(SECTIONS),
    "later-": lambda _: YES_NO,
    "law-status-": lambda real: {i.status[:-11] for i in real.all("instruments") if i.status},
    "measure-": lambda real: written(real, "recommendations", "measure_types"),
    "membership-": lambda _: literals(Member, "membership") | {"null", "unconfirmed"},
    "mention-": lambda _: literals(Mention, "kind"),
    "n-found-": lambda _: ONE_MANY,
    "n-recommendations-": lambda _: ONE_MANY,
    "norway-took-part-": lambda _: TRUE_FALSE,
    "notice-": lambda _: {"partial", "not-confirmed", "not-known", "conflict", "note"},
    "office-founded-": lambda _: {"first", "plain"},
    "partial-": lambda _: {"none", *ONE_MANY},
    "programme-kind-": lambda _: literals(Programme, "kind"),
    "reported-": lambda _: literals(ReportedStatus, "value"),
    "rests-on-": lambda _: ONE_MANY,
    "role-": lambda real: written(real, "slides", "roles"),
    "section-": lambda _: {path.strip("/").replace("/", "-") for path in chain.from_iterable(SECTIONS.values())},
    "slides-": lambda _: literals(Slide, "group"),
    "sort-": lambda _: SORTS | {f"{name}-default" for name in EXPLORERS},
    "statement-type-": lambda _: literals(Statement, "type"),
    "status-": lambda _: set(re.findall(r'"([a-z-]+)":', re.search(r"set signs = \{(.*?)\}", COMPONENTS)[1])),
    "step-": lambda _: STEPS,
    "step-about-": lambda _: STEPS - {"what", "visit"},
    "system-": lambda _: literals(SystemPart, "branch"),
    "system-way-": lambda real: {part.id for part in real.all("system") if part.complaints},
    "subject-": lambda _: literals(Slide, "sub_group"),
    "norway-step-": lambda _: {field.replace("_", "-") for field in Norway.model_fields},
    "unit-": lambda _: set(EXPLORERS),
    "urgent-": lambda _: {*YES_NO, "not-found"},
}
# How templates and Python ask: for a whole key (or one of two), or for a beginning that is completed.
KEY = r"[a-z0-9]+(?:-[a-z0-9]+)*"
ASKED = re.compile(
    rf"""(?:\bs|\bboth|\bstring|\bview\.s|\bv\.s)\(\s*f?["'](?P<key>{KEY}-?)(?P<more>["']\s*[~+]|\{{|["'](?=[,)]))"""
    rf"""|interface\[f?["'](?P<named>{KEY}-?)(?P<named_more>["']\s*\+|\{{|["'])"""
    rf"""|\bs\("(?P<one>{KEY})" if [^()"]+ else "(?P<other>{KEY})"\)"""
    rf"""|\bworded",\s*"(?P<worded>{KEY}-)"|\b_word\("(?P<word>{KEY})"\)"""
)


@pytest.fixture(scope="module")
def asked(real_root):
    """The keys and the beginnings that are asked for, each with the file that asks."""
    keys, beginnings = {}, {}
    for path in sorted((real_root / "macros").rglob("*")):
        if path.suffix not in (".py", ".html", ".xml", ".txt"):
            continue
        name = path.relative_to(real_root).as_posix()
        for match in ASKED.finditer(path.read_text(encoding="utf-8")):
            key, more = match["key"] or match["named"], match["more"] or match["named_more"]
            if match["word"]:
                beginnings[f"{match['word']}-"] = name
            elif match["worded"]:
                beginnings[match["worded"]] = name
            elif match["one"]:
                keys[match["one"]] = keys[match["other"]] = name
            elif more in ('"', "'"):
                keys[key] = name
            else:
                beginnings[key] = name
    return keys, beginnings


def test_every_way_of_asking_is_understood(real_root, asked):
    """Every call of s() in a template, and every one in Python, gives a key or a beginning to this test."""
    keys, beginnings = asked
    assert len(keys) > 100
    for path in sorted((real_root / "macros" / "templates").rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        calls = re.findall(r"\b(?:s|both)\((?!key\b)[^)]", text)
        known = [match for match in ASKED.finditer(text) if not match["worded"]]
        assert len(calls) == len(known), f"{path.name}: a word is asked for in a way that this test does not know"
    assert set(beginnings) == set(COMPLETED), "the list of beginnings is not that of templates and Python"


def test_every_word_that_is_asked_for_is_there(real, asked):
    keys, beginnings = asked
    missing = {key: place for key, place in keys.items() if key not in real.interface}
    for beginning, place in beginnings.items():
        for value in COMPLETED[beginning](real):
            if beginning + value not in real.interface:
                missing[beginning + value] = place
    assert not missing


def test_no_word_is_left_over(real, asked):
    keys, _ = asked
    used = set(keys) | {beginning + value for beginning, values in COMPLETED.items() for value in values(real)}
    left_over = sorted(set(real.interface) - used)
    assert not left_over


def test_keys_are_small_letters_and_hyphens(real):
    assert not [key for key in real.interface if not re.fullmatch(KEY, key)]


def test_both_halves_are_filled_in_with_the_same_values(real):
    for key, pair in real.interface.items():
        named = [sorted(re.findall(r"\{(\w*)\}", half)) for half in (pair.nb, pair.en)]
        assert named[0] == named[1], key
