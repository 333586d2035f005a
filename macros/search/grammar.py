"""How words are cut and brought to a common form. The browser gets the same tables, so both cut alike."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

LETTERS = {"ø": "o", "æ": "ae", "đ": "d", "ŧ": "t", "ŋ": "n", "ß": "ss", "ł": "l"}
SOFT_HYPHEN, FIRST_ACCENT, LAST_ACCENT = 0xAD, 0x300, 0x36F
PLAIN = str.maketrans(LETTERS) | dict.fromkeys((SOFT_HYPHEN, *range(FIRST_ACCENT, LAST_ACCENT + 1)))
WORD = re.compile(r"[a-z\u00df-\u024f\u0370-\u1fff\u3040-\ud7ff]+|[0-9]+(?:-[0-9]+)*")
OWNER = re.compile(r"['’]s\b")
SHORTEST_STEM = 3
SHORTEST_ROOT = 5
"""A derived word is only cut when at least this many letters stay: «ordning» is not «ord»."""
SHORTEST_COMPOUND = 7
SHORTEST_PART = 3


def fold(text: str) -> str:
    """Small letters without accents: «Genève» is found by "geneve", «høre» by "hore"."""
    small = text.lower()
    plain = small if small.isascii() else unicodedata.normalize("NFD", small).translate(PLAIN)
    return OWNER.sub("", plain)


def words(text: str) -> list[str]:
    """The folded words and numbers of a text, in order; letters and digits part («35a» is two), «5-6» is one."""
    return WORD.findall(fold(text))


@dataclass(frozen=True, eq=False)
class Grammar:
    """What the search knows of a language: which words carry no meaning, and which endings words take."""

    stop: frozenset[str]
    derivations: tuple[str, ...]
    inflections: tuple[str, ...]
    last: tuple[str, ...]
    """Letters that go when they are left at the end, one after the other."""
    kept: tuple[str, ...] = ()
    """Ends that only look like inflections."""
    respellings: tuple[tuple[str, str], ...] = ()
    """How the other written form of the language (Nynorsk) spells, and how this one does."""
    joints: tuple[str, ...] = ()
    """What may stand between the parts of a compound; none: the language writes its compounds apart."""

    @functools.cache  # noqa: B019 - there are two grammars, and they live as long as the program
    def stem(self, word: str) -> str:
        """What the forms of a folded word have in common, without a doubled letter at its end."""
        if len(word) <= SHORTEST_STEM or word[0].isdigit() or word.endswith(self.kept):
            return word
        word = _cut(_cut(word, self.inflections, SHORTEST_STEM), self.derivations, SHORTEST_ROOT)
        for letter in self.last:
            word = _cut(word, (letter,), SHORTEST_STEM)
        return word[:-1] if len(word) > SHORTEST_STEM and word[-1] == word[-2] else word

    @functools.cache  # noqa: B019 - as above; each text is looked at twice
    def stems(self, text: str) -> tuple[str, ...]:
        """The stems of a text, in order, without the words that carry no meaning."""
        return tuple(self.stem(word) for word in words(text) if word not in self.stop)

    def parts(self, stem: str, known: Mapping[str, int]) -> Iterator[str]:
        """The stems that a compound is made of, and theirs in turn: «barnekonvensjon» is barn and konvensjon.

        ``known`` are the stems of the language with the number of times they occur.
        """
        splits = []
        if self.joints and len(stem) >= SHORTEST_COMPOUND:
            for cut in range(SHORTEST_PART + 1, len(stem) - SHORTEST_PART + 1):
                tail = stem[cut:]
                if tail not in known or tail in self.stop:
                    continue
                for joint in self.joints:
                    head = stem[:cut].removesuffix(joint) if joint else stem[:cut]
                    if joint and not stem[:cut].endswith(joint):
                        continue
                    head = head if head in known else self.stem(head)
                    if len(head) > SHORTEST_PART and head in known:
                        splits.append((min(len(head), len(tail)), -len(joint), head, tail))
        if splits:
            *_, head, tail = max(splits)
            for part in (head, tail):
                yield part
                yield from self.parts(part, known)

    def tables(self) -> dict[str, Any]:
        """The grammar as the browser reads it."""
        return {key: sorted(value) if key == "stop" else value for key, value in asdict(self).items()}


def _cut(word: str, endings: tuple[str, ...], shortest: int) -> str:
    """The word without the longest of the endings that leaves enough of it."""
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= shortest:
            return word[: -len(ending)]
    return word


def _longest_first(text: str) -> tuple[str, ...]:
    return tuple(sorted(text.split(), key=lambda ending: (-len(ending), ending)))


def _folded(text: str) -> frozenset[str]:
    return frozenset(words(text))


def _pairs(text: str) -> tuple[tuple[str, str], ...]:
    return tuple((one.partition(">")[0], one.partition(">")[2]) for one in text.split())


GRAMMARS = {
    "nb": Grammar(
        stop=_folded(
            "og i på til av er en et ei de det den som for med om at å ikke fra har ved kan skal blir bli var vi du "
            "jeg der hva hvem hvor hvordan hvorfor når hvilke hvilken så også men eller man må sin sitt sine seg dette "
            "denne disse noe noen etter kva kven korleis kvifor ikkje eit ein dei frå eller vere være"
        ),
        derivations=_longest_first("ning nad dom ering ert isering"),
        inflections=_longest_first(
            "a e en ens ene enes et ets er ers ar as ane anes ere eres erne ernes ende ande s es ede te erte"
        ),
        last=("e", "t"),
        respellings=_pairs("ei>e oy>o au>o jo>e leg>lig kv>hv kj>k gj>g sj>s u>o o>u a>o o>a e>i o>e"),
        joints=("", "s", "e"),
    ),
    "en": Grammar(
        stop=_folded(
            "the of and to in on at is are was be been by for with a an as or from that this these those it its does "
            "do did has have had what which who whom whose where when why how not can should must may about into they "
            "their them there we you i my your"
        ),
        derivations=_longest_first("ation ational ative ate at ity it al"),
        inflections=_longest_first("s es ies ed ied ing er ers ren ings"),
        last=("e", "y"),
        kept=("ss", "us", "is"),
    ),
}
