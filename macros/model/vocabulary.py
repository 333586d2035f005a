"""The closed lists that all other records point to, and the bibliography."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from macros.model.base import (
    ActorId,
    Article,
    Basis,
    ClusterId,
    Date,
    Fact,
    InstrumentId,
    Line,
    Link,
    Model,
    Record,
    SourceId,
    SourceRef,
    Text,
    Words,
)
from macros.model.law import LawStatus, LawSuccessor


class Cluster(Record):
    """A group of articles, as the Committee on the Rights of the Child groups them in its reporting guidelines."""

    name: Text
    committees_own: bool
    articles_placed_here: list[Article]


class Theme(Record):
    """What a recommendation or a statement is about; placed by us in one of the clusters."""

    name: Text
    description: Text
    cluster: ClusterId
    crc_articles: list[Article]
    also_called: Words


class Group(Record):
    """The children a recommendation speaks of."""

    name: Text
    description: Text
    cluster: ClusterId | None
    crc_articles: list[Article]
    also_called: Words


class FormerName(Model):
    """A name that a body had before; null dates were not found."""

    name: Text
    from_: Date | None = Field(alias="from")
    to: Date | None


class Actor(Record, Fact):
    """A body that acts, is asked to act, or speaks."""

    name: Text
    abbr: Line | None
    kind: Literal[
        "ministry",
        "directorate",
        "parliament",
        "ombud",
        "nhri",
        "court-or-board",
        "county",
        "municipality",
        "un-body",
        "civil-society",
        "network",
        "research",
        "other",
    ]
    former_names: list[FormerName]
    role: Text | None
    website: Link | None
    also_called: Words | None = None
    abbr_on_slides: Line | None = None
    role_in_national_implementation: Text | None = None
    note: Text | None = None
    name_basis: Basis | None = None


class SectionMove(Model):
    """A section of an old act and where it goes in the new one."""

    section: Line
    successor: LawSuccessor
    changes: Text | None = None


class SectionChange(Model):
    """A section changed after the date the act was read; ``in_force`` null: the King decides."""

    section: Line
    act: Line
    in_force: Date | None
    changes: Text
    sources: list[SourceRef]


class Instrument(Record):
    """A treaty, protocol, act or procedure that recommendations and duties rest on."""

    kind: Literal["treaty", "protocol", "act", "procedure"]
    symbol: Line | None
    name: Text
    treaty_body: ActorId | None = None
    about: Text | None = None
    basis: Basis | None = None
    sources: list[SourceRef] = []
    note: Text | None = None
    parent: InstrumentId | None = None
    lovdata_id: Line | None = None
    url: Link | None = None
    status: LawStatus | None = None
    source: SourceId | None = None
    as_of: Date | None = None
    successor: LawSuccessor | None = None
    replaces: LawSuccessor | None = None
    entry_into_force: Text | None = None
    section_map: list[SectionMove] = []
    section_changes: list[SectionChange] = []


class Source(Record):
    """One entry of the bibliography: an address or a document. ``lang`` is ISO 639-1, ``nb/nn`` when mixed."""

    title: Line
    publisher: Line
    url: Link | None
    archived: Link | None = None
    """A copy in an archive, once seen there."""
    dead: Annotated[Date, StringConstraints(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")] | None = None
    """The day on which ``url`` was first found not to work."""
    date: Date | None
    lang: str = Field(pattern=r"^[a-z]{2}(/[a-z]{2})?$")
    date_approximate: bool = False
    symbol: Line | None = None
    attribution: Literal["explicit", "committee-named", "inferred"] | None = None
    attribution_note: Text | None = None
    note: Text | None = None
    title_en_unofficial: Line | None = None

    @property
    def link(self) -> str | None:
        """The address that readers are sent to: the copy when the page itself is gone, and nothing without a copy."""
        return self.archived if self.dead else self.url

    @property
    def initial(self) -> str:
        """The letter under which the source stands in the bibliography, by id; 0–9 for digits."""
        return self.id[0].upper() if self.id[0].isalpha() else "0–9"

    @property
    def label(self) -> Text:
        """The title as printed, the same in both languages."""
        return Text(nb=self.title, en=self.title)


class Standard(Record, Fact):
    """A document that says what an independent institution for children must be and do."""

    title: Text
    about: Text
    short: Text | None = None
    """What lists that name it again and again call it."""
