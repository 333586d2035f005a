"""What UN bodies have told Norway about children, document by document and thread by thread."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from macros.model.assessment import Assessment
from macros.model.base import (
    ActorId,
    Article,
    Basis,
    ClusterId,
    Date,
    Fact,
    GroupId,
    InstrumentId,
    Line,
    Link,
    Model,
    Record,
    SourceRef,
    Text,
    ThemeId,
    Year,
)
from macros.model.refs import DocumentId, RecommendationId


class ReportedStatus(Model):
    """What a government has reported about its own follow-up; not our assessment."""

    value: Literal["fully-implemented", "partly-implemented", "not-implemented"]
    reported_by: Line
    date: Date


class Recommendation(Record, Fact):
    """One recommendation (or one finding in a single case) of a UN body to Norway.

    ``cluster`` is the heading the Committee on the Rights of the Child put it under; null for other bodies.
    ``articles`` are those of the Convention on the Rights of the Child, ``treaty_articles`` of the body's own treaty.
    """

    kind: Literal["recommendation", "views"]
    body: ActorId
    document: DocumentId
    paragraph: Line | None
    point: Line | None
    cluster: ClusterId | None
    theme: ThemeId
    title: Text
    summary: Text
    articles: list[Article]
    treaty_articles: list[int] = []
    groups: list[GroupId]
    actors: list[ActorId]
    partners: list[ActorId] = []
    responsible_ministries: list[ActorId] = []
    urgent: bool | None
    """Named by the Committee as an area for urgent measures; null: not known for this document."""
    recalls_earlier: bool = False
    repeats: list[RecommendationId] = []
    measure_types: list[Line] = []
    order_on_source_page: int | None = None
    nim_url: Link | None = None
    status: ReportedStatus | None = None
    later_development: Text | None = None
    later_sources: list[SourceRef] = []
    later_basis: Basis | None = None
    note: Text | None = None
    body_basis: Basis | None = None


class ParagraphSubject(Model):
    """A paragraph number whose subject is confirmed, also where its text was not found."""

    paragraph: Line
    subject: Text
    urgent: bool = False
    sources: list[SourceRef]


class UrgentArea(Record, Fact):
    """An area where the Committee asked for urgent measures."""

    title: Text
    paragraph: Line
    recommendations: list[RecommendationId]
    note: Text | None = None


class Remark(Fact):
    """Something the Committee welcomed, with its paragraph."""

    paragraph: Line | None
    text: Text


class Background(Record, Fact):
    """What else is known of a review: what was welcomed, a concern, the dialogue, the process."""

    kind: Literal["welcomed", "concern", "dialogue", "process"]
    text: Text

    @property
    def label(self) -> Text:
        """Background has no title; its text stands for it."""
        return self.text


class Caution(Record, Fact):
    """A mistake that is easy to make with a document."""

    text: Text

    @property
    def label(self) -> Text:
        """A caution has no title; its text stands for it."""
        return self.text


class OpenQuestion(Fact):
    """A paragraph whose content is narrowed down but not confirmed."""

    paragraph: Line
    status: Line
    text: Text


class Document(Record, Fact):
    """One document of a UN body about Norway: concluding observations, views, a UPR report, a country visit."""

    kind: Literal["concluding-observations", "views", "upr-report", "visit-report"]
    year: Year
    symbol: Line | None
    symbol_basis: Basis | None = None
    symbol_variants: list[Line] = []
    committee: ActorId
    convention: InstrumentId
    considers: Text | None
    session: Text | None
    reviewed: Date | None
    adopted: Date | None
    published: Date | None = None
    dated: Date | None = None
    title: Text
    urls: list[Link]
    note: Text | None = None
    paragraph_count: int | None = None
    paragraph_map: list[ParagraphSubject] = []
    urgent_areas: list[UrgentArea] = []
    positive_remarks: list[Remark] = []
    background: list[Background] = []
    cautions: list[Caution] = []
    open_questions: list[OpenQuestion] = []
    partial: bool = Field(description="true when we have found only a part of the document's recommendations")


class LaterCycle(Model):
    """Where a thread goes on in a later document."""

    document: DocumentId
    recommendation_ids: list[RecommendationId]
    basis: Basis | None = None
    sources: list[SourceRef]


class Thread(Record):
    """The same concern followed through the reviews."""

    theme: ThemeId
    title: Text
    recommendations: list[RecommendationId]
    note: Text
    later_cycles: list[LaterCycle] = []
    assessment: Assessment | None = None
    basis: Basis
    sources: list[SourceRef] = []

    @property
    def all_recommendations(self) -> list[str]:
        """Ids of the recommendations in every cycle, in the order given."""
        later = [id_ for cycle in self.later_cycles for id_ in cycle.recommendation_ids]
        return list(dict.fromkeys(self.recommendations + later))


class Mention(Record, Fact):
    """Where Sjumilssteget is named in the reporting to the Committee."""

    year: Year
    document: DocumentId | None
    paragraph: Line | None
    kind: Literal["concluding-observations", "state-replies", "around-the-hearing", "not-found"]
    text: Text

    @property
    def label(self) -> Text:
        """A mention has no title; its text stands for it."""
        return self.text
