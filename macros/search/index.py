"""Weighs the words of everything that can be found, and writes the index: a start file, word files, text files."""

from __future__ import annotations

import hashlib
import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from macros.dataset import Dataset
from macros.language import LANGUAGES, Language
from macros.model.base import Text
from macros.search.grammar import GRAMMARS, Grammar
from macros.search.units import KINDS, PAGES, Unit, twins, units

PLACE = "search/index"
SHARD = 12_000
"""Letters of a file of words: a word needs one such file."""
TEXTS = 12
"""Things in a file of texts."""

# How much a word counts, by where it stands.
TITLE, NAME, TOPIC, DESCRIPTION, HEADING, LINE, CITED = 8.0, 5.0, 4.0, 3.0, 2.5, 1.0, 4.0
TWIN = 0.5
"""A word of the other language, in title, names and description."""
PART = 0.45
"""A part of a compound."""
SATURATION, LENGTH = 2.5, 0.6
FULL = 255
ALL = 100
ANCHORED = 0.8
"""A thing on a page of others, against a page of its own."""
PRIORS = {"sources": 0.4, "gaps": 0.5, "slides": 0.55, "mentions": 0.6, "conflicts": 0.6}
"""What readers seldom want first."""
PARTLY = 0.7
"""A part of a record."""
LINKED, MOST_LINKED = 0.06, 8.0
"""What many pages lead to comes before what few lead to."""


@dataclass
class Weights:
    """The weights of the words of one unit, and how much of one of its names each word is."""

    words: Counter[str] = field(default_factory=Counter)
    shares: dict[str, float] = field(default_factory=dict)
    length: float = 0.0


def write_search(dataset: Dataset, site: Path, names: dict[str, str]) -> None:
    """Write the index of each language beside its search page. ``names`` are the names of the two sites."""
    found = {code: units(dataset, site, language, names[code]) for code, language in LANGUAGES.items()}
    others = twins(found)
    for code, language in LANGUAGES.items():
        write_index(dataset, language, found[code], others[code], site / code / PLACE)


def write_index(
    dataset: Dataset, language: Language, found: list[Unit], others: dict[str, Unit], folder: Path
) -> None:
    """Write the index of one language. The same input makes the same bytes."""
    grammar, other = GRAMMARS[language.code], GRAMMARS[language.other]
    postings = weigh(found, others, grammar, other)
    shards = list(_shards(postings))
    texts = [[_text(dataset, language, unit) for unit in found[at : at + TEXTS]] for at in range(0, len(found), TEXTS)]
    start = {
        "units": len(found),
        "texts": TEXTS,
        "kinds": _kinds(dataset, language, found),
        "grammars": [grammar.tables(), other.tables()],
        "words": [" ".join(shard) for shard in shards],
    }
    files = {f"words-{number}": list(shard.values()) for number, shard in enumerate(shards)}
    files |= {f"texts-{number}": chunk for number, chunk in enumerate(texts)}
    files["spelling"] = spelling(found, grammar, postings)
    written = {name: _json(content) for name, content in files.items()}
    start["version"] = hashlib.sha256("".join([_json(start), *written.values()]).encode()).hexdigest()[:12]
    folder.mkdir(parents=True)
    for name, content in (("start", _json(start)), *written.items()):
        (folder / f"{name}.json").write_text(content, encoding="utf-8")


def weigh(
    found: list[Unit], others: dict[str, Unit], grammar: Grammar, other: Grammar
) -> dict[str, list[tuple[int, int, int]]]:
    """For each stem, in order, the units it stands in: number, weight (1 to 255), share of a name (0 to 100)."""
    known = Counter(stem for unit in found for text in _all_texts(unit) for stem in set(grammar.stems(text)))
    known = Counter({stem: number for stem, number in known.items() if not stem[0].isdigit()})
    parts = {stem: tuple(dict.fromkeys(grammar.parts(stem, known))) for stem in sorted(known)}
    rarity = {stem: math.log(1 + len(found) / number) for stem, number in known.items()}
    weighed = []
    for unit in found:
        weights = Weights()
        _add(weights, unit, grammar, rarity, 1.0)
        weights.length = sum(weights.words.values())
        if twin := others.get(unit.address):
            _add(weights, twin, other, rarity, TWIN)
        for stem, weight in list(weights.words.items()):
            for part in parts.get(stem, ()):
                weights.words[part] += weight * PART
        for stem, share in list(weights.shares.items()):
            for part in parts.get(stem, ()):
                weights.shares[part] = max(weights.shares.get(part, 0.0), share * PART)
        weighed.append(weights)
    mean = sum(weights.length for weights in weighed) / max(1, len(weighed))
    postings: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for number, (unit, weights) in enumerate(zip(found, weighed, strict=True)):
        prior = _prior(unit)
        damp = SATURATION * (1 - LENGTH + LENGTH * weights.length / mean)
        for stem, weight in weights.words.items():
            impact = max(1, min(FULL, round(FULL * prior * weight / (weight + damp))))
            share = weights.shares.get(stem, 0.0) * PRIORS.get(unit.kind, 1.0)
            postings[stem].append((number, impact, round(ALL * share)))
    return dict(sorted(postings.items()))


def _add(weights: Weights, unit: Unit, grammar: Grammar, rarity: dict[str, float], factor: float) -> None:
    """Add the words of a unit. Of one in the other language (a factor below 1) only what names and describes it."""
    foreign = factor < 1

    def add(text: str, weight: float) -> list[str]:
        stems = grammar.stems(text)
        for stem in stems:
            weights.words[stem] += weight * factor
        return stems

    def name(text: str, weight: float, share: float) -> None:
        stems = set(add(text, weight))
        whole = sum(rarity.get(stem, 1.0) for stem in stems)
        for stem in stems:
            part = share * rarity.get(stem, 1.0) / whole
            weights.shares[stem] = max(weights.shares.get(stem, 0.0), part)

    name(unit.title, TITLE, 0.85 if foreign else 1.0)
    for text in dict.fromkeys(unit.names):
        if text != unit.title:
            name(text, NAME, 0.85 if foreign else 0.95)
    for text in dict.fromkeys(unit.topics):
        name(text, TOPIC, 0.65 if foreign else 0.75)
    add(unit.description, DESCRIPTION)
    if foreign:
        return
    if unit.place:
        name(unit.place, CITED, 1.0)
    for text in unit.headings:
        add(text, HEADING)
    for text in (unit.mark, *unit.lines):
        add(text, LINE)


def _prior(unit: Unit) -> float:
    """How likely a reader wants it, before we know the words."""
    where = PRIORS.get(unit.kind, PARTLY if unit.part else ANCHORED if "#" in unit.address else 1.0)
    return where * (1 + LINKED * min(MOST_LINKED, math.log2(1 + unit.links))) / (1 + LINKED * MOST_LINKED)


def _all_texts(unit: Unit) -> Iterator[str]:
    yield from (unit.title, *unit.names, *unit.topics, unit.description, *unit.headings, *unit.lines)


def _shards(postings: dict[str, list[tuple[int, int, int]]]) -> Iterator[dict[str, list[int]]]:
    """The words in order, in files of about the same size; the numbers of units as steps from one to the next."""
    shard: dict[str, list[int]] = {}
    size = 0
    for stem, entries in postings.items():
        flat, last = [], 0
        for number, impact, share in entries:
            flat += [number - last, impact, share]
            last = number
        length = len(_json(flat))
        if shard and size + length > SHARD:
            yield shard
            shard, size = {}, 0
        shard[stem] = flat
        size += length
    if shard:
        yield shard


def _kinds(dataset: Dataset, language: Language, found: list[Unit]) -> list[dict[str, Any]]:
    """The kinds that occur, each with its name and the number of its first unit."""
    first: dict[str, int] = {}
    for number, unit in enumerate(found):
        first.setdefault(unit.kind, number)
    return [
        {"id": kind, "name": language.pick(_kind_name(dataset, kind)), "from": first[kind]}
        for kind in KINDS
        if kind in first
    ]


def _text(dataset: Dataset, language: Language, unit: Unit) -> list[Any]:
    """What a result shows: address, title, kind, and the lines in which the words may stand."""
    kind = " · ".join(filter(None, (language.pick(_hit_name(dataset, unit)), unit.mark)))
    lines = [unit.description.partition(": ")[2] or unit.description] if unit.kind != PAGES else [unit.description]
    return [unit.address, unit.title, kind, list(dict.fromkeys(filter(None, (*lines, *unit.lines))))]


def _kind_name(dataset: Dataset, kind: str) -> Text:
    """What all of a kind are called."""
    return dataset.interface["search-pages"] if kind == PAGES else dataset.interface[f"collection-{kind}"]


def _hit_name(dataset: Dataset, unit: Unit) -> Text:
    """What one of a kind is called, where there is a word for it."""
    if unit.kind == PAGES:
        return dataset.interface["search-page"]
    for kind in (unit.variety, unit.kind):
        if f"kind-{kind}" in dataset.interface:
            return dataset.interface[f"kind-{kind}"]
    return _kind_name(dataset, unit.kind)


def spelling(found: list[Unit], grammar: Grammar, postings: Iterable[str]) -> list[str]:
    """For each stem, the commonest word that has it, as it is written: what is offered when nothing is found."""
    written: dict[str, Counter[str]] = defaultdict(Counter)
    for unit in found:
        for text in _all_texts(unit):
            for word in text.split():
                clean = word.strip("«»()[].,;:!?–\"'").lower()
                if clean.isalpha():
                    [*stems] = grammar.stems(clean)
                    if len(stems) == 1:
                        written[stems[0]][clean] += 1
    return [
        min(written[stem], key=lambda word: (-written[stem][word], word)) if stem in written else ""  # noqa: B023
        for stem in postings
    ]


def _json(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
