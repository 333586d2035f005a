"""What the guidance promises: everything is there in both languages, the law is the data's, examples are marked."""

import re

import pytest
from shared import LANGUAGE, squeeze

from macros.guidance import GUIDANCE, guidance_on
from macros.language import LANGUAGES
from macros.model.base import Record, Text, walk

pytestmark = pytest.mark.site

# What the research holds, by id, in its order.
IDS = {
    "best-interests": """
        right principle procedure
        clarify inform-and-hear facts elements alternatives weigh decide-and-show tell-and-review
        views identity family care-and-safety vulnerability health education
        not-equal paramount-in-adoption protection-and-empowerment reversible other-children no-general-phrases
        express-views safeguard-facts time professionals representation reasons review impact-assessment
    """,
    "right-to-be-heard": """
        no-age-limit right-not-duty freely not-too-often directly-or-representative best-interests-needs-hearing
        preparation hearing capacity feedback complaint exception-when-unsound
        transparent voluntary respectful relevant child-friendly inclusive trained safe accountable
        age-none age-7 age-12 age-15 age-16 age-under-19
        party-complaint school-environment health social-services child-welfare guardian ombudsman
    """,
    "child-impact-assessment": "screen describe evidence hear assess weigh-and-mitigate document follow-up",
    "life-course": "age-0-1 age-1-5 age-6-12 age-13-15 age-16-17 age-18-24",
    "sectors": """
        nav kindergarten school child-welfare public-health planning immigration police-justice health-services
    """,
    "examples": """
        nav-leirskole skoleskyss skolemiljo-statsforvalter barnehage-tilrettelegging barnevern-hjelpetiltak avlastning
        lekeplass-regulering skolenedleggelse utvisning-forelder
    """,
    "resources": """
        bo-kurs-1 bo-kurs-2 bo-ny-e-kurs bo-barnerettighetsvurdering bo-medvirkning bo-god-hjelp-2018 nav-barnets-beste
        helsetilsynet-6-2024 helsetilsynet-internserien-2023 helsetilsynet-106-saker hdir-samarbeid
        kmd-barn-plan-byggesak rpr-barn-planlegging regj-t-2-08 regj-barn-planlegging bufdir-ungdomsrad
        bufdir-fattigdom-nav bufdir-tilrettelagt-avhor bufdir-utredning-0-6 udi-rs-2010-043 udi-rs-2010-075 udir-3-2017
        sf-rogaland-2022 sjumilsstegdialog-oslo-viken sjumilssteget-nettsted sjumilssteget-nav-kartlegging
        dfo-minimumskrav forskrift-medvirkning-2014 politiet-barnehus statensbarnehus-en nim-barnevern-kap4
        prop-57-l-2022-2023 helse-stavanger-barn forandringsfabrikken ldo-opplaring nim-veileder-utredning-7
    """,
    "gaps": """
        regulations new-acts publication-years ks-and-ldo school-circular typical-mistakes
        education-appeals nynorsk english-names
    """,
}
WITH_PAGES = ("sectors", "examples")
SECTION = re.compile(r"§+ \d[\d–-]*(?: [a-h](?!\w))?")


@pytest.fixture
def said(language):
    """The half of a pair in one language, as pages write it."""
    return lambda pair: squeeze(LANGUAGES[language].pick(pair))


def guides(site, language):
    return [page for path, page in site.language(language).items() if path.startswith("guidance/")]


@LANGUAGE
def test_every_id_of_the_research_stands_on_the_site(language, site):
    for name in IDS.keys() & set(GUIDANCE):
        ids = IDS[name].split()
        if name in WITH_PAGES:
            assert all(site.page(language, f"guidance/{name}/{id_}/") for id_ in ids)
        else:
            assert set(ids) - set(site.page(language, f"guidance/{name}/").ids) == set(), name
    gaps = {f"gap-guidance-{id_}" for id_ in IDS["gaps"].split()}
    assert gaps <= set(site.page(language, "about/gaps/").ids)


def test_nothing_was_added_or_dropped_on_the_way(dataset):
    assert sorted(example.id for example in dataset.all("examples")) == sorted(IDS["examples"].split())
    assert [sector.id for sector in sorted(dataset.all("sectors"), key=lambda s: s.number)] == IDS["sectors"].split()
    assert [resource.id for resource in dataset.all("resources")] == IDS["resources"].split()
    for name in ("best-interests", "right-to-be-heard", "child-impact-assessment", "life-course"):
        [record] = dataset.all(name)
        parts = [part.id for _, part in walk(record) if isinstance(part, Record) and part is not record]
        assert sorted(parts) == sorted(IDS[name].split()), name


@LANGUAGE
def test_every_text_for_readers_stands_on_its_page(language, dataset, site, said):
    broken = []
    for name in IDS.keys() & set(GUIDANCE):
        for record in dataset.all(name):
            page = site.page(language, dataset.address(record))
            for _, part in walk(record):
                if isinstance(part, Text) and not page.says(said(part)):
                    broken.append(f"{name}/{record.id}: {said(part)}")
    assert not broken, "\n".join(broken)


# Law


@LANGUAGE
def test_no_page_names_a_section_that_the_data_does_not_hold(language, dataset, site, root):
    held = set()
    for file in (root / "data").rglob("*.yml"):
        held |= set(SECTION.findall(squeeze(file.read_text(encoding="utf-8"))))
    records = sum(len(dataset.all(name)) for name in ("sectors", "examples", "worksheets"))
    assert len(guides(site, language)) == records + 7
    for page in guides(site, language):
        assert set(SECTION.findall(page.text)) <= held, page.name


@LANGUAGE
def test_the_norwegian_law_on_a_page_is_that_of_the_data(language, dataset, site):
    for name in IDS.keys() & set(GUIDANCE):
        for record in dataset.all(name):
            rules = [law for _, part in walk(record) for law in getattr(part, "norwegian_law", [])]
            shown = site.page(language, dataset.address(record)).tree.xpath("//ul[@class='laws']/li")
            assert len(shown) == len(rules), f"{name}/{record.id}"
            expected = [squeeze(rule.section) for law in rules for rule in [law, law.successor] if rule]
            sections = [squeeze(s.text_content()) for li in shown for s in li.xpath(".//span[@class='law-section']")]
            assert sorted(sections) == sorted(expected), f"{name}/{record.id}"


# Examples


@LANGUAGE
def test_an_example_shows_its_marking_before_anything_else(language, dataset, site, said):
    for example in dataset.all("examples"):
        page = site.page(language, dataset.address(example))
        main = squeeze(page.one("//main").text_content())
        assert main.startswith(said(example.marking)), example.id
        assert main.index(said(example.marking)) < main.index(said(example.title)) < main.index(said(example.facts))


# Links


@LANGUAGE
@pytest.mark.parametrize("collection", ["articles", "themes"])
def test_articles_and_themes_link_to_all_guidance_that_names_them(language, collection, dataset, site):
    found = 0
    for record in dataset.all(collection):
        page = site.page(language, dataset.address(record))
        for _, one in guidance_on(dataset, record):
            found += 1
            assert f"{language}/{dataset.address(one)}" in page.targets, f"{record.id}: {one.id}"
    assert found > 80


@LANGUAGE
def test_a_sector_and_what_it_is_linked_to_link_to_each_other(language, dataset, site):
    for sector in dataset.all("sectors"):
        page = site.page(language, dataset.address(sector))
        steps = [step for step in dataset.all("steps") if set(step.articles) & set(sector.articles)]
        resources = [one for one in dataset.all("resources") if set(one.themes) & set(sector.themes)]
        for other in [
            *dataset.mentioning(sector, "examples"),
            *steps,
            *resources,
            *dataset.find("themes", sector.themes),
        ]:
            assert f"{language}/{dataset.address(other)}" in page.targets, f"{sector.id}: {other.id}"
            assert page.address in site.page(language, dataset.address(other)).targets, f"{other.id}: {sector.id}"


@LANGUAGE
def test_the_way_from_the_home_page_to_hearing_a_child_is_two_links(language, site):
    assert f"{language}/guidance/" in site.page(language, "").targets
    assert f"{language}/guidance/right-to-be-heard/" in site.page(language, "guidance/").targets
    assert f"{language}/guidance/right-to-be-heard/#ages" in site.page(language, "guidance/right-to-be-heard/").targets


@LANGUAGE
def test_all_sectors_examples_and_articles_with_guidance_are_on_the_first_page(language, dataset, site):
    page = site.page(language, "guidance/")
    articles = [article for article in dataset.all("articles") if list(guidance_on(dataset, article))]
    for record in [*dataset.all("sectors"), *dataset.all("examples"), *articles]:
        assert f"{language}/{dataset.address(record)}" in page.targets, record.id
