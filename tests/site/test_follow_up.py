"""Follow-up: nothing of the research is missing, the calendar is the list, and what was not found is said in words.

The ids are listed here by hand, so that a record that goes missing from the data is missed here too.
"""

import datetime
import re

import pytest
from shared import LANGUAGE, squeeze

from macros.language import LANGUAGES
from macros.reporting import PLACE, calendar

pytestmark = pytest.mark.site
IN_WORDS = pytest.mark.parametrize(("language", "not_found"), [("nb", "ikke funnet"), ("en", "not found")])

IDS = {
    "follow-up/dialogue/": """
        seed3-01-initiative seed3-02-who-is-involved seed3-03-purpose seed3-04-secretariat-bridge
        seed3-05-four-meetings-a-year seed3-06-changing-representation seed3-07-one-theme-at-a-time
        seed3-08-stronger-dialogue seed3-09-useful-for-ministries seed3-10-shortlist seed3-11-ten-criteria
        seed3-12-discussed-in-networks seed3-13-method-designed seed3-14-first-meeting-crpd
        seed3-15-second-meeting-violence seed3-16-period seed3-17-contact-and-participants-headings
        seed3-18-working-group seed3-19-member-antirasistisk-senter seed3-20-member-helsingforskomiteen
        seed3-21-member-jurk seed3-22-member-redd-barna seed3-23-member-stopp-diskrimineringen
        seed3-24-ldo-secretariat seed3-25-two-goals seed3-26-goal-1 seed3-27-goal-1-measure-1
        seed3-28-goal-1-measure-2 seed3-29-goal-1-measure-3 seed3-30-goal-2 seed3-31-goal-2-measure-1
        seed3-32-goal-2-measure-2 seed3-33-approach seed3-34-nim-mandate seed3-35-nim-international
        seed3-36-nim-2017-2020 seed3-37-shadow-reports seed3-38-broad-engagement seed3-39-state-responsible
        seed3-40-four-ministries seed3-41-hard-to-see seed3-42-compilation seed3-43-compilation-launch
        seed3-44-publications-heading seed3-45-illustration nim-ldo-dialogue-meetings nim ldo
        antirasistisk-senter helsingforskomiteen jurk redd-barna stopp-diskrimineringen goal-1 goal-2
        dialogue-meeting-2022-03-crpd dialogue-meeting-2022-10-violence-against-women
    """,
    "follow-up/conventions/": """
        icerd iccpr icescr cedaw cat crc crpd ced icrmw jd kud bfd ud kd kdd menneskerettsloven
        reporting-ministries-2020
    """,
    "follow-up/upr/": """
        upr upr-cycle-1 upr-cycle-2 upr-cycle-3 upr-cycle-4
    """,
    "follow-up/nim/": """
        nim nim-founded nim-a-status nim-tasks nim-offices nim-leaders nim-annual-report nim-followup-2020
        nim-upr-2019-count nim-compilation-2017-2020 nim-human-rights-tracker nim-kommuner-2021
        nim-kommuner-2023 nim-crc-praise nim-letters-2024
    """,
    "follow-up/nmirf/": """
        nmirf engagement coordination consultation information-management hr-pub-16-1 hr-pub-16-1-add1
        ga-68-268 a-66-860 hrc-resolutions marrakech-declaration asuncion-declaration
        marrakech-guidance-framework network-action-plan ohchr-hub
    """,
    "follow-up/tools/": """
        uhri un-human-rights-analytics-dashboard nrtd simore-plus impact-oss ehrc-human-rights-tracker
        scotland dihr-sdg-human-rights-data-explorer finland-databank new-zealand upr-info-database
        nim-tracker switzerland tools-overview
    """,
    "about/gaps/": """
        gap-ten-criteria gap-shortlist gap-second-meeting gap-people gap-jurk gap-publications
        gap-ratification-dates gap-symbols gap-next-due gap-optional-protocols
        gap-paragraphs gap-cedaw gap-upr-2024 gap-crpd-rest gap-ccpr-rest gap-cescr-rest gap-cat-2018
        gap-inclusive-page gap-nim-launch gap-nim-director gap-nim-users gap-norway-hub gap-upr-nmirf
        gap-switzerland gap-live-check
    """,
}
RECOMMENDATIONS = """
    crpd-2019-children-1 crpd-2019-children-2 crpd-2019-children-3 crpd-2019-children-4 cerd-2018-28-1
    cerd-2018-28-2 cerd-2018-28-3 cerd-2018-roma-1 cescr-2020-education-1 cescr-2020-education-2
    cescr-2020-education-3 cescr-2020-education-4 cescr-2020-education-5 ccpr-2018-violence-1
    ccpr-2018-violence-2 ccpr-2018-violence-3 ccpr-2018-violence-4 ccpr-views-2926-2017 ccpr-2011-9
    ccpr-2011-juvenile-justice cat-2012-9 cat-2012-10 cat-2018-asylum-seeking-minors cedaw-2017-stereotypes-1
    cedaw-2017-stereotypes-2 cedaw-2017-stereotypes-3 ced-2024-children-1 ced-2024-children-2
    ced-2024-children-3 ced-2024-children-4 upr-2024-sweden-2 upr-2024-sweden-3 upr-2024-opic upr-2014-131-22
    upr-2014-131-23 sr-disability-2019-local
"""
FROM_THE_THIRD_SEED = 45
COORDINATED_BY = {
    "crc": "bfd",
    "cedaw": "kud",
    "icerd": "kud",
    "crpd": "kud",
    "iccpr": "jd",
    "cat": "jd",
    "ced": "jd",
    "icescr": "jd",
}


def lines(element):
    """Labels and values of the ruled lines in an element."""
    return {squeeze(row.findtext("dt")): squeeze(row.find("dd").text_content()) for row in element.xpath(".//dl/div")}


def unfolded(text):
    """The lines of a calendar file, each as name and value."""
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    found = text.replace("\r\n ", "").split("\r\n")[:-1]
    return [
        (name.partition(";")[0], re.sub(r"\\(.)", r"\1", value)) for name, _, value in (x.partition(":") for x in found)
    ]


@pytest.fixture
def file(site, language):
    """The events of the calendar file, as mappings."""
    raw = (site.folder / language / PLACE).read_bytes()
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    events = []
    for name, value in unfolded(raw.decode()):
        if (name, value) == ("BEGIN", "VEVENT"):
            events.append({})
        elif events and name not in ("BEGIN", "END"):
            events[-1][name] = value
    return events


@pytest.fixture
def words(dataset, language):
    return lambda key, **values: squeeze(LANGUAGES[language].pick(dataset.interface[key]).format(**values))


def test_the_list_of_the_third_seed_is_whole(dataset):
    listed = [id_ for id_ in IDS["follow-up/dialogue/"].split() if id_.startswith("seed3-")]
    assert len(listed) == FROM_THE_THIRD_SEED
    assert listed == [point.id for point in dataset.all("dialogue-points")]


@LANGUAGE
@pytest.mark.parametrize(("address", "ids"), IDS.items(), ids=list(IDS))
def test_every_id_of_the_research_stands_on_its_page(site, language, address, ids):
    assert set(ids.split()) - set(site.page(language, address).ids) == set()


@LANGUAGE
def test_every_recommendation_of_other_bodies_has_a_page(site, language):
    assert {f"recommendations/{id_}/" for id_ in RECOMMENDATIONS.split()} - set(site.language(language)) == set()


@LANGUAGE
def test_every_point_of_the_project_page_stands_word_for_word_and_says_where_from(dataset, site, language, words):
    page = site.page(language, "follow-up/dialogue/")
    for point in dataset.all("dialogue-points"):
        found = squeeze(page.element(point.id).text_content())
        for text in filter(None, [point.text, point.note]):
            assert squeeze(getattr(text, language)) in squeeze(found), point.id
        assert words("basis-seed-dialogue") in found, point.id


@LANGUAGE
def test_the_landing_page_says_who_coordinates_each_convention(site, language):
    page = site.page(language, "follow-up/")
    for treaty, ministry in COORDINATED_BY.items():
        row = page.one(f"//table//tr[th/a[@href='../follow-up/conventions/#{treaty}']]")
        assert row.xpath("td[1]/a/@href") == [f"../follow-up/conventions/#{ministry}"], treaty
        assert all(squeeze(cell.text_content()) for cell in row.xpath("td"))


@LANGUAGE
def test_the_home_page_leads_to_the_landing_page_and_that_to_everything(site, language):
    assert f"{language}/follow-up/" in site.page(language, "").targets
    assert {f"{language}/{address}" for address in IDS if address.startswith("follow-up/")} <= {
        target.partition("#")[0] for target in site.page(language, "follow-up/").targets
    }


@LANGUAGE
def test_the_calendar_file_says_what_the_list_says(dataset, site, language, file):
    events = calendar(dataset, LANGUAGES[language])
    assert [(event["UID"], squeeze(event["SUMMARY"])) for event in file] == [(e.uid, squeeze(e.title)) for e in events]
    for said, event in zip(file, events, strict=True):
        days = [datetime.date.fromisoformat(said[name]) for name in ("DTSTART", "DTEND")]
        assert days == [event.first, event.after]
    listed = site.page(language, "follow-up/").tree.xpath("//ol[@class='calendar']/li")
    assert [squeeze(item.find("a").text_content()) for item in listed] == [squeeze(e.title) for e in reversed(events)]


@LANGUAGE
def test_every_event_of_the_file_leads_to_where_it_stands(site, language, file):
    for event in file:
        address, _, anchor = event["URL"].partition(f"/{language}/")[2].partition("#")
        assert anchor in site.page(language, address).ids, event["UID"]
    assert len({event["UID"] for event in file}) == len(file)


@LANGUAGE
def test_conventions_without_a_known_date_are_listed_as_such(dataset, site, language):
    listed = site.page(language, "follow-up/").targets
    unknown = [r.id for r in dataset.all("treaties") if r.next_due and r.next_due.value is None]
    assert "crc" in unknown
    assert {f"{language}/follow-up/conventions/#{id_}" for id_ in unknown} <= listed


@IN_WORDS
def test_every_convention_says_what_was_not_found(dataset, site, language, not_found, words):
    page = site.page(language, "follow-up/conventions/")
    for treaty in dataset.all("treaties"):
        if not treaty.norway_party:
            assert words("not-a-party") in squeeze(page.element(treaty.id).text_content())
            continue
        said = lines(page.element(treaty.id))
        if treaty.next_due.value is None and treaty.next_due.basis is None:
            assert not_found in said[words("next-report")].lower(), treaty.id
        if treaty.norway_ratified is None:
            assert not_found in said[words("fact-norway-ratified")].lower(), treaty.id
        if treaty.individual_complaints is None:
            assert said[words("individual-complaints")] == words("complaints-not-found"), treaty.id
        if treaty.independent_monitoring is None:
            assert said[words("independent-monitoring")] == words("monitoring-not-found"), treaty.id
        if treaty.incorporated.in_ is None:
            assert said[words("in-norwegian-law")] == squeeze(getattr(treaty.incorporated.text, language)), treaty.id
        if treaty.coordinating_ministry_basis == "recalled":
            assert words("basis-recalled") in said[words("coordinated-by")], treaty.id


@IN_WORDS
def test_every_round_of_the_upr_says_what_was_not_found(dataset, site, language, not_found, words):
    page = site.page(language, "follow-up/upr/")
    for cycle in dataset.all("upr-cycles"):
        said = lines(page.element(cycle.id))
        fields = {
            "upr-not-accepted": cycle.not_accepted,
            "coordinated-by": cycle.coordinator,
            "upr-troika": cycle.troika,
            "upr-follow-up": cycle.follow_up,
            "upr-adopted": cycle.adopted,
        }
        for label, value in fields.items():
            assert (not_found in said[words(label)].lower()) == (value is None), (cycle.id, label)


@LANGUAGE
def test_every_tool_says_what_was_not_found(dataset, site, language, words):
    page = site.page(language, "follow-up/tools/")
    for tool in dataset.all("tools"):
        said = lines(page.element(tool.id))
        fields = {
            "tool-owner": tool.owner,
            "nim-launched": tool.launched,
            "tool-filtering": tool.filtering,
            "tool-languages": tool.languages,
            "tool-export": tool.export_api,
            "tool-open-source": tool.open_source,
        }
        for label, value in fields.items():
            assert (said[words(label)] == words(f"tool-missing-{tool.stage}")) == (value is None), (tool.id, label)


@LANGUAGE
def test_meetings_and_what_norway_was_told_on_their_themes_link_to_each_other(dataset, site, language):
    page = site.page(language, "follow-up/dialogue/")
    for meeting in dataset.all("meetings"):
        address = f"{language}/follow-up/dialogue/#{meeting.id}"
        for theme in dataset.find("themes", meeting.themes):
            assert f"{language}/recommendations/themes/{theme.id}/" in page.targets
            assert address in site.page(language, f"recommendations/themes/{theme.id}/").targets
            for told in dataset.mentioning(theme, "recommendations", "theme"):
                assert f"{language}/recommendations/{told.id}/" in page.targets
                assert address in site.page(language, f"recommendations/{told.id}/").targets


@LANGUAGE
def test_the_criteria_are_said_not_to_be_published(dataset, site, language):
    note = dataset.all("dialogue")[0].themes_criteria.note
    assert site.page(language, "follow-up/dialogue/").says(squeeze(getattr(note, language)))
