"""Nothing of the research on national implementation is missing: every id of it stands on the site, in both languages.

The ids are listed here by hand, so that a record that goes missing from the data is missed here too.
"""

import pytest

pytestmark = pytest.mark.site
LANGUAGES = ("nb", "en")

IDS = {
    "implementation/": """
        chain-1-convention chain-2-human-rights-act chain-3-constitution chain-4-sector-laws chain-5-municipality
        chain-6-county-governor terms-note dating-note
    """,
    "implementation/actors/": """
        voi allocation-letter fm-nett sjumilssteget
    """,
    "implementation/assignments/": """
        assignment-2011 assignment-2015 assignment-2017-frame assignment-2018 assignment-2019 assignment-2019-0-24
        assignment-2021-supervision assignment-2024-web 0-24-start 0-24-programme 0-24-why 0-24-lasting-structures
        0-24-kubu
    """,
    "implementation/challenges/": """
        seed-title activity-national-working-group activity-email-network activity-reports activity-plans
        activity-finances activity-applications activity-meetings-ministry activity-meetings-directorate
        activity-meetings-barneombudet activity-meetings-unicef activity-meetings-sivilombudsmannen
        activity-meetings-voluntary-sector activity-implementation-challenges activity-conferences
        activity-early-intervention activity-professional-networks activity-0-24-strategy
        activity-child-perspective-nav activity-child-perspective-kindergarten activity-child-perspective-school
        activity-child-perspective-child-welfare activity-child-perspective-public-health
        activity-child-perspective-planning activity-quality-strategy activity-lectures activity-new-guides
        activity-fm-net-database activity-communication-strategy activity-logos activity-film activity-facebook
        activity-child-app activity-websites activity-un-committee-meetings activity-sjumilssteget-method
        activity-municipal-analyses activity-youth-council-meetings activity-regulation-groups
        activity-participation activity-age-limits activity-education activity-book-on-convention
        activity-higher-education-contact activity-international-contacts seed-article-3-1 seed-article-12
        seed-voi-2018-assist-municipalities seed-voi-2018-internal-external seed-voi-2018-background
        challenge-mandate challenge-letters-and-instruction challenge-national-guideline challenge-circular
        challenge-internal-control challenge-funding challenge-chain-of-command challenge-other-principals
        challenge-new-relations county-governor-silos county-governor-proximity county-governor-complementary-roles
        county-governor-experience county-governor-mergers-uncertainty seed-convention-30-years
        seed-proposals-pointer nim-survey-2021 nim-recommendations un-plan-recommendation
    """,
    "implementation/county-governors/": """
        what-they-are appointment offices-until-2015 offices-2016 offices-2018 offices-2019 name-change-2021
        county-splits-2024 merger-agder merger-trondelag merger-oslo-og-viken merger-innlandet
        merger-vestfold-og-telemark merger-vestland merger-troms-og-finnmark decision-2017-03
        decision-2017-06-troms-og-finnmark decision-2017-06-oslo-og-viken decision-2018-08
        sf-ostfold-buskerud-oslo-og-akershus sf-innlandet sf-vestfold-og-telemark sf-agder sf-rogaland sf-vestland
        sf-more-og-romsdal sf-trondelag sf-nordland sf-troms-og-finnmark effect-troms-finnmark-2019
        effect-rogaland-2018 effect-oslo-viken-2018 supervision-who supervision-legality supervision-coordination
        supervision-overall supervision-legality-review
    """,
    "implementation/working-group/": """
        report-2015 report-commission report-funding report-sum report-conclusion report-structure
        activity-national-working-group activity-email-network activity-reports activity-plans activity-finances
        activity-applications activity-meetings-ministry activity-meetings-directorate
        activity-meetings-barneombudet activity-meetings-unicef activity-meetings-sivilombudsmannen
        activity-meetings-voluntary-sector activity-implementation-challenges activity-conferences
        activity-early-intervention activity-professional-networks activity-0-24-strategy
        activity-child-perspective-nav activity-child-perspective-kindergarten activity-child-perspective-school
        activity-child-perspective-child-welfare activity-child-perspective-public-health
        activity-child-perspective-planning activity-quality-strategy activity-lectures activity-new-guides
        activity-fm-net-database activity-communication-strategy activity-logos activity-film activity-facebook
        activity-child-app activity-websites activity-un-committee-meetings activity-sjumilssteget-method
        activity-municipal-analyses activity-youth-council-meetings activity-regulation-groups
        activity-participation activity-age-limits activity-education activity-book-on-convention
        activity-higher-education-contact activity-international-contacts
    """,
    "implementation/sjumilssteget/": """
        sjumilssteget interdisciplinary-meeting self-help-package sjumilstegdialog aim-municipal-practice
        aim-offices aim-cross-professional aim-participation history-2008 history-2009-start
        history-2009-first-analysis history-2009-2012-lenvik history-2011-letter history-2012-application
        history-2012-second-analysis history-2012-2014-spread history-2013-finnmark history-2013-tromso-meeting
        history-2015-national-assignment history-2015-more-counties history-2016-conference history-2017-conference
        history-2017-age-limits history-2018-reply-to-un history-2018-committee history-2018-conference
        history-2019-30-years history-2021-nim method-mapping method-analysis method-political method-measures
        method-follow-up result-all-offices-2018 result-troms-2009 result-troms-2012 result-troms-2015 result-lenvik
        result-storfjord result-ostfold result-rogaland result-more-og-romsdal result-finnmark
        result-sogn-og-fjordane
    """,
    "about/gaps/": """
        gap-report-body gap-control-questions gap-step-6-7-articles gap-para-10 gap-assignments
        gap-working-group-fate gap-funding-after-2018 gap-proposals-without-later gap-results-content
        gap-sjumilstegdialog-reports gap-seats gap-rename-date gap-un-2025 gap-activities-detail
        gap-events-2018-2019
    """,
    "implementation/proposals/proposal-1/": """
        proposal-1-1 proposal-1-2 proposal-1-3 proposal-1-4 proposal-1-5 proposal-1-6 proposal-1-7 proposal-1-8
    """,
    "implementation/proposals/proposal-2/": """
        proposal-2-1 proposal-2-2 proposal-2-3 proposal-2-4
    """,
    "implementation/proposals/proposal-3/": """
        proposal-3-1 proposal-3-2 proposal-3-3 proposal-3-4 proposal-3-5 proposal-3-6
    """,
    "implementation/proposals/proposal-4/": """
        proposal-4-1 proposal-4-2 proposal-4-3
    """,
}
STEPS = [f"step-{number}" for number in range(1, 8)]
PACKAGES = [f"proposal-{number}" for number in range(1, 5)]
FROM_THE_SECOND_SEED = 66
ANCHORS = [(address, ids.split()) for address, ids in IDS.items()]


def test_the_list_of_the_second_seed_is_whole(dataset):
    listed = IDS["implementation/challenges/"].split()
    slides = [slide.id for slide in dataset.all("slides")]
    assert len(slides) == FROM_THE_SECOND_SEED
    assert listed[:FROM_THE_SECOND_SEED] == slides


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("address", "ids"), ANCHORS, ids=[address for address, _ in ANCHORS])
def test_every_id_of_the_research_stands_on_its_page(site, language, address, ids):
    assert set(ids) - set(site.page(language, address).ids) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_and_every_package_has_a_page(site, language):
    pages = site.language(language)
    wanted = {f"implementation/sjumilssteget/{step}/" for step in STEPS}
    wanted |= {f"implementation/proposals/{package}/" for package in PACKAGES}
    assert wanted - set(pages) == set()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("collection", "address"),
    [
        ("slides", "implementation/challenges/"),
        ("assignments", "implementation/assignments/"),
        ("collaboration", "implementation/assignments/"),
        ("findings", "implementation/challenges/"),
        ("chain", "implementation/"),
        ("supervision", "implementation/county-governors/"),
        ("office-periods", "implementation/county-governors/"),
        ("merger-decisions", "implementation/county-governors/"),
        ("merger-effects", "implementation/county-governors/"),
        ("aims", "implementation/sjumilssteget/"),
        ("sjumilssteget-history", "implementation/sjumilssteget/"),
        ("phases", "implementation/sjumilssteget/"),
        ("results", "implementation/sjumilssteget/"),
    ],
)
def test_every_statement_stands_word_for_word_where_its_id_is(dataset, site, language, collection, address):
    page = site.page(language, address)
    for record in dataset.all(collection):
        found = " ".join(page.element(record.id).text_content().split())
        for text in filter(None, [record.text, record.note]):
            assert " ".join(getattr(text, language).split()) in found, record.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_landing_page_leads_to_what_an_adviser_needs_first(site, language):
    targets = site.page(language, "implementation/").targets
    wanted = {"assignments/#assignment-2018", *(f"sjumilssteget/{step}/" for step in STEPS), "proposals/#what-became"}
    assert {f"{language}/implementation/{address}" for address in wanted} - targets == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_chain_ends_with_the_municipality_and_the_child(site, language):
    chain = site.page(language, "implementation/").one("//main/ol[@class='chain']")
    ids = [step.get("id") for step in chain]
    assert ids[0] == "chain-1-convention"
    assert ids[-3:] == ["chain-6-county-governor", "chain-5-municipality", None]


@pytest.mark.parametrize(("language", "word"), [("nb", "vår slutning"), ("en", "our inference")])
def test_articles_that_we_inferred_are_marked_and_the_others_are_not(dataset, site, language, word):
    for step in dataset.all("steps"):
        lines = (
            site.page(language, f"implementation/sjumilssteget/{step.id}/").one("//dl[@class='lines']").text_content()
        )
        assert (word in lines) == bool(step.crc_articles_inferred), step.id
        for article in step.articles:
            assert str(article) in lines


@pytest.mark.parametrize("language", LANGUAGES)
def test_steps_and_recommendations_on_their_articles_link_to_each_other(dataset, site, language):
    for step in dataset.all("steps"):
        address = f"{language}/implementation/sjumilssteget/{step.id}/"
        page = site.pages[address]
        for told in dataset.all("recommendations"):
            there = f"{language}/recommendations/{told.id}/"
            shared = bool(set(step.articles) & set(told.articles))
            assert (there in page.targets, address in site.pages[there].targets) == (shared, shared), (step.id, told.id)


@pytest.mark.parametrize(("language", "word"), [("nb", "ingenting er funnet"), ("en", "nothing was found")])
def test_the_overview_says_of_every_proposal_whether_anything_was_found(dataset, site, language, word):
    page = site.page(language, "implementation/proposals/")
    lines = page.tree.xpath("//ul[contains(@class, 'outcomes')]/li")
    items = [item for package in dataset.all("proposals") for item in package.items]
    assert len(lines) == len(items)
    for line, item in zip(lines, items, strict=True):
        assert f"#{item.id}" in line.find("a").get("href")
        assert (word in line.text_content()) == (item.later_development is None), item.id


@pytest.mark.parametrize(("language", "word"), [("nb", "er ikke funnet"), ("en", "was not found")])
def test_years_without_a_known_assignment_say_so(site, language, word):
    page = site.page(language, "implementation/assignments/")
    for years in ("2012–2014", "2016", "2020", "2022–2023"):
        row = page.one(f"//ol[@class='timeline']/li[p[@class='when']='{years}']")
        assert word in row.text_content()


@pytest.mark.parametrize("language", LANGUAGES)
def test_abbreviations_of_the_slides_lead_to_the_body_of_today(site, language):
    page = site.page(language, "implementation/actors/")
    found = {
        row.findtext("dt"): row.find("dd/a").get("href") for row in page.tree.xpath("//dl[@class='abbreviations']/div")
    }
    wanted = {
        "BLD": "#bfd",
        "KMD": "#kdd",
        "Bufdir": "#bufdir",
        "VØI": "#voi",
        "FM": "#county-governors",
        "VID": "#vid",
    }
    assert {abbr: found.get(abbr) for abbr in wanted} == wanted
