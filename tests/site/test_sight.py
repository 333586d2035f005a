"""From Geneva to the municipality: each theme's line of sight is walked on the built page, hop by hop."""

import pytest
from shared import LANGUAGE, squeeze

from macros.guidance import guidance_on
from macros.language import LANGUAGES

pytestmark = pytest.mark.site

HOPS = ["un", "articles", "law", "proposals", "county", "municipality", "ombudsman", "enoc"]


def expected(dataset, theme):
    """What the data links the theme with, read afresh: the records that each hop must lead to."""
    articles = [one for one in dataset.all("articles") if one.number in theme.crc_articles]
    told = [one for one in dataset.all("recommendations") if one.theme == theme.id]
    fields = [one for one in dataset.all("fields") if theme.id in one.themes]
    return {
        "un": told,
        "articles": articles,
        "law": [dataset.get("instruments", law.law) for article in articles for law in article.related_norwegian_law],
        "proposals": [i for package in dataset.all("proposals") for i in package.items if theme.id in i.themes],
        "county": [one for one in dataset.all("steps") if set(one.articles) & set(theme.crc_articles)],
        "municipality": [one for _, one in guidance_on(dataset, theme)],
        "ombudsman": [
            *fields,
            *(report for field in fields for report in field.reports),
            *(f for f in dataset.all("functions") if set(f.recommendations) & {one.id for one in told}),
        ],
        "enoc": [one for one in dataset.all("statements") if theme.id in one.themes],
    }


@LANGUAGE
def test_every_theme_is_walked_from_geneva_to_the_municipality(language, site, dataset):
    broken, empty = [], 0
    nothing = {hop: LANGUAGES[language].pick(dataset.interface[f"sight-{hop}-none"]) for hop in HOPS}
    for theme in dataset.all("themes"):
        page = site.page(language, dataset.address(theme))
        hops = {hop.get("data-hop"): hop for hop in page.tree.xpath("//ol[@class='sight']/li")}
        assert list(hops) == HOPS, theme.id
        for name, records in expected(dataset, theme).items():
            hop = hops[name]
            said = squeeze(hop.text_content())
            links = [page.resolve(href) for href in hop.xpath(".//ul//@href")]
            reached = {f"{link.target}#{link.anchor}" if link.anchor else link.target for link in links}
            wanted = {f"{language}/{dataset.address(one)}" for one in records}
            if not records:
                empty += 1
                broken += [] if squeeze(nothing[name]) in said else [f"{theme.id}: {name} is silent"]
            elif name == "un":  # the newest here, all of them further down on the page
                assert f"{len(records)}" in said
                broken += [f"{theme.id}: {target}" for target in wanted - page.targets]
                newest = max(dataset.get("documents", one.document).year for one in records)
                assert str(newest) in said, theme.id
                assert reached <= wanted | {f"{language}/{dataset.address(theme)}#told"}
            elif reached != wanted:
                broken.append(f"{theme.id}: {name}: {sorted(reached ^ wanted)}")
    assert not broken, "\n".join(broken)
    assert empty > len(dataset.all("themes")), "where the data is silent, the line says so"


@LANGUAGE
def test_acts_are_cited_with_every_section_of_the_articles(language, site, dataset):
    for theme in dataset.all("themes"):
        page = site.page(language, dataset.address(theme))
        hop = page.one("//li[@data-hop='law']")
        cited = [squeeze(section.text_content()) for section in hop.xpath(".//*[@class='law-section']")]
        articles = [one for one in dataset.all("articles") if one.number in theme.crc_articles]
        wanted = {(law.law, squeeze(law.section)) for one in articles for law in one.related_norwegian_law}
        assert sorted(cited) == sorted(section for _, section in wanted), theme.id


@LANGUAGE
def test_the_county_governors_newest_assignment_on_the_convention_is_named(language, site, dataset):
    newest = max((one for one in dataset.all("assignments") if one.reference), key=lambda one: one.year)
    for theme in dataset.all("themes"):
        page = site.page(language, dataset.address(theme))
        hop = page.one("//li[@data-hop='county']")
        found = hop.xpath(".//p//a[not(@class='term')]/@href")
        targets = {f"{link.target}#{link.anchor}" for link in map(page.resolve, found)}
        assert targets == {f"{language}/{dataset.address(newest)}"}, theme.id
