"""How recommendations are kept track of: NIM's work, national mechanisms, the tools of other countries."""

from __future__ import annotations

from typing import Literal

from macros.model.base import ActorId, Basis, Claim, Date, Fact, Line, Link, LinkedClaim, Model, Record, Text, Year


class Chapter(Model):
    """A chapter of the compilation, among those that could be seen."""

    number: Line
    text: Text


class Compilation(Record, Fact):
    """NIM's printed compilation of recommendations."""

    title: Line
    launched: Date
    language: Line
    arrangement: Text
    bodies: list[ActorId]
    chapters_seen: list[Chapter]
    figure: Text
    later_editions: Text

    @property
    def label(self) -> Text:
        """The title as printed, the same in both languages."""
        return Text(nb=self.title, en=self.title)


class PageAnatomy(Model):
    """What a page of the database shows."""

    fields: list[Text]
    newer_pages: Text
    granularity: Text


class NimPage(Model):
    """A page of the database about children; ``body`` null: the page does not show whose recommendation it is."""

    title: Line
    url: Link
    body: ActorId | None


class WhatIsMissing(Model):
    """What we miss in the database."""

    note: Text
    points: list[Text]


class Database(Record, Fact):
    """NIM's public database. Lists that end with ``_seen`` are in the database's own words."""

    name: Text
    url: Link
    page_pattern: Line
    launched: Date | None
    content: Text
    filters: list[Text]
    why_ministry_filter: Text
    roles: Text
    intended_users: list[Text]
    plans: Text
    page_anatomy: PageAnatomy
    measure_types_seen: list[Line]
    themes_seen: list[Line]
    populations_seen: list[Line]
    pages_on_children_seen: list[NimPage]
    what_users_miss: WhatIsMissing


class Institution(Record):
    """NIM: what it is, its compilation, its database, its work on municipalities."""

    actor: ActorId
    name: Text
    facts: list[LinkedClaim]
    compilation: Compilation
    database: Database
    municipalities: list[LinkedClaim]


class Capacity(LinkedClaim):
    """One of the four capacities of a national mechanism, and where Norway stands."""

    name: Text
    norway: Claim


class MechanismDocument(Record, Fact):
    """A document on national mechanisms, by its title in English; ``year`` null: not found."""

    title: Text
    year: Year | None
    year_basis: Basis | None = None
    url: Link | None = None


class Opinion(Claim):
    """What somebody says of Norway's arrangement."""

    who: list[ActorId]


class Mechanism(Record, Fact):
    """National mechanisms for implementation, reporting and follow-up, and Norway's lack of one."""

    name: Text
    name_note: Text
    text: Text
    capacities: list[Capacity]
    norway: Claim
    opinions: list[Opinion]
    documents: list[MechanismDocument]


Found = Literal["yes", "no", "partly", "unknown"]


class Features(Model):
    """What a tool has, as its descriptions say: ``unknown`` means that we did not find out."""

    original_text: Found
    plain_language: Found
    page_per_paragraph: Found
    filter_by_group: Found
    filter_by_ministry: Found
    progress_status: Found
    government_actions: Found
    export_or_api: Found
    open_source: Found
    more_than_one_language: Found
    open_to_public: Found
    made_for_children: Found


class StatusTracking(Model):
    """Whether a tool shows what became of a recommendation."""

    value: Literal["yes", "no", "partly", "planned", "unknown"]
    text: Text | None = None


class OpenSource(Model):
    """Whether the code of a tool can be had."""

    value: Literal["yes", "unknown"]
    licence: Line | None = None
    text: Text | None = None


class Tool(Record, Fact):
    """A tool that keeps track of recommendations. Null: not found, or nothing to find while ``stage`` is not in-use."""

    stage: Literal["in-use", "planned", "none-found"]
    name: Text
    owner: Text | None
    url: Link | None
    launched: Date | None
    shows: Text
    shows_note: Text | None = None
    filtering: Text | None
    tracks_status: StatusTracking
    tracks_status_basis: Basis | None = None
    languages: Text | None
    languages_basis: Basis | None = None
    export_api: Text | None
    open_source: OpenSource | None
    public: Text | None = None
    complaints: list[Text] | None
    lesson: Text | None
    features: Features | None


class ToolsOverview(Record):
    """What holds for all tools: how we read of them, what they struggle with, where more are listed."""

    reading_note: Text
    features_note: Text
    common_challenges: Claim
    directory: Claim
    directory_url: Link

    @property
    def label(self) -> Text:
        """It has no title; the note on how the tools were read stands for it."""
        return self.reading_note
