"""Blank worksheets as text documents: they open, hold every field with room to write, and are the same every time."""

import xml.etree.ElementTree as ET
import zipfile

import pytest

from macros.language import LANGUAGES
from macros.load import load_once
from macros.paper import write_form

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"


@pytest.fixture(scope="module")
def data(pytestconfig):
    return load_once(pytestconfig.rootpath)


def content(data, language, worksheet, path):
    write_form(data, language, path, "worksheet.xml", r=worksheet)
    with zipfile.ZipFile(path) as file:
        assert file.testzip() is None
        styles = file.read("styles.xml").decode()
        return ET.fromstring(file.read("content.xml")), styles  # noqa: S314 -- our own file


@pytest.mark.parametrize("code", ["nb", "en"])
def test_a_blank_worksheet_has_every_field_with_room_to_write(data, code, tmp_path):
    language = LANGUAGES[code]
    for worksheet in data.all("worksheets"):
        tree, styles = content(data, language, worksheet, tmp_path / "form.odt")
        headings = [heading.text for heading in tree.iter(f"{TEXT}h")]
        assert headings == [
            language.pick(worksheet.title),
            *(f"{number}. {language.pick(field.title)}" for number, field in enumerate(worksheet.fields, 1)),
        ]
        paragraphs = list(tree.iter(f"{TEXT}p"))
        said = {paragraph.text for paragraph in paragraphs}
        assert {language.pick(field.help) for field in worksheet.fields if field.help} <= said
        tables = [field for field in worksheet.fields if field.type == "table"]
        assert len(list(tree.iter(f"{TABLE}table"))) == len(tables)
        assert all(set(language.words(field.columns)) <= said for field in tables)
        lines = [paragraph for paragraph in paragraphs if paragraph.get(f"{TEXT}style-name") == "Line"]
        assert len(lines) >= 3 * (len(worksheet.fields) - len(tables))
        used = {paragraph.get(f"{TEXT}style-name") for paragraph in paragraphs}
        assert all(f'style:name="{name}"' in styles for name in used)


def test_a_table_has_columns_and_only_a_table_has(data):
    for worksheet in data.all("worksheets"):
        for field in worksheet.fields:
            assert (field.type == "table") == bool(field.columns), field.id
            for part in filter(None, (field.columns, field.rows)):
                assert len(part.nb) == len(part.en), field.id
        assert worksheet.fields[0].type != "table", "the warning about names stands beside the first field"


def test_a_blank_worksheet_is_the_same_every_time(data, tmp_path):
    for name in ("a", "b"):
        content(data, LANGUAGES["en"], data.all("worksheets")[0], tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
