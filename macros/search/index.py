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

ONE_OF = {
    "actors",
    "assignments",
    "clusters",
    "conferences",
    "general-comments",
    "groups",
    "instruments",
    "meetings",
    "reports",
    "sources",
}
"""Collections without pages of their own for which the interface has a word for one."""
PLACE = "search/index"
SHARD = 12_000
"""Letters of a file of words: a word needs one such file."""
TEXTS = 12
"""Things in a file of texts."""

# How much a word counts, by where it stands.
TITLE, NAME, TOPIC, DESCRIPTION, HEADING, LINE, CITED = 8.0, 5.0, 4.0, 3.0, 2.5, 1.0, 4.0
TWIN, TRANSLATED = 0.5, 0.85
"""A word, and a whole name, of the other language."""
CALLED, ABOUT = 0.95, 0.75
"""Another name of a thing, and a name of its subject, against its title."""
PART = 0.45
"""A part of a compound."""
SATURATION, LENGTH = 2.5, 0.6
FULL = 255
ALL = 100
ANCHORED = 0.8
"""A thing on a page of others, against a page of its own."""
PRIORS = {"sources": 0.4, "glossary": 0.65, "gaps": 0.5, "slides": 0.55, "mentions": 0.6, "conflicts": 0.6}
"""What readers seldom want first."""
PARTLY = 0.7
"""A part of a record."""
LINKED, MOST_LINKED = 0.06, 8.0
"""What many pages lead to comes before what few lead to."""


@dataclass
class Weights:
    """The weights of the words of one unit, and how much of one of its names each word is."""

    rarity: dict[str, float]
    words: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    shares: dict[str, float] = field(default_factory=dict)

    def add(self, stems: tuple[str, ...], weight: float) -> None:
        """Add words by where they stand."""
        for stem in stems:
            self.words[stem] += weight

    def name(self, stems: tuple[str, ...], weight: float, share: float) -> None:
        """Add the words of a name, which is worth ``share`` when the reader types the whole of it."""
        self.add(stems, weight)
        whole = sum(self.rarity.get(stem, 1.0) for stem in set(stems))
        for stem in stems:
            self.shares[stem] = max(self.shares.get(stem, 0.0), share * self.rarity.get(stem, 1.0) / whole)

    def take_names(self, unit: Unit, grammar: Grammar, factor: float, share: float) -> None:
        """Add what a unit is called and said to be: its own, and those of its twin in the other language for less."""
        self.name(grammar.stems(unit.title), TITLE * factor, share)
        for text in dict.fromkeys(unit.names):
            if text != unit.title:
                self.name(grammar.stems(text), NAME * factor, share * CALLED)
        for text in dict.fromkeys(unit.topics):
            self.name(grammar.stems(text), TOPIC * factor, share * ABOUT)
        self.add(grammar.stems(unit.description), DESCRIPTION * factor)

    def take_text(self, unit: Unit, grammar: Grammar) -> None:
        """Add where a unit is cited and what stands in it."""
        self.name(grammar.stems(unit.place), CITED, 1.0)
        for text in unit.headings:
            self.add(grammar.stems(text), HEADING)
        for text in (unit.mark, *unit.lines):
            self.add(grammar.stems(text), LINE)

    def take_parts(self, parts: dict[str, tuple[str, ...]]) -> None:
        """Add the parts of compounds."""
        for stem, weight in list(self.words.items()):
            share = self.shares.get(stem, 0.0) * PART
            for part in parts.get(stem, ()):
                self.words[part] += weight * PART
                if share:
                    self.shares[part] = max(self.shares.get(part, 0.0), share)


def write_search(dataset: Dataset, site: Path, names: dict[str, str]) -> None:
    """Write the index of each language beside its search page. ``names`` are the names of the two sites."""
    found = {code: units(dataset, site, language, names[code]) for code, language in LANGUAGES.items()}
    others = twins(found)
    for code, language in LANGUAGES.items():
        write_index(dataset, language, found[code], others[code], site / code / PLACE)


def write_index(dataset: Dataset, language: Language, found: list[Unit], others: dict[str, Unit], folder: Path) -> None:
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
    files: dict[str, Any] = {f"words-{number}": list(shard.values()) for number, shard in enumerate(shards)}
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
    weighed, lengths = [], []
    for unit in found:
        weights = Weights(rarity)
        weights.take_names(unit, grammar, 1.0, 1.0)
        weights.take_text(unit, grammar)
        lengths.append(sum(weights.words.values()))
        if twin := others.get(unit.address):
            weights.take_names(twin, other, TWIN, TRANSLATED)
        weights.take_parts(parts)
        weighed.append(weights)
    mean = sum(lengths) / max(1, len(lengths))
    postings: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for number, (unit, weights, length) in enumerate(zip(found, weighed, lengths, strict=True)):
        prior, kind_prior = _prior(unit), PRIORS.get(unit.kind, 1.0)
        damp = SATURATION * (1 - LENGTH + LENGTH * length / mean)
        for stem, weight in weights.words.items():
            impact = max(1, min(FULL, round(FULL * prior * weight / (weight + damp))))
            share = weights.shares.get(stem, 0.0) * kind_prior
            postings[stem].append((number, impact, round(ALL * share)))
    return dict(sorted(postings.items()))


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
    """What a result shows: address, title, kind, the lines in which the words may stand, the title's language."""
    kind = " · ".join(filter(None, (language.pick(_hit_name(dataset, unit)), unit.mark)))
    lines = [unit.description.partition(": ")[2] or unit.description] if unit.kind != PAGES else [unit.description]
    shown = [unit.address, unit.title, kind, list(dict.fromkeys(filter(None, (*lines, *unit.lines))))]
    return [*shown, unit.lang] if unit.lang else shown


def _kind_name(dataset: Dataset, kind: str) -> Text:
    """What all of a kind are called."""
    return dataset.interface["search-pages"] if kind == PAGES else dataset.interface[f"collection-{kind}"]


def _hit_name(dataset: Dataset, unit: Unit) -> Text:
    """What one of a kind is called, where there is a word for it."""
    if unit.kind == PAGES:
        return dataset.interface["search-page"]
    return dataset.interface.get(f"kind-{unit.variety}") or dataset.called(unit.kind)


def spelling(found: list[Unit], grammar: Grammar, postings: Iterable[str]) -> list[str]:
    """For each stem, the commonest word that has it, as it is written: what is offered when nothing is found."""
    written = Counter(
        word.strip("«»()[].,;:!?–\"'").lower() for unit in found for text in _all_texts(unit) for word in text.split()
    )
    commonest: dict[str, str] = {}
    for word in sorted(written, key=lambda word: (-written[word], word)):
        if word.isalpha() and len(stems := grammar.stems(word)) == 1:
            commonest.setdefault(stems[0], word)
    return [commonest.get(stem, "") for stem in postings]


def _json(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
