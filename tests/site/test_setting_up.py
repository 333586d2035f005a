"""What the page on setting up an institution promises: 26 requirements, where Norway stands, where to begin."""

import pytest
from shared import squeeze

from macros.language import LANGUAGES

pytestmark = pytest.mark.site

ADDRESS = "norwegian-model/setting-up/"
GROUPS = [
    "foundation",
    "mandate",
    "independence-group",
    "resources",
    "powers",
    "remedies",
    "reporting",
    "children",
    "cooperation",
]
REQUIREMENTS = {
    "part-of-crc-obligations": "met",
    "review-existing": None,
    "statutory-basis": "met",
    "broad-mandate": "met",
    "independence": "debated",
    "stable-mandate": "met",
    "open-appointment": "debated",
    "consultative-establishment": None,
    "adequate-resources": None,
    "special-focus-on-children": "met",
    "own-motion": "met",
    "advise-on-law": "met",
    "access-to-information": "met",
    "access-to-institutions": "met",
    "complaints": "not-met",
    "court-cases": "not-met",
    "publish-freely": "met",
    "report-to-parliament": None,
    "national-reports": "met",
    "report-to-un-committee": "met",
    "accessible-to-children": None,
    "participation": "debated",
    "spread-knowledge": "met",
    "pluralism-and-cooperation": None,
    "place-among-institutions": None,
    "not-instead-of-government": None,
}
LESSONS = ["lesson-survive-the-start", "lesson-ombud-is-personal", "lesson-fit-society", "lesson-downgrade"]
WORDS = {
    "met": ("På plass", "In place"),
    "not-met": ("Ikke på plass", "Not in place"),
    "debated": ("Omdiskutert", "Debated"),
    None: ("Ikke kjent", "Not known"),
}


@pytest.fixture(params=["nb", "en"])
def language(request):
    return LANGUAGES[request.param]


@pytest.fixture
def page(site, language):
    return site.page(language.code, ADDRESS)


def test_every_requirement_group_and_lesson_stands_on_the_page_once(page):
    for id_ in [*REQUIREMENTS, *GROUPS, *LESSONS]:
        assert page.ids.count(id_) == 1, id_
    assert len(page.tree.xpath("//li[@data-requirement]")) == len(REQUIREMENTS)


def test_requirements_are_numbered_in_their_groups(page, dataset):
    numbers = [int(h.text_content().partition(".")[0]) for h in page.tree.xpath("//li[@data-requirement]//h4")]
    assert numbers == list(range(1, len(REQUIREMENTS) + 1))
    for requirement in dataset.all("requirements"):
        assert page.element(requirement.id).xpath("ancestor::section/@id")[-1] == requirement.group


def test_where_norway_stands_is_told_in_words_with_the_reason(page, dataset, language):
    for requirement in dataset.all("requirements"):
        assert requirement.norway.status == REQUIREMENTS[requirement.id]
        item = page.element(requirement.id)
        status = item.xpath(".//*[@data-norway]//*[contains(@class, 'status')]")[0]
        assert squeeze(status.text_content()).endswith(WORDS[requirement.norway.status][language.code == "en"])
        assert status.xpath("./*[@class='sign']"), "a sign beside the word and the colour"
        assert squeeze(language.pick(requirement.norway.note)) in squeeze(item.text_content())


def test_what_was_not_found_is_told_in_words(page, dataset, language):
    unknown, no_place = (
        squeeze(language.pick(dataset.interface[key])) for key in ("assessed-null", "checklist-no-place")
    )
    for requirement in dataset.all("requirements"):
        said = squeeze(page.element(requirement.id).text_content())
        assert (unknown in said) == (requirement.norway.status is None)
        assert (no_place in said) == any(found.record and not found.reference for found in requirement.rests_on)


def test_a_requirement_links_to_the_standards_it_rests_on_and_to_its_sources(page, dataset, language):
    for requirement in dataset.all("requirements"):
        targets = {
            f"{link.target}#{link.anchor}" if link.anchor else link.target
            for link in map(page.resolve, page.element(requirement.id).xpath(".//a/@href"))
        }
        for found in requirement.rests_on:
            if found.record:
                record = dataset.get(*found.record.split("/"))
                assert f"{language.code}/{dataset.address(record)}" in targets, (requirement.id, found.record)
        for source in requirement.sources:
            assert f"{language.code}/about/sources/#{source.id}" in targets


def test_the_first_five_steps_name_requirements_of_the_checklist(page, dataset, language):
    steps = dataset.all("first-steps")
    assert [step.number for step in steps] == [1, 2, 3, 4, 5]
    for step in steps:
        item = page.element(step.id)
        assert {page.resolve(href).anchor for href in item.xpath(".//a/@href")} == set(step.requirements)
        for requirement in dataset.find("requirements", step.requirements):
            assert squeeze(language.pick(requirement.requirement)) in squeeze(item.text_content())


def test_the_form_is_there_without_javascript(page):
    for id_ in REQUIREMENTS:
        answers = page.element(id_).xpath(f".//input[@type='radio' and @name='{id_}']/@value")
        assert answers == ["met", "partly", "not-met", "not-known"]
        assert len(page.element(id_).xpath(".//textarea")) == 1
    assert page.one("//main//form").get("method") == "dialog", "Enter must not send the answers anywhere"


def test_the_empty_form_can_be_taken_away(page, site):
    link = page.one("//a[contains(@href, '.odt')]")
    assert (site.folder / page.resolve(link.get("href")).target).is_file()


def test_only_this_page_loads_the_checklist(site, language):
    loading = [page.path for page in site.language(language.code).values() if "js/checklist.js" in page.source]
    assert loading == [ADDRESS]


def test_its_scripts_are_small(site, language):
    for name in ("checklist.js", "odt.js"):
        assert (site.folder / language.code / "assets/js" / name).stat().st_size < 8 * 1024
