"""The Ombudsman for Children: the office, its Act and instructions, its independence, and where sources disagree."""

from __future__ import annotations

from macros.model.base import (
    ActorId,
    Claim,
    Date,
    Fact,
    InstrumentId,
    Line,
    Link,
    LinkedClaim,
    Model,
    Record,
    Text,
    Words,
    Year,
)
from macros.model.refs import AnyRecord


class OfficeNames(Fact):
    """What the institution is called, what the person in charge is called, and what we write."""

    nb: Line
    nn: Line
    en: Line
    person: Text
    note: Text


class Start(Fact):
    """When the office was set up; ``world_first``: no country had one before."""

    year: Year
    world_first: bool


class AdministrativeHome(Fact):
    """The ministry that the office belongs to."""

    ministry: ActorId
    summary: Text


class Staffing(Record, Fact):
    """How many work there; ``year`` null: the source has no date."""

    year: Year | None
    number: int
    what: Text

    @property
    def label(self) -> Text:
        """What is counted."""
        return self.what


class Budget(Record, Fact):
    """The grant of a budget year, in Norwegian kroner of the time. ``year`` is as printed (1981–82)."""

    year: Line
    amount_nok: int

    @property
    def label(self) -> Text:
        """The budget year, the same in both languages."""
        return Text(nb=self.year, en=self.year)


class Organisation(Fact):
    """How the office is organised and what it put first in a strategy period."""

    summary: Text
    priorities_2019_2021: Words


class Contact(Fact):
    """How to reach the office."""

    website: Link
    english_website: Link
    visiting_address: Line
    email: Line
    org_number: Line
    note: Text


class Office(Record, Fact):
    """The Ombudsman for Children as an institution."""

    title: Text
    names: OfficeNames
    founded: Start
    administrative_home: AdministrativeHome
    organisation: Organisation
    staff: list[Staffing]
    budget: list[Budget]
    power_in_plain_words: Claim
    contact: Contact


def numbered(section: str, heading: Text) -> Text:
    """Number and heading of a section. In English it is a word, as in the text around it."""
    return Text(nb=f"{section} {heading.nb}", en=f"{section.replace('§', 'Section')} {heading.en}")


class ActSection(Record, Fact):
    """A section of the Act in plain words, with the acts that changed it."""

    section: Line
    heading: Text
    content: Text
    amendments: list[Text]
    earlier_rule: Text | None = None

    @property
    def label(self) -> Text:
        """Number and heading."""
        return numbered(self.section, self.heading)


class Amendment(Record, Fact):
    """An act that changed the Act; without ``in_force`` the day was not found."""

    date: Date
    in_force: Date | None = None
    act: Text
    what: Text

    @property
    def label(self) -> Text:
        """The amending act."""
        return self.act


class LastAmendment(Model):
    """The newest amendment in the version that was read."""

    act: Text
    in_force: Date


class Act(Record, Fact):
    """The Act relating to the Ombudsman for Children. ``preparatory_works`` are as printed, in Norwegian."""

    title: Text
    instrument: InstrumentId
    lovdata_id: Line
    url: Link
    adopted: Date
    in_force: Date
    responsible_ministry: ActorId
    preparatory_works: list[Line]
    last_amended: LastAmendment
    as_of: Date
    version_read: Text
    note: Text
    sections: list[ActSection]
    amendments: list[Amendment]


class InstructionsSection(Record, Fact):
    """A section of the instructions in plain words."""

    section: Line
    heading: Text
    content: Text

    @property
    def label(self) -> Text:
        """Number and heading."""
        return numbered(self.section, self.heading)


class InstructionsChange(Model):
    """When the instructions were changed; ``number`` of the regulation where the source gives it."""

    date: Date
    number: int | None


class Instructions(Record, Fact):
    """The instructions laid down by the King under section 6 of the Act."""

    title: Text
    url: Link
    adopted: Date
    amended: list[InstructionsChange]
    legal_basis: Text
    sections: list[InstructionsSection]
    not_read: Text


class Appointment(Fact):
    """Who appoints the Ombudsman, for how long, and how often."""

    body: Text
    term_years: int
    reappointment: bool
    six_year_rule_in_force: Date
    first_holder_under_six_year_rule: Text
    summary: Text
    children_in_recruitment: Text


class Side(Model):
    """Who held what in a debate."""

    who: Text
    view: Text


class Debate(LinkedClaim):
    """Something about the office that was or is contested. Without ``sides`` our sources tell one side only.

    ``records`` tell more about the same debate.
    """

    title: Text
    date: Date
    sides: list[Side]
    records: list[AnyRecord]

    @property
    def label(self) -> Text:
        """The question."""
        return self.title


class Independence(Record, Fact):
    """What makes the office independent, and what does not."""

    title: Text
    appointment: Appointment
    summary: Text
    ministry_may: list[LinkedClaim]
    ministry_may_not: list[LinkedClaim]
    debates: list[Debate]


class Conflict(Record):
    """Something that sources tell differently, and what we go by; ``records`` are those it is about."""

    text: Text
    records: list[AnyRecord]

    @property
    def label(self) -> Text:
        """A conflict has no title; its text stands for it."""
        return self.text

    @property
    def on_law(self) -> bool:
        """Whether it is about the Act or those who held the post, and not something else that the office did."""
        return any(record.startswith(("act/", "ombudspersons/")) for record in self.records)
