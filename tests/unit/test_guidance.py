"""What the pages on guidance work out: which guidance is about an article or a theme."""

import pytest

from macros.guidance import GUIDANCE, guidance_on, on_themes
from macros.language import LANGUAGES
from macros.model.guidance import Place
from macros.pages import record_pages


def found(ds, collection, id_):
    return [(name, one.id) for name, one in guidance_on(ds, ds.get(collection, id_))]


def test_guidance_on_an_article_comes_procedures_first_and_sectors_in_their_order(ds):
    assert found(ds, "articles", "art-31") == [
        ("right-to-be-heard", "right-to-be-heard"),
        ("worksheets", "talk-note"),
        ("sectors", "planning"),
        ("sectors", "school"),
        ("examples", "playground"),
        ("life-course", "age-0-1"),
    ]


def test_guidance_on_a_theme_includes_resources(ds):
    names = [name for name, _ in found(ds, "themes", "safety")]
    assert list(dict.fromkeys(names)) == [name for name in GUIDANCE if name not in ("life-course", "worksheets")]
    assert found(ds, "themes", "safety")[-1] == ("resources", "a-guide")


def test_an_article_without_guidance_has_none(ds):
    assert found(ds, "articles", "art-1") == []


def test_records_are_found_by_the_themes_they_share(ds):
    assert [resource.id for resource in on_themes(ds, "resources", ["leisure", "safety"])] == ["a-guide"]
    assert on_themes(ds, "resources", ["leisure"]) == []


@pytest.mark.parametrize(
    ("paragraphs", "several"), [("19", False), ("6 (a)", False), ("53–54", True), ("93, 98", True)]
)
def test_a_place_knows_whether_it_is_more_than_one_paragraph(paragraphs, several):
    assert Place(comment=14, paragraphs=paragraphs).several is several


def test_the_title_of_an_example_says_that_it_is_constructed(ds):
    [page] = [page for page in record_pages(ds, LANGUAGES["en"]) if page.address.startswith("guidance/examples/")]
    assert page.title == "Constructed example: A playground"
    assert page.description.startswith("Constructed example: ")
