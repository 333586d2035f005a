"""The Convention on the Rights of the Child, article by article, and Norway's relation to it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from macros.model.base import (
    Article as ArticleNumber,
)
from macros.model.base import (
    Basis,
    ClusterId,
    Date,
    Fact,
    Line,
    Model,
    Record,
    Text,
    Year,
)
from macros.model.law import LawRef
from macros.model.refs import DocumentId, GeneralCommentNumber


class Article(Record, Fact):
    """One of the 54 articles. The title is the customary short heading; the official text has none.

    ``general_comments`` come with the main ones first, and name the article in turn.
    """

    number: Annotated[int, Field(ge=1, le=54)]
    title: Text
    part: Literal["I", "II", "III"]
    cluster: ClusterId
    summary: Text
    general_principle: bool
    related_norwegian_law: list[LawRef]
    general_comments: list[GeneralCommentNumber]

    @property
    def label(self) -> Text:
        """Number and heading."""
        return Text(nb=f"Artikkel {self.number}: {self.title.nb}", en=f"Article {self.number}: {self.title.en}")


class GeneralComment(Record, Fact):
    """How the Committee reads the Convention on one subject. Null year and symbol: not adopted, or not found."""

    number: int
    year: Year | None
    title: Text
    symbol: Line | None
    symbol_note: Text | None = None
    articles: list[ArticleNumber]
    about: Text
    status: Literal["in-force", "revised", "replaced", "adoption-not-confirmed"]
    revised: Year | None = None
    replaced_by: GeneralCommentNumber | None = None

    @property
    def label(self) -> Text:
        """Number and title."""
        return Text(
            nb=f"Generell kommentar nr. {self.number}: {self.title.nb}",
            en=f"General Comment No. {self.number}: {self.title.en}",
        )


class StortingStep(Record, Fact):
    """What the Storting did about a protocol."""

    date: Date
    what: Text
    date_note: Text | None = None

    @property
    def label(self) -> Text:
        """A step has no title; its text stands for it."""
        return self.what


class Protocol(Record, Fact):
    """An optional protocol to the Convention. ``norway_ratified`` null: Norway has not ratified it."""

    title: Text
    adopted: Date
    adopted_note: Text | None = None
    opened_for_signature: Date | None = None
    in_force: Date
    in_force_basis: Basis | None = None
    norway_ratified: Date | None
    incorporated: Date | None = None
    status_norway: Text | None = None
    about: Text | None = None
    storting_history: list[StortingStep] = []


class Milestone(Record, Fact):
    """A day or a year that changed children's rights in Norway."""

    year: Year
    date: Date
    text: Text
    note: Text | None = None

    @property
    def label(self) -> Text:
        """A milestone has no title; its text stands for it."""
        return self.text


class Report(Record, Fact):
    """One round of reporting: the state's report, the Committee's hearing, its concluding observations.

    ``number`` is that of the report, or of two in one (5-6). Null dates and symbols were not found.
    """

    number: Line
    submitted: Date | None
    symbol: Line | None
    considered: Date
    adopted: Date | None = None
    published: Date | None = None
    concluding_observations: Line
    document: DocumentId
    document_date: Date | None = None
    symbols_note: Text | None = None
    note: Text | None = None

    @property
    def label(self) -> Text:
        """Which report it is."""
        number = self.number.replace("-", "–")
        return Text(nb=f"Norges rapport nr. {number}", en=f"Norway's report No. {number}")


class StatesParties(Model):
    """How many states are bound, and in which year."""

    number: int
    as_of: Year
    note: Text


class NorwegianNames(Model):
    """What the Convention is called in Norwegian."""

    official_translation: Line
    short: Line


class Step(Fact):
    """One step of a state's way into the Convention."""

    date: Date | None = None
    text: Text | None = None
    note: Text | None = None


class Norway(Model):
    """Norway's relation to the Convention, in the order of time."""

    signed: Step
    ratified: Step
    in_force_for_norway: Step
    reservations: Step
    incorporated: Step
    constitution: Step


class Convention(Record, Fact):
    """The Convention as a whole. ``note`` is about the pages on it, ``clusters_note`` about the groups of articles."""

    title: Text
    compiled: Date
    adopted: Date
    in_force: Date
    structure: Text
    states_parties: StatesParties
    norwegian_names: NorwegianNames
    note: Text
    clusters_note: Text
    norway: Norway
    general_comments_in_norway: Step
