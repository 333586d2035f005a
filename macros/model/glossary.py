"""The glossary: words of Norwegian law and administration, in Bokmål, Nynorsk and English."""

from __future__ import annotations

from macros.model.base import Fact, Line, Model, Record, Text, Words
from macros.model.law import LawRef


class Names(Model):
    """What a thing is called in both written forms of Norwegian and in English. ``nn`` null: not found."""

    nb: Line
    nn: Line | None
    en: Line


class Term(Record, Fact):
    """A word with its definition. ``in_text``: the words that are explained where they stand in running text."""

    name: Names
    definition: Text
    note: Text | None = None
    in_text: Words | None = None
    norwegian_law: list[LawRef] = []

    @property
    def label(self) -> Text:
        """The word in the languages of the site."""
        return Text(nb=self.name.nb, en=self.name.en)
