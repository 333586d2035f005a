"""Every fact with a basis is in the list of claims, once, with what it says and where it was read."""

import csv
import io
import json

import pytest

from macros.claims import FIELDS, claims
from macros.exports import write_claims


@pytest.fixture(scope="module")
def rows(ds):
    return list(claims(ds))


def bases(value, path=()):
    """Every basis in a record as it is exported, with the field that it is about: found without the model."""
    if isinstance(value, dict):
        for key, item in value.items():
            if item in ("read", "seed", "recalled") and (key == "basis" or key.endswith("_basis")):
                field = () if key == "basis" else (key.removesuffix("_basis"),)
                yield ".".join((*path, *field)), item
            yield from bases(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from bases(item, (*path, str(index)))


def test_every_fact_with_a_basis_is_there_once(ds, rows):
    expected = [
        (name, record.id, *found)
        for (name, _), entry in ds.entries.items()
        for record in [entry.record]
        for found in bases(record.model_dump(by_alias=True))
    ]
    assert expected
    found = [(row["collection"], row["record"], row["field"], row["basis"]) for row in rows]
    assert sorted(found) == sorted(expected)
    assert len(set(found)) == len(found)


def test_a_row_says_what_where_and_how_sure(ds, rows):
    row = next(row for row in rows if (row["record"], row["field"]) == ("crc-2010-9", ""))
    record = ds.get("recommendations", "crc-2010-9")
    assert row["address"] == "recommendations/crc-2010-9/"
    assert row["text"] == record.summary.model_dump()
    assert [(source["id"], source["locator"]) for source in row["sources"]] == [
        (source.id, source.locator) for source in record.sources
    ]
    assert all(source["title"] == ds.get("sources", source["id"]).title for source in row["sources"])


def test_a_later_development_has_its_own_basis_text_and_sources(rows):
    [row] = [row for row in rows if (row["record"], row["field"]) == ("proposal-1", "items.0.later")]
    assert row["text"] == {"nb": "Gjort i 2019.", "en": "Done in 2019."}
    assert row["basis"] == "read"
    assert [source["id"] for source in row["sources"]] == ["one-source"]


def test_a_part_that_cannot_have_sources_rests_on_those_of_what_it_stands_in(rows):
    [row] = [row for row in rows if row["field"] == "items.0.related_recommendations.0"]
    assert [source["id"] for source in row["sources"]] == ["seed-implementation"]


def test_a_basis_of_one_field_says_the_field(rows):
    found = {row["field"]: row for row in rows if row["collection"] == "offices"}
    assert found["seat"]["basis"] == "recalled"
    assert found["seat"]["text"] == {"nb": "Arendal", "en": "Arendal"}


def test_every_row_has_the_fields_that_are_described(rows):
    assert all(tuple(row) == FIELDS for row in rows)


def test_every_row_says_something_in_both_languages(rows):
    assert all(row["text"]["nb"].strip() and row["text"]["en"].strip() for row in rows)


def test_both_files_hold_every_row_and_the_same_data_makes_the_same_bytes(ds, rows, tmp_path):
    write_claims(ds, tmp_path)
    first = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert json.loads(first["claims.json"]) == rows
    table = list(csv.DictReader(io.StringIO(first["claims.csv"].decode(), newline="")))
    assert [(row["record"], row["field"], row["basis"]) for row in table] == [
        (row["record"], row["field"], row["basis"]) for row in rows
    ]
    assert [json.loads(row["sources"]) if row["sources"] else [] for row in table] == [row["sources"] for row in rows]
    write_claims(ds, tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == first
