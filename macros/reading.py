"""How lists are read: recommendations document by document, offices by country, and with all who must act."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from macros.dataset import Dataset
from macros.language import Language
from macros.order import recommendation_key


def in_reading_order(ds: Dataset, recommendations: Iterable[Any]) -> list[Any]:
    """Recommendations, newest document first and as printed within it."""
    return sorted(recommendations, key=lambda r: recommendation_key(r, ds.get("documents", r.document).year))


def recommendation_actors(recommendation: Any) -> list[str]:
    """Who must act: bodies that the text names, then ministries that NIM names as responsible."""
    return list(dict.fromkeys([*recommendation.actors, *recommendation.responsible_ministries]))


def by_country(language: Language, members: Iterable[Any]) -> list[Any]:
    """Offices in the order of their countries' names."""
    return sorted(members, key=lambda m: (language.alphabetical(language.pick(m.country_name)), m.id))
