"""The addresses are a contract: others link to them. Ids are read from the files, not through the model."""

from collections import Counter

import pytest
import yaml

from macros.model import COLLECTIONS

pytestmark = pytest.mark.site

# What a reader may have written down, next to where its data lies. A new collection gets a line here.
CONTRACT = {
    "vocabulary/clusters.yml": "recommendations/themes/#{id}",
    "vocabulary/themes.yml": "recommendations/themes/{id}/",
    "vocabulary/groups.yml": "recommendations/groups/#{id}",
    "vocabulary/actors.yml": "implementation/actors/#{id}",
    "vocabulary/instruments.yml": "about/data/#{id}",
    "sources.yml": "about/sources/#{id}",
    "standards.yml": "norwegian-model/functions/#{id}",
    "documents/": "recommendations/documents/{id}/",
    "recommendations/": "recommendations/{id}/",
    "threads/": "recommendations/threads/{id}/",
    "sjumilssteget-mentions.yml": "recommendations/documents/#{id}",
    "functions/": "norwegian-model/functions/{id}/",
    "ombudsman/office.yml": "norwegian-model/#{id}",
    "ombudsman/act.yml": "norwegian-model/law/#{id}",
    "ombudsman/instructions.yml": "norwegian-model/law/#{id}",
    "ombudsman/independence.yml": "norwegian-model/law/#{id}",
    "ombudsman/conflicts.yml": "about/sources/#{id}",
    "ombudsman/timeline.yml": "norwegian-model/history/#{id}",
    "ombudsman/ombudspersons.yml": "norwegian-model/history/#{id}",
    "ombudsman/fields/": "norwegian-model/themes/{id}/",
    "ombudsman/methods.yml": "norwegian-model/involving-children/#{id}",
    "ombudsman/international.yml": "norwegian-model/visit/#{id}",
    "ombudsman/system.yml": "norwegian-model/system/#{id}",
    "setting-up/groups.yml": "norwegian-model/setting-up/#{id}",
    "setting-up/requirements.yml": "norwegian-model/setting-up/#{id}",
    "setting-up/first-steps.yml": "norwegian-model/setting-up/#{id}",
    "setting-up/lessons.yml": "norwegian-model/setting-up/#{id}",
    "enoc/network.yml": "enoc/#{id}",
    "enoc/members/": "enoc/members/{id}/",
    "enoc/statements/": "enoc/statements/{id}/",
    "enoc/conferences.yml": "enoc/conferences/#{id}",
    "enoc/chairs.yml": "enoc/conferences/#{id}",
    "enoc/other-lists.yml": "enoc/#{id}",
    "proposals/": "implementation/proposals/{id}/",
    "slides.yml": "implementation/challenges/#{id}",
    "programmes.yml": "implementation/actors/#{id}",
    "chain.yml": "implementation/#{id}",
    "naming-notes.yml": "implementation/#{id}",
    "assignments.yml": "implementation/assignments/#{id}",
    "collaboration.yml": "implementation/assignments/#{id}",
    "findings.yml": "implementation/challenges/#{id}",
    "working-group-report.yml": "implementation/working-group/#{id}",
    "county-governors/profile.yml": "implementation/county-governors/#{id}",
    "county-governors/offices.yml": "implementation/county-governors/#{id}",
    "county-governors/periods.yml": "implementation/county-governors/#{id}",
    "county-governors/mergers.yml": "implementation/county-governors/#{id}",
    "county-governors/merger-decisions.yml": "implementation/county-governors/#{id}",
    "county-governors/merger-effects.yml": "implementation/county-governors/#{id}",
    "county-governors/supervision.yml": "implementation/county-governors/#{id}",
    "sjumilssteget/steps/": "implementation/sjumilssteget/{id}/",
    "sjumilssteget/programme.yml": "implementation/sjumilssteget/#{id}",
    "sjumilssteget/aims.yml": "implementation/sjumilssteget/#{id}",
    "sjumilssteget/history.yml": "implementation/sjumilssteget/#{id}",
    "sjumilssteget/phases.yml": "implementation/sjumilssteget/#{id}",
    "sjumilssteget/results.yml": "implementation/sjumilssteget/#{id}",
    "convention/articles/": "convention/articles/{number}/",
    "convention/general-comments.yml": "convention/general-comments/#{id}",
    "convention/protocols.yml": "convention/#{id}",
    "convention/milestones.yml": "convention/norway/#{id}",
    "convention/reports.yml": "convention/norway/#{id}",
    "convention/convention.yml": "convention/#{id}",
    "guidance/best-interests.yml": "guidance/best-interests/#{id}",
    "guidance/right-to-be-heard.yml": "guidance/right-to-be-heard/#{id}",
    "guidance/child-impact-assessment.yml": "guidance/child-impact-assessment/#{id}",
    "guidance/sectors/": "guidance/sectors/{id}/",
    "guidance/examples/": "guidance/examples/{id}/",
    "guidance/life-course.yml": "guidance/life-course/#{id}",
    "guidance/resources.yml": "guidance/resources/#{id}",
    "guidance/templates/": "guidance/templates/{id}/",
    "glossary.yml": "glossary/#{id}",
    "follow-up/dialogue.yml": "follow-up/dialogue/#{id}",
    "follow-up/dialogue-points.yml": "follow-up/dialogue/#{id}",
    "follow-up/meetings.yml": "follow-up/dialogue/#{id}",
    "follow-up/ministries.yml": "follow-up/conventions/#{id}",
    "follow-up/coordination.yml": "follow-up/conventions/#{id}",
    "follow-up/treaties.yml": "follow-up/conventions/#{id}",
    "follow-up/human-rights-act.yml": "follow-up/conventions/#{id}",
    "follow-up/upr.yml": "follow-up/upr/#{id}",
    "follow-up/upr-cycles.yml": "follow-up/upr/#{id}",
    "follow-up/nim.yml": "follow-up/nim/#{id}",
    "follow-up/nmirf.yml": "follow-up/nmirf/#{id}",
    "follow-up/tools.yml": "follow-up/tools/#{id}",
    "follow-up/tools-overview.yml": "follow-up/tools/#{id}",
    "gaps.yml": "about/gaps/#{id}",
}
PAGES = [
    "/",
    "norwegian-model/",
    "norwegian-model/law/",
    "norwegian-model/functions/",
    "norwegian-model/history/",
    "norwegian-model/involving-children/",
    "norwegian-model/themes/",
    "norwegian-model/system/",
    "norwegian-model/visit/",
    "norwegian-model/briefing/",
    "norwegian-model/setting-up/",
    "enoc/",
    "enoc/members/",
    "enoc/compare/",
    "enoc/statements/",
    "enoc/conferences/",
    "convention/",
    "convention/general-comments/",
    "convention/norway/",
    "implementation/",
    "implementation/assignments/",
    "implementation/county-governors/",
    "implementation/sjumilssteget/",
    "implementation/working-group/",
    "implementation/proposals/",
    "implementation/challenges/",
    "implementation/actors/",
    "guidance/",
    "guidance/best-interests/",
    "guidance/right-to-be-heard/",
    "guidance/child-impact-assessment/",
    "guidance/life-course/",
    "guidance/resources/",
    "guidance/templates/",
    "recommendations/",
    "recommendations/overview/",
    "recommendations/documents/",
    "recommendations/themes/",
    "recommendations/threads/",
    "recommendations/groups/",
    "glossary/",
    "follow-up/",
    "follow-up/dialogue/",
    "follow-up/conventions/",
    "follow-up/upr/",
    "follow-up/nim/",
    "follow-up/nmirf/",
    "follow-up/tools/",
    "about/",
    "about/sources/",
    "about/gaps/",
    "about/data/",
    "about/news/",
    "about/accessibility/",
    "search/",
]
AT_THE_ROOT = ["index.html", "404.html", "sitemap.xml", "robots.txt", "data/index.json"]


def records(root, place):
    """The records of a place in data/, as mappings."""
    where = root / "data" / place
    files = sorted(where.glob("*.yml")) if place.endswith("/") else [where]
    for file in files:
        content = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        yield from content if isinstance(content, list) else [content]


def parts(value):
    """Everything with an id inside a record, at any depth; a source reference has an id too, but is none."""
    items = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for item in items:
        if isinstance(item, dict) and "id" in item and set(item) - {"id", "locator"}:
            yield item
        yield from parts(item)


def test_the_contract_covers_every_collection():
    assert {collection.place for collection in COLLECTIONS.values()} == CONTRACT.keys()


@pytest.mark.parametrize("language", ["nb", "en"])
def test_every_page_of_the_contract_exists(site, language):
    missing = [path for path in PAGES if path.removeprefix("/") not in site.language(language)]
    assert not missing, "\n".join(missing)


def test_what_belongs_to_no_language_lies_at_the_root(site):
    missing = [name for name in AT_THE_ROOT if not (site.folder / name).is_file()]
    assert not missing, "\n".join(missing)


@pytest.mark.parametrize("language", ["nb", "en"])
def test_every_record_and_every_part_of_one_stands_at_its_address(site, root, language):
    missing, found = [], Counter()
    for place, template in CONTRACT.items():
        for record in records(root, place):
            address = template.format_map(record)
            for id_ in [address, *(f"{address.partition('#')[0]}#{part['id']}" for part in parts(record))]:
                found[place] += 1
                path, _, anchor = id_.partition("#")
                page = site.pages.get(f"{language}/{path}")
                if page is None or (anchor and anchor not in page.ids):
                    missing.append(id_)
    assert not missing, "\n".join(missing)
    assert sum(found.values()) > 1_400
    assert all(found[place] for place in CONTRACT)


def test_there_is_no_page_that_neither_the_contract_nor_the_data_knows(site, root):
    known = {path.removeprefix("/") for path in PAGES}
    for place, template in CONTRACT.items():
        known |= {template.format_map(record).partition("#")[0] for record in records(root, place)}
    assert not (strange := site.language("nb").keys() - known), "\n".join(strange)
