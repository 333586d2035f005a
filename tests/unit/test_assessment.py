"""Our own assessment: a short scale, dated, with its reason and sources. What has none is not known."""

import pytest

from macros.facets import assessed
from macros.model.assessment import Assessment

PROPOSAL = "proposals/proposal-1.yml"
GIVEN = """    assessment:
      value: step-taken
      as_of: '2024-11-21'
      reason: {nb: Noe er gjort., en: Something was done.}
      sources:
        - id: one-source
"""


def an(as_of):
    reason = {"nb": "Derfor.", "en": "Because."}
    return Assessment.model_validate(
        {"value": "step-taken", "as_of": as_of, "reason": reason, "sources": [{"id": "one-source"}]}
    )


@pytest.mark.parametrize(
    ("as_of", "day", "old"),
    [
        ("2024-11-21", "2026-11-21", False),
        ("2024-11-20", "2026-11-21", True),
        ("2024-11", "2026-11-30", False),
        ("2024-11", "2026-12-01", True),
        ("2024", "2026-12-31", False),
        ("2024", "2027-01-01", True),
        ("2026-11-21", "2026-11-21", False),
        ("2024-02-29", "2026-02-28", False),
        ("2024-02-29", "2026-03-01", True),
    ],
)
def test_it_is_old_when_more_than_two_years_have_passed(as_of, day, old):
    assert an(as_of).is_old(day) is old


def given(repo, text=GIVEN):
    repo.change(PROPOSAL, "    later_basis: read\n", f"    later_basis: read\n{text}")
    return repo


def test_it_can_stand_on_an_item_of_a_proposal_and_on_a_thread(repo):
    given(repo).change("threads/thread-nationality.yml", "basis: read\n", f"{_outdented(GIVEN)}basis: read\n")
    data = repo.load()
    assert data.get("proposals", "proposal-1-1").assessment.value == "step-taken"
    assert data.get("threads", "thread-nationality").assessment.value == "step-taken"


def _outdented(text):
    return "".join(line.removeprefix("    ") + "\n" for line in text.splitlines())


def test_what_has_none_is_not_known(ds):
    assert assessed(ds.get("proposals", "proposal-1-2")) == "not-known"


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("value: step-taken", "value: nearly-done", "items.0.assessment.value"),
        ("      sources:\n        - id: one-source\n", "      sources: []\n", "items.0.assessment.sources"),
        ("      as_of: '2024-11-21'\n", "", "items.0.assessment.as_of"),
        ("one-source", "no-such-source", "items.0.assessment.sources.0.id"),
    ],
)
def test_a_value_that_is_not_on_the_scale_or_rests_on_nothing_is_told(repo, old, new, field):
    assert old in GIVEN
    assert given(repo, GIVEN.replace(old, new)).only_problem().field == field


def test_the_page_shows_it_as_ours_with_its_date_and_says_when_it_is_old(repo, language, renderer_of):
    data = given(repo).load()
    renderer = renderer_of(data, language)
    page = renderer.record("proposals", "proposal-1", "implementation/proposals/proposal-1/")
    assert renderer.string("our-assessment", date=language.day("2024-11-21")) in page
    assert renderer.string("assessment-old") not in page, "two years to the day"
    repo.change(PROPOSAL, "2024-11-21", "2024-11-20")
    page = renderer_of(repo.load(), language).record("proposals", "proposal-1", "implementation/proposals/proposal-1/")
    assert renderer.string("assessment-old") in page
    assert renderer.string("assessment-none") in page, "the other item has none"
