"""Who follows up what the UN tells Norway: ministries, conventions and the dialogue meetings.

A ``treaty`` and an ``actor`` name the record of the vocabulary that says what the convention or the body is called.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from macros.model.base import (
    ActorId,
    Basis,
    Claim,
    Date,
    Fact,
    Link,
    Model,
    Record,
    Text,
    ThemeId,
)
from macros.model.refs import AnyRecord, DialoguePointId, MinistryId, TreatyId

Number = Annotated[int, Field(ge=1)]


class DialoguePoint(Record, Fact):
    """One point of the project page on the dialogue meetings, in our words; ``topic`` is the part it stands in here."""

    topic: Literal[
        "purpose",
        "participants",
        "organisation",
        "method",
        "meetings",
        "period",
        "goals",
        "approach",
        "background",
        "page",
    ]
    text: Text
    note: Text | None = None

    @property
    def label(self) -> Text:
        """A point has no title; its text stands for it."""
        return self.text


class Secretary(Record):
    """A body that runs the secretariat; ``own_task``: what it does about the conventions besides."""

    actor: ActorId
    role: Text
    own_task: Claim | None = None

    @property
    def label(self) -> Text:
        """The actor has the name; here stands its role."""
        return self.role


class Participant(Record):
    """An organisation and the conventions for which it speaks; ``point`` is where the project page says so."""

    actor: ActorId
    network: Text
    conventions: list[TreatyId]
    point: DialoguePointId
    basis: Basis
    note: Text | None = None

    @property
    def label(self) -> Text:
        """The actor has its name; here stands its network."""
        return self.network


class Goal(Record):
    """A goal and its measures, as points of the project page."""

    title: Text
    point: DialoguePointId
    measures: list[DialoguePointId]


class MethodStep(Model):
    """A step of the method; the order is ours."""

    order: Number
    text: Text


class Criteria(Model):
    """The criteria for choosing themes; ``list`` null: they are not published."""

    count: Number
    list_: list[Text] | None = Field(alias="list")
    note: Text


class ProjectPeriod(Model):
    """When the project ran."""

    start: Date
    planned_end: Date
    extended_to: Date


class DialogueProject(Record, Fact):
    """The project behind the dialogue meetings."""

    name: Text
    url: Link
    purpose: Text
    problem: Text
    period: ProjectPeriod
    secretariat: list[Secretary]
    participants: list[Participant]
    goals: list[Goal]
    approach: Text
    method_steps: list[MethodStep]
    method_note: Text
    themes_criteria: Criteria
    meetings_per_year_aim: Number
    meetings_known: Claim


class Meeting(Record, Fact):
    """A dialogue meeting that was held or asked for. ``outcome`` null: nothing is known of it."""

    date: Date
    date_note: Text | None = None
    topic: Text
    themes: list[ThemeId]
    ministries: list[MinistryId]
    lead_ministry: MinistryId | None
    convention: TreatyId | None
    convention_note: Text | None = None
    status: Literal["held", "requested", "cancelled"]
    met_with: Text | None = None
    outcome: Text | None
    what_came_after: Text | None = None
    point: DialoguePointId | None = None
    """The point of the project page that tells of it, for the meetings that stand there."""
    seed_facts: list[Literal["date-month", "topic", "ministries"]] = []
    """What of it stands on the project page, where the rest was read elsewhere."""

    @property
    def label(self) -> Text:
        """What links to the meeting say."""
        return self.topic


class Ministry(Record, Fact):
    """What a ministry coordinates: conventions and the universal periodic review."""

    actor: ActorId
    coordinates: list[AnyRecord]
    summary: Text
    note: Text | None = None

    @property
    def label(self) -> Text:
        """A link to it says what it does."""
        return self.summary


class Coordination(Record, Fact):
    """The ministries that report, as named in one source, and a note on their names."""

    ministries: list[MinistryId]
    text: Text
    names_note: Text

    @property
    def label(self) -> Text:
        """It has no title; its text stands for it."""
        return self.text
