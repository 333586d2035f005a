"""The Norwegian model: nothing gathered is missing, the path leads on, both sides are told, no null is silent."""

import re
from itertools import pairwise

import pytest

pytestmark = pytest.mark.site

LANGUAGES = ("nb", "en")

# Every record that was gathered on the Ombudsman, by the page it stands on. The list only grows.
RECORDS = {
    "norwegian-model/": """
        staff-1981 staff-2015 staff-about-20 budget-1981-82 budget-1982-83 budget-1983-84
    """,
    "norwegian-model/law/": """
        act-section-1 act-section-2 act-section-3 act-section-4 act-section-5 act-section-5a
        act-section-6 act-section-7 act-amendment-1994 act-amendment-1998 act-amendment-2001
        act-amendment-2005 act-amendment-2009 act-amendment-2023 instructions-section-1
        instructions-section-2 instructions-section-3 ministry-may-appoint ministry-may-instructions
        ministry-may-administer ministry-may-not-priorities ministry-may-not-cases
        ministry-may-not-instruct ministry-may-not-statements debate-parliament-2008
        debate-appointment-2008 debate-closing-2022 conflict-entry-into-force conflict-term-change
        conflict-kraby
    """,
    "about/sources/": """
        conflict-entry-into-force conflict-term-change conflict-kraby conflict-bup-report conflict-sivilombud-year
        conflict-institutions-number conflict-enoc-founders conflict-report-title-2018
    """,
    "norwegian-model/functions/": """
        consultation-body own-initiative follow-legislation monitor-crc report-to-un
        legal-safeguards child-and-society information hearing-children guidance-not-complaints
        access-and-information public-voice tools-and-training international-work
    """,
    "norwegian-model/history/": """
        idea-1969 committee-1975 act-1981 start-1981 contested-start-1981 crc-1989 torgersen-1989
        ratification-1991 evaluation-asked-1993 nou-1995 staff-conflict-1997 bill-1997 enoc-1997
        amendment-1998 gc2-2002 incorporation-2003 appointment-crisis-2008 amendment-2009
        children-select-2012 constitution-2014 instructions-2015 nim-2015 bullying-appeal-debate
        op3-2017 three-reports-2017 crc-2018 pandemic-2020 civil-ombud-2023 gerhardsen-2024 flekkoy
        torgersen waage hjermann hjort-kraby haanes-acting lindboe bejer-engh gerhardsen
    """,
    "norwegian-model/involving-children/": """
        expert-meeting expert-group ethics-of-participation visits-schools-institutions
        children-in-recruitment youth-panel child-rights-impact-assessment
        monitoring-influence-training-guidance
    """,
    "norwegian-model/system/": """
        nim ldo sivilombudet county-governors helsetilsynet bfd bufdir barneverns-og-helsenemnda
        mobbeombud forum-for-barnekonvensjonen
    """,
    "norwegian-model/visit/": """
        enoc nordic iceland viet-nam unicef-study flekkoy-thesis eea-study-visit spread-2012
        spread-europe
    """,
    "norwegian-model/themes/bullying/": """
        bullying-extra-resources bullying-djupedal bullying-criticism bullying-county-ombuds
    """,
    "norwegian-model/themes/violence/": """
        violence-expert-groups violence-200-young-people violence-second-report-2018
        report-seksuelle-krenkelser-2018 report-hadde-vi-fatt-hjelp-2018
    """,
    "norwegian-model/themes/health-care/": """
        health-2013 health-hospital-experts health-bup-2020 health-municipalities-2022
        report-sykehusekspertene report-helse-pa-barns-premisser report-bup-i-koffert
        report-hvem-skal-jeg-snakke-med
    """,
    "norwegian-model/themes/juvenile-justice/": """
        justice-48-cases justice-2019 justice-strategy institutions-shitkids report-shitkids
    """,
    "norwegian-model/themes/involving-children/": """
        involving-handbook involving-groups involving-parliament-2021 involving-competence-centre
        involving-research-critique report-eksperthandbok report-medvirkningshandboka
        report-status-2012
    """,
}
GAPS = """
    gap-act-text gap-instructions gap-budget-staff gap-gc2-paragraphs gap-paris-enoc-unicef
    gap-co-paragraphs gap-op3-2023 gap-2025-report gap-youth-panel gap-handbook gap-evaluation
    gap-bullying-reports gap-report-titles gap-international gap-current gap-system
"""
PATH = """
    norwegian-model/ norwegian-model/law/ norwegian-model/functions/ norwegian-model/history/
    norwegian-model/involving-children/ norwegian-model/themes/ norwegian-model/system/ norwegian-model/visit/
"""
ASKERS = ("ministry", "parliament", "ngo", "ombudsman")


def collections(dataset):
    """The collections of this section, with their records."""
    names = "office act instructions independence conflicts timeline ombudspersons fields methods international system"
    return {name: dataset.all(name) for name in names.split()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_record_that_was_gathered_stands_on_its_page(site, language):
    expected = {(path, id_) for path, ids in RECORDS.items() for id_ in ids.split()}
    found = {(path, id_) for path, id_ in expected if id_ in site.page(language, path).ids}
    assert len(expected) == 153  # three conflicts stand on two pages
    assert found == expected
    assert set(GAPS.split()) <= set(site.page(language, "about/gaps/").ids)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_function_and_every_field_has_a_page(site, language):
    functions = RECORDS["norwegian-model/functions/"].split()
    for path in [*(f"norwegian-model/functions/{id_}/" for id_ in functions), *RECORDS]:
        assert path in site.language(language)


def texts(value):
    """Every half of a language in a record, at any depth: (nb, en)."""
    if isinstance(value, dict):
        if value.keys() >= {"nb", "en"} and all(isinstance(value[code], str) for code in LANGUAGES):
            yield value
        else:
            for key, item in value.items():
                if key not in ("editor_note", "sources"):
                    yield from texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from texts(item)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_for_readers_stands_on_its_page(site, dataset, language):
    seen, missing = 0, []
    for name, records in collections(dataset).items():
        for record in records:
            said = re.sub(r"\W+", " ", site.page(language, dataset.address(record)).text.casefold())
            for pair in texts(record.model_dump(by_alias=True)):
                if pair != {
                    "nb": dataset.get("office", "office").title.nb,
                    "en": dataset.get("office", "office").title.en,
                }:
                    seen += 1
                    if re.sub(r"\W+", " ", pair[language].casefold()).strip() not in said:
                        missing.append(f"{name}/{record.id}: {pair[language]}")
    assert not missing, "\n".join(missing)
    assert seen > 330


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_path_counts_its_steps_and_leads_on(site, language):
    for number, (path, following) in enumerate(pairwise(PATH.split()), 1):
        page = site.page(language, path)
        step = page.one("//div[@class='path']//strong").text_content().split()
        assert [step[0], step[-1]] == [str(number), "7"]
        links = [*page.tree.xpath("//div[@class='path']//a/@href"), *page.tree.xpath("//a[@rel='next']/@href")]
        assert {page.resolve(href).target for href in links} == {f"{language}/{following}"}
        assert len(links) == 2


def test_a_debate_gives_both_sides_with_dates_or_says_that_one_is_missing(site, dataset):
    [independence] = dataset.all("independence")
    assert len(independence.debates) >= 6
    for language in LANGUAGES:
        page = site.page(language, "norwegian-model/law/")
        for debate in independence.debates:
            shown = page.element(debate.id)
            assert len(shown.xpath(".//dl/div")) == len(debate.sides) != 1
            assert bool(shown.xpath("./p[@class='note']")) == (not debate.sides)
            assert debate.date[:4] in shown.text_content()


def test_a_disagreement_of_sources_stands_where_the_matter_is_told(site, dataset):
    told = [key.partition("/") for conflict in dataset.all("conflicts") for key in conflict.records]
    for language in LANGUAGES:
        for name, _, id_ in told:
            if name != "network":  # told there in its own words
                record = dataset.get(name, id_)
                page = site.page(language, dataset.address(record))
                assert page.element(id_).xpath(".//*[contains(@class, 'is-conflict')]"), f"{page.name}#{id_}"


def test_what_is_not_known_of_a_body_is_said_in_words(site, dataset):
    for language in LANGUAGES:
        page = site.page(language, "norwegian-model/system/")
        words = {
            key: getattr(dataset.interface[f"system-{key}-not-found"], language) for key in ("limits", "complaints")
        }
        for body in dataset.all("system"):
            said = page.element(body.id).text_content()
            assert (words["limits"] in said) == (body.limits is None)
            assert (words["complaints"] in said) == (body.complaints is None)


def test_every_function_has_an_example(site, dataset):
    for function in dataset.all("functions"):
        assert function.examples
        for language in LANGUAGES:
            page = site.page(language, dataset.address(function))
            for key in function.examples:
                record = dataset.get(*key.split("/"))
                assert f"{language}/{dataset.address(record)}" in page.targets


def test_there_are_questions_for_each_kind_of_visitor(site):
    for language in LANGUAGES:
        page = site.page(language, "norwegian-model/visit/")
        for asker in ASKERS:
            questions = page.element(f"questions-{asker}").xpath("following-sibling::ul[1]/li")
            assert len(questions) >= 4
            assert all(question.text_content().endswith("?") for question in questions)


def test_only_the_office_itself_has_an_address_to_write_to(site):
    addresses = {href for page in site for href in page.tree.xpath("//a[starts-with(@href, 'mailto:')]/@href")}
    assert addresses == {"mailto:post@barneombudet.no"}
    assert not [page.name for page in site if "apc@" in page.text]
