"""The UN conventions and the UPR: who coordinates, Norwegian law, the last and the next review."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from macros.model.base import Basis, Claim, Date, Fact, InstrumentId, Line, Model, Record, SourceRef, Text, Year
from macros.model.refs import DocumentId, MinistryId

Number = Annotated[int, Field(ge=1)]
Count = Annotated[int, Field(ge=0)]


class DatedFact(Fact):
    """A date with sources of its own."""

    value: Date


class TimelineEntry(Model):
    """Something that happened on the way."""

    date: Date
    text: Text


class Incorporation(Model):
    """Where the convention stands in Norwegian law. ``in`` null: nowhere, or not found, as ``text`` says."""

    in_: Text | None = Field(alias="in")
    text: Text | None = None
    year: Year | None = None
    as_of: Date | None = None
    timeline: list[TimelineEntry] = []
    status_note: Text | None = None
    basis: Basis | None
    sources: list[SourceRef] = []


class OptionalProtocol(Fact):
    """A protocol that Norway has ratified."""

    name: Line | None = None
    adopted: Date | None = None
    norway_ratified: Date


class Observations(Model):
    """The concluding observations of a review; null dates were not found."""

    symbol: Line
    symbol_basis: Basis | None = None
    date_basis: Basis | None = None
    document: DocumentId | None
    """The record of the document on this site, if there is one."""
    year: Year | None = None
    adopted: Date | None
    published: Date | None


class EarlierObservations(Model):
    """The concluding observations before those."""

    symbol: Line
    document: DocumentId | None
    adopted: Date | None = None
    published: Date | None = None
    dated: Date | None = None


class OneYearFollowUp(Model):
    """What the committee asked to hear about within a year."""

    paragraphs: list[Line]
    text: Text


class Review(Fact):
    """The last review of Norway that was found."""

    reports: Line
    held: Date
    concluding_observations: Observations
    previous: EarlierObservations | None = None
    one_year_follow_up: OneYearFollowUp | None = None


class NextReport(Model):
    """When the next report is due. ``value`` null: no date was found; ``text`` says what is known."""

    value: Date | None
    text: Text
    basis: Basis | None
    sources: list[SourceRef] = []


class Treaty(Record):
    """A convention: who coordinates it in Norway, how it stands in Norwegian law, the last and the next review."""

    treaty: InstrumentId
    norway_party: bool
    text: Text | None = None
    """What is said of a convention that Norway has not joined."""
    basis: Basis | None = None
    which_basis: Basis | None = None
    """How sure it is that this is the convention meant."""
    sources: list[SourceRef] = []
    coordinating_ministry: MinistryId | None
    coordinating_ministry_basis: Basis | None = None
    coordinating_ministry_note: Text | None = None
    """Until when, where it is not known who has the task today."""
    latest_review: Review | None
    next_due: NextReport | None
    adopted: DatedFact | None
    norway_signed: DatedFact | None = None
    norway_ratified: DatedFact | None
    in_force_norway: DatedFact | None = None
    incorporated: Incorporation | None
    individual_complaints: Claim | None
    independent_monitoring: Claim | None
    optional_protocol: OptionalProtocol | None = None
    optional_protocols: Claim | None = None

    @property
    def label(self) -> Text:
        """The short name; the whole one stands with the instrument."""
        return Text(nb=self.id.upper(), en=self.id.upper())


class HumanRightsAct(Record, Fact):
    """The act that makes conventions Norwegian law, and which ones it held when."""

    act: InstrumentId
    name: Text
    text: Text
    precedence: Text
    incorporated_2016: list[InstrumentId]
    incorporated_today: list[InstrumentId]
    incorporated_today_as_of: Date


class ReportedCount(Model):
    """What the Government reported of the recommendations it had accepted in whole or in part."""

    fully_implemented_of_accepted: Count
    in_process_of_accepted: Count
    partly_implemented_of_accepted: Count
    implemented_of_partly_accepted: Count


class UprCycle(Record, Fact):
    """One round of the universal periodic review, with its numbers. A count that is null was not found."""

    cycle: Number
    review_date: Date
    adopted: Date | None
    document: DocumentId | None
    received: Count
    received_note: Text | None = None
    counted_on: Count | None = None
    """Of how many recommendations the answers are counted, where not of all received."""
    accepted: Count
    partly_accepted: Count
    partly_accepted_note: Text | None = None
    voluntary_commitments: Count | None = None
    not_accepted: Count | None
    not_accepted_term: Text | None = None
    outside_scope: Count | None = None
    outside_scope_note: Text | None = None
    coordinator: MinistryId | None
    troika: Text | None
    follow_up: Text | None
    status_reported_2019: ReportedCount | None = None

    @property
    def label(self) -> Text:
        """The year of the review."""
        return Text(nb=f"UPR {self.review_date[:4]}", en=f"UPR {self.review_date[:4]}")


class Upr(Record):
    """The universal periodic review: what it is, and children in it."""

    instrument: InstrumentId
    name: Text
    explanation: Text
    children: Claim
