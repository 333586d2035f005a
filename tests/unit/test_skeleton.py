"""A new record is begun with a file that only needs its marks filled in."""

import re

import pytest
import yaml

from macros import skeleton
from macros.__main__ import main
from macros.fields import keys, shape
from macros.model import COLLECTIONS
from macros.model.base import FILL_IN
from macros.yaml_source import read

FILLING = {
    "text": "nb",
    "date": "2018-06-01",
    "link": "https://example.org/",
    "id": "a-part",
    "number": 1,
    "truth": True,
}
# A comment shows the pattern of the few texts that have one.
BY_PATTERN = {
    r"^[A-Z]{2}$": "NO",
    r"^[a-i]$": "a",
    r"^[a-z]{2}$": "nb",
    r"^[a-z]{2}(/[a-z]{2})?$": "nb",
    r"^(?:in-force|not-in-force|adopted-not-in-force)-\d{4}-\d{2}-\d{2}$": "in-force-2026-05-02",
}


def fill(value, one):
    """What an editor writes in place of the marks, and only there."""
    if one.form == "group" and isinstance(value, dict):
        fields = dict(keys(one.model))
        return {name: fill(inner, shape(fields[name])) for name, inner in value.items()}
    if one.form == "list" and isinstance(value, list):
        return [fill(inner, one.item) for inner in value]
    if value != FILL_IN:
        return value
    return written(one)


def written(one):
    """One right value."""
    if one.form == "choice":
        return {"true": True}.get(one.values[0], one.values[0])
    if one.form == "reference":
        return "some-record" if one.id == "{}" else 1
    return BY_PATTERN.get(one.pattern) or one.least or FILLING[one.form]


@pytest.fixture(scope="module")
def shared(new_repo, tmp_path_factory):
    """A miniature for tests that each add a record of another collection."""
    return new_repo(tmp_path_factory.mktemp("shared") / "repo")


@pytest.fixture
def noted(repo):
    """The miniature with a list of ids that were published."""
    ids = repo.root / skeleton.IDS
    ids.parent.mkdir(parents=True)
    ids.write_text("# Kept.\n\nrecommendations:\n  - crc-2000-9\n  - crc-2010-10\nchairs:\n  - chair-gone\n", "utf-8")
    return repo


def single(repo, collection):
    """Whether a collection is one file with one record."""
    return not collection.place.endswith("/") and isinstance(yaml.safe_load(repo.read(collection.place)), dict)


@pytest.mark.parametrize("name", COLLECTIONS)
def test_a_skeleton_is_right_when_its_marks_are_filled_in(shared, name):
    collection = COLLECTIONS[name]
    if single(shared, collection):
        with pytest.raises(skeleton.RefusedError, match="one record only"):
            skeleton.begin(shared.root, name, "new-one")
        return
    before = "" if collection.place.endswith("/") else shared.read(collection.place)
    file = skeleton.begin(shared.root, name, "new-one")[0]
    text = (shared.root / file).read_text("utf-8")
    assert text.startswith(before.rstrip("\n"))
    content = read(shared.root / file, file).content
    record = content if isinstance(content, dict) else content[-1]
    assert record["id"] == "new-one"
    whole = {"form": "group", "model": collection.model}
    collection.model.model_validate(fill(record, skeleton.Shape(**whole)))


@pytest.mark.parametrize("name", COLLECTIONS)
def test_what_may_be_left_out_can_be_used_by_taking_the_sign_away(shared, name):
    collection = COLLECTIONS[name]
    lines = list(skeleton._record(shared.root, collection.model, "new-one"))
    used = yaml.safe_load("\n".join(line.removeprefix("# ") for line in lines))
    assert [key for key, _ in keys(collection.model) if key != "former_ids"] == list(used)
    collection.model.model_validate(fill(used, skeleton.Shape("group", model=collection.model)))


def test_a_recommendation_is_begun_filled_in_and_right(noted, capsys):
    assert main(["new", "recommendations", "crc-2000-9b", "--root", str(noted.root)]) == 0
    out = capsys.readouterr().out
    assert "Wrote data/recommendations/crc-2000-9b.yml\nWrote tests/data/ids.yml\n" in out
    file = "recommendations/crc-2000-9b.yml"
    text = noted.read(file)
    assert "kind: FILL-IN  # must: Slag / Kind (one of recommendation, views)\n" in text
    assert "articles: []  # must: Artikler / Articles (a list: from data/convention/articles/, such as 1)\n" in text
    assert "paragraph: null  # must: Punkt / Paragraph (a text, or null)\n" in text
    fields = {problem.field for problem in noted.problems()}
    assert fields == {
        *("kind", "body", "document", "theme", "basis", "sources.0.id"),
        *("title.nb", "title.en", "summary.nb", "summary.en"),
    }
    written = {
        "kind": "recommendation",
        "body": "crc-committee",
        "document": "crc-2000",
        "theme": "nationality",
        "basis": "read",
        "  - id": "one-source",
    }
    marked = re.compile(rf"^( *(?:- )?\w+): {FILL_IN}", re.MULTILINE)
    noted.write(file, marked.sub(lambda match: f"{match[1]}: {written.get(match[1], 'En tekst')}", text))
    assert noted.problems() == []


def test_ids_are_noted_in_order_and_nothing_else_changes(noted):
    before = (noted.root / skeleton.IDS).read_text("utf-8")
    skeleton.begin(noted.root, "recommendations", "crc-2000-9b")
    after = (noted.root / skeleton.IDS).read_text("utf-8")
    assert after == before.replace("  - crc-2000-9\n", "  - crc-2000-9\n  - crc-2000-9b\n")


@pytest.mark.parametrize(
    ("collection", "id_", "after"),
    [
        ("a", "0", "a:\n  - '0'\n  - b\n  - d\nb:\n  - x\n"),
        ("a", "c", "a:\n  - b\n  - c\n  - d\nb:\n  - x\n"),
        ("a", "e", "a:\n  - b\n  - d\n  - e\nb:\n  - x\n"),
        ("c", "e", "a:\n  - b\n  - d\nb:\n  - x\nc:\n  - e\n"),
    ],
)
def test_an_id_finds_its_place(collection, id_, after):
    assert skeleton.with_id("a:\n  - b\n  - d\nb:\n  - x\n", collection, id_) == after


@pytest.mark.parametrize(
    ("collection", "id_", "said"),
    [
        ("recomendations", "x", 'There is no collection "recomendations". Perhaps "recommendations" was meant?'),
        ("xyzzy", "x", "There are: clusters, themes, "),
        ("recommendations", "Crc_2000", '"Crc_2000" is no id: write small letters'),
        ("recommendations", "../x", '"../x" is no id'),
        ("recommendations", "a" * 81, "at most 80"),
        ("recommendations", "crc-2000-9", "data/recommendations/crc-2000-9.yml is there already; nothing was changed."),
        ("themes", "nationality", '"nationality" is in data/vocabulary/themes.yml already; nothing was changed.'),
        ("chairs", "chair-gone", "an address never gets another meaning"),
        ("network", "another", "data/enoc/network.yml holds one record only; change that one."),
    ],
)
def test_what_cannot_be_begun_is_refused_and_nothing_changes(noted, capsys, collection, id_, said):
    before = {path: path.read_bytes() for path in noted.root.rglob("*.yml")}
    assert main(["new", collection, id_, "--root", str(noted.root)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
    assert {path: path.read_bytes() for path in noted.root.rglob("*.yml")} == before


def test_a_shared_file_that_cannot_be_read_is_left_alone(noted, capsys):
    noted.write("enoc/chairs.yml", "- id: [\n")
    assert main(["new", "chairs", "chair-new", "--root", str(noted.root)]) == 1
    assert "mend it first" in capsys.readouterr().err
    assert noted.read("enoc/chairs.yml") == "- id: [\n"


def test_a_mark_that_was_left_is_no_text(repo):
    repo.change("recommendations/crc-2000-9.yml", "Norway should do more (crc-2000-9).", FILL_IN)
    problem = repo.only_problem()
    assert (problem.field, problem.found, problem.expected) == ("summary.en", f'"{FILL_IN}"', "the text itself")
