"""The line of sight of a theme is made of links in the data, and of nothing else."""

import pytest

from macros.guidance import guidance_on
from macros.sight import line_of_sight


@pytest.fixture
def line(ds):
    return line_of_sight(ds, ds.get("themes", "nationality"))


def test_it_begins_with_what_was_said_newest_first(line, ds):
    years = [ds.get("documents", one.document).year for one in line.recommendations]
    assert years == sorted(years, reverse=True)
    assert {one.theme for one in line.recommendations} == {"nationality"}


def test_acts_are_those_of_the_articles_with_each_section_once(line, ds):
    theme = ds.get("themes", "nationality")
    assert [article.number for article in line.articles] == theme.crc_articles
    expected = {(law.law, law.section) for article in line.articles for law in article.related_norwegian_law}
    assert {(one.act.id, section) for one in line.acts for section in one.sections} == expected
    assert sum(len(one.sections) for one in line.acts) == len(expected)


def test_proposals_are_the_items_that_name_the_theme(line):
    assert [item.id for item in line.proposals] == ["proposal-1-1"]


def test_steps_share_an_article_with_the_theme(line, ds):
    theme = ds.get("themes", "nationality")
    for step in ds.all("steps"):
        assert (step in line.steps) == bool(set(step.articles) & set(theme.crc_articles))


def test_the_assignment_is_the_newest_with_an_item_on_the_convention(line, ds):
    with_item = [one for one in ds.all("assignments") if one.reference]
    assert line.assignment is max(with_item, key=lambda one: one.year, default=None)


def test_what_a_municipality_can_do_is_the_guidance_on_the_theme(ds):
    found = line_of_sight(ds, ds.get("themes", "safety")).guidance
    assert [(name, one) for name, ones in found.items() for one in ones] == [
        *guidance_on(ds, ds.get("themes", "safety"))
    ]
    assert found
