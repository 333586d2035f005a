import csv
import io
import json

import pytest

from macros.exports import _csv, write_exports
from macros.model import COLLECTIONS


@pytest.fixture(scope="module")
def folder(ds, tmp_path_factory):
    folder = tmp_path_factory.mktemp("exports") / "deep" / "data"
    write_exports(ds, folder)
    return folder


def rows(folder, name):
    return json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))


def table(text):
    return list(csv.DictReader(io.StringIO(text)))


def test_every_collection_is_there_in_both_formats_and_in_the_index(ds, folder):
    index = rows(folder, "index")
    assert [(item["collection"], item["records"]) for item in index] == [
        (name, len(ds.all(name))) for name in COLLECTIONS
    ]
    listed = {item[kind] for item in index for kind in ("json", "csv")}
    assert {path.name for path in folder.iterdir()} == listed | {"index.json"}


@pytest.mark.parametrize("name", COLLECTIONS)
def test_both_formats_hold_every_record_with_its_id_and_address(ds, folder, name):
    expected = [(record.id, ds.address(record)) for record in ds.all(name)]
    assert [(row["id"], row["address"]) for row in rows(folder, name)] == expected
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        assert [(row["id"], row["address"]) for row in csv.DictReader(file)] == expected


@pytest.mark.parametrize("name", COLLECTIONS)
def test_what_is_exported_can_be_read_back_as_the_same_record(ds, folder, name):
    for row, record in zip(rows(folder, name), ds.all(name), strict=True):
        del row["address"]
        again = type(record).model_validate(row)
        assert again == record.model_copy(update={"editor_note": None})


def test_notes_for_editors_are_never_exported(ds, folder):
    assert ds.get("recommendations", "crc-2010-10").editor_note == "Only editors read this."
    for path in folder.iterdir():
        text = path.read_text(encoding="utf-8")
        assert "Only editors read this." not in text
        assert "editor_note" not in text
        assert "former_ids" not in text


def test_notes_for_editors_in_the_parts_of_a_record_are_not_exported_either(repo, tmp_path):
    repo.change(
        "proposals/proposal-1.yml", "part_of: proposal-1-1", "part_of: proposal-1-1\n    editor_note: hush-hush"
    )
    write_exports(repo.load(), tmp_path)
    assert not [path.name for path in tmp_path.glob("*.*") if "hush-hush" in path.read_text(encoding="utf-8")]


def test_both_languages_stand_side_by_side(folder):
    row = table((folder / "themes.csv").read_text(encoding="utf-8"))[0]
    assert (row["name.nb"], row["name.en"]) == ("Statsborgerskap", "Nationality")


def test_a_list_of_plain_values_is_joined_and_other_lists_stay_json(folder):
    row = table((folder / "themes.csv").read_text(encoding="utf-8"))[0]
    assert row["crc_articles"] == "7; 8"
    proposal = table((folder / "proposals.csv").read_text(encoding="utf-8"))[0]
    assert json.loads(proposal["items"])[1]["id"] == "proposal-1-2"


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\uff1d"])
@pytest.mark.parametrize("before", ["", " ", "\t", "\r", "x;", "x; ", "x\n", "x\r\n ", "x;\n"])
def test_a_spreadsheet_does_not_run_a_text_as_a_formula(before, sign):
    """Nor one that takes a semicolon for the end of a cell, as those of Norway do."""
    text, safe = f"{before}{sign}HYPERLINK(1)", f"{before}'{sign}HYPERLINK(1)"
    row = table(_csv([{"a": text, "b": {"nb": text}, "c": ["x", text], "d": [{"e": f"x; {sign}1"}], "f": f"x{sign}"}]))
    assert row == [
        {"a": safe, "b.nb": safe, "c": f"x; {safe}", "d": json.dumps([{"e": f"x; '{sign}1"}], ensure_ascii=False)}
        | {"f": f"x{sign}"}
    ]


def test_a_number_stays_a_number():
    assert table(_csv([{"a": -1, "b": 0, "c": None, "d": True}]))[0] == {"a": "-1", "b": "0", "c": "", "d": "True"}


def test_records_with_different_keys_share_one_head():
    assert _csv([{"id": "a", "x": 1}, {"id": "b", "y": "1, 2\n3"}]) == 'id,x,y\r\na,1,\r\nb,,"1, 2\n3"\r\n'


def test_norwegian_letters_are_written_as_they_are(folder):
    assert "Høre på barn" in (folder / "functions.json").read_text(encoding="utf-8")


def test_the_same_data_gives_the_same_bytes(ds, folder, tmp_path):
    write_exports(ds, tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        path.name: path.read_bytes() for path in folder.iterdir()
    }
