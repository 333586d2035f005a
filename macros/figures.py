"""The numbers in a text, in one form for both languages: 1,5 is 1.5, 267 500 is 267,500, and tredje is third."""

from __future__ import annotations

import re
from dataclasses import dataclass

GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)")
SHORT_PERIOD = re.compile(r"(?<![\w-])((?:19|20)(\d\d))[–/-](\d\d)\b(?![–/-]?\d)")
FIGURE = re.compile(r"(?<![A-Za-z]-)(?<!\d)\d+(?:[.,]\d+)*")  # not the name COVID-19
HIGHEST_WORD = 99


@dataclass(frozen=True)
class Numerals:
    """How a language writes numbers. ``|`` stands between the words for one number, each of them a beginning."""

    decimal: str
    thousands: str
    words: tuple[str, ...]
    """For 0 to 19."""
    tens: tuple[str, ...]
    """For 20, 30 and so on."""
    joint: str
    """Between tens and ones."""

    def figures(self, text: str) -> set[str]:
        """The numbers that stand in a text as digits."""
        text = GROUPED.sub(lambda match: re.sub(r"\D", "", match[0]), text)
        text = SHORT_PERIOD.sub(_whole_period, text)
        return {figure for match in FIGURE.finditer(text) for figure in self._plain(match[0])}

    def _plain(self, written: str) -> list[str]:
        if re.fullmatch(rf"\d{{1,3}}(?:\{self.thousands}\d{{3}})+", written):
            return [written.replace(self.thousands, "")]
        if re.fullmatch(rf"\d+\{self.decimal}\d+", written):
            return [written.replace(self.decimal, ".")]
        return [re.sub(r"^0+(?=\d)", "", part) for part in written.split(",")]

    def spells(self, text: str, figure: str) -> bool:
        """Whether a number up to 99 stands in a text as a word."""
        if not figure.isdigit() or (number := int(figure)) > HIGHEST_WORD:
            return False
        words = self.words[number] if number < len(self.words) else self._with_tens(*divmod(number, 10))
        return bool(re.search(rf"\b(?:{words})", text, re.IGNORECASE))

    def _with_tens(self, tens: int, ones: int) -> str:
        word = self.tens[tens - 2]
        return f"(?:{word}){self.joint}(?:{self.words[ones]})" if ones else word


def _whole_period(match: re.Match[str]) -> str:
    """Both years of a period whose last is shortened; what only looks like one stays (2018-06)."""
    first, last = match[2], match[3]
    return f"{match[1]} {match[1][:2]}{last}" if last > first else match[0]


NUMERALS = {
    "nb": Numerals(
        decimal=",",
        thousands=".",
        words=(
            *("null|ingen", "én|en|ei|ett|første|eneste", "to|begge|andre|annen|halv", "tre|tredj", "fire|fjerde"),
            *("fem", "seks|sjette", "sju|syv", "åtte", "ni", "ti", "elleve|ellevte", "tolv", "tretten", "fjorten"),
            *("femten", "seksten", "sytten", "atten", "nitten"),
        ),
        tens=("tjue|tyve", "tretti|tredve", "førti", "femti", "seksti", "sytti", "åtti", "nitti"),
        joint="",
    ),
    "en": Numerals(
        decimal=".",
        thousands=",",
        words=(
            *("zero|no", "one|first|single|once|only", "two|second|both|twice|half", "three|third", "four|quarter"),
            *("five|fifth", "six", "seven", "eight", "nine|ninth", "ten", "eleven", "twelve|twelfth", "thirteen"),
            *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
        ),
        tens=("twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet"),
        joint="y-",
    ),
}
"""By the code of the language."""
