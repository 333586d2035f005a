"""Norwegian statutes: where a rule stands, when it was read there, and where it is about to go."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from macros.model.base import Date, InstrumentId, Line, Model, Text

LawStatus = Annotated[
    str, StringConstraints(pattern=r"^(?:in-force|not-in-force|adopted-not-in-force)-\d{4}-\d{2}-\d{2}$")
]
"""Whether an act was in force, and the day it was read (``not-in-force-2026-05-02``)."""


def read_on(status: str) -> str:
    """The day of a status: when the act was read."""
    return status[-len("2026-05-02") :]


class LawSuccessor(Model):
    """The act, and where known the section, that takes over."""

    law: InstrumentId
    section: Line | None = None


class LawRef(Model):
    """A rule in a Norwegian act. ``section`` is cited in Norwegian, as the act is.

    ``as_of`` stands where something is known to come after the day the act was read: ``changes`` says what,
    ``successor`` which section of an adopted act takes over. Without it no adopted change was found. ``status`` stands
    where the act was adopted but not in force that day.
    """

    law: InstrumentId
    section: Line
    status: LawStatus | None = None
    as_of: Date | None = None
    successor: LawSuccessor | None = None
    changes: Text | None = None
