"""A source whose page is gone is cited by its archived copy, and a dead link never stands there as if it worked."""

import pytest
from lxml import html

from macros.problems import DataError

URL = "  url: https://example.org/report\n"
DEAD = "  dead: '2026-11-02'\n"
COPY = "  archived: https://archive.example.org/report\n"


@pytest.fixture
def cited(repo, renderer_of, language):
    """The page of a recommendation and the bibliography, with what one source says more."""

    def render(more):
        repo.change("sources.yml", URL, URL + more)
        renderer = renderer_of(repo.load(), language)
        page = html.fromstring(renderer.record("recommendations", "crc-2010-9", "recommendations/crc-2010-9/"))
        [cite] = page.xpath("//section[@class='sources']//li")
        whole = html.fromstring(f"<div>{renderer.listing('sources', 'about/sources/')}</div>")
        return cite, whole.xpath("//li[@id='one-source']/p")[0]

    return render


def hrefs(element):
    return [href for href in element.xpath(".//a/@href") if href.startswith("http")]


def test_a_page_that_works_is_cited_itself(cited):
    for element in cited(""):
        assert hrefs(element) == ["https://example.org/report"]


def test_a_dead_page_is_cited_by_its_copy_and_says_so(cited, language):
    for element in cited(COPY + DEAD):
        assert hrefs(element) == ["https://archive.example.org/report"]
        text = " ".join(element.text_content().split())
        assert {"nb": "arkivert kopi", "en": "archived copy"}[language.code] in text.lower()
        assert language.day("2026-11-02") in element.text_content()


def test_a_dead_page_without_a_copy_is_no_link(cited, language):
    for element in cited(DEAD):
        assert not hrefs(element)
        assert language.day("2026-11-02") in element.text_content()


def test_the_bibliography_offers_the_copy_of_a_page_that_still_works(cited):
    cite, entry = cited(COPY)
    assert hrefs(cite) == ["https://example.org/report"]
    assert hrefs(entry) == ["https://example.org/report", "https://archive.example.org/report"]


@pytest.mark.parametrize("day", ["'2026'", "'2026-11'", "'2026-11-01/02'", "'2026-13-01'"])
def test_the_day_a_page_was_found_dead_is_a_whole_date(repo, day):
    repo.change("sources.yml", URL, f"{URL}  dead: {day}\n")
    with pytest.raises(DataError) as raised:
        repo.load()
    assert {problem.field for problem in raised.value.problems} == {"dead"}
