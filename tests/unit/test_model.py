import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from macros.model import COLLECTIONS
from macros.model.base import Article, Date, Id, Line, Link, Model, Record, Ref, Text, Year, period, references

DATES = [
    ("2018", ("2018", "2018")),
    ("2018-06", ("2018-06", "2018-06")),
    ("2018-06-01", ("2018-06-01", "2018-06-01")),
    ("2020-02-29", ("2020-02-29", "2020-02-29")),
    ("2020/2021", ("2020", "2021")),
    ("2003-10/2003-11", ("2003-10", "2003-11")),
    ("2003-10-15/2003-11-02", ("2003-10-15", "2003-11-02")),
    ("2003-10-15/17", ("2003-10-15", "2003-10-17")),
    ("2003-10/11", ("2003-10", "2003-11")),
    ("2019/2020-03", ("2019", "2020-03")),
    ("2018-06-01/2018-06-01", ("2018-06-01", "2018-06-01")),
]
NO_DATES = [
    "",
    "18",
    "2018-6-1",
    "2018-13",
    "2018-06-31",
    "2019-02-29",
    "2018-00",
    "1. juni 2018",
    "01.06.2018",
    "2018-06-01T12:00",
    "2018-06-01 ",
    " 2018",
    "2018\n",
    "2018-06-01\n",
    "٢٠١٨",
    "2018/",
    "/2018",
    "2018/2019/2020",
    "2020/21",
    "2003-10-15/7",
    "2003-10-15/32",
    "2003-10/13",
    "2018-06-01/x",
]
LINKS = [
    "https://example.org",
    "http://example.org/a?b=c&d=e#f",
    "https://example.org/å%20b",
    "https://example.org:8000/(a)",
    "https://forbrukerrådet.no./a",
    "mailto:post@example.org",
]
UNSAFE_LINKS = [
    "",
    "example.org",
    "www.example.org",
    "//example.org",
    "/en/",
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    "data:text/html,x",
    "file:///etc/passwd",
    "ftp://example.org",
    "https:example.org",
    "https://",
    "https://exa mple.org",
    "https://example",
    "https://https://example.org",
    "https://www.example.org@elsewhere.org/",
    "https://ex\u0430mple.org/",
    "https://example.org/a,",
    "mailto:post@example.org?bcc=all@example.org",
    "https://example.org/<script>",
    'https://example.org/"onclick="x',
    "https://example.org\n",
    "https://example.org\njavascript:alert(1)",
    " https://example.org",
    "mailto:",
    "mailto:nobody",
    "mailto:a@b c",
]


def accepts(kind, value):
    try:
        TypeAdapter(kind).validate_python(value, strict=True)
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize(("date", "ends"), DATES)
def test_a_date_is_a_year_a_month_a_day_or_a_period_and_has_two_ends(date, ends):
    assert accepts(Date, date)
    assert period(date) == ends


@pytest.mark.parametrize("date", NO_DATES)
def test_what_is_no_date_of_the_calendar_is_refused(date):
    assert not accepts(Date, date)


@pytest.mark.parametrize("date", ["2021/2020", "2003-10-17/15", "2003-10-15/2003-10-14", "2003-11/10"])
def test_a_period_does_not_end_before_it_begins(date):
    with pytest.raises(ValidationError, match="ends before it begins"):
        TypeAdapter(Date).validate_python(date)


@given(st.dates(), st.dates())
def test_every_day_and_every_period_of_the_calendar_is_a_date(one, other):
    first, last = sorted((one, other))
    assert accepts(Date, first.isoformat())
    assert accepts(Date, f"{first}/{last}")


@pytest.mark.parametrize("link", LINKS)
def test_a_link_to_the_web_or_to_a_mailbox_is_accepted(link):
    assert accepts(Link, link)


@pytest.mark.parametrize("link", UNSAFE_LINKS)
def test_any_other_link_is_refused(link):
    assert not accepts(Link, link)


@pytest.mark.parametrize("article", [1, 12, 54])
def test_the_convention_has_54_articles(article):
    assert accepts(Article, article)


@pytest.mark.parametrize("article", [0, 55, -1, "12", 12.0, True, None])
def test_an_article_that_the_convention_does_not_have_is_refused(article):
    assert not accepts(Article, article)


@pytest.mark.parametrize("year", [1899, 2101, "2018", 2018.5])
def test_an_impossible_year_is_refused(year):
    assert not accepts(Year, year)


@pytest.mark.parametrize("id_", ["a", "crc-2018-35b", "1989", "a" * 80])
def test_an_id_is_small_letters_digits_and_single_hyphens(id_):
    assert accepts(Id, id_)


@pytest.mark.parametrize(
    "id_", ["", "A", "a--b", "-a", "a-", "a_b", "a b", "å", "a/b", "../a", "a#b", "a\n", "a" * 81, 1]
)
def test_any_other_id_is_refused(id_):
    assert not accepts(Id, id_)


@pytest.mark.parametrize("line", ["", " ", "\n", "\t \n", None, 1, True, ["a"]])
def test_a_text_is_never_empty_and_never_converted(line):
    assert not accepts(Line, line)


@pytest.mark.parametrize(
    "halves",
    [
        {"nb": "a"},
        {"en": "a"},
        {"nb": "a", "en": ""},
        {"nb": " ", "en": "a"},
        {"nb": None, "en": "a"},
        {"nb": "a", "en": "b", "nn": "c"},
        {},
        "a",
        None,
    ],
)
def test_a_text_for_readers_has_both_halves_and_nothing_more(halves):
    assert not accepts(Text, halves)


@pytest.mark.parametrize("collection", COLLECTIONS.values(), ids=lambda collection: collection.name)
def test_every_kind_of_record_refuses_keys_it_does_not_know(collection):
    with pytest.raises(ValidationError) as error:
        collection.model.model_validate({"id": "a", "no-such-key": 1})
    assert "extra_forbidden" in {item["type"] for item in error.value.errors() if item["loc"] == ("no-such-key",)}


def models(kind=Model):
    for sub in kind.__subclasses__():
        yield sub
        yield from models(sub)


@pytest.mark.parametrize(
    "model", sorted(set(models()), key=str), ids=lambda model: f"{model.__module__}.{model.__name__}"
)
def test_every_part_of_the_model_is_strict_and_frozen(model):
    assert model.model_config["extra"] == "forbid"
    assert model.model_config["strict"] is True
    assert model.model_config["frozen"] is True


def test_every_reference_in_the_model_names_a_collection():
    def marks(annotation, metadata=()):
        yield from (item.collection for item in metadata if isinstance(item, Ref))
        for argument in getattr(annotation, "__args__", ()):
            yield from marks(argument, getattr(argument, "__metadata__", ()))

    found = {
        mark
        for model in models()
        for field in model.model_fields.values()
        for mark in marks(field.annotation, field.metadata)
    }
    assert len(found) > 10
    assert found <= {*COLLECTIONS, "*"}


def test_every_record_can_be_called_something_in_both_languages(ds):
    for entry in ds.entries.values():
        assert isinstance(entry.record.label, Text), entry.record.id


def test_a_record_lists_its_references_with_their_place_and_part(ds):
    found = list(references(ds.get("proposals", "proposal-1")))
    assert [
        (".".join(map(str, item.path)), item.collection, item.target, item.part) for item in found if item.part
    ] == [
        ("items.0.sources.0.id", "sources", "seed-implementation", "proposal-1-1"),
        ("items.0.themes.0", "themes", "nationality", "proposal-1-1"),
        ("items.0.addressees.0", "actors", "ministry", "proposal-1-1"),
        ("items.0.related_challenges.0", "slides", "challenge-mandate", "proposal-1-1"),
        ("items.0.related_articles.0", "articles", "art-4", "proposal-1-1"),
        ("items.0.related_recommendations.0.document", "documents", "crc-2010", "proposal-1-1"),
        ("items.0.later_sources.0.id", "sources", "one-source", "proposal-1-1"),
        ("items.1.sources.0.id", "sources", "seed-implementation", "proposal-1-2"),
        ("items.1.part_of", "proposals", "proposal-1-1", "proposal-1-2"),
    ]


def test_a_reference_of_any_kind_is_split_into_collection_and_id(ds):
    found = list(references(ds.get("gaps", "gap-one")))
    assert [(item.field, item.collection, item.target) for item in found] == [
        ("records", "recommendations", "crc-2010-9"),
        ("records", "proposals", "proposal-1-2"),
    ]


def test_every_collection_has_a_page_or_an_anchor_for_each_record():
    for collection in COLLECTIONS.values():
        assert issubclass(collection.model, Record)
        field = re.findall(r"\{(\w+)\}", collection.address)
        assert len(field) == 1
        assert field[0] in collection.model.model_fields
        assert collection.has_pages == collection.address.endswith(f"/{{{field[0]}}}/")
