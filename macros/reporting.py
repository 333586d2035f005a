"""The reporting calendar: what was and what is due on which day, as a list and as a calendar file (RFC 5545)."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.dataset import Dataset
from macros.language import LANGUAGES, Language, fill_in
from macros.model import Record
from macros.model.base import period

PLACE = "follow-up/calendar.ics"
FOLD_AT = 75
FULL_DATE, YEAR_AND_MONTH = len("2018-06-01"), len("2018-06")
ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,"})


@dataclass(frozen=True)
class Event:
    """Something with a date. ``date`` is as in the data, ``kind`` says what it is, ``record`` where it stands."""

    kind: str
    date: str
    title: str
    record: Record
    note: str = ""

    @property
    def uid(self) -> str:
        """What calendars know the event by: the same in every build."""
        return f"{self.kind}-{self.record.id}@norwegian-model"

    @property
    def first(self) -> datetime.date:
        """The first day; of a month or a year its first."""
        return datetime.date.fromisoformat((period(self.date)[0] + "-01-01")[:FULL_DATE])

    @property
    def after(self) -> datetime.date:
        """The day after the last one."""
        last = period(self.date)[1]
        day = datetime.date.fromisoformat((last + "-01-01")[:FULL_DATE])
        if len(last) == FULL_DATE:
            return day + datetime.timedelta(days=1)
        if len(last) == YEAR_AND_MONTH:
            return (day + datetime.timedelta(days=31)).replace(day=1)
        return day.replace(year=day.year + 1)

    def has_passed(self, day: str) -> bool:
        """Whether it was over on a day (YYYY-MM-DD)."""
        return self.after <= datetime.date.fromisoformat(day)

    @property
    def has_day(self) -> bool:
        """Whether the day is known, not only the month or the year."""
        return len(period(self.date)[1]) == FULL_DATE


def calendar(dataset: Dataset, language: Language) -> list[Event]:
    """Every event of the reporting, oldest first."""

    def s(key: str, **values: Any) -> str:
        return fill_in(language.pick(dataset.interface[key]), values)

    found = [*_reviews(dataset, language, s), *_rounds(dataset, s), *_meetings(dataset, language, s)]
    return sorted(found, key=lambda event: (event.first, event.uid))


def _reviews(dataset: Dataset, language: Language, s: Callable[..., str]) -> Iterator[Event]:
    for treaty in dataset.all("treaties"):
        name = language.pick(dataset.get("instruments", treaty.treaty).name)
        if treaty.next_due and treaty.next_due.value:
            note = language.pick(treaty.next_due.text)
            yield Event("due", treaty.next_due.value, s("calendar-due", treaty=name), treaty, note)
        if review := treaty.latest_review:
            yield Event("review", review.held, s("calendar-review", treaty=name), treaty)
            observations = review.concluding_observations
            if observations.adopted:
                title = s("calendar-observations", treaty=name)
                yield Event("observations", observations.adopted, title, treaty, observations.symbol)


def _rounds(dataset: Dataset, s: Callable[..., str]) -> Iterator[Event]:
    for cycle in dataset.all("upr-cycles"):
        yield Event("upr", cycle.review_date, s("calendar-upr", n=cycle.cycle), cycle)
        if cycle.adopted:
            yield Event("upr-outcome", cycle.adopted, s("calendar-upr-outcome", n=cycle.cycle), cycle)


def _meetings(dataset: Dataset, language: Language, s: Callable[..., str]) -> Iterator[Event]:
    for meeting in dataset.all("meetings"):
        title = s(f"calendar-meeting-{meeting.status}", topic=language.pick(meeting.topic))
        yield Event("meeting", meeting.date, title, meeting)


def write_calendars(dataset: Dataset, site: Path, address: str, stamp: str) -> None:
    """Write the calendar of each language. ``address`` is the root of the site, ``stamp`` the day of the data."""
    for language in LANGUAGES.values():
        text = calendar_file(dataset, language, f"{address}{language.code}/", stamp)
        (site / language.code / PLACE).write_text(text, encoding="utf-8", newline="")


def calendar_file(dataset: Dataset, language: Language, root: str, stamp: str) -> str:
    """The calendar in one language. It knows no clock: ``stamp`` (2018-06-01) is when the data were checked."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//The Norwegian Model//{language.code}", "CALSCALE:GREGORIAN"]
    lines.append(f"X-WR-CALNAME:{_escape(language.pick(dataset.interface['calendar-name']))}")
    for event in calendar(dataset, language):
        lines += _event(dataset, language, event, root, stamp)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _fold(line))


def _event(dataset: Dataset, language: Language, event: Event, root: str, stamp: str) -> Iterator[str]:
    unsure = "" if event.has_day else language.pick(dataset.interface["calendar-no-day"])
    yield "BEGIN:VEVENT"
    yield f"UID:{event.uid}"
    yield f"DTSTAMP:{stamp.replace('-', '')}T000000Z"
    yield f"DTSTART;VALUE=DATE:{event.first:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{event.after:%Y%m%d}"
    yield f"SUMMARY:{_escape(event.title)}"
    if about := " ".join(filter(None, [unsure, event.note])):
        yield f"DESCRIPTION:{_escape(about)}"
    yield f"URL:{root}{dataset.address(event.record)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _escape(text: str) -> str:
    """A text on one line, whichever sign breaks it: no line of it may be read as one of the calendar's own."""
    return "\\n".join(text.translate(ESCAPED).splitlines())


def _fold(line: str) -> Iterator[str]:
    """A line in pieces of at most 75 bytes, each but the first begun with a space; no letter is cut in two."""
    piece = ""
    for letter in line:
        if len((piece + letter).encode()) > FOLD_AT:
            yield piece
            piece = " "
        piece += letter
    yield piece
