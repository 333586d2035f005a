"""The European Network of Ombudspersons for Children: network, members, statements, conferences, chairs."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from macros.model.base import ActorId, Date, Fact, Line, Link, Model, Record, Text, ThemeId, Words, Year
from macros.model.refs import MemberId

CountryCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]


class InstitutionName(Model):
    """The institution's name in both languages and in its own."""

    nb: Line
    en: Line
    native: Line | None


class LegalBasis(Model):
    """The act that an office rests on, named as the source names it (in English)."""

    name: Line
    year: Year | None


class Member(Record, Fact):
    """An office for children in Europe that is, or may be, a member of ENOC."""

    country: CountryCode
    country_name: Text
    region: Text | None = None
    also_called: Words | None = None
    """What readers call what is from the country, such as Swedish: for the search."""
    institution: InstitutionName
    membership: Literal["full", "associate", "former"] | None
    membership_as_of: Year | None
    membership_evidence: Literal[
        "stated",
        "stated-member",
        "office",
        "vote",
        "participation",
        "early-profile",
        "recalled",
        "not-confirmed",
    ]
    membership_note: Text
    established: Year | None
    established_note: Text | None = None
    legal_basis: LegalBasis | None
    institution_type: Literal["separate-childrens-institution", "part-of-general-ombudsman", "part-of-nhri"]
    handles_complaints: bool | None
    website: Link | None
    appointed_by: Text | None
    summary: Text
    actor: ActorId | None = None

    @property
    def standing(self) -> str:
        """The class of membership; ``unconfirmed``: no source shows one today, ``null``: only the class is missing."""
        if self.membership is None and self.membership_evidence in ("early-profile", "recalled", "not-confirmed"):
            return "unconfirmed"
        return self.membership or "null"

    @property
    def label(self) -> Text:
        """The institution's name."""
        return Text(nb=self.institution.nb, en=self.institution.en)


class Adoption(Model):
    """Where and when a statement was adopted."""

    place: Text | None
    date: Date | None


class Statement(Record, Fact):
    """A joint statement of the network."""

    year: Year | None
    title: Text
    themes: list[ThemeId]
    type: Literal["position-statement", "position-paper", "standards", "joint-statement"]
    url: Link
    adopted_at: Adoption
    summary: Text
    note: Text | None = None


class Conference(Record, Fact):
    """An annual meeting or conference of the network."""

    year: Year
    number: int | None
    type: Literal["annual-conference", "annual-meeting", "founding-meeting", "special-meeting"]
    place: Text
    dates: Date
    host: Text | None
    topic: Text | None
    themes: list[ThemeId]
    note: Text | None = None

    @property
    def label(self) -> Text:
        """Place and year."""
        return Text(nb=f"{self.place.nb} {self.year}", en=f"{self.place.en} {self.year}")


class Chair(Record, Fact):
    """Who led the network, and when."""

    name: Line
    institution: Text
    member: MemberId
    from_: Date | None = Field(alias="from")
    to: Date | None
    note: Text | None = None

    @property
    def label(self) -> Text:
        """The person's name, the same in both languages."""
        return Text(nb=self.name, en=self.name)


class OtherList(Record, Fact):
    """A list of offices in a source that is no list of members."""

    text: Text

    @property
    def label(self) -> Text:
        """The list has no title; its text stands for it."""
        return self.text


class Point(Record, Fact):
    """One aim, body or step of the network."""

    text: Text
    name: Text | None = None
    year: Year | None = None
    conflict: Text | None = None

    @property
    def label(self) -> Text:
        """The name, or the text where there is none."""
        return self.name or self.text


class FactText(Fact):
    """A sourced text, with the year where it is an event."""

    text: Text
    year: Year | None = None


class Founding(FactText):
    """When and where the network began, and what sources disagree about."""

    month: Annotated[int, Field(ge=1, le=12)]
    day: Annotated[int, Field(ge=1, le=31)]
    place: Text
    conflict: Text


class Criteria(Fact):
    """What a full member must be."""

    note: Text
    points: list[Text]


class Statutes(Model):
    """The network's rules."""

    history: list[FactText]
    full_member_criteria: Criteria
    associate_members: FactText
    independence: FactText


class Forum(Fact):
    """A yearly forum of the young advisers; null counts were not found."""

    year: Year
    place: Text
    theme: Text
    teams: int | None
    participants: int | None
    norway_took_part: bool | None
    note: Text | None = None


class Enya(Record, Fact):
    """The network's project for children's participation."""

    name: Text
    started: Year
    text: Text
    background: Text
    forums: list[Forum]


class MembershipCount(Fact):
    """How many institutions and countries the network had, on a date."""

    date: Date | None
    institutions: int | None
    countries: int | None
    note: Text | None


class RelatedNetwork(Record, Fact):
    """A network beside ENOC."""

    name: Text
    founded: Date
    text: Text


class NetworkName(Text):
    """The network's name, with the one it had before."""

    former_en: Line


class Network(Record, Fact):
    """ENOC itself."""

    name: NetworkName
    website: Link
    summary: Text
    founded: Founding
    aims: list[Point]
    legal_form: FactText
    recognition: list[Point]
    statutes: Statutes
    bodies: list[Point]
    enya: Enya
    way_of_working: FactText
    membership_counts: list[MembershipCount]
    related_networks: list[RelatedNetwork]
