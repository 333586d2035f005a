"""Every claim can be traced: each record shows its basis, each source what rests on it, each gap how to help."""

import json

import pytest
from shared import LANGUAGE, squeeze

from macros.language import LANGUAGES

pytestmark = pytest.mark.site


@pytest.fixture(scope="module")
def claims(folder):
    return json.loads((folder / "data/claims.json").read_text(encoding="utf-8"))


@LANGUAGE
def test_every_record_with_a_basis_shows_it_where_it_stands_or_at_the_foot_of_its_page(site, dataset, language):
    wanted = {
        key: squeeze(LANGUAGES[language].pick(text)).lower()
        for key, text in dataset.interface.items()
        if key.startswith("basis-")
    }
    hidden = []
    for (name, id_), entry in dataset.entries.items():
        basis = getattr(entry.record, "basis", None)
        if not basis:
            continue
        path, _, anchor = dataset.address(entry.record).partition("#")
        page = site.page(language, path)
        feet = page.tree.xpath("//section[@class='sources']//p[@class='basis']")
        places = [page.element(anchor), *feet] if anchor else feet
        said = " ".join(squeeze(place.text_content()).lower() for place in places)
        if not any(words in said for key, words in wanted.items() if key.startswith(f"basis-{basis}")):
            hidden.append(f"{name}/{id_}")
    assert not hidden


@LANGUAGE
def test_each_source_leads_to_everything_that_rests_on_it(site, dataset, language):
    page = site.page(language, "about/sources/")
    for source in dataset.all("sources"):
        links = [page.resolve(href) for href in page.element(source.id).xpath(".//details//a/@href")]
        found = [f"{link.target}#{link.anchor}".rstrip("#") for link in links]
        assert sorted(found) == sorted(f"{language}/{dataset.address(user)}" for user in dataset.users(source))


@LANGUAGE
def test_each_gap_says_how_to_help(site, dataset, language):
    page = site.page(language, "about/gaps/")
    for gap in dataset.all("gaps"):
        links = page.element(gap.id).xpath(".//a/@href")
        assert any(link.endswith(f"/issues/new?title={gap.id}") for link in links), gap.id
        assert any(link.endswith("/edit/main/data/gaps.yml") for link in links), gap.id


def test_each_claim_leads_to_a_page_and_names_sources_of_the_bibliography(claims, site, dataset):
    known = {source.id: source for source in dataset.all("sources")}
    for claim in claims:
        path, _, anchor = claim["address"].partition("#")
        for language in LANGUAGES:
            page = site.page(language, path)
            assert not anchor or anchor in page.ids, claim
        for source in claim["sources"]:
            assert (source["title"], source["url"]) == (known[source["id"]].title, known[source["id"]].url)


def test_only_what_is_not_confirmed_lacks_a_source(claims):
    bare = {(claim["collection"], claim["basis"]) for claim in claims if not claim["sources"]}
    assert {collection for collection, basis in bare if basis != "recalled"} <= {"threads"}, (
        "a thread rests on its parts"
    )


@LANGUAGE
def test_the_page_of_the_open_data_describes_and_counts_the_claims(site, claims, language):
    page = site.page(language, "about/data/")
    assert {"data/claims.json", "data/claims.csv"} <= page.targets
    part = page.element("claims").getnext()
    assert LANGUAGES[language].number(len(claims)) in part.text_content()
    assert [squeeze(term.text_content()) for term in part.getnext().xpath(".//dt")] == list(claims[0])
