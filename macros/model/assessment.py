"""How far something has come, in our judgement: a short scale, dated, with its reason."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from macros.model.base import Date, Model, SourceRef, Text, period

GOOD_FOR_YEARS = 2


class Assessment(Model):
    """Our own judgement, not the source's. A record without one is shown as not known.

    ``as_of`` is the day we judged; ``reason`` says what the judgement rests on.
    """

    value: Literal["no-step-found", "step-taken", "largely-in-place", "contested"]
    as_of: Date
    reason: Text
    sources: Annotated[list[SourceRef], Field(min_length=1)]

    def is_old(self, day: str) -> bool:
        """Whether the judgement was more than two years old on a day (YYYY-MM-DD)."""
        last = period(self.as_of)[1]
        good_until = f"{int(last[:4]) + GOOD_FOR_YEARS}{last[4:]}"
        return good_until < day[: len(good_until)]
