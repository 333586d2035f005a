"""Articles are written as numbers and are references; they and the General Comments name each other."""

from macros.model import COLLECTIONS
from macros.model.base import Model, Ref, references
from macros.model.convention import Article, GeneralComment, Report

TITLE = {"nb": "Rett til å bli hørt", "en": "Right to be heard"}


def article(**changes):
    fields = {
        "id": "art-12",
        "number": 12,
        "title": TITLE,
        "part": "I",
        "cluster": "general-principles",
        "summary": TITLE,
        "general_principle": True,
        "related_norwegian_law": [{"law": "grunnloven", "section": "§ 104"}],
        "general_comments": [12],
        "basis": "read",
        "sources": [],
    }
    return Article.model_validate(fields | changes)


def test_numbers_of_articles_and_general_comments_are_references_to_records():
    found = {(reference.collection, reference.target) for reference in references(article())}
    assert ("general-comments", "gc-12") in found
    assert ("instruments", "grunnloven") in found
    assert not any(collection == "articles" for collection, _ in found), "an article does not mention itself"


def test_a_reference_leads_to_what_the_mark_makes_of_the_value():
    assert Ref("articles", "art-{}").id.format(3) == "art-3"
    assert Ref("themes").id.format("education") == "education"
    assert issubclass(Article, Model)


def test_an_article_has_its_number_in_its_address_and_its_name():
    collection = COLLECTIONS["articles"]
    assert collection.has_pages
    assert collection.address.format_map(dict(article())) == "convention/articles/12/"
    assert article().label.en == "Article 12: Right to be heard"
    assert article().label.nb == "Artikkel 12: Rett til å bli hørt"


def test_only_collections_with_a_path_of_their_own_have_pages():
    assert not COLLECTIONS["general-comments"].has_pages
    assert not COLLECTIONS["protocols"].has_pages
    assert COLLECTIONS["recommendations"].has_pages


def test_two_reports_in_one_are_named_with_a_dash():
    fields = {
        "id": "report-5-6",
        "number": "5-6",
        "submitted": None,
        "symbol": None,
        "considered": "2018-05-23/24",
        "concluding_observations": "CRC/C/NOR/CO/5-6",
        "document": "crc-2018",
        "basis": "read",
        "sources": [],
    }
    assert Report.model_validate(fields).label.en == "Norway's report No. 5–6"


def test_a_replaced_general_comment_leads_to_the_newer_one():
    comment = GeneralComment.model_validate(
        {
            "id": "gc-10",
            "number": 10,
            "year": 2007,
            "title": TITLE,
            "symbol": "CRC/C/GC/10",
            "articles": [37, 40],
            "about": TITLE,
            "status": "replaced",
            "replaced_by": 24,
            "basis": "read",
            "sources": [],
        }
    )
    assert [r.target for r in references(comment)] == ["art-37", "art-40", "gc-24"]
