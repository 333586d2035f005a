"""Pictures say what the data says: the marks, the numbers beside them and the tables are counted on the built pages."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from shared import LANGUAGE, squeeze

pytestmark = pytest.mark.site


def marks(cell):
    """How many marks a cell or a step draws, and how many of them are urgent."""
    urgent = len(cell.xpath(".//svg/*[@class='is-urgent']"))
    return len(cell.xpath(".//svg/*")), urgent


def numbers(cell):
    """The numbers written beside the marks."""
    plain = cell.xpath(".//*[@class='n']")
    urgent = cell.xpath(".//*[starts-with(@class, 'n is-urgent')]")
    return (
        int(plain[0].text_content()) if plain else 0,
        int(re.sub(r"\D", "", urgent[0].text_content())) if urgent else 0,
    )


def reviews(dataset):
    return sorted((d for d in dataset.all("documents") if d.convention == "crc"), key=lambda d: d.year)


def found(records):
    return len(records), sum(bool(record.urgent) for record in records)


@LANGUAGE
def test_all_threads_are_drawn_through_all_reviews(language, site, dataset):
    page = site.page(language, "recommendations/threads/")
    rows = page.tree.xpath("//figure[@id='threads-chart']//tbody/tr")
    assert len(rows) == len(dataset.all("threads"))
    years = [squeeze(th.text_content()) for th in page.tree.xpath("//figure[@id='threads-chart']//thead//th")[1:-1]]
    assert years == ["1994", "2000", "2005", "2010", "2018", "2025"]
    for row in rows:
        [href] = row.xpath("./th//@href")
        thread = dataset.get("threads", page.resolve(href).target.rstrip("/").rpartition("/")[2])
        records = dataset.find("recommendations", thread.all_recommendations)
        *cells, total = row.xpath("./td")
        for document, cell in zip(reviews(dataset), cells, strict=True):
            expected = found([one for one in records if one.document == document.id])
            assert marks(cell) == numbers(cell) == expected, f"{thread.id} {document.year}"
            for link in map(page.resolve, cell.xpath(".//@href")):
                assert link.anchor in site.pages[link.target].ids
        assert numbers(total)[0] == len(records)


@LANGUAGE
def test_each_thread_is_drawn_on_its_page_with_the_same_numbers_in_a_table(language, site, dataset):
    for thread in dataset.all("threads"):
        page = site.page(language, dataset.address(thread))
        records = dataset.find("recommendations", thread.all_recommendations)
        steps = page.tree.xpath("//figure[contains(@class, 'chart')]//ol[@class='strip']/li")
        rows = page.tree.xpath("//figure[contains(@class, 'chart')]//tbody/tr")
        for document, step, row in zip(reviews(dataset), steps, rows, strict=True):
            here = [one for one in records if one.document == document.id]
            written = tuple(int(td.text_content()) for td in row.xpath("./td"))
            assert marks(step) == numbers(step) == written == found(here), f"{thread.id} {document.year}"
            assert squeeze(row.xpath("./th")[0].text_content()) == str(document.year)
            for one in here:
                assert f"{language}/{dataset.address(one)}" in page.targets


@LANGUAGE
def test_a_thread_says_what_is_open_and_which_reviews_are_silent(language, site, dataset):
    for thread in dataset.all("threads"):
        page = site.page(language, dataset.address(thread))
        records = dataset.find("recommendations", thread.all_recommendations)
        opened = squeeze(page.element("open").xpath("string(following-sibling::*[1])"))
        assert opened, thread.id
        silent = [str(d.year) for d in reviews(dataset) if not any(one.document == d.id for one in records)]
        between = " ".join(page.element("open").xpath("following-sibling::p//text()"))
        assert not silent or ", ".join(silent) in squeeze(between), thread.id


@LANGUAGE
def test_themes_are_counted_by_review_and_add_up_to_all_recommendations(language, site, dataset):
    page = site.page(language, "recommendations/overview/")
    total = 0
    for row in page.tree.xpath("//figure[@id='themes-chart']//tbody/tr"):
        [href] = row.xpath("./th//@href")
        theme = page.resolve(href).target.rstrip("/").rpartition("/")[2]
        *cells, whole = row.xpath("./td")
        records = [one for one in dataset.all("recommendations") if one.theme == theme]
        own = [document.id for document in reviews(dataset)]
        for id_, cell in zip([*own, None], cells, strict=True):
            here = [one for one in records if (one.document == id_ if id_ else one.document not in own)]
            assert marks(cell) == numbers(cell) == found(here), f"{theme} {id_}"
        assert numbers(whole)[0] == len(records)
        total += len(records)
    assert total == len(dataset.all("recommendations"))


@LANGUAGE
def test_every_bar_is_as_long_as_its_number_and_leads_to_the_list_filtered_to_it(language, site):
    listed = site.page(language, "recommendations/").tree.xpath("//ol[@class='results']/li")
    pages = [page for page in site.language(language).values() if page.tree.xpath("//table[@class='chart-bars']//rect")]
    assert len(pages) > 3
    for page in pages:
        for table in page.tree.xpath("//table[@class='chart-bars']"):
            rows = table.xpath(".//tbody/tr")
            most = max(numbers(row)[0] for row in rows)
            for row in rows:
                number = numbers(row)[0]
                [width] = row.xpath(".//rect/@width")
                assert float(width) == pytest.approx(100 * number / most, abs=0.01), page.name
                [href] = row.xpath("./th//@href")
                wanted = parse_qs(urlsplit(href).query)
                shown = [
                    item
                    for item in listed
                    if all(set(item.get(f"data-facet-{facet}").split()) & set(v) for facet, v in wanted.items())
                ]
                assert len(shown) == number, f"{page.name}: {href}"


@LANGUAGE
def test_a_number_of_a_picture_leads_to_the_list_filtered_to_it(language, site):
    listed = site.page(language, "recommendations/").tree.xpath("//ol[@class='results']/li")
    page = site.page(language, "recommendations/overview/")
    for cell in page.tree.xpath("//figure[@id='themes-chart']//td[.//a]"):
        wanted = parse_qs(urlsplit(cell.xpath(".//@href")[0]).query)
        shown = [
            item
            for item in listed
            if all(set(item.get(f"data-facet-{facet}").split()) & set(v) for facet, v in wanted.items())
        ]
        assert len(shown) == numbers(cell)[0], wanted


@LANGUAGE
def test_a_picture_has_a_name_and_a_table_and_hides_its_marks_from_screen_readers(language, site):
    seen = 0
    for page in site.language(language).values():
        for figure in page.tree.xpath("//figure[contains(@class, 'chart')]"):
            seen += 1
            assert squeeze(figure.xpath("./figcaption")[0].text_content()), page.name
            assert figure.xpath(".//table"), page.name
            assert not figure.xpath(".//svg[not(@aria-hidden='true')]"), page.name
    assert seen > 40
