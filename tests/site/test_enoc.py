"""ENOC: every record of the research stands on the site, the map says what the data says, nothing looks like a no."""

import json
from collections import Counter

import pytest
from shared import LANGUAGE, squeeze

from macros.geography.europe import MIXED, OUTLINES, pattern_of
from macros.language import LANGUAGES

pytestmark = pytest.mark.site

# The list of the research itself, so that nothing is lost in silence: a page each, or an element with the id.
IDS = {
    "members": """
        al-peoples-advocate am-human-rights-defender at-kija az-ombudsman ba-human-rights-ombudsman
        ba-rs-ombudsman-for-children be-fl-kinderrechtencommissariaat be-fr-delegue-general bg-ombudsman
        hr-pravobranitelj-za-djecu cy-commissioner dk-boerneraadet ee-chancellor-of-justice
        fi-lapsiasiavaltuutettu fr-defenseure-des-enfants ge-public-defender gr-greek-ombudsman hu-ajbh
        is-umbodsmadur-barna ie-oco it-agia lv-tiesibsargs lt-vaiko-teisiu-kontrolierius lu-okaju
        mt-commissioner-for-children md-peoples-advocate-child me-protector nl-kinderombudsman no-barneombudet
        pl-rzecznik-praw-dziecka ro-avocatul-copilului rs-zastitnik-gradana rs-vojvodina-ombudsman
        sk-komisar-pre-deti si-varuh es-ct-sindic es-an-defensoria-infancia es-pv-ararteko se-barnombudsmannen
        ua-parliament-commissioner gb-eng-childrens-commissioner gb-wls-childrens-commissioner gb-sct-cypcs
        gb-nir-niccy je-commissioner
    """,
    "statements": """
        enoc-corporal-punishment enoc-standards-2001 enoc-juvenile-justice-2003 enoc-unaccompanied-2006
        enoc-disability-2007 enoc-un-violence-study-2007 enoc-return-directive-2008
        enoc-children-on-the-move-2013 enoc-austerity-2014 enoc-violence-2015 enoc-srsg-joint-2015
        enoc-children-on-the-move-2015 enoc-education-2016 enoc-ceas-2017 enoc-sexuality-education-2017
        enoc-mental-health-2018 enoc-education-on-the-move-2018 enoc-digital-2019
        enoc-immigration-detention-2019 enoc-rescue-vessels-2019 enoc-paris-statement-migrant-children
        enoc-cria-2020 enoc-covid-2021 enoc-pushbacks-2021 enoc-ukraine-2022 enoc-climate-justice-2022
        enoc-icri-2023 enoc-alternative-care-2024 enoc-physical-health-2025
    """,
    "conferences": """
        conference-1997 conference-2000 conference-2001 conference-2003 conference-2005 conference-2006-dublin
        conference-2006-athens conference-2007 conference-2008 conference-2009 conference-2010 conference-2011
        conference-2012 conference-2013 conference-2014 conference-2015 conference-2016 conference-2017
        conference-2018 conference-2019 conference-2020 conference-2021 conference-2022 conference-2023
        conference-2024 conference-2025
    """,
    "chairs": """
        chair-waage chair-clarke chair-moschos chair-bonal chair-logan chair-versini chair-lewsley
        chair-michalak chair-koursoumba chair-de-vos chair-baillie chair-dullaert chair-muldoon chair-ziobiene
        chair-kurttila chair-avenard chair-yiasouma chair-adamson chair-koufonikolakou chair-nordal
        chair-vrijens chair-pekkarinen chair-coroi
    """,
    "other-lists": """
        early-profiles-2002 survey-respondents-2012
    """,
    "network": """
        enoc enya aim-implementation aim-joint-advocacy aim-sharing aim-new-offices coe-participatory-status
        eu-funding general-assembly bureau secretariat cronsee
    """,
}
PLACES = {
    "members": "enoc/members/{}/",
    "statements": "enoc/statements/{}/",
    "conferences": "enoc/conferences/#{}",
    "chairs": "enoc/conferences/#{}",
    "other-lists": "enoc/#{}",
    "network": "enoc/#{}",
}
UNNAMED = {"statutes over time": 5, "membership counts": 17, "forums of ENYA": 5, "criteria": 5}
"""What has no id in the research, and how many there are."""


@pytest.fixture
def said(language):
    return lambda pair: squeeze(LANGUAGES[language].pick(pair))


@pytest.fixture
def words(dataset, said):
    return lambda key: said(dataset.interface[key])


@LANGUAGE
@pytest.mark.parametrize("kind", IDS)
def test_every_record_of_the_research_stands_on_the_site(site, language, kind):
    lost = []
    for id_ in IDS[kind].split():
        address = PLACES[kind].format(id_)
        page, _, anchor = address.partition("#")
        if f"{language}/{page}" not in site.pages or (anchor and anchor not in site.page(language, page).ids):
            lost.append(address)
    assert not lost


@LANGUAGE
def test_what_has_no_id_is_told_too(site, dataset, language, said):
    network, page = dataset.get("network", "enoc"), site.page(language, "enoc/")
    criteria = network.statutes.full_member_criteria.points
    counted = {
        "statutes over time": len(network.statutes.history),
        "membership counts": len(network.membership_counts),
        "forums of ENYA": len(network.enya.forums),
        "criteria": len(criteria),
    }
    assert counted == UNNAMED
    texts = [step.text for step in network.statutes.history] + criteria
    texts += [count.note for count in network.membership_counts if count.note]
    texts += [text for forum in network.enya.forums for text in (forum.theme, forum.place, forum.note) if text]
    assert [said(text) for text in texts if not page.says(said(text))] == []


@LANGUAGE
def test_the_contents_of_the_network_page_lead_to_its_parts(site, language):
    page = site.page(language, "enoc/")
    anchors = page.tree.xpath("//nav[@class='contents']//a/@href")
    assert {"#aims", "#criteria", "#independence", "#counts", "#enya", "#bodies"} <= set(anchors)
    assert {anchor.removeprefix("#") for anchor in anchors} <= set(page.ids)


@LANGUAGE
def test_which_offices_handle_complaints_is_one_click_away(site, language):
    links = site.page(language, "enoc/").links
    assert any(link.target == f"{language}/enoc/members/" and ("complaints", "yes") in link.query for link in links)


# The map


def by_country(dataset):
    members = {}
    for member in dataset.all("members"):
        members.setdefault(member.country, []).append(member)
    return members


VALUES = {
    "complaints": lambda m: {None: "not-found", True: "yes", False: "no"}[m.handles_complaints],
    "type": lambda m: m.institution_type,
    "membership": lambda m: m.standing,
}


def shapes(site, language):
    """Each country's shapes on the map, by the name that its link begins with."""
    links = site.page(language, "enoc/members/").tree.xpath("//figure[@id='map']//a[@aria-label]")
    return {link.get("aria-label").partition(":")[0]: link for link in links}


@LANGUAGE
@pytest.mark.parametrize("facet", VALUES)
def test_the_map_shows_what_the_data_says(site, dataset, language, facet, said):
    drawn, wrong = shapes(site, language), []
    for members in by_country(dataset).values():
        values = {VALUES[facet](member) for member in members}
        expected = pattern_of(facet, values.pop() if len(values) == 1 else MIXED)
        name = said(members[0].country_name)
        found = set(drawn[name].xpath(f".//*[self::path or self::circle]/@data-{facet}"))
        if found != {expected}:
            wrong.append((name, expected, found))
    assert not wrong
    assert len(drawn) == len(by_country(dataset))


@LANGUAGE
@pytest.mark.parametrize("facet", VALUES)
def test_the_legend_counts_and_names_what_the_map_shows(site, dataset, language, facet, said):
    page = site.page(language, "enoc/members/")
    offices = Counter(pattern_of(facet, VALUES[facet](member)) for member in dataset.all("members"))
    names, differing = {}, []
    for members in by_country(dataset).values():
        values = {VALUES[facet](member) for member in members}
        differing += members if len(values) > 1 else []
        pattern = pattern_of(facet, values.pop() if len(values) == 1 else MIXED)
        names.setdefault(pattern, set()).add(said(members[0].country_name))
    told, odd, counted = {}, {}, Counter()
    for entry in page.tree.xpath(f"//*[@data-legend='{facet}']//li[.//@data-{facet}]"):
        pattern = entry.xpath(f".//@data-{facet}")[0]
        told[pattern] = set(squeeze(entry.xpath(".//*[@data-countries]")[0].text_content()).split(", ")) - {""}
        odd[pattern] = " ".join(squeeze(text.text_content()) for text in entry.xpath(".//*[@data-odd]"))
        counted[pattern] += sum(int(text.split()[0]) for text in entry.xpath(".//*[@class='count']/text()"))
    assert {pattern: found for pattern, found in told.items() if found} == names
    assert +counted == offices
    for member in differing:
        office = f"{said(member.region or member.label)} ({said(member.country_name)})"
        assert office in odd[pattern_of(facet, VALUES[facet](member))], "where offices differ, the legend names each"


@LANGUAGE
def test_a_country_leads_to_its_office_or_to_its_offices_in_the_list(site, dataset, language, said):
    page, drawn = site.page(language, "enoc/members/"), shapes(site, language)
    for code, members in by_country(dataset).items():
        link = page.resolve(drawn[said(members[0].country_name)].get("href"))
        if len(members) == 1:
            assert link.target == f"{language}/{dataset.address(members[0])}"
        else:
            assert link.target == f"{language}/enoc/members/"
            assert link.query == (("country", code),)
            assert link.anchor in {member.id for member in members}


def test_every_shape_has_a_path_and_small_countries_a_dot(dataset):
    drawn = json.loads(OUTLINES.read_text(encoding="utf-8"))
    assert set(by_country(dataset)) <= set(drawn["countries"])
    assert {code for code, path in drawn["countries"].items() if not path} <= set(drawn["markers"])
    assert {"JE", "LU", "MT"} <= set(drawn["markers"])


# The comparison


@LANGUAGE
def test_the_table_tells_all_offices_without_a_script(site, dataset, language, said):
    page, lost = site.page(language, "enoc/compare/"), []
    for member in dataset.all("members"):
        text = squeeze(page.element(member.id).text_content()).casefold()
        facts = [said(member.label), said(member.country_name), said(member.summary)]
        facts += [member.institution.native, member.established, member.legal_basis and member.legal_basis.name]
        facts += [said(pair) for pair in (member.appointed_by, member.established_note, member.region) if pair]
        lost += [(member.id, fact) for fact in facts if fact and squeeze(str(fact)).casefold() not in text]
    assert not lost


@LANGUAGE
def test_what_was_not_found_is_said_in_words(site, dataset, language, words):
    page, silent = site.page(language, "enoc/compare/"), []
    keys = {
        "established": "not-found-established",
        "legal_basis": "not-found-legal-basis",
        "appointed_by": "not-found-appointed-by",
        "website": "not-found-website",
    }
    for member in dataset.all("members"):
        element = page.element(member.id)
        text = squeeze(element.text_content())
        silent += [
            (member.id, key) for field, key in keys.items() if getattr(member, field) is None and words(key) not in text
        ]
        silent += [member.id for cell in element.xpath(".//td") if not cell.text_content().strip()]
    assert not silent
    assert {member.id for member in dataset.all("members") if member.legal_basis is None}


@LANGUAGE
def test_an_office_leads_to_its_comparison_with_norway(site, language):
    for id_ in IDS["members"].split():
        links = [
            link
            for link in site.page(language, f"enoc/members/{id_}/").links
            if link.target == f"{language}/enoc/compare/"
        ]
        expected = () if id_ == "no-barneombudet" else (("office", id_),)
        assert expected in {link.query for link in links}


# Statements


@LANGUAGE
def test_a_statement_leads_to_the_articles_of_its_themes_and_to_what_norway_was_told(site, dataset, language, words):
    for statement in dataset.all("statements"):
        page = site.page(language, f"enoc/statements/{statement.id}/")
        themes = dataset.find("themes", statement.themes)
        listed = page.tree.xpath(
            "//*[@class='facts']//dd[../dt=$label]//text()", label=words("fact-articles-of-themes")
        )
        numbers = {int(squeeze(text).split()[-1]) for text in listed if text.strip()}
        assert numbers == {number for theme in themes for number in theme.crc_articles}, statement.id
        for theme in themes:
            told = {f"{language}/{dataset.address(r)}" for r in dataset.mentioning(theme, "recommendations", "theme")}
            whole = f"{language}/recommendations/themes/{theme.id}/"
            assert told <= page.targets or (told & page.targets and whole in page.targets), statement.id
