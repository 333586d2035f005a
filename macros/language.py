"""The one place where Norwegian and English differ in form: dates, numbers, hard and thin spaces."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from macros.model.base import Text, Words, period

HARD, THIN = "\u00a0", "\u202f"
GROUPED_FROM = 10_000
FULL_DATE, YEAR_AND_MONTH = len("2018-06-01"), len("2018-06")
LARGE_NUMBER = re.compile(r"(?<![\d.,/-])\d{1,3}(?: \d{3})+(?![\d/-])")
PLACE = re.compile(r"\{(\w+)\}")
SECTION = re.compile(r"(§+) (?=\d)")


@dataclass(frozen=True)
class Language:
    """A language of the site. ``thousands`` separates groups of digits; ``day_format`` takes day, month and year."""

    code: str
    other: str
    months: tuple[str, ...]
    day_format: str
    thousands: str
    kept_together: re.Pattern[str]
    letters: dict[str, str] = field(default_factory=dict)
    """Letters that sort as others: the last three of the Norwegian alphabet come after z."""
    place_words: re.Pattern[str] = re.compile(r"(?!)")
    """Words by which a place in a source ("second paragraph", "siste lysbilde") is known to be in this language."""

    def pick(self, pair: Text) -> str:
        """The half of a pair in this language, typeset."""
        return self.typeset(getattr(pair, self.code))

    def foreign(self, record: object) -> str:
        """The language of a record's title (of its first half: ``nb/nn``) when it is not this one; empty otherwise."""
        lang = str(getattr(record, "lang", self.code)).partition("/")[0]
        return "" if lang == self.code else lang

    def words(self, pair: Words) -> list[str]:
        """The list of words in this language."""
        return list(getattr(pair, self.code))

    def typeset(self, text: str) -> str:
        """Sets hard spaces after § and between an abbreviation or day and its number, thin ones in large numbers."""
        text = SECTION.sub(rf"\1{HARD}", text)
        text = self.kept_together.sub(lambda match: match[0].replace(" ", HARD), text)
        return LARGE_NUMBER.sub(lambda match: match[0].replace(" ", THIN), text)

    def alphabetical(self, text: str) -> tuple[int, ...]:
        """A key that sorts text as a dictionary of this language does: å last in Norwegian, as a in English."""
        folded = "".join(self.letters.get(letter, letter) for letter in text.casefold())
        plain = "".join(letter for letter in unicodedata.normalize("NFD", folded) if not unicodedata.combining(letter))
        return tuple(map(ord, plain))

    def number(self, value: int) -> str:
        """A number with its digits in groups from 10 000 up (1981 is written so)."""
        return f"{value:,}".replace(",", self.thousands) if abs(value) >= GROUPED_FROM else str(value)

    def day(self, date: str) -> str:
        """A date or a period of the data (``2018-06-01``, ``2003-10-15/17``, ``2020/2021``) as readers write it."""
        first, last = period(date)
        if first == last:
            return self._date(first)
        if len(first) == FULL_DATE and first[:YEAR_AND_MONTH] == last[:YEAR_AND_MONTH]:
            days = self._day_number(first), self._day_number(last)
            return self._date(last).replace(days[1], f"{days[0]}–{days[1]}", 1)
        return f"{self._date(first)} – {self._date(last)}" if "-" in date else f"{first}–{last}"

    def _date(self, date: str) -> str:
        if "-" not in date:
            return date
        parts = date.split("-")
        month = self.months[int(parts[1]) - 1]
        if len(date) == YEAR_AND_MONTH:
            return f"{month} {parts[0]}"
        return self.day_format.format(day=int(parts[2]), month=month, year=parts[0])

    def _day_number(self, date: str) -> str:
        return self.day_format.format(day=int(date[-2:]), month="", year="").split(HARD)[0]


def fill_in(text: str, values: Mapping[str, object]) -> str:
    """A text of the interface with its values in place of {n} and the like. Raises KeyError for an unknown one.

    Only names are filled in: with str.format a text could ask for what lies behind a value.
    """
    return PLACE.sub(lambda place: str(values[place[1]]), text)


def language_of(place: str) -> str:
    """The language in which a place in a source is given; empty where it tells nothing (§ 3) or mixes the two."""
    found = [code for code, language in LANGUAGES.items() if language.place_words.search(place)]
    return found[0] if len(found) == 1 else ""


NB_MONTHS = (
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
)
EN_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
LANGUAGES = {
    "nb": Language(
        code="nb",
        other="en",
        months=NB_MONTHS,
        day_format=f"{{day}}.{HARD}{{month}} {{year}}",
        thousands=THIN,
        kept_together=re.compile(
            rf"\b(?:\d{{1,2}}\. (?:{'|'.join(NB_MONTHS)})"
            r"|(?:nr\.|art\.|[Aa]rtikkel|[Pp]unkt|GC|kapittel|bokstav|kl\.) (?=\w))"
        ),
        place_words=re.compile(
            r"\b(?:"
            r"av|avsnitt|bokstav|brev|deltakere|det|forslag|fra|hele|høringen|innledning|kap|kapittel|ledd|"
            r"merknader|møte|nr|og|om|oppgave|på|punkt|side|siste|sist|steg|tabell|tiltak|tittel|til|vedlegg"
            r")\b",
            re.IGNORECASE,
        ),
        letters={"æ": "{a", "ä": "{a", "ø": "{b", "ö": "{b", "å": "{c"},
    ),
    "en": Language(
        code="en",
        other="nb",
        months=EN_MONTHS,
        day_format=f"{{day}}{HARD}{{month}} {{year}}",
        thousands=",",
        kept_together=re.compile(
            rf"\b(?:\d{{1,2}} (?:{'|'.join(EN_MONTHS)})"
            r"|(?:No\.|art\.|[Aa]rticle|GC|[Pp]aras?\.|[Ss]ection|chapter) (?=\w))"
        ),
        place_words=re.compile(
            r"\b(?:"
            r"abstract|after|amendment|and|annex|announcement|areas|article|bullet|chapter|comment|cover|"
            r"current|date|dates|description|document|english|entry|extract|fifth|first|footnote|from|front|"
            r"half|head|header|heading|in|introduction|introductory|item|last|letter|list|lists|measure|"
            r"measures|name|news|norway|note|notes|of|on|opening|page|pages|paper|para|paragraph|paragraphs|"
            r"paras|part|point|preamble|question|recommended|reply|report|retrieved|row|second|section|"
            r"sections|sentence|sentences|slide|slides|statement|sub|summary|table|text|the|third|title|to|"
            r"under|whole|with"
            r")\b",
            re.IGNORECASE,
        ),
    ),
}
