"""The Ombudsman's functions, and the county governors' work with the Convention."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from macros.model.assessment import Assessment
from macros.model.base import (
    ActorId,
    Article,
    Basis,
    Fact,
    Line,
    Link,
    Model,
    Record,
    SourceRef,
    Text,
    ThemeId,
    Year,
)
from macros.model.refs import AnyRecord, DocumentId, ProposalItemId, RecommendationId, SlideId, StandardId


class StandardMet(Model):
    """The point of an international standard that a function answers. ``reference`` is as printed, in English."""

    standard: StandardId
    reference: Line
    criterion: Text


class Function(Record, Fact):
    """One task of the Ombudsman for Children, with its place in the Act of 1981 or the instructions."""

    number: Annotated[int, Field(ge=1)]
    """Place in the list: the order of the Act, then what follows from it."""
    group: Literal["in-the-act", "way-of-working", "grown-from-it"]
    """Where the function comes from: named in section 3 of the Act, powers and ways of working, grown in practice."""
    title: Text
    legal_basis: Text
    summary: Text
    how_in_practice: Text
    standards: list[StandardMet]
    examples: list[AnyRecord] = []
    """Records that show the function in use; links made by us."""
    recommendations: list[RecommendationId] = []
    """What UN bodies have asked of Norway about this; links made by us."""


class NamedRecommendation(Model):
    """A UN recommendation that the slides of 2018 point to."""

    document: DocumentId
    year: Year
    paragraph: Line | None
    basis: Basis


class ProposalItem(Record, Fact):
    """One bullet of the working group's slides. ``later_development`` null: nothing was found.

    Addressees, challenges and articles that the slide does not name are links made by us.
    """

    title: Text
    summary: Text
    themes: list[ThemeId]
    addressees: list[ActorId]
    related_challenges: list[SlideId]
    related_articles: list[Article]
    related_recommendations: list[NamedRecommendation]
    later_development: Text | None
    later_sources: list[SourceRef] = []
    later_basis: Basis | None = None
    assessment: Assessment | None = None
    part_of: ProposalItemId | None = None
    note: Text | None = None
    context: Text | None = None
    context_sources: list[SourceRef] = []
    context_basis: Basis | None = None
    crc_paragraphs: list[Line] = []


class Proposal(Record, Fact):
    """A package of proposals of the national working group, 2018."""

    number: Annotated[int, Field(ge=1)]
    title: Text
    themes: list[ThemeId]
    summary: Text
    items: list[ProposalItem]


class Slide(Record, Fact):
    """One point of the working group's slides of 2018; nine of them are the challenges after 2018."""

    group: Literal[
        "title",
        "activities-2015-2018",
        "articles",
        "assignment-2018",
        "challenges",
        "county-governor-characteristics",
        "proposals",
        "closing",
    ]
    text: Text
    note: Text | None = None
    crc_articles: list[Article] = []
    crc_paragraphs: list[Line] = []
    reference: Line | None = None
    url: Link | None = None
    sub_group: (
        Literal[
            "mandate",
            "chain-of-command",
            "organisation",
            "meetings",
            "services",
            "methods",
            "information",
            "learning",
        ]
        | None
    ) = None
    """The subject: of challenges as the slide groups them, of activities as we do."""
    parent: SlideId | None = None
    chain: list[ActorId] = []
    roles: list[Line] = []
    items: list[ProposalItemId] = []

    @property
    def label(self) -> Text:
        """A point has no title; its text stands for it."""
        return self.text


class Gap(Record):
    """Something that was looked for and not found, with the records it belongs to. Readers see it."""

    part: Literal[
        "ombudsman",
        "convention",
        "enoc",
        "guidance",
        "implementation",
        "recommendations-2025",
        "recommendations-earlier",
        "follow-up",
    ]
    text: Text
    records: list[AnyRecord]
    sources: list[SourceRef] = []

    @property
    def label(self) -> Text:
        """A gap has no title; its text stands for it."""
        return self.text
