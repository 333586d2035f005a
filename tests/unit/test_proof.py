"""What is told of texts that a page could be made of, and of the list of ids."""

from functools import partial

import pytest

from macros import proof
from macros.load import load
from macros.model import COLLECTIONS
from macros.moved import write_moved
from macros.problems import DataError
from macros.skeleton import IDS

REC = "recommendations/crc-2000-9.yml"
TITLE = "en: Recommendation crc-2000-9"


@pytest.fixture(scope="module")
def before(new_repo, tmp_path_factory):
    """What is told of the miniature as it is: its titles are the same in both languages."""
    unspoilt = new_repo(tmp_path_factory.mktemp("unspoilt"))
    return {(problem.record, problem.field, problem.found) for problem in problems(unspoilt)}


@pytest.fixture
def told(repo, before):
    """What the check says of the miniature that it did not say before."""
    return lambda: [one for one in problems(repo) if (one.record, one.field, one.found) not in before]


def problems(repo):
    try:
        load(repo.root, partial(proof.problems, root=repo.root))
    except DataError as error:
        return error.problems
    return []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Shared\u00a0training", "a hard, thin or invisible space in “Shared␣training”"),
        ("Shared trai\u00adning", "a hard, thin or invisible space in “Shared trai␣ning”"),
        ("\u202eShared", "a hard, thin or invisible space in “␣Shared”"),
        ("'A <b>bold</b> word'", "HTML in “A <b>bold</b> word”"),
        ("Law &amp; order", "HTML in “Law &amp; order”"),
        ("'{{ config }}'", "a sign of a template in “{{ config }}”"),
        ("A **bold** word", "a sign of Markdown in “A **bold** word”"),
        ("'A [link](https://example.org)'", "a sign of Markdown in “A [link](https://example.org)”"),
        ('"Two\\nlines"', "a line break, a tab or a sign that is none in “Two␣lines”"),
        ('"A \\t sign"', "a line break, a tab or a sign that is none in “A ␣ sign”"),
        ("'Two  spaces'", "two spaces in a row in “Two␣␣spaces”"),
        ("' A space'", "a space at its beginning or end in “␣A space”"),
        ("“Training”", "curly quotes around it in ““Training””"),
        ("'null'", "a mark that something is left to write in “null”"),
        ("TODO", "a mark that something is left to write in “TODO”"),
        ("FILL-IN the rest", "a mark that something is left to write in “FILL-IN the rest”"),
        ("'...'", "a mark that something is left to write in “...”"),
    ],
)
def test_what_does_not_belong_in_a_text_is_told_once_with_its_line(repo, told, text, found):
    repo.change(REC, f"title: {{nb: Anbefaling crc-2000-9, {TITLE}}}", f"title:\n  nb: Anbefaling\n  en: {text}")
    (problem,) = told()
    assert (problem.line, problem.record, problem.field) == (11, "recommendations/crc-2000-9", "title.en")
    assert problem.found == found
    assert problem.fix


def test_a_text_that_is_the_same_in_both_languages_is_told(repo, told):
    repo.change(REC, TITLE, "en: Anbefaling crc-2000-9")
    assert [(one.field, one.found) for one in told()] == [("title", '"Anbefaling crc-2000-9"')]


def test_halves_that_have_changed_places_are_told(repo, told):
    repo.change(
        REC, "{nb: Anbefaling crc-2000-9, en: Recommendation crc-2000-9}", "{nb: Care and work, en: Omsorg og arbeid}"
    )
    assert [(one.field, one.fix) for one in told()] == [("title", "let the two texts change places")]


@pytest.mark.parametrize(
    ("item", "found"),
    [
        ("articles: [7]", "7 twice"),
        ("  - id: one-source\n    locator: para. 9", "one-source, para. 9 twice"),
    ],
)
def test_what_a_list_names_twice_is_told(repo, told, item, found):
    repo.change(REC, item, item.replace("[7]", "[7, 7]") if "[" in item else f"{item}\n{item}")
    assert [one.found for one in told()] == [found]


def test_an_invisible_sign_is_told_rather_than_the_id_it_spoils(repo, told):
    repo.change(REC, "theme: nationality", "theme: nationality\u200b")
    assert [one.found for one in told()] == ["a hard, thin or invisible space in “nationality␣”"]


@pytest.mark.parametrize(
    "english",
    ["{number} of {all}", "{n.real}", "{n!r}", "{n:>999}", "{n} {", "No number"],
)
def test_a_word_of_the_interface_is_filled_in_with_the_same_names_and_nothing_else(repo, told, english):
    repo.append("interface.yml", f"tried:\n  nb: '{{n}} av dem'\n  en: '{english}'\n")
    assert {one.field.partition(".")[0] for one in told()} == {"tried"}
    assert all("curly brackets" in one.expected for one in told())


@pytest.fixture
def ids(repo):
    """The list of ids of the miniature."""
    path = repo.root / IDS
    path.parent.mkdir(parents=True)
    found = {name: [] for name in COLLECTIONS}
    dataset = repo.load()
    for name, id_ in sorted({*dataset.entries, *dataset.parts}):
        found[name].append(f"  - '{id_}'")
    path.write_text(
        "".join(f"{name}:\n" + "".join(f"{line}\n" for line in found[name]) for name in COLLECTIONS),
        encoding="utf-8",
    )
    return path


def test_a_new_id_that_is_not_in_the_list_is_told_with_the_line_to_add(ids, told):
    text = ids.read_text(encoding="utf-8")
    ids.write_text(text.replace("  - 'crc-2000-9'\n", ""), encoding="utf-8")
    (problem,) = told()
    assert (problem.file, problem.record) == (IDS, "recommendations/crc-2000-9")
    assert 'add the line "  - crc-2000-9" under "recommendations:"' in problem.fix
    assert text.splitlines()[problem.line - 1] == "recommendations:"


def test_an_id_that_vanishes_is_told_and_one_that_is_kept_as_former_is_not(repo, ids, told):
    text = ids.read_text(encoding="utf-8")
    ids.write_text(text.replace("  - 'crc-2000-9'\n", "  - crc-2000-8\n  - crc-2000-9\n"), encoding="utf-8")
    (problem,) = told()
    assert (problem.file, problem.record) == (IDS, "recommendations/crc-2000-8")
    assert "former_ids" in problem.fix
    repo.append(REC, "former_ids:\n  - crc-2000-8\n")
    assert told() == []
    repo.change(REC, "  - crc-2000-8\n", "  - crc-2000-8\n  - crc-2010-9\n")
    assert [(one.record, one.field, one.found) for one in told()] == [
        ("recommendations/crc-2000-9", "former_ids", '"crc-2010-9"')
    ]


def test_ids_out_of_order_and_a_list_that_cannot_be_read_are_told(ids, told):
    text = ids.read_text(encoding="utf-8")
    ids.write_text(text.replace("recommendations:\n", "recommendations:\n  - crc-2010-9\n"), encoding="utf-8")
    assert [one.found for one in told()] == ['"cat-2012-1" after "crc-2010-9"']
    ids.write_text(text.replace("recommendations:\n", "recommendations\n"), encoding="utf-8")
    assert [one.file for one in told()] == [IDS]
    ids.write_text(text.replace("recommendations:\n", "recomendations:\n"), encoding="utf-8")
    assert [one.found for one in told()] == ["another outline"]


def test_a_former_id_whose_address_is_another_page_is_told_and_replaces_nothing(repo, told, tmp_path):
    page = repo.root / "docs/nb/recommendations/overview/index.md"
    page.parent.mkdir(parents=True)
    page.write_text("x", encoding="utf-8")
    repo.append(REC, "former_ids:\n  - overview\n")
    assert [(one.record, one.field) for one in told()] == [("recommendations/crc-2000-9", "former_ids")]
    there = tmp_path / "site/nb/recommendations/overview/index.html"
    there.parent.mkdir(parents=True)
    there.write_text("the page", encoding="utf-8")
    write_moved(repo.load(), tmp_path / "site", lambda **_: "moved")
    assert there.read_text(encoding="utf-8") == "the page"
    assert (tmp_path / "site/en/recommendations/overview/index.html").read_text(encoding="utf-8") == "moved"
