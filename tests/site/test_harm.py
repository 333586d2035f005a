"""Text in the data stays text on every page, in titles, lists, feeds and files, whatever it looks like."""

import csv
import itertools
import json
import re
import shutil
import subprocess
import sys
import zipfile

import pytest
import yaml
from faults import HARMFUL, MARK, harm, inner, texts
from lxml import etree, html
from shared import LANGUAGE, SOURCES, squeeze

pytestmark = pytest.mark.site

PAYLOADS = [text for text in HARMFUL if len(text) < 1000]
FIRST, IN_EACH = len(PAYLOADS), 4
CALENDAR = "follow-up/calendar.ics"
FORMULA = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]")
MOST = len(PAYLOADS) / 2  # where it hangs on the data which of them come to stand in a file


@pytest.fixture(scope="module")
def harmed(root, tmp_path_factory):
    """The site built from data in which every file has harmful texts."""
    repo = tmp_path_factory.mktemp("harm")
    for name in SOURCES:
        (shutil.copytree if (root / name).is_dir() else shutil.copy)(root / name, repo / name)
    payloads = itertools.cycle(PAYLOADS)
    for path in sorted((repo / "data").rglob("*.yml")):
        if path.name == "interface.yml":
            continue
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        for record in content[:FIRST] if isinstance(content, list) else [content]:
            for way in texts(record)[:IN_EACH]:
                inner(record, way[:-1])[way[-1]] = next(payloads)
        path.write_text(yaml.safe_dump(content, allow_unicode=True, width=10_000), encoding="utf-8")
    built = subprocess.run(
        [sys.executable, "-m", "macros", "build"], cwd=repo, capture_output=True, text=True, check=False
    )
    assert built.returncode == 0, built.stdout + built.stderr
    return repo / "site"


def test_text_that_looks_like_code_stays_text_on_every_page(harmed):
    broken, seen = [], 0
    for path in sorted(harmed.rglob("*.html")):
        source = path.read_text(encoding="utf-8")
        seen += MARK in source
        broken += [f"{path.relative_to(harmed)}: {what}" for what in harm(source)]
    assert not broken, "\n".join(broken[:40])
    assert seen > 500, "the harmful texts are on the pages"


def test_a_page_with_harmful_text_has_one_title_and_one_heading(harmed):
    for path in sorted(harmed.rglob("*/index.html")):
        tree = html.document_fromstring(path.read_text(encoding="utf-8"))
        assert len(tree.xpath("/html/head/title")) == len(tree.xpath("//h1")) == len(tree.xpath("//main")) == 1, path


def documents(folder):
    """Every feed, the sitemap and every part of every text document: its name, and its XML read strictly."""
    for path in sorted([*folder.rglob("*.xml"), *folder.rglob("*.odt")]):
        name = path.relative_to(folder).as_posix()
        if path.suffix == ".xml":
            yield name, etree.fromstring(path.read_bytes())
        else:
            with zipfile.ZipFile(path) as file:
                for part in file.namelist():
                    if part.endswith(".xml"):
                        yield f"{name}: {part}", etree.fromstring(file.read(part))


def test_text_documents_and_feeds_have_the_elements_they_should_and_hold_the_text_as_text(harmed, folder):
    """That is: those that they have when nothing is wrong with the data."""

    def outline(tree):
        return [(element.tag, sorted(element.attrib)) for element in tree.iter()]

    whole = {name: outline(tree) for name, tree in documents(folder)}
    said = {"feed.xml": "", "content.xml": ""}
    for name, tree in documents(harmed):
        assert outline(tree) == whole.pop(name), name
        for kind in said:
            said[kind] += squeeze("".join(tree.itertext())) * name.endswith(kind)
    assert not whole, "none is missing"
    for kind, text in said.items():
        assert len([payload for payload in PAYLOADS if squeeze(payload) in text]) > MOST, kind


def calendar(path):
    """The lines of a calendar as a program reads them: what each is, and what it says."""
    raw = path.read_bytes()
    assert raw.endswith(b"\r\n")
    lines = raw.removesuffix(b"\r\n").split(b"\r\n")
    assert not [line for line in lines if len(line) > 75 or len(line.decode().splitlines()) != 1]
    for line in b"\r\n".join(lines).replace(b"\r\n ", b"").decode().split("\r\n"):
        name, _, value = line.partition(":")
        yield name, value


@LANGUAGE
def test_the_calendar_has_the_lines_it_should_and_holds_the_text_as_text(harmed, folder, language):
    found = list(calendar(harmed / language / CALENDAR))
    assert [name for name, _ in found] == [name for name, _ in calendar(folder / language / CALENDAR)]
    values = [value for name, value in found if name in ("SUMMARY", "DESCRIPTION")]
    assert not [value for value in values if re.search(r"[,;]|\\(?![\\,;n])", re.sub(r"\\[\\,;n]", "", value))]
    said = "\n".join(re.sub(r"\\(.)", lambda sign: "\n" if sign[1] == "n" else sign[1], value) for value in values)
    assert len([payload for payload in PAYLOADS if "\n".join(payload.splitlines()) in said]) > MOST


def test_no_cell_of_the_open_data_is_a_formula_wherever_a_spreadsheet_begins_a_cell(harmed, folder):
    for path in sorted((harmed / "data").glob("*.csv")):
        text = path.read_bytes().decode()
        for sign in ",;\t":
            cells = [cell for row in csv.reader(text.splitlines(keepends=True), delimiter=sign) for cell in row]
            assert not [cell for cell in cells if FORMULA.match(cell)], f"{path.name}, divided at {sign!r}"
        head, *rows = csv.reader(text.splitlines(keepends=True))
        whole = list(csv.reader((folder / "data" / path.name).read_bytes().decode().splitlines(keepends=True)))
        assert (head, len(rows)) == (whole[0], len(whole) - 1), path.name
        assert {len(row) for row in rows} <= {len(head)}, path.name


def test_the_open_data_and_what_the_search_reads_are_json_and_hold_the_text_as_text(harmed):
    def strings(value):
        inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        return {value} if isinstance(value, str) else set().union(*map(strings, inside))

    read = {path: json.loads(path.read_text(encoding="utf-8")) for path in sorted(harmed.rglob("*.json"))}
    for name in ("claims", "recommendations", "themes"):
        assert not set(PAYLOADS) - strings(read[harmed / f"data/{name}.json"]), name
