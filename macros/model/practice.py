"""The Ombudsman for Children at work: history, holders, fields, methods, other countries, and the bodies around it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from macros.model.base import ActorId, Claim, Date, Fact, Line, LinkedClaim, Record, Text, ThemeId, Words, Year


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
    facts: list[LinkedClaim]
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


class NetworkTie(Record, Fact):
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


class Spread(LinkedClaim):
    """A count of offices like this one; ``year`` null: the source has no date."""

    year: Year | None


class International(Record, Fact):
    """The office's work with other countries."""

    title: Text
    offer_to_delegations: Offer
    cooperation: Cooperation
    funding: Summary
    head_of_international_relations: Head
    networks: list[NetworkTie]
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
