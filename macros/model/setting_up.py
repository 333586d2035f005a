"""The checklist for setting up an institution for children, and where Norway itself stands."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from macros.model.base import Fact, Model, Record, Text
from macros.model.refs import AnyRecord, RequirementGroupId, RequirementId


class RequirementGroup(Record):
    """One part of the checklist."""

    name: Text


class RestsOn(Model):
    """A standard, UN document or source that asks for something, and the place in it.

    ``reference`` null: the place was not found in what was read. ``record`` null: there is only what ``note`` says.
    """

    record: AnyRecord | None
    reference: Text | None
    note: Text | None = None


class WhereNorwayStands(Model):
    """Our assessment. ``status`` null: nothing was found on which to assess it; it does not mean no."""

    status: Literal["met", "partly", "not-met", "debated"] | None
    status_basis: Literal["law", "practice", "committee", "research", "debate"] | None
    note: Text


class Requirement(Record, Fact):
    """One point of the checklist: what an independent institution for children needs."""

    group: RequirementGroupId
    title: Text
    requirement: Text
    rests_on: list[RestsOn]
    norway: WhereNorwayStands
    see: list[AnyRecord] = []
    """Where this site says how Norway does it; the links are ours."""


class FirstStep(Record):
    """Requirements to begin with. The choice and the order are ours."""

    number: Annotated[int, Field(ge=1)]
    title: Text
    requirements: list[RequirementId]


class Lesson(Record, Fact):
    """Something that Norway learned on the way."""

    text: Text

    @property
    def label(self) -> Text:
        """A lesson has no title; its text stands for it."""
        return self.text
