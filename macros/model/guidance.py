"""Guidance for caseworkers: procedures step by step, sectors, constructed examples, resources, the life course."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from macros.model.base import Article, Claim, Date, Fact, Line, Link, LinkedClaim, Model, Record, Text, ThemeId, Words
from macros.model.law import LawRef
from macros.model.refs import GeneralCommentNumber, SectorId

Number = Annotated[int, Field(ge=1)]


class Place(Model):
    """Paragraphs of a General Comment, such as ``53–54``."""

    comment: GeneralCommentNumber
    paragraphs: Line

    @property
    def several(self) -> bool:
        """Whether it is more than one paragraph."""
        return any(sign in self.paragraphs for sign in "–,")


class Side(LinkedClaim):
    """One of the three sides of the best interests of the child."""

    gc_refs: list[Place]


class Step(Record, Fact):
    """One step of a procedure, with questions to ask."""

    number: Number
    title: Text
    questions: list[Text]


class CaseStep(Step):
    """A step in deciding a case, with where it stands in General Comments and in Norwegian law."""

    gc_refs: list[Place]
    norwegian_law: list[LawRef]


class HearingStep(Step):
    """A step in hearing a child."""

    what: Text
    gc_refs: list[Place]


class Element(Record, Fact):
    """Something to look at or to secure, and where General Comments ask for it."""

    title: Text
    what: Text
    gc_refs: list[Place]


class Factors(Fact):
    """A list of what to look at."""

    items: list[Text]


class BestInterests(Record):
    """How to assess the best interests of the child in a case. ``articles`` are those that the legal basis names."""

    title: Text
    themes: list[ThemeId]
    articles: list[Article]
    legal_basis: Text
    when: Text
    three_sides: list[Side]
    norwegian_model: Claim
    steps: list[CaseStep]
    elements: list[Element]
    elements_note: Text
    weighing: list[LinkedClaim]
    weight_of_views_factors: Factors
    safeguards: list[Element]
    decision_must_show: list[Text]


class Quality(Record):
    """One of the nine requirements; ``letter`` as in the paragraph."""

    letter: Annotated[str, Field(pattern=r"^[a-i]$")]
    title: Text
    what: Text


class Qualities(Fact):
    """The nine requirements for every process in which children are heard."""

    gc_refs: list[Place]
    items: list[Quality]


class Age(Record, Fact):
    """What holds from an age; ``note`` null: there is no more to say."""

    rule: Text
    norwegian_law: list[LawRef]
    note: Text | None
    also_called: Words | None = None

    @property
    def label(self) -> Text:
        """The rule."""
        return self.rule


class RuledClaim(Claim):
    """A statement with the rules it rests on."""

    norwegian_law: list[LawRef]


class ComplaintRoute(LinkedClaim):
    """Where a child, or somebody for the child, can complain."""

    norwegian_law: list[LawRef] = []


class RightToBeHeard(Record):
    """How to hear a child. ``articles`` are those that the legal basis names."""

    title: Text
    themes: list[ThemeId]
    articles: list[Article]
    legal_basis: Text
    starting_points: list[LinkedClaim]
    steps: list[HearingStep]
    nine_requirements: Qualities
    ages: list[Age]
    coming_changes: Claim
    not_a_party: RuledClaim
    groups: Claim
    complaint_routes: list[ComplaintRoute]


class ChildImpactAssessment(Record, Fact):
    """How to assess a plan, a rule or a budget. ``general_comments`` ask for it; ``articles`` are what they are on."""

    title: Text
    themes: list[ThemeId]
    articles: list[Article]
    general_comments: list[GeneralCommentNumber]
    what: Text
    legal_basis: list[Claim]
    steps: list[Step]
    budget_checklist: list[Text]
    planning_checklist: list[Text]


class Mistake(Claim):
    """A mistake that is easy to make, and whether it was found or is what the rule guards against."""

    kind: Literal["found-in-supervision-or-review", "what-the-rule-guards-against"]


class Sector(Record, Fact):
    """Guidance for one sector; ``number`` is its place among the sectors. Null role: our sources do not say."""

    number: Number
    name: Text
    themes: list[ThemeId]
    what_the_crc_asks: Text
    articles: list[Article]
    norwegian_law: list[LawRef]
    typical_mistakes: list[Mistake]
    checklist: list[Text]
    county_governor_role: Text | None

    @property
    def summary(self) -> Text:
        """What descriptions of the page say."""
        return self.what_the_crc_asks


class Stage(Record, Fact):
    """What a child meets at an age."""

    name: Text
    articles: list[Article]
    text: Text
    norwegian_law: list[LawRef]


class LifeCourse(Record):
    """Services from 0 to 24, stage by stage."""

    title: Text
    background: Claim
    stages: list[Stage]
    questions_for_leaders: list[Text]


class Example(Record, Fact):
    """A constructed case and a way of writing the decision; ``marking`` stands before all else."""

    constructed: Literal[True]
    marking: Text
    sector: SectorId
    themes: list[ThemeId]
    title: Text
    facts: Text
    decision_text: Text
    what_it_shows: list[Text]
    articles: list[Article]
    norwegian_law: list[LawRef]

    @property
    def summary(self) -> Text:
        """What descriptions of the page say."""
        return self.facts


class Resource(Record, Fact):
    """A guide, a course or a report. ``published`` null: the page read gives no date. ``lang`` is that of the title."""

    title: Line
    publisher: Line
    themes: list[ThemeId]
    published: Date | None
    lang: Annotated[str, Field(pattern=r"^[a-z]{2}$")]
    url: Link
    for_: Text = Field(alias="for")
    note: Text | None = None

    @property
    def label(self) -> Text:
        """The title as printed, the same in both languages."""
        return Text(nb=self.title, en=self.title)
