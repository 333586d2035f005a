"""What the site promises as a whole: dated counts, partial documents, open data, a map, notes that stay inside."""

import csv
import html
import io
import json
import re

import pytest
import yaml
from lxml import etree
from shared import LANGUAGE, squeeze

from macros.language import LANGUAGES
from macros.model import COLLECTIONS

pytestmark = pytest.mark.site

LONG_ENOUGH_TO_TELL = 20  # "older version" may well stand in a text for readers too
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def digits(text):
    return int("".join(re.findall(r"\d", text)))


@pytest.fixture
def words(dataset, language):
    """The interface in one language, as pages write it."""
    return lambda key, **values: squeeze(LANGUAGES[language].pick(dataset.interface[key]).format(**values))


@LANGUAGE
def test_the_home_page_counts_what_the_data_holds_and_says_when(language, site, dataset, words, root):
    page = site.page(language, "")
    counted = {}
    for item in page.tree.xpath("//*[@class='counts']//li"):
        number = item.xpath("./*[@class='number']")[0]
        counted[squeeze(item.text_content()).removeprefix(squeeze(number.text_content())).strip()] = digits(
            number.text_content()
        )
    expected = {
        words(f"count-{name}"): len(dataset.all(name))
        for name in ("recommendations", "threads", "members", "sources", "gaps")
    }
    expected[words("count-proposals")] = sum(len(package.items) for package in dataset.all("proposals"))
    assert counted == expected
    date = yaml.safe_load((root / "mkdocs.base.yml").read_text(encoding="utf-8"))["extra"]["counted_on"]
    assert page.says(words("counted", date=LANGUAGES[language].day(date)))


@LANGUAGE
def test_the_home_page_has_two_doors_and_a_line_for_those_who_follow_up(language, site):
    doors = site.page(language, "").tree.xpath("//*[@class='cards']/section")
    assert len(doors) == 3
    assert all(len(door.xpath(".//a")) >= 2 for door in doors)


@LANGUAGE
def test_a_document_that_was_read_in_part_says_so_with_the_number_found_and_where_the_text_is(
    language, site, dataset, words
):
    partial = [document for document in dataset.all("documents") if document.partial]
    assert partial
    for document in dataset.all("documents"):
        page = site.page(language, dataset.address(document))
        found = len(dataset.mentioning(document, "recommendations", "document"))
        notices = [squeeze(notice.text_content()) for notice in page.tree.xpath("//*[contains(@class, 'is-partial')]")]
        if not document.partial:
            assert not notices, document.id
            continue
        [notice] = notices
        size = "none" if found == 0 else "one" if found == 1 else "many"
        assert words(f"partial-{size}", n=found) in notice, document.id
        assert all(url in page.tree.xpath("//*[contains(@class, 'is-partial')]//@href") for url in document.urls), (
            document.id
        )


@LANGUAGE
def test_lists_say_how_many_they_hold(language, site, dataset):
    expected = {
        "recommendations/": len(dataset.all("recommendations")),
        "enoc/members/": len(dataset.all("members")),
        "enoc/statements/": len(dataset.all("statements")),
        "implementation/proposals/": sum(len(package.items) for package in dataset.all("proposals")),
    }
    for path, number in expected.items():
        page = site.page(language, path)
        assert digits(page.one("//*[@data-shown]").text_content()) == number, path
        assert len(page.tree.xpath("//ol[@class='results']/li[not(@hidden)]")) == number, path


@LANGUAGE
def test_a_filter_counts_the_results_that_have_its_value(language, site):
    for path in ("recommendations/", "enoc/members/", "enoc/statements/", "implementation/proposals/"):
        page = site.page(language, path)
        facets = page.tree.xpath("//*[@data-facet]")
        assert facets, path
        for facet in facets:
            name = facet.get("data-facet")
            having = [item.split() for item in page.tree.xpath(f"//ol[@class='results']/li/@data-facet-{name}")]
            for choice in facet.xpath(".//label"):
                value = choice.xpath("./input/@value")[0]
                shown = digits(choice.xpath("./*[@class='count']")[0].text_content())
                assert shown == sum(value in values for values in having) > 0, f"{path}: {name}={value}"


@LANGUAGE
def test_the_source_list_holds_every_source_with_its_address_or_says_that_there_is_none(language, site, dataset, words):
    entries = {entry.get("id"): entry for entry in site.page(language, "about/sources/").tree.xpath("//li[@id]")}
    for source in dataset.all("sources"):
        entry = entries[source.id]
        assert squeeze(source.title) in squeeze(entry.text_content()), source.id
        if source.link:
            assert source.link in entry.xpath(".//@href"), source.id
        elif not source.url:
            assert words("no-address") in squeeze(entry.text_content()), source.id


# What is not for readers


def notes(value):
    """Every note for editors in a record, at any depth."""
    if isinstance(value, dict):
        for key, item in value.items():
            if key == "editor_note" and item:
                yield item
            else:
                yield from notes(item)
    elif isinstance(value, list):
        for item in value:
            yield from notes(item)


def test_notes_for_editors_stay_with_the_editors(folder, root):
    wanted = {
        squeeze(note)
        for file in (root / "data").rglob("*.yml")
        for note in notes(yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader))
        if len(note) > LONG_ENOUGH_TO_TELL
    }
    assert len(wanted) > 40
    broken = []
    for file in sorted(
        path for path in folder.rglob("*") if path.suffix in {".html", ".json", ".csv", ".xml", ".txt", ".js"}
    ):
        text = file.read_text(encoding="utf-8")
        text = json.dumps(json.loads(text), ensure_ascii=False).replace('\\"', '"') if file.suffix == ".json" else text
        text = squeeze(html.unescape(text))
        broken += [f"{file.relative_to(folder)}: {note[:100]}" for note in wanted if note in text]
        broken += [f"{file.relative_to(folder)}: editor_note"] if "editor_note" in text else []
    assert not broken, "\n".join(broken)


def test_nothing_but_the_site_is_published(folder):
    known = {".html", ".css", ".js", ".svg", ".xml", ".txt", ".json", ".csv", ".odt", ".ics", ".png", ".ico"}
    strange = [
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file() and path.suffix not in known
    ]
    strange += [path.relative_to(folder).as_posix() for path in folder.rglob(".*")]
    assert not strange, "\n".join(strange)


# For machines


def test_the_map_of_the_site_lists_every_page_with_its_twin(site, address):
    tree = etree.parse(site.folder / "sitemap.xml")
    listed = {}
    for url in tree.getroot().findall("s:url", SITEMAP):
        twins = {link.get("hreflang"): link.get("href") for link in url.findall("x:link", SITEMAP)}
        listed[url.findtext("s:loc", namespaces=SITEMAP)] = twins
    assert listed == {
        f"{address}{page.address}": {lang: f"{address}{lang}/{page.path}" for lang in ("nb", "en")} for page in site
    }


def test_robots_may_read_everything_and_are_told_of_the_map(folder, address):
    text = (folder / "robots.txt").read_text(encoding="utf-8")
    assert f"Sitemap: {address}sitemap.xml" in text.splitlines()
    assert "Disallow" not in text


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_a_collection_can_be_taken_away_whole_in_two_formats(collection, folder, dataset, site):
    expected = [record.id for record in dataset.all(collection)]
    rows = json.loads((folder / f"data/{collection}.json").read_text(encoding="utf-8"))
    assert [row["id"] for row in rows] == expected
    text = (folder / f"data/{collection}.csv").read_bytes().decode("utf-8")
    table = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    assert [row["id"] for row in table] == expected
    assert all(None not in row and None not in row.values() for row in table)
    for language in ("nb", "en"):
        assert all(site.page(language, row["address"]) for row in rows)
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in table for cell in row.values())


def test_the_index_of_the_open_data_names_every_file(folder, dataset):
    index = json.loads((folder / "data/index.json").read_text(encoding="utf-8"))
    assert {entry["collection"]: entry["records"] for entry in index} == {
        name: len(dataset.all(name)) for name in COLLECTIONS
    }
    files = {entry[kind] for entry in index for kind in ("json", "csv")}
    assert files | {"index.json", "claims.json", "claims.csv"} == {path.name for path in (folder / "data").iterdir()}


@LANGUAGE
def test_the_open_data_page_links_to_every_file_and_counts_its_records(language, site, dataset):
    page = site.page(language, "about/data/")
    for name in COLLECTIONS:
        assert {f"data/{name}.json", f"data/{name}.csv"} <= page.targets, name
        row = page.one(f"//tr[.//a[contains(@href, '/data/{name}.json')]]")
        assert digits(row.xpath("./td")[0].text_content()) == len(dataset.all(name)), name
