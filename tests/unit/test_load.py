import copy
import json
import re
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError
from shared import models

from macros import explain
from macros.fields import PATTERNS, keys, shape
from macros.load import load_once
from macros.model import COLLECTIONS
from macros.problems import Problem
from macros.yaml_source import YamlFile

THEMES, SOURCES, INTERFACE = "vocabulary/themes.yml", "sources.yml", "interface.yml"
REC = "recommendations/crc-2000-9.yml"
DOCUMENT = "documents/crc-2000.yml"
STATEMENT = "enoc/statements/enoc-standards-2001.yml"
MEMBER = "enoc/members/no-barneombudet.yml"
PAIR_FIX = "write the missing half: every text stands in Norwegian (nb) and in English (en)"
DATE = "a date: YYYY, YYYY-MM or YYYY-MM-DD, or two with / between"
LINK = "an address that starts with https://, http:// or mailto:"
ID = "small letters a-z, digits and single hyphens"
MINIATURE = Path(__file__).parent / "miniature" / "data"
RECORD_FILES = sorted(path.relative_to(MINIATURE).as_posix() for path in MINIATURE.rglob("*.yml"))
BODIES = "'recommendation' or 'views'"


@dataclass(frozen=True)
class Case:
    """One thing spoilt in one file, and all that is said about it. ``at`` stands on the line that is named."""

    kind: str
    file: str
    old: str
    new: str
    at: str
    record: str
    field: str
    found: str
    expected: str
    fix: str


FIELD_CASES = [
    Case(
        "string_type",
        REC,
        "paragraph: '9'",
        "paragraph: 9",
        "paragraph:",
        "recommendations/crc-2000-9",
        "paragraph",
        "9",
        "a text, or null",
        "write a text; put a number or a date in quotes",
    ),
    Case(
        "string_type",
        REC,
        "en: Recommendation crc-2000-9",
        "en: null",
        "title:",
        "recommendations/crc-2000-9",
        "title.en",
        "null",
        "a text",
        PAIR_FIX,
    ),
    Case(
        "string_too_short",
        SOURCES,
        "publisher: A publisher",
        "publisher: ''",
        "publisher: ''",
        "sources/one-source",
        "publisher",
        '""',
        "a text that is not empty",
        "write the text, or null if the field may be null",
    ),
    Case(
        "string_too_long",
        SOURCES,
        "- id: one-source",
        f"- id: {'a' * 81}",
        "- id: aaa",
        f"sources/{'a' * 81}",
        "id",
        f'"{"a" * 79}…"',
        "at most 80 characters",
        "shorten it",
    ),
    Case(
        "int_type",
        DOCUMENT,
        "year: 2000",
        "year: '2000'",
        "year:",
        "documents/crc-2000",
        "year",
        '"2000"',
        "a whole number",
        "write digits only: no quotes, no spaces or points, no zero before them",
    ),
    Case(
        "bool_type",
        DOCUMENT,
        "partial: true",
        "partial: yes",
        "partial:",
        "documents/crc-2000",
        "partial",
        '"yes"',
        "true or false",
        "write true or false, in small letters and without quotes",
    ),
    Case(
        "too_short",
        "proposals/proposal-1.yml",
        "    later_basis: read\n",
        "    later_basis: read\n    assessment:\n      value: contested\n      as_of: '2026'\n"
        "      reason: {nb: Strid., en: Dispute.}\n      sources: []\n",
        "sources: []",
        "proposals/proposal-1",
        "items.0.assessment.sources",
        "a list of 0",
        "at least 1 in the list",
        "add one, each on its own line with a hyphen",
    ),
    Case(
        "list_type",
        REC,
        "groups: [stateless-children]",
        "groups: stateless-children",
        "groups:",
        "recommendations/crc-2000-9",
        "groups",
        '"stateless-children"',
        "a list",
        "begin each item on its own line with a hyphen, or write []",
    ),
    Case(
        "model_type",
        REC,
        "title: {nb: Anbefaling crc-2000-9, en: Recommendation crc-2000-9}",
        "title: A title",
        "title:",
        "recommendations/crc-2000-9",
        "title",
        '"A title"',
        "a group of keys",
        "write the keys below it, indented by two spaces",
    ),
    Case(
        "literal_error",
        REC,
        "kind: recommendation",
        "kind: advice",
        "kind:",
        "recommendations/crc-2000-9",
        "kind",
        '"advice"',
        f"one of {BODIES}",
        "choose one of the values listed",
    ),
    Case(
        "greater_than_equal",
        REC,
        "articles: [7]",
        "articles:\n  - 7\n  - 0",
        "- 0",
        "recommendations/crc-2000-9",
        "articles.1",
        "0",
        "a number from 1",
        "check the number against the source",
    ),
    Case(
        "less_than_equal",
        REC,
        "articles: [7]",
        "articles:\n  - 7\n  - 55",
        "- 55",
        "recommendations/crc-2000-9",
        "articles.1",
        "55",
        "a number up to 54",
        "check the number against the source",
    ),
    Case(
        "bad_date",
        SOURCES,
        "date: '2018-06-01'",
        "date: 1 June 2018",
        "date: 1 June",
        "sources/one-source",
        "date",
        '"1 June 2018"',
        f"{DATE}, or null",
        "write the date so, in quotes, such as '2018-06-01'",
    ),
    Case(
        "bad_period",
        STATEMENT,
        "date: '2001-10-15/17'",
        "date: '2001-10-15/14'",
        "date:",
        "statements/enoc-standards-2001",
        "adopted_at.date",
        '"2001-10-15/14"',
        "a period that ends after it begins, or null",
        "check the two dates around the /",
    ),
    Case(
        "left_to_fill_in",
        REC,
        "{nb: Anbefaling crc-2000-9, en: Recommendation crc-2000-9}",
        "{nb: FILL-IN, en: Recommendation crc-2000-9}",
        "title:",
        "recommendations/crc-2000-9",
        "title.nb",
        '"FILL-IN"',
        "the text itself",
        "write it in place of the mark, or null if the field may be null",
    ),
    Case(
        "unsafe_link",
        DOCUMENT,
        "- https://example.org/crc-2000",
        "- javascript:alert(1)",
        "javascript",
        "documents/crc-2000",
        "urls.0",
        '"javascript:alert(1)"',
        LINK,
        "copy the whole address from the browser",
    ),
    Case(
        "missing",
        REC,
        "theme: nationality\n",
        "",
        "id: crc-2000-9",
        "recommendations/crc-2000-9",
        "theme",
        "nothing",
        'the field "theme"',
        'add the line "theme:" with what it takes',
    ),
    Case(
        "missing",
        REC,
        "{nb: Anbefaling crc-2000-9, en: Recommendation crc-2000-9}",
        "{en: Recommendation crc-2000-9}",
        "title:",
        "recommendations/crc-2000-9",
        "title.nb",
        "nothing",
        'the field "nb"',
        PAIR_FIX,
    ),
    Case(
        "extra_forbidden",
        REC,
        "theme: nationality",
        "theme: nationality\ntheem: leisure",
        "theem:",
        "recommendations/crc-2000-9",
        "theem",
        'the unknown key "theem"',
        "only the keys of the data dictionary",
        'perhaps "theme" was meant',
    ),
    Case(
        "missing",
        REC,
        "paragraph: '9'\n",
        "",
        "id: crc-2000-9",
        "recommendations/crc-2000-9",
        "paragraph",
        "nothing",
        'the field "paragraph"',
        'add the line "paragraph:" (null if it was looked for and not found)',
    ),
    Case(
        "string_type",
        REC,
        "theme: nationality",
        "theme:",
        "theme:",
        "recommendations/crc-2000-9",
        "theme",
        "null",
        "the id of a record in themes (data/vocabulary/themes.yml)",
        "write the id",
    ),
    Case(
        "extra_forbidden",
        REC,
        "theme: nationality",
        "tema: nationality",
        "tema:",
        "recommendations/crc-2000-9",
        "tema",
        'the key "tema"',
        'the key "theme"',
        'write "theme:" in its place',
    ),
    Case(
        "extra_forbidden",
        REC,
        "{nb: Anbefaling crc-2000-9, en: Recommendation crc-2000-9}",
        "{no: Anbefaling crc-2000-9, en: Recommendation crc-2000-9}",
        "title:",
        "recommendations/crc-2000-9",
        "title.no",
        'the key "no"',
        'the key "nb"',
        'write "nb:" in its place',
    ),
    Case(
        "extra_forbidden",
        REC,
        "theme: nationality",
        "theme: nationality\nnb: Statsborgerskap",
        "nb: Stats",
        "recommendations/crc-2000-9",
        "nb",
        'the key "nb" where it does not belong',
        "only the keys of the data dictionary",
        "indent it under the key that it belongs to, or move it there",
    ),
    Case(
        "extra_forbidden",
        REC,
        "theme: nationality",
        "theme: nationality\nzzzzzz: leisure",
        "zzzzzz:",
        "recommendations/crc-2000-9",
        "zzzzzz",
        'the unknown key "zzzzzz"',
        "only the keys of the data dictionary",
        "remove it, or correct its spelling",
    ),
    Case(
        "extra_forbidden",
        REC,
        "theme: nationality",
        "theme: nationality\ntheme (draft): leisure",
        "theme (draft):",
        "recommendations/crc-2000-9",
        "theme (draft)",
        'the unknown key "theme (draft)"',
        "only the keys of the data dictionary",
        "remove it, or correct its spelling",
    ),
    Case(
        "string_pattern_mismatch",
        SOURCES,
        "- id: one-source",
        "- id: One_Source",
        "One_Source",
        "sources/One_Source",
        "id",
        '"One_Source"',
        ID,
        "write the id so; the file has the same name",
    ),
    Case(
        "string_pattern_mismatch",
        REC,
        "en: Recommendation crc-2000-9",
        "en: ' '",
        "title:",
        "recommendations/crc-2000-9",
        "title.en",
        '" "',
        "a text that is not empty",
        PAIR_FIX,
    ),
    Case(
        "string_pattern_mismatch",
        MEMBER,
        "country: NO\n",
        "country: Norway\n",
        "country: Norway",
        "members/no-barneombudet",
        "country",
        '"Norway"',
        "two capital letters in quotes, such as 'NO'",
        "write it in that form",
    ),
    Case(
        "dict_type",
        INTERFACE,
        "# The words of the interface",
        "- not: a mapping\n# The words",
        "- not",
        "interface",
        "the record",
        "a list of 1",
        "a group of keys",
        "write the keys below it, indented by two spaces",
    ),
]


@pytest.mark.parametrize("case", FIELD_CASES, ids=lambda case: f"{case.kind} {case.field}")
def test_a_spoilt_field_is_told_with_place_finding_expectation_and_fix(repo, case):
    if case.kind == "dict_type":
        repo.write(case.file, case.new)
    else:
        repo.change(case.file, case.old, case.new)
    expected = Problem(
        f"data/{case.file}",
        repo.line(case.file, case.at),
        case.record,
        case.field,
        case.found,
        case.expected,
        case.fix,
    )
    told = [problem for problem in repo.problems() if problem.file == expected.file]
    assert told == [expected]


def test_every_kind_of_explanation_is_tested():
    handled_apart = {"missing", "extra_forbidden", "string_pattern_mismatch"}
    assert {case.kind for case in FIELD_CASES} == set(explain.EXPLANATIONS) | handled_apart


def test_the_miniature_has_no_problem_and_every_collection(repo):
    assert repo.problems() == []
    assert {entry.collection.name for entry in repo.load().entries.values()} == set(COLLECTIONS)


def test_everything_that_is_wrong_is_told_at_once_in_the_order_of_files_and_lines(repo):
    repo.change(REC, "articles: [7]", "articles: [55]")
    repo.change(REC, "theme: nationality", "theme: nowhere")
    repo.change("recommendations/crc-2010-9.yml", "theme: nationality", "theme: nowhere")
    repo.change("slides.yml", "en: Unclear mandate.", "en: ''")
    repo.write("gaps.yml", "- id: &x a\n")
    repo.write("threads/a.txt", "")
    repo.path("standards.yml").unlink()
    told = repo.problems()
    assert [(problem.file.removeprefix("data/"), problem.field) for problem in told] == [
        ("gaps.yml", "YAML"),
        ("recommendations/crc-2000-9.yml", "theme"),
        ("recommendations/crc-2000-9.yml", "articles.0"),
        ("recommendations/crc-2010-9.yml", "theme"),
        ("slides.yml", "text.en"),
        ("standards.yml", "file"),
        ("threads/a.txt", "file"),
    ]


def test_several_fields_of_one_record_are_told_at_once(repo):
    repo.change(REC, "articles: [7]", "articles: [0, 55, x]")
    repo.change(REC, "urgent: false", "urgent: no")
    repo.change(REC, "basis: read", "basis: guessed")
    assert [problem.field for problem in repo.problems()] == [
        "articles.0",
        "articles.1",
        "articles.2",
        "urgent",
        "basis",
    ]


def test_what_is_wrong_in_a_record_does_not_hide_what_a_rule_says_about_it(repo):
    """A wrong field, a reference to nothing and a missing source: all three in the first run."""
    repo.change(REC, "articles: [7]", "articles: [55, 54]")
    repo.change(REC, "urgent: false", "urgent: no")
    repo.change(REC, "theme: ", "theme: no-such-theme # ")
    repo.change(REC, "sources:\n  - id: one-source\n    locator: para. 9", "sources: []")
    assert [problem.field for problem in repo.problems()] == ["theme", "articles.0", "articles.1", "urgent", "sources"]


def fields(value, way=()):
    """The way to every field of a file; ids and the two halves of a text aside."""
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        if key not in ("id", "nb", "en"):
            if isinstance(value, dict):
                yield (*way, key)
            yield from fields(inner, (*way, key))


def spoilt(content, way):
    """A copy with something that is no value of any field."""
    copied = copy.deepcopy(content)
    *steps, last = way
    place = copied
    for step in steps:
        place = place[step]
    place[last] = {"no": "way"}
    return copied


def ids_at(content, way):
    """The ids that are lost with a field, as a problem shows them."""
    for step in way:
        content = content[step]
    return re.findall(r'"[^"]*"', json.dumps(content))


@pytest.mark.parametrize("file", RECORD_FILES)
def test_a_field_that_cannot_be_read_neither_stops_the_rules_nor_blames_another_record(repo, file):
    content = yaml.safe_load(repo.read(file))
    for way in fields(content):
        repo.write(file, yaml.safe_dump(spoilt(content, way)))
        problems = repo.problems()
        assert f"data/{file}" in {problem.file for problem in problems}, way
        elsewhere = [
            problem
            for problem in problems
            if problem.file != f"data/{file}" and problem.found not in ids_at(content, way)
        ]
        assert not elsewhere, (way, *map(str, elsewhere))


def test_an_invalid_record_is_told_once_and_not_as_missing_where_it_is_named(repo):
    """Other records name it; they are right to do so."""
    repo.change("vocabulary/actors.yml", "- id: ministry\n  name: {nb: Departementet", "- id: ministry\n  name: {xx: A")
    assert {problem.record for problem in repo.problems()} == {"actors/ministry"}


def test_the_parts_of_an_invalid_record_are_not_told_as_missing(repo):
    repo.change("proposals/proposal-1.yml", "number: 1", "number: one")
    assert [(problem.record, problem.field) for problem in repo.problems()] == [("proposals/proposal-1", "number")]


def test_an_id_used_twice_is_told_at_the_second_record(repo):
    repo.change(SOURCES, "- id: seed-implementation", "- id: one-source")
    told = [problem for problem in repo.problems() if problem.file == "data/sources.yml"]
    assert told == [
        Problem(
            "data/sources.yml",
            repo.line(SOURCES, "- id: one-source", occurrence=2),
            "sources/one-source",
            "id",
            '"one-source"',
            "an id that no other record here has",
            "give one of the two records another id",
        )
    ]


@pytest.mark.parametrize("id_", ["proposal-1-1", "proposal-1"])
def test_an_id_used_twice_among_the_parts_of_records_is_told(repo, id_):
    """Parts are linked to by id, as records are."""
    repo.change("proposals/proposal-1.yml", "- id: proposal-1-2", f"- id: {id_}")
    repo.change("proposals/proposal-1.yml", "    part_of: proposal-1-1\n", "")
    repo.change("gaps.yml", "proposals/proposal-1-2", "proposals/proposal-1-1")
    problem = repo.only_problem()
    assert problem.file == "data/proposals/proposal-1.yml"
    assert problem.found == f'"{id_}"'


def test_a_file_is_named_by_the_id_in_it(repo):
    repo.change(REC, "id: crc-2000-9\n", "id: crc-2000-8\n")
    told = [problem for problem in repo.problems() if problem.file == f"data/{REC}"]
    assert told == [
        Problem(
            f"data/{REC}",
            1,
            "recommendations/crc-2000-8",
            "id",
            '"crc-2000-8"',
            'the name of the file, "crc-2000-9"',
            "change the id or rename the file",
        )
    ]


@pytest.mark.parametrize("collection", COLLECTIONS.values(), ids=lambda collection: collection.name)
def test_a_collection_that_is_gone_is_told(repo, collection):
    place = repo.path(collection.place)
    for path in place.glob("*.yml") if place.is_dir() else [place]:
        path.unlink()
    told = [
        problem for problem in repo.problems() if problem.file.rstrip("/") == f"data/{collection.place.rstrip('/')}"
    ]
    assert told == [
        Problem(
            f"data/{collection.place.rstrip('/')}",
            1,
            "the whole file",
            "file",
            "nothing",
            f"the data of the collection {collection.name}",
            "bring it back, under this name",
        )
    ]


def test_the_words_of_the_interface_that_are_gone_are_told(repo):
    repo.path(INTERFACE).unlink()
    assert repo.only_problem() == Problem(
        "data/interface.yml",
        1,
        "the whole file",
        "file",
        "nothing",
        "the words of the interface",
        "bring the file back",
    )


def test_words_of_the_interface_that_are_asked_for_and_missing_are_told_with_the_other_problems(repo):
    """Whole keys and such as a value completes; a misspelt one is recognised."""
    repo.change(INTERFACE, "\ncollection-gaps:", "\ncollection-gasp:")
    repo.change(INTERFACE, "\nbasis-recalled:", "\nother:")
    repo.change(REC, "urgent: false", "urgent: no")
    asks = "this key, which macros/{} asks for"
    assert [(p.file, p.field, p.expected, p.fix) for p in repo.problems() if p.file == "data/interface.yml"] == [
        (
            "data/interface.yml",
            "basis-recalled",
            asks.format("render.py"),
            'add "basis-recalled: {nb: ..., en: ...}"',
        ),
        (
            "data/interface.yml",
            "collection-gaps",
            asks.format("templates/root/feed.xml"),
            'perhaps "collection-gasp" is this key, misspelt',
        ),
    ]
    assert "urgent" in {problem.field for problem in repo.problems()}


def test_a_word_of_the_interface_in_one_language_only_is_told(repo):
    repo.append(INTERFACE, "half: {nb: bare norsk}\n")
    assert repo.only_problem() == Problem(
        "data/interface.yml",
        repo.line(INTERFACE, "half:"),
        "interface",
        "half.en",
        "nothing",
        'the field "en"',
        PAIR_FIX,
    )


@pytest.mark.parametrize("name", ["notes.txt", "crc-2000-9.yaml", "2025"])
def test_a_stray_file_or_folder_among_the_records_is_told(repo, name):
    repo.write(f"recommendations/{name}", "")
    assert repo.only_problem() == Problem(
        f"data/recommendations/{name}",
        1,
        "the whole file",
        "file",
        name,
        "only files with a name that ends with .yml, in small letters",
        "rename or move the file",
    )


def test_a_folder_that_looks_like_a_record_is_told(repo):
    repo.path("recommendations/folder.yml").mkdir()
    assert repo.only_problem().file == "data/recommendations/folder.yml"


def test_the_hidden_files_of_an_editor_are_left_alone(repo):
    repo.write("recommendations/.DS_Store", b"\xff")
    repo.path("recommendations/.#crc-2000-9.yml").symlink_to("editor@host.1")
    assert repo.problems() == []


@pytest.mark.parametrize(
    "place",
    [
        *("data/recommendations", "data/recommendations/crc-2000-9.yml", "data/recommendations/lost.yml"),
        *("data/sources.yml", "data/lost.yml", "data/notes"),
        *("docs/nb", "docs/nb/folder", "docs/nb/page.md", "docs/en/picture.svg"),
    ],
)
def test_a_symbolic_link_is_told_whatever_it_leads_to(repo, tmp_path, place):
    link, elsewhere = repo.root / place, tmp_path / "elsewhere"
    link.parent.mkdir(parents=True, exist_ok=True)
    if link.exists():
        link.rename(elsewhere)
    link.symlink_to(elsewhere)
    assert repo.only_problem() == Problem(
        place,
        1,
        "the whole file",
        "file",
        f"a symbolic link to {elsewhere}",
        "a file or folder of its own",
        "put the file or folder itself in its place",
    )


@pytest.mark.parametrize(("content", "found"), [("", "null"), ("a text\n", '"a text"'), ("- a\n", "a list of 1")])
def test_a_record_that_is_no_group_of_keys_is_told(repo, content, found):
    repo.write(REC, content)
    told = [problem for problem in repo.problems() if problem.file == f"data/{REC}"]
    assert [(problem.line, problem.record, problem.field, problem.found, problem.expected) for problem in told] == [
        (1, "recommendations/crc-2000-9", "the record", found, "a group of keys")
    ]


@pytest.mark.parametrize(("content", "found"), [("", "null"), ("a text\n", '"a text"'), ("7\n", "7")])
def test_a_list_that_is_no_list_is_told(repo, content, found):
    repo.write("standards.yml", content)
    told = [problem for problem in repo.problems() if problem.file == "data/standards.yml"]
    assert told == [
        Problem(
            "data/standards.yml",
            1,
            "the whole file",
            "file",
            found,
            "a list of records",
            "begin each record with - id:",
        )
    ]


def test_a_record_without_an_id_is_named_by_its_place(repo):
    repo.change(SOURCES, "- id: one-source\n  title", "- title")
    told = [problem for problem in repo.problems() if problem.file == "data/sources.yml"]
    assert [(problem.record, problem.field, problem.line) for problem in told] == [("sources/1", "id", 1)]


def test_problems_of_yaml_are_told_with_the_others(repo):
    repo.change(REC, "urgent: false", "urgent: false\nurgent: true")
    told = [problem for problem in repo.problems() if problem.file == f"data/{REC}"]
    assert [(problem.line, problem.found) for problem in told] == [
        (repo.line(REC, "urgent: true"), 'the key "urgent" twice')
    ]


def test_the_data_is_read_once_in_a_process(repo):
    assert load_once(repo.root) is load_once(repo.root)


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=8,
)


def keyed(model):
    names = [field.alias or name for name, field in model.model_fields.items()]
    return st.dictionaries(st.sampled_from(names) | st.text(max_size=8), ANYTHING, max_size=len(names))


@given(st.data())
def test_whatever_stands_in_a_record_every_error_is_explained(data):
    collection = data.draw(st.sampled_from(list(COLLECTIONS.values())))
    raw = data.draw(keyed(collection.model) | ANYTHING)
    error = wrong(collection.model, raw)
    if error:
        told = list(explain.problems(error, YamlFile("x.yml"), (), "a record", collection.model))
        assert 0 < len(told) <= error.error_count()  # a key with a wrong name is missing, too: told once
        assert all(problem.field and problem.found and problem.expected and problem.fix for problem in told)


def wrong(model, raw):
    try:
        model.model_validate(raw)
    except ValidationError as error:
        return error
    return None


def test_an_error_of_a_kind_not_foreseen_is_told_in_its_own_words():
    class Unforeseen(BaseModel):
        a: float

    with pytest.raises(ValidationError) as raised:
        Unforeseen.model_validate({"a": "{x}"})
    told = list(explain.problems(raised.value, YamlFile("x.yml"), (), "a record", Unforeseen))
    assert [(problem.field, problem.found) for problem in told] == [("a", '"{x}"')]
    assert "valid number" in told[0].expected
    assert told[0].fix == "compare with another record of the same kind"


def test_a_file_that_cannot_be_read_is_told_alone_however_many_name_its_records(repo):
    """One fault, one problem: not one for each record that names what stands in the file."""
    for file in (REC, SOURCES, THEMES, "proposals/proposal-1.yml", "convention/articles/art-7.yml"):
        before = repo.read(file)
        repo.write(file, f"<<<<<<< HEAD\n{before}")
        assert repo.only_problem().file == f"data/{file}"
        repo.write(file, before)


@pytest.mark.parametrize("name", ["crc-2000-9.yaml", "crc-2000-9.yml.txt", "Crc-2000-9.YML", "crc-2000-9"])
def test_a_record_under_a_wrong_name_is_told_alone(repo, name):
    repo.path(REC).rename(repo.path(f"recommendations/{name}"))
    assert repo.only_problem().file == f"data/recommendations/{name}"


@pytest.mark.parametrize(
    "place", ["crc-2000-9.yml", "recomendations/crc-2000-9.yml", "recommendations/2000/crc-2000-9.yml"]
)
def test_a_record_in_a_place_that_nobody_reads_is_told_alone(repo, place):
    repo.path(place).parent.mkdir(exist_ok=True)
    repo.path(REC).rename(repo.path(place))
    assert f"data/{place}".startswith(repo.only_problem().file)


def test_a_folder_under_a_wrong_name_is_told_with_what_is_gone_and_nothing_else(repo):
    repo.path("threads").rename(repo.path("thread"))
    assert [problem.file for problem in repo.problems()] == ["data/thread", "data/threads"]


def test_a_record_in_the_folder_of_another_kind_is_told_where_it_belongs(repo):
    repo.path(REC).rename(repo.path("documents/crc-2000-9.yml"))
    problem = repo.only_problem()
    assert (problem.file, problem.found, problem.fix) == (
        "data/documents/crc-2000-9.yml",
        "a record of recommendations",
        "move the file to data/recommendations/",
    )


def test_a_copy_of_a_record_is_told_once(repo):
    repo.write("recommendations/crc-2000-8.yml", repo.read(REC))
    assert repo.only_problem().expected == 'the name of the file, "crc-2000-8"'


def test_every_pattern_is_said_in_words():
    patterns = {
        shape(field).pattern
        for collection in COLLECTIONS.values()
        for model in models(collection.model)
        for _, field in keys(model)
    }
    assert patterns - {""} <= set(PATTERNS)
