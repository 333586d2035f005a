"""The feed of each language is valid Atom, complete, and made of the data's own dates."""

import re
from itertools import pairwise

import pytest
from lxml import etree
from shared import LANGUAGE

from macros.language import LANGUAGES
from macros.model.base import period

pytestmark = pytest.mark.site

ATOM = {"a": "http://www.w3.org/2005/Atom"}
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


@pytest.fixture
def feed(site, language):
    return etree.parse(site.folder / language / "feed.xml").getroot()


def text(element, name):
    found = element.findall(f"a:{name}", ATOM)
    assert len(found) == 1, f"{len(found)} of {name}"
    return found[0].text


@LANGUAGE
def test_it_has_what_atom_requires(feed, language, address):
    """RFC 4287, 4.1.1 and 4.1.2: one id, title and updated each; an author; links with an address."""
    assert feed.tag == f"{{{ATOM['a']}}}feed"
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == language
    assert text(feed, "id") == f"{address}{language}/feed.xml"
    assert feed.xpath("a:author/a:name/text()", namespaces=ATOM)
    assert feed.xpath("a:link[@rel='self']/@href", namespaces=ATOM) == [text(feed, "id")]
    entries = feed.findall("a:entry", ATOM)
    assert len(entries) == 30
    for part in [feed, *entries]:
        assert text(part, "title").strip()
        assert RFC_3339.fullmatch(text(part, "updated"))
        assert len(part.xpath("a:link[@rel='alternate']/@href", namespaces=ATOM)) == 1
    assert all(text(entry, "summary").strip() for entry in entries)
    ids = [text(entry, "id") for entry in entries]
    assert len(set(ids)) == len(ids)


@LANGUAGE
def test_the_newest_comes_first_and_dates_the_feed(feed):
    days = [text(entry, "updated") for entry in feed.findall("a:entry", ATOM)]
    assert all(first >= second for first, second in pairwise(days))
    assert text(feed, "updated") == days[0]


@LANGUAGE
def test_every_entry_is_a_record_with_that_date_and_leads_to_it(feed, language, site, dataset, address):
    records = {f"{address}{language}/{dataset.address(e.record)}": e.record for e in dataset.entries.values()}
    for entry in feed.findall("a:entry", ATOM):
        [href] = entry.xpath("a:link/@href", namespaces=ATOM)
        record = records[href]
        page, _, anchor = href.removeprefix(address).partition("#")
        assert not anchor or anchor in site.pages[page].ids
        dates = [
            getattr(record, name, None) for name in ("adopted", "published", "dated", "submitted", "dates", "date")
        ]
        dates.append(getattr(getattr(record, "adopted_at", None), "date", None))
        days = {(period(date)[1] + "-01")[:10] for date in dates if date}
        assert text(entry, "updated")[:10] in days
        label = " ".join(LANGUAGES[language].pick(record.label).split())
        assert label.startswith(" ".join(text(entry, "title").split()).removesuffix("…"))


def test_the_newest_document_of_the_committee_is_in_it(site, dataset):
    newest = max((d for d in dataset.all("documents") if d.adopted), key=lambda d: d.adopted)
    assert f"/en/{dataset.address(newest)}<" in (site.folder / "en/feed.xml").read_text(encoding="utf-8")


def test_every_page_names_the_feed_of_its_language(site):
    for page in site:
        [href] = page.tree.xpath("/html/head/link[@type='application/atom+xml']/@href")
        assert page.resolve(href).target == f"{page.language}/feed.xml", page.name
        assert page.tree.xpath("/html/head/link[@type='application/atom+xml']/@title")


def test_both_languages_tell_the_same(site):
    said = [
        [
            e.split("/", 4)[-1]
            for e in etree.parse(site.folder / lang / "feed.xml").xpath("//a:entry/a:id/text()", namespaces=ATOM)
        ]
        for lang in ("nb", "en")
    ]
    assert said[0] == said[1]


@LANGUAGE
def test_the_page_of_what_is_new_tells_what_the_feed_tells(feed, site, language, address):
    links = site.page(language, "about/news/").tree.xpath("//ol[contains(@class, 'timeline')]/li//h3/a/@href")
    told = [site.page(language, "about/news/").resolve(href) for href in links]
    ids = [text(entry, "id").removeprefix(address) for entry in feed.findall("a:entry", ATOM)]
    assert [f"{link.target}#{link.anchor}".rstrip("#") for link in told] == ids
    assert site.page(language, "about/news/").tree.xpath("//a[contains(@href, 'feed.xml')]")
