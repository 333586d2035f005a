"""The checklist as an empty text document: it opens, says everything, and is the same every time."""

import xml.etree.ElementTree as ET
import zipfile

import pytest

from macros.language import LANGUAGES
from macros.load import load_once
from macros.paper import MIMETYPE, write_form

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


@pytest.fixture(scope="module")
def data(pytestconfig):
    return load_once(pytestconfig.rootpath)


@pytest.fixture(params=["nb", "en"])
def form(request, data, tmp_path):
    language = LANGUAGES[request.param]
    write_form(data, language, tmp_path / "form.odt", "checklist.xml")
    return language, tmp_path / "form.odt"


def test_a_form_is_an_odf_text_document(form):
    with zipfile.ZipFile(form[1]) as file:
        first = file.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert file.read("mimetype").decode() == MIMETYPE
        assert file.testzip() is None
        for name in ("content.xml", "styles.xml", "META-INF/manifest.xml"):
            ET.fromstring(file.read(name))  # noqa: S314 -- our own file


def test_a_form_has_every_requirement_with_room_to_answer(form, data):
    language, path = form
    with zipfile.ZipFile(path) as file:
        content = ET.fromstring(file.read("content.xml"))  # noqa: S314 -- our own file
    headings = [heading.text for heading in content.iter(f"{TEXT}h")]
    paragraphs = [paragraph.text for paragraph in content.iter(f"{TEXT}p")]
    for requirement in data.all("requirements"):
        assert any(heading.endswith(f". {language.pick(requirement.title)}") for heading in headings)
        assert language.pick(requirement.requirement) in paragraphs
        assert any(language.pick(requirement.norway.note) in text for text in paragraphs)
    assert sum(text.count("☐") for text in paragraphs) == 4 * len(data.all("requirements"))


def test_a_form_is_the_same_every_time(data, tmp_path):
    for name in ("a", "b"):
        write_form(data, LANGUAGES["en"], tmp_path / name, "checklist.xml")
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
