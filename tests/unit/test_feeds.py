"""Which records are news, in which order, and that the same data makes the same bytes."""

from macros.feeds import write_feeds
from macros.language import LANGUAGES
from macros.news import DATED, NEWEST, newest_entries


def test_only_what_has_a_month_is_news(ds):
    entries = newest_entries(ds)
    assert entries
    assert len(entries) <= NEWEST
    dated = [DATED[entry.collection](entry.record) for entry in entries]
    assert all(date and len(date) >= len("2018-06") for date in dated)
    assert all(len(entry.day) == len("2018-06-01") for entry in entries)


def test_the_newest_comes_first(ds):
    days = [entry.day for entry in newest_entries(ds)]
    assert days == sorted(days, reverse=True)


def test_the_same_data_makes_the_same_bytes(ds, tmp_path):
    made = []
    for place in (tmp_path / "one", tmp_path / "two"):
        for code in LANGUAGES:
            (place / code).mkdir(parents=True)
        write_feeds(ds, place, "https://example.org/")
        made.append([(place / code / "feed.xml").read_bytes() for code in LANGUAGES])
    assert made[0] == made[1]
    assert all(b"https://example.org/" in text for text in made[0])
