import re
import subprocess
from collections import Counter

import pytest
import yaml

from macros.language import LANGUAGES
from macros.model import COLLECTIONS
from macros.model.base import Text, period
from macros.pages import record_pages
from macros.proof import MAY_GO, NAMES_OF_PLACES, SAME_IN_BOTH, problems

# How many records each collection had when the data were taken in. A record that goes is a record that is missed.
AT_LEAST = {
    "clusters": 11,
    "themes": 36,
    "groups": 29,
    "actors": 57,
    "instruments": 51,
    "sources": 776,
    "standards": 4,
    "documents": 19,
    "recommendations": 123,
    "threads": 15,
    "mentions": 4,
    "functions": 14,
    "office": 1,
    "act": 1,
    "instructions": 1,
    "independence": 1,
    "conflicts": 8,
    "timeline": 29,
    "ombudspersons": 9,
    "fields": 5,
    "methods": 8,
    "international": 1,
    "system": 10,
    "requirement-groups": 9,
    "requirements": 26,
    "first-steps": 5,
    "lessons": 4,
    "network": 1,
    "members": 45,
    "statements": 29,
    "conferences": 26,
    "chairs": 23,
    "other-lists": 2,
    "proposals": 4,
    "slides": 66,
    "programmes": 4,
    "chain": 6,
    "naming-notes": 2,
    "assignments": 8,
    "collaboration": 5,
    "findings": 3,
    "working-group-reports": 1,
    "county-governors": 2,
    "offices": 10,
    "office-periods": 6,
    "mergers": 7,
    "merger-decisions": 4,
    "merger-effects": 3,
    "supervision": 5,
    "steps": 7,
    "sjumilssteget": 1,
    "aims": 4,
    "sjumilssteget-history": 20,
    "phases": 5,
    "results": 11,
    "articles": 54,
    "general-comments": 27,
    "protocols": 3,
    "milestones": 15,
    "reports": 6,
    "convention": 1,
    "best-interests": 1,
    "right-to-be-heard": 1,
    "child-impact-assessment": 1,
    "sectors": 9,
    "examples": 9,
    "life-course": 1,
    "resources": 36,
    "worksheets": 6,
    "glossary": 89,
    "dialogue": 1,
    "dialogue-points": 45,
    "meetings": 2,
    "ministries": 6,
    "coordination": 1,
    "treaties": 9,
    "human-rights-act": 1,
    "upr": 1,
    "upr-cycles": 4,
    "nim": 1,
    "nmirf": 1,
    "tools": 13,
    "tools-overview": 1,
}
PROPOSAL_ITEMS = 21
CHALLENGES = 9

# What has been decided for a later day.
ANNOUNCED = {"instruments/barnevernsloven section_changes.1.in_force"}


def test_the_data_loads_without_a_problem(real):
    assert set(COLLECTIONS) == {collection for collection, _ in real.entries}


@pytest.mark.parametrize("collection", [name for name in COLLECTIONS if name != "gaps"])
def test_no_collection_is_smaller_than_when_it_was_taken_in(real, collection):
    assert len(real.all(collection)) >= AT_LEAST[collection]


def test_all_proposals_and_challenges_of_the_slides_are_there(real):
    assert sum(len(package.items) for package in real.all("proposals")) >= PROPOSAL_ITEMS
    assert len([slide for slide in real.all("slides") if slide.group == "challenges"]) >= CHALLENGES


@pytest.mark.parametrize("collection", [name for name in COLLECTIONS if name not in MAY_GO])
def test_no_id_vanishes(real, kept_ids, collection):
    """Links and citations lead to it. Who renames a record leaves the old id in ``former_ids``; a gap may be filled."""
    here = {id_ for kind, id_ in [*real.entries, *real.parts] if kind == collection}
    records = [*real.all(collection), *(part for (kind, _), part in real.parts.items() if kind == collection)]
    former = {id_ for record in records for id_ in record.former_ids}
    vanished = sorted(set(kept_ids[collection]) - here - former)
    assert not vanished, f"{', '.join(vanished)}: gone from {collection}, and in no former_ids"


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_every_id_is_on_the_list_of_ids_to_keep(real, kept_ids, collection):
    here = {id_ for kind, id_ in [*real.entries, *real.parts] if kind == collection}
    new = sorted(here - set(kept_ids[collection]))
    assert not new, f"add to tests/data/ids.yml, under {collection} (or run make generate): {', '.join(new)}"


def test_the_list_of_ids_to_keep_names_every_collection_once_and_in_order(kept_ids):
    assert list(kept_ids) == list(COLLECTIONS)
    for collection, ids in kept_ids.items():
        assert ids == sorted(set(ids)), collection


def test_no_former_id_is_the_id_of_another_record(real):
    for (collection, id_), entry in real.entries.items():
        taken = [former for former in entry.record.former_ids if (collection, former) in real.entries]
        assert not taken, f"{collection}/{id_}: {taken}"


@pytest.mark.parametrize("half", ["nb", "en"])
def test_recommendations_of_one_document_have_titles_of_their_own(real, half):
    counted = Counter((record.document, getattr(record.title, half)) for record in real.all("recommendations"))
    assert not [f"{document}: {title}" for (document, title), number in counted.items() if number > 1]


@pytest.mark.parametrize(
    "collection", ["themes", "groups", "documents", "threads", "functions", "proposals", "statements"]
)
@pytest.mark.parametrize("half", ["nb", "en"])
def test_no_two_records_of_a_collection_are_called_the_same(real, collection, half):
    counted = Counter(getattr(record.label, half) for record in real.all(collection))
    assert not [label for label, number in counted.items() if number > 1]


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=lambda language: language.code)
def test_every_page_of_a_record_has_a_description_of_its_own(real, language):
    counted = Counter(page.description for page in record_pages(real, language))
    assert not [description for description, number in counted.items() if number > 1]


def test_texts_are_plain_and_in_both_languages_and_no_id_is_lost(real, real_root):
    """What `make check` says too."""
    assert not [str(problem) for problem in problems(real, real_root)]


def test_texts_are_translated(values):
    same = {place for place, value, _ in values if isinstance(value, Text) and value.nb == value.en}
    # A label made of one name that is the same in both languages is no pair of the data.
    left = sorted(place for place in same - SAME_IN_BOTH if not NAMES_OF_PLACES.match(place))
    assert not left, "the same in both languages:\n" + "\n".join(left)


def test_the_list_of_texts_that_are_the_same_in_both_languages_only_shrinks(values):
    same = {place for place, value, _ in values if isinstance(value, Text) and value.nb == value.en}
    assert len(SAME_IN_BOTH) <= 6
    assert same >= SAME_IN_BOTH, f"take out {sorted(SAME_IN_BOTH - same)}"


def test_nothing_has_happened_after_the_day_the_data_were_counted(real_root, values):
    configured = yaml.safe_load((real_root / "mkdocs.base.yml").read_text(encoding="utf-8"))
    counted_on = configured["extra"]["counted_on"]
    dates = [(place, value) for place, value, says in values if isinstance(value, str) and "_check_date" in says]
    assert len(dates) > 500
    later = {place for place, value in dates if period(value)[1] > counted_on}
    assert later == ANNOUNCED, (
        f"dated after {counted_on}, the day of the counts: {sorted(later - ANNOUNCED)}. Check the dates; are they "
        "right, then move counted_on in mkdocs.base.yml to today."
    )
    years = [(place, value) for place, value, _ in values if place.endswith(("year", "established", "_as_of"))]
    assert not [place for place, value in years if isinstance(value, int) and value > int(counted_on[:4])]


def test_every_file_of_several_records_says_in_its_first_line_what_it_is(real_root):
    places = [collection.place for collection in COLLECTIONS.values() if not collection.place.endswith("/")]
    for path in [real_root / "data" / place for place in (*places, "interface.yml")]:
        first = path.read_text(encoding="utf-8").partition("\n")[0]
        assert first.startswith("# "), path
        assert first.endswith("See CONTRIBUTING.md."), path


def test_every_file_of_the_data_belongs_to_a_collection(real_root, real):
    """A file in the wrong folder is read by nobody."""
    read = {entry.file.name for entry in real.entries.values()} | {"data/interface.yml", "data/README.md"}
    there = {path.relative_to(real_root).as_posix() for path in (real_root / "data").rglob("*") if path.is_file()}
    assert there - read == set()


def repository_files(root):
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=root,
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    return [root / name for name in listed.split("\0") if name and (root / name).is_file()]


def test_the_repository_refers_to_nothing_outside_itself(real_root):
    """No folder beside it, no folder of one machine."""
    outside = re.compile(
        r"""\.\./sha(?:)red|(?:^|[\s"'(=:`])/(?:wo(?:)rk|ho(?:)me|Us(?:)ers|ro(?:)ot)/\w""", re.MULTILINE
    )
    files = repository_files(real_root)
    assert len(files) > 200
    found = []
    for path in files:
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        name = path.relative_to(real_root).as_posix()
        found += [f"{name}: {match[0].strip()}" for match in outside.finditer(text)]
    assert not found, "\n".join(found)
