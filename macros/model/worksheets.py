"""Worksheets: forms that a caseworker fills in, each made from its fields."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from macros.model.base import Article, Fact, Record, Text, ThemeId, Words


class Question(Record):
    """A field of a worksheet. ``columns`` and ``rows`` lay a table out: they only spell out its title and help."""

    title: Text
    type: Literal["text", "quote", "list", "table", "yes-no-and-text"]
    help: Text | None = None
    columns: Words | None = None
    rows: Words | None = None


class Worksheet(Record, Fact):
    """A worksheet; ``number`` is its place in the list."""

    number: Annotated[int, Field(ge=1)]
    title: Text
    use: Text
    themes: list[ThemeId]
    articles: list[Article]
    fields: list[Question]

    @property
    def summary(self) -> Text:
        """What descriptions of the page say."""
        return self.use
