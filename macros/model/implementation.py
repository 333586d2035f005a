"""County governors, their assignments, Sjumilssteget, and the way from treaty to child.

Names of offices, counties and places are strings: they are the same in both languages.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from macros.model.base import Article, Basis, Date, Fact, Line, Link, Model, Record, Text, Year
from macros.model.refs import MergerId, OfficeId, RecommendationId, SlideId

Number = Annotated[int, Field(ge=1)]


class PlainFact(Record, Fact):
    """One fact told in a sentence or two. It has no title; its text stands for it."""

    text: Text
    note: Text | None = None
    as_of: Date | None = None

    @property
    def label(self) -> Text:
        """What links to it say."""
        return self.text


class Programme(Record, Fact):
    """A programme, document or platform that the slides name. ``now_called`` null: no newer name was found."""

    abbr: Line | None
    kind: Literal["programme", "instrument", "document", "platform"]
    name: Text
    now_called: Text | None
    role: Text
    note: Text | None = None


class NamingNote(Record):
    """How we use names and dates in this part of the site. Ours, so without sources."""

    text: Text

    @property
    def label(self) -> Text:
        """A note has no title; its text stands for it."""
        return self.text


class OfficeProfile(PlainFact):
    """What the county governor is. ``as_of_note``: when the figures hold, where the source gives no date."""

    title: Text
    as_of_note: Text | None = None

    @property
    def label(self) -> Text:
        """What links to it say."""
        return self.title


class OfficePeriod(PlainFact):
    """The county governors' offices between two dates; ``offices`` null: the same as before."""

    from_: Date | None = Field(alias="from")
    to: Date | None
    count: Number
    offices: list[Line] | None


class Merger(Record, Fact):
    """Offices that became one. ``name_from``: from when the new office carried its name; ``name_before`` until then."""

    into: Line
    from_: list[Line] = Field(alias="from")
    date: Date
    name_from: Date
    name_before: Line | None = None

    @property
    def label(self) -> Text:
        """The name of the merged office."""
        return Text(nb=self.into, en=self.into)


class MergerDecision(PlainFact):
    """A decision on which offices to merge, or on where they sit."""

    date: Date


class MergerEffect(PlainFact):
    """What a source says about the effects of the mergers."""


class Supervision(PlainFact):
    """A rule of how the county governor supervises municipalities."""


class Office(Record, Fact):
    """A county governor's office of today. ``merger``: how it came about, null where it was never merged."""

    name: Text
    counties: list[Line]
    seat: Line
    seat_basis: Basis | None = None
    other_places: list[Line]
    website: Link
    website_basis: Basis | None = None
    earlier_names: list[Line] = []
    merger: MergerId | None
    note: Text | None = None


class Assignment(PlainFact):
    """What the state asked of the county governors about the Convention in one year's letter or instruction.

    ``reference`` null: the document has no item on the Convention, or the item was not found.
    """

    year: Year
    document: Text
    reference: Line | None
    date: Date | None

    @property
    def label(self) -> Text:
        """The document's name, with its item."""
        item = f", {self.reference}" if self.reference else ""
        return Text(nb=self.document.nb + item, en=self.document.en + item)


class ChainLink(PlainFact):
    """A link in the chain from treaty to child; ``order`` as on the page, the child comes after the last."""

    order: Number
    title: Text

    @property
    def label(self) -> Text:
        """What links to it say."""
        return self.title


class Collaboration(PlainFact):
    """A step in the 0-24 collaboration."""

    link: SlideId | None = None


class YearOfRecommendation(Model):
    """A recommendation and the year it was made."""

    recommendation: RecommendationId
    year: Year


class MunicipalFinding(PlainFact):
    """What is known about the municipalities' use of the Convention."""

    related_recommendations: list[YearOfRecommendation] = []


class WorkingGroupReport(Record, Fact):
    """The national working group's report of 2015. ``date`` null: the report's own date was not found."""

    title: Text
    date: Date | None
    date_note: Text
    url: Link
    findings: list[PlainFact]
    link_to_proposals: Text
    numbers: list[Line]
    numbers_note: Text


class ControlQuestion(Fact, Text):
    """A question in both languages, with where it was read."""


class SjumilsstegetStep(Record, Fact):
    """One of the seven steps. ``crc_articles`` stand in the source; ``crc_articles_inferred`` are our reading."""

    number: Number
    name: Text
    crc_articles: list[Article]
    crc_articles_inferred: list[Article]
    meaning: Text
    control_questions: list[ControlQuestion]
    site_questions: list[Text]
    note: Text | None = None

    @property
    def summary(self) -> Text:
        """What descriptions of the page say."""
        return self.meaning

    @property
    def articles(self) -> list[int]:
        """All articles, those from the source first."""
        return [*self.crc_articles, *self.crc_articles_inferred]


class ProgrammePart(Fact):
    """A part of the programme told in a sentence or two."""

    text: Text


class SelfHelpPackage(ProgrammePart):
    """The self-help package and what is in it."""

    contents: list[Text]


class DialogueMeetings(ProgrammePart):
    """The dialogue meetings with municipalities, as described on a date."""

    date: Date


class Sjumilssteget(Record):
    """Sjumilssteget as a whole: what it is, its name, and what is known about its steps, questions and tools."""

    name: Text
    what_it_is: ProgrammePart
    names: ProgrammePart
    name_origin: ProgrammePart
    articles_note: ProgrammePart
    questions_note: Text
    steps_order_note: Text
    method_note: Text
    interdisciplinary_meeting: ProgrammePart
    self_help_package: SelfHelpPackage
    sjumilstegdialog: DialogueMeetings


class Aim(PlainFact):
    """What Sjumilssteget is meant to achieve."""


class HistoryEntry(PlainFact):
    """Something that happened, with its date."""

    date: Date


class AnalysisPhase(PlainFact):
    """A phase of the municipal analysis; the division into phases is ours."""

    phase: Number
    name: Text

    @property
    def label(self) -> Text:
        """What links to it say."""
        return self.name


class LocalResult(PlainFact):
    """What came of Sjumilssteget in a place; ``office`` is today's county governor there, a link made by us."""

    place: Text
    date: Date | None
    office: OfficeId | None

    @property
    def label(self) -> Text:
        """The place."""
        return self.place
