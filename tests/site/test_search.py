"""The search on the built site: its page, the box on every page, and an index that nobody loads unasked."""

import json

import pytest
from shared import LANGUAGE

from macros.model import COLLECTIONS
from macros.search.units import LONGEST_TITLE

pytestmark = pytest.mark.site

NOT_FOUND = "search/"


@pytest.fixture
def index(folder, language):
    """Address to what a result shows (its own language aside), for everything that can be found."""
    chunks = sorted((folder / language / "search/index").glob("texts-*.json"))
    return {unit[0]: unit[:4] for chunk in chunks for unit in json.loads(chunk.read_text(encoding="utf-8"))}


@LANGUAGE
def test_every_page_and_every_record_can_be_found(index, site, dataset, language):
    pages = set(site.language(language)) - {NOT_FOUND}
    assert not (missing := pages - index.keys()), missing
    records = {dataset.address(entry.record) for entry in dataset.entries.values()}
    assert not (missing := records - index.keys()), missing
    assert not (dead := {address for address in index if address.partition("#")[0] not in pages}), dead
    for address in index:
        page, _, anchor = address.partition("#")
        assert not anchor or anchor in site.page(language, page).ids, address


@LANGUAGE
def test_every_hit_has_a_title_and_says_what_kind_it_is(index, language):
    assert not [address for address, (_, title, kind, _) in index.items() if not title.strip() or not kind.strip()]
    year = "Anbefaling · 2018" if language == "nb" else "Recommendation · 2018"
    assert index["recommendations/crc-2018-35a/"][2] == year


@LANGUAGE
def test_what_readers_ask_for_by_number_says_its_number(index, dataset, language):
    for name, word in (("steps", {"nb": "Steg", "en": "Step"}), ("proposals", {"nb": "Forslag", "en": "Proposal"})):
        for record in dataset.all(name):
            title = index[dataset.address(record)][1]
            assert title.startswith(f"{word[language]} {record.number}: "), title


@LANGUAGE
def test_a_long_statement_is_not_a_title_but_can_be_read_below_it(index, dataset, language):
    short = {address: title for address, (_, title, _, _) in index.items() if "#" in address}
    assert not (long := {address for address, title in short.items() if len(title) > LONGEST_TITLE}), long
    cut = [record for record in dataset.all("gaps") if len(getattr(record.text, language)) > LONGEST_TITLE]
    assert cut
    for record in cut:
        address, title, _, lines = index[dataset.address(record)]
        assert title.endswith(" …"), address
        assert any(line.startswith(title.removesuffix(" …")[:40]) for line in lines), address


@LANGUAGE
def test_a_gap_is_found_where_it_stands_and_not_on_every_page_that_mentions_it(index, dataset, language):
    gap = dataset.get("gaps", "gap-proposals-without-later")
    holding = [
        address for address, (_, _, _, lines) in index.items() if getattr(gap.text, language)[:30] in " ".join(lines)
    ]
    assert holding == [dataset.address(gap)]


@LANGUAGE
def test_the_kinds_are_those_of_the_data_and_the_pages(folder, dataset, language):
    start = json.loads((folder / language / "search/index/start.json").read_text(encoding="utf-8"))
    expected = ["pages", *(name for name in COLLECTIONS if dataset.all(name))]
    assert [kind["id"] for kind in start["kinds"]] == expected


@LANGUAGE
def test_every_page_has_the_box_and_the_link_but_loads_no_index(site, language):
    for page in site.language(language).values():
        forms = page.tree.xpath("//header//form[@data-search-box]")
        assert len(forms) == (page.path != NOT_FOUND), page.name
        for form in forms:
            assert (form.get("method"), page.resolve(form.get("action")).target) == ("get", f"{language}/search/")
        assert f"{language}/search/" in page.targets
        assert "search/index/" not in page.source
        scripts = [src.rpartition("/")[2] for src in page.tree.xpath("//script/@src")]
        search = [name for name in scripts if name.startswith("search")]
        assert search == (["search-page.js"] if page.path == NOT_FOUND else ["search-box.js"]), page.name


@LANGUAGE
def test_the_search_page_has_a_list_for_results_and_says_what_it_needs(site, language):
    page = site.page(language, "search/")
    assert page.one("//*[@data-search-results]").tag == "ol"
    assert page.one("//*[@data-search-form]").get("data-live") is not None
    assert "JavaScript" in page.one("//*[@data-search]/*[@data-dead]").text_content()
    lists = {link.target for link in page.links}
    assert {f"{language}/recommendations/", f"{language}/enoc/members/", f"{language}/convention/"} <= lists


def test_the_page_that_is_not_there_offers_the_search_in_both_languages(site, address):
    missing = site.all["404.html"]
    actions = missing.tree.xpath("//form[@method='get']/@action")
    base = "/" + address.partition("://")[2].partition("/")[2]
    assert actions == [f"{base}nb/search/", f"{base}en/search/"]
