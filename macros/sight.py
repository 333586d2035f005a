"""The line of sight from Geneva to the municipality: what links in the data lead to from one theme, hop by hop."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from macros.dataset import Dataset
from macros.guidance import guidance_on
from macros.model.base import ARTICLE_ID
from macros.order import by_number, newest_first
from macros.reading import in_reading_order


@dataclass(frozen=True)
class ActOnTheWay:
    """A Norwegian act that articles of the theme are carried out in, and the sections named there, as cited."""

    act: Any
    sections: tuple[str, ...]


@dataclass(frozen=True)
class Sight:
    """What stands at each hop. An empty one means that the data has no link."""

    recommendations: list[Any]
    articles: list[Any]
    acts: list[ActOnTheWay]
    proposals: list[Any]
    steps: list[Any]
    assignment: Any | None
    """The newest assignment with an item on the Convention. Assignments name no themes."""
    guidance: dict[str, list[Any]]
    fields: list[Any]
    reports: list[Any]
    functions: list[Any]
    statements: list[Any]


def line_of_sight(dataset: Dataset, theme: Any) -> Sight:
    """Everything that the theme leads to, from what UN bodies said to what offices in other countries say."""
    recommendations = in_reading_order(dataset, dataset.mentioning(theme, "recommendations", "theme"))
    articles = dataset.find("articles", map(ARTICLE_ID.format, theme.crc_articles))
    fields = by_number(dataset.mentioning(theme, "fields"))
    functions = {f.id: f for one in recommendations for f in dataset.mentioning(one, "functions")}
    return Sight(
        recommendations=recommendations,
        articles=articles,
        acts=_acts(dataset, articles),
        proposals=[mention.part for mention in dataset.mentions(theme, "proposals") if mention.part],
        steps=[step for step in by_number(dataset.all("steps")) if {*step.articles} & {*theme.crc_articles}],
        assignment=_newest_assignment(dataset),
        guidance=_guidance(dataset, theme),
        fields=fields,
        reports=newest_first(report for field in fields for report in field.reports),
        functions=by_number(functions.values()),
        statements=newest_first(dataset.mentioning(theme, "statements")),
    )


def _guidance(dataset: Dataset, theme: Any) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for collection, one in guidance_on(dataset, theme):
        found.setdefault(collection, []).append(one)
    return found


def _acts(dataset: Dataset, articles: list[Any]) -> list[ActOnTheWay]:
    """Acts, those with most sections first, each section once."""
    found: dict[str, dict[str, None]] = {}
    for article in articles:
        for law in article.related_norwegian_law:
            found.setdefault(law.law, {})[law.section] = None
    acts = [ActOnTheWay(dataset.get("instruments", law), tuple(sections)) for law, sections in found.items()]
    return sorted(acts, key=lambda one: -len(one.sections))


def _newest_assignment(dataset: Dataset) -> Any | None:
    found = [assignment for assignment in dataset.all("assignments") if assignment.reference]
    return max(found, key=lambda assignment: assignment.year, default=None)
