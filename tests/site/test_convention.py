"""What the pages on the Convention promise: everything is there, the law is the data's, links go both ways."""

import re

import pytest
from shared import LANGUAGE, squeeze

from macros.language import LANGUAGES

pytestmark = pytest.mark.site

# What the research holds, by id: the articles and General Comments are numbered without a gap.
ARTICLES = range(1, 55)
GENERAL_COMMENTS = range(1, 28)
PROTOCOLS = ["opsc", "opac", "opic"]
STORTING = ["2013", "2014-11-11", "2017-01", "2022-03-29", "2023"]
REPORTS = ["1", "2", "3", "4", "5-6", "7"]
MILESTONES = [
    "1981-09-01",
    "1989-11-20",
    "1991-01-08",
    "1998-09-01",
    "2003-10-01",
    "2009",
    "2014-05-13",
    "2018-06-01",
    "2019-11-20",
    "2021-01-01",
    "2023-01-01",
    "2024-08-01",
    "2025-06-05",
    "2025-06-20",
    "2026-01-01",
]
STEPS = ["signed", "ratified", "in-force-for-norway", "incorporated", "constitution", "reservations"]
SECTION = re.compile(r"§+ \d[\d–-]*(?: [a-h](?!\w))?")


@pytest.fixture
def said(language):
    """The half of a pair in one language, as pages write it."""
    return lambda pair: squeeze(LANGUAGES[language].pick(pair))


@LANGUAGE
def test_every_record_of_the_research_stands_on_the_site(language, site):
    for number in ARTICLES:
        assert site.page(language, f"convention/articles/{number}/")
    convention = site.page(language, "convention/")
    expected = ["crc", *PROTOCOLS, *(f"storting-{date}" for date in STORTING), *STEPS]
    assert set(expected) <= set(convention.ids)
    comments = site.page(language, "convention/general-comments/")
    assert {f"gc-{number}" for number in GENERAL_COMMENTS} <= set(comments.ids)
    norway = site.page(language, "convention/norway/")
    assert {f"milestone-{date}" for date in MILESTONES} | {f"report-{number}" for number in REPORTS} <= set(norway.ids)


def test_nothing_was_added_or_dropped_on_the_way(dataset):
    assert [article.number for article in sorted(dataset.all("articles"), key=lambda a: a.number)] == list(ARTICLES)
    assert [comment.number for comment in dataset.all("general-comments")] == list(GENERAL_COMMENTS)
    assert [protocol.id for protocol in dataset.all("protocols")] == PROTOCOLS
    assert [report.number for report in dataset.all("reports")] == REPORTS
    assert [milestone.date for milestone in dataset.all("milestones")] == MILESTONES


@LANGUAGE
def test_every_text_for_readers_stands_on_its_page(language, dataset, site, said):
    broken = []
    for name in ("articles", "general-comments", "protocols", "milestones", "reports", "convention"):
        for record in dataset.all(name):
            page = site.page(language, dataset.address(record))
            texts = [part for part in walk(record) if hasattr(part, "nb")]
            broken += [f"{record.id}: {said(text)}" for text in texts if not page.says(said(text))]
    assert not broken, "\n".join(broken)


def walk(value):
    """Every value in a record, at any depth."""
    yield value
    if isinstance(value, list):
        for item in value:
            yield from walk(item)
    elif hasattr(type(value), "model_fields") and not hasattr(value, "nb"):
        for name in type(value).model_fields:
            yield from walk(getattr(value, name))


# Law


@LANGUAGE
def test_the_norwegian_law_on_an_article_is_that_of_the_data(language, dataset, site, said):
    for article in dataset.all("articles"):
        page = site.page(language, dataset.address(article))
        shown = page.tree.xpath("//ul[@class='laws']/li")
        assert len(shown) == len(article.related_norwegian_law), article.id
        for li, law in zip(shown, article.related_norwegian_law, strict=True):
            text = squeeze(li.text_content())
            sections = [squeeze(span.text_content()) for span in li.xpath(".//span[@class='law-section']")]
            named = [law] + ([law.successor] if law.successor else [])
            assert sections == [rule.section for rule in named], article.id
            for rule in named:
                act = dataset.get("instruments", rule.law)
                assert said(act.name).casefold() in text.casefold()
                assert f"{language}/about/data/#{rule.law}" in {
                    f"{page.resolve(a).target}#{page.resolve(a).anchor}" for a in li.xpath(".//@href")
                }
            if law.changes:
                assert said(law.changes) in text
            status = law.status or dataset.get("instruments", law.law).status
            assert squeeze(LANGUAGES[language].day(law.as_of or status[-10:])) in text


@LANGUAGE
def test_a_section_that_is_about_to_move_says_where_and_that_it_has_not_moved_yet(language, dataset, site, said):
    moving = [(a, law) for a in dataset.all("articles") for law in a.related_norwegian_law if law.successor]
    assert len(moving) == 9
    for article, law in moving:
        page = site.page(language, dataset.address(article))
        assert page.says(said(dataset.interface["law-moves"]))
        assert page.says(said(dataset.interface["status-not-in-force"]))
        assert page.says(said(dataset.get("instruments", law.successor.law).entry_into_force))


@LANGUAGE
def test_sections_are_marked_as_norwegian(language, dataset, site):
    for article in dataset.all("articles"):
        page = site.page(language, dataset.address(article))
        assert {span.get("lang") for span in page.tree.xpath("//span[@class='law-section']")} <= {"nb"}


@LANGUAGE
def test_no_page_names_a_section_that_the_data_does_not_hold(language, site, root):
    held = set()
    for file in (root / "data").rglob("*.yml"):
        held |= set(SECTION.findall(squeeze(file.read_text(encoding="utf-8"))))
    pages = [page for path, page in site.language(language).items() if path.startswith("convention/")]
    assert len(pages) == len(ARTICLES) + 3
    for page in pages:
        assert set(SECTION.findall(page.text)) <= held, page.name


# Links


@LANGUAGE
def test_an_article_and_its_recommendations_link_to_each_other(language, dataset, site):
    for article in dataset.all("articles"):
        page = site.page(language, dataset.address(article))
        found = [r for r in dataset.all("recommendations") if article.number in r.articles]
        for recommendation in found:
            assert f"{language}/{dataset.address(recommendation)}" in page.targets
            assert page.address in site.page(language, dataset.address(recommendation)).targets
        filtered = {link.query for link in page.links if link.target == f"{language}/recommendations/"}
        assert ((("article", str(article.number)),) in filtered) == bool(found)


@LANGUAGE
def test_recommendations_come_newest_first_with_their_number(language, dataset, site):
    for article in dataset.all("articles"):
        page = site.page(language, dataset.address(article))
        [heading] = page.tree.xpath("//h2[@id='told']")
        found = [r for r in dataset.all("recommendations") if article.number in r.articles]
        assert heading.text_content().split()[-1] == str(len(found)), article.id
        years = [dataset.get("documents", r.document).year for r in found]
        lists = page.tree.xpath("//ul[preceding::h2[1][@id='told']]/li/span[@class='note']/text()")
        assert [int(text[:4]) for text in lists] == sorted(years, reverse=True), article.id


@LANGUAGE
def test_everything_that_mentions_an_article_is_linked_from_its_page(language, dataset, site):
    """Also collections that did not exist when the page was made."""
    for article in dataset.all("articles"):
        page = site.page(language, dataset.address(article))
        for mention in dataset.mentions(article):
            one = mention.part or mention.record
            assert f"{language}/{dataset.address(one)}" in page.targets, f"{article.id}: {one.id}"
            assert page.address in site.page(language, dataset.address(one)).targets


@LANGUAGE
def test_an_article_shows_what_ombudspersons_say_on_its_themes(language, dataset, site):
    for article in dataset.all("articles"):
        page = site.page(language, dataset.address(article))
        themes = {theme.id for theme in dataset.all("themes") if article.number in theme.crc_articles}
        for statement in dataset.all("statements"):
            if themes & set(statement.themes):
                assert f"{language}/{dataset.address(statement)}" in page.targets


@LANGUAGE
def test_an_act_links_to_the_articles_it_carries(language, dataset, site):
    page = site.page(language, "about/data/")
    for article in dataset.all("articles"):
        for law in article.related_norwegian_law:
            links = page.element(law.law).xpath(".//@href")
            assert f"../../{dataset.address(article)}" in links


@LANGUAGE
def test_the_articles_are_listed_once_each_and_the_principles_first(language, site):
    page = site.page(language, "convention/")
    targets = [
        link.target for link in page.links if re.fullmatch(rf"{language}/convention/articles/\d+/", link.target or "")
    ]
    numbers = [int(target.split("/")[-2]) for target in targets]
    assert numbers[:4] == [2, 3, 6, 12]
    assert sorted(numbers) == list(ARTICLES)


@LANGUAGE
def test_what_was_not_found_about_a_report_is_said_in_words(language, dataset, site, said):
    page = site.page(language, "convention/norway/")
    text = squeeze(page.element("report-7").text_content())
    assert said(dataset.interface["date-not-found"]) in text
    assert said(dataset.interface["symbol-not-found"]) in text
    protocol = squeeze(site.page(language, "convention/").element("opic").text_content())
    assert said(dataset.interface["not-ratified"]) in protocol
