"""The Norwegian model: the office, its law and independence, history, fields, methods, work abroad and surroundings."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from macros.model.base import ActorId, Date, Fact, InstrumentId, Line, Link, Model, Record, Text, ThemeId, Words, Year
from macros.model.refs import AnyRecord


class Claim(Fact):
    """One statement with a basis and sources of its own."""

    text: Text


class Point(Record, Fact):
    """A statement that can be linked to."""

    text: Text

    @property
    def label(self) -> Text:
        """A point has no title; its text stands for it."""
        return self.text


class OfficeNames(Fact):
    """What the institution is called, what the person in charge is called, and what we write."""

    nb: Line
    nn: Line
    en: Line
    person: Text
    note: Text


class Founding(Fact):
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
    founded: Founding
    administrative_home: AdministrativeHome
    organisation: Organisation
    staff: list[Staffing]
    budget: list[Budget]
    power_in_plain_words: Claim
    contact: Contact


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
        return Text(nb=f"{self.section} {self.heading.nb}", en=f"{self.section} {self.heading.en}")


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
        return Text(nb=f"{self.section} {self.heading.nb}", en=f"{self.section} {self.heading.en}")


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


class Debate(Point):
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
    ministry_may: list[Point]
    ministry_may_not: list[Point]
    debates: list[Debate]


class Conflict(Record):
    """Something that sources tell differently, and what we go by; ``records`` are those it is about."""

    text: Text
    records: list[AnyRecord]

    @property
    def label(self) -> Text:
        """A conflict has no title; its text stands for it."""
        return self.text


class Milestone(Record, Fact):
    """An entry of the timeline; ``date_approximate``: the source only says about when."""

    date: Date
    date_approximate: bool = False
    title: Text
    summary: Text


class Ombudsperson(Record, Fact):
    """Someone who held the post, acted in it, or was appointed without taking office. ``number`` null: not counted.

    ``took_office`` is false for one who was appointed and withdrew; ``from`` and ``to`` are then the time of that.
    """

    name: Line
    from_: Date = Field(alias="from")
    to: Date | None
    number: int | None
    acting: bool = False
    took_office: bool = True
    background: Text
    note: Text

    @property
    def label(self) -> Text:
        """The person's name, the same in both languages."""
        return Text(nb=self.name, en=self.name)


class Report(Record, Fact):
    """A report or handbook by the office. ``title`` is as printed, in Norwegian; ``year`` null: undated."""

    title: Line
    year: Year | None
    about: Text
    note: Text | None = None

    @property
    def label(self) -> Text:
        """The title as printed, the same in both languages."""
        return Text(nb=self.title, en=self.title)


class Focus(Record, Fact):
    """A field that the office knows well. Ids may be those of themes, which have other addresses."""

    number: Annotated[int, Field(ge=1)]
    """Place in the list: the order of the office's own page, and involving children last."""
    title: Text
    themes: list[ThemeId]
    summary: Text
    facts: list[Point]
    reports: list[Report]


class Method(Record, Fact):
    """A way of working that another country can use; ``note`` says what is the source's and what is our advice."""

    title: Text
    purpose: Text
    how: list[Text]
    needs: Text
    note: Text


class Offer(Fact):
    """What the office can tell delegations, who asks, and where they meet. The topics give the section its order."""

    intro: Text
    topics: list[Text]
    who_asks: Words
    channels: Words


class Cooperation(Fact):
    """What the office does in other countries."""

    summary: Text
    visits_abroad: Claim
    visits_2015: Claim


class Summary(Fact):
    """A sourced summary."""

    summary: Text


class Head(Fact):
    """Who led the international work when the source was written."""

    name: Line
    as_of: Text


class Network(Record, Fact):
    """A network that the office takes part in."""

    name: Text
    text: Text


class Example(Record, Fact):
    """How the model was used or explained in another country."""

    country: Text
    text: Text

    @property
    def label(self) -> Text:
        """The country."""
        return self.country


class Spread(Point):
    """A count of offices like this one; ``year`` null: the source has no date."""

    year: Year | None


class International(Record, Fact):
    """The office's work with other countries."""

    title: Text
    offer_to_delegations: Offer
    cooperation: Cooperation
    funding: Summary
    head_of_international_relations: Head
    networks: list[Network]
    examples: list[Example]
    spread_of_the_model: list[Spread]


class SystemPart(Record, Fact):
    """A body beside the Ombudsman, with what it means for children. The id is the actor's.

    ``branch`` is our grouping, by ``belongs_to``. ``limits`` and ``complaints`` null: our sources do not say.
    """

    actor: ActorId
    branch: Literal["parliament", "government", "state", "counties", "civil-society"]
    founded: Date | None
    founded_note: Text | None = None
    belongs_to: Text
    relation_to_children: Text
    limits: Claim | None
    complaints: Claim | None
    note: Text | None = None

    @property
    def label(self) -> Text:
        """What the body means for children; its name is the actor's."""
        return self.relation_to_children
