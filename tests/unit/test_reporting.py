"""The reporting calendar: days and periods, what the file says, folding and escaping."""

import datetime
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.language import LANGUAGES
from macros.reporting import FOLD_AT, PLACE, Event, _escape, _fold, calendar, calendar_file, write_calendars

ROOT = "https://example.org/en/"


@pytest.mark.parametrize(
    ("date", "first", "after", "has_day"),
    [
        ("2018-06-01", (2018, 6, 1), (2018, 6, 2), True),
        ("2018-12-31", (2018, 12, 31), (2019, 1, 1), True),
        ("2018-12-05/06", (2018, 12, 5), (2018, 12, 7), True),
        ("2012-10-31/2012-11-01", (2012, 10, 31), (2012, 11, 2), True),
        ("2018-02", (2018, 2, 1), (2018, 3, 1), False),
        ("2018-12", (2018, 12, 1), (2019, 1, 1), False),
        ("2018", (2018, 1, 1), (2019, 1, 1), False),
        ("2018/2019", (2018, 1, 1), (2020, 1, 1), False),
    ],
)
def test_an_event_covers_the_days_that_its_date_names(date, first, after, has_day):
    event = Event("review", date, "", None)
    assert (event.first, event.after, event.has_day) == (datetime.date(*first), datetime.date(*after), has_day)


def test_the_calendar_has_reviews_deadlines_rounds_and_meetings_oldest_first(ds):
    events = [(event.kind, event.record.id, event.date) for event in calendar(ds, LANGUAGES["en"])]
    assert events == [
        ("upr", "upr-cycle-1", "2009-12-02"),
        ("upr-outcome", "upr-cycle-1", "2010"),
        ("review", "cat", "2012-10-31/2012-11-01"),
        ("observations", "cat", "2012-11"),
        ("due", "cat", "2016-11-23"),
        ("meeting", "meeting-1", "2019-03-07"),
        ("meeting", "meeting-2", "2019-10"),
    ]


def test_the_file_says_the_same_in_each_language_and_build(ds, tmp_path):
    for name in ("a", "b"):
        for code in LANGUAGES:
            (tmp_path / name / code / PLACE).parent.mkdir(parents=True)
        write_calendars(ds, tmp_path / name, "https://example.org/", "2018-06-01")
    for code in LANGUAGES:
        first, again = ((tmp_path / name / code / PLACE).read_bytes() for name in ("a", "b"))
        assert first == again
        assert first.count(b"BEGIN:VEVENT") == 7
        assert f"URL:https://example.org/{code}/follow-up/conventions/#cat\r\n".encode() in first


def test_signs_that_mean_something_in_the_file_are_escaped(ds):
    text = calendar_file(ds, LANGUAGES["en"], ROOT, "2018-06-01")
    assert "SUMMARY:Dialogue meeting: Nationality\\; leisure\\, and play\r\n" in text
    assert "DTSTAMP:20180601T000000Z\r\n" in text
    assert _escape("a\\b\nc") == "a\\\\b\\nc"


@given(st.text())
def test_a_text_stays_on_its_line_whatever_breaks_it(text):
    assert len(_escape(text).splitlines()) <= 1
    said = re.sub(r"\\(.)", lambda sign: "\n" if sign[1] == "n" else sign[1], _escape(text))
    assert said == "\n".join(text.splitlines())


def test_a_day_that_is_not_known_is_said(ds):
    text = calendar_file(ds, LANGUAGES["nb"], ROOT, "2018-06-01")
    event = text.partition("UID:meeting-meeting-2@")[2].partition("END:VEVENT")[0]
    assert "DTSTART;VALUE=DATE:20191001\r\nDTEND;VALUE=DATE:20191101\r\n" in event
    assert "DESCRIPTION:Dagen er ikke kjent.\r\n" in event


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r\n")))
def test_folded_lines_are_short_and_unfold_to_what_they_were(line):
    pieces = list(_fold(line))
    assert all(len(piece.encode()) <= FOLD_AT for piece in pieces)
    assert pieces[0] + "".join(piece[1:] for piece in pieces[1:]) == line
    assert all(piece.startswith(" ") for piece in pieces[1:])
