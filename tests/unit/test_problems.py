import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.problems import FOUND_LIMIT, DataError, Problem, show

PROBLEM = Problem("data/a.yml", 12, "themes/x", "name.nb", '""', "a text", "write it")


@pytest.fixture(autouse=True)
def not_on_github(monkeypatch):
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)


def test_a_problem_is_five_short_lines_that_begin_with_file_and_line():
    assert str(PROBLEM) == (
        'data/a.yml:12: themes/x\n    field:    name.nb\n    found:    ""\n    expected: a text\n    to fix:   write it'
    )


def test_no_text_begins_a_line_of_its_own():
    """On GitHub it could be a command."""
    said = str(Problem("data/a.yml", 1, "themes/x\n::a::", "f\r", "x\n::stop-commands::y", "e\u2028", "z\u202e"))
    assert said.splitlines() == [
        "data/a.yml:1: themes/x␣::a::",
        "    field:    f␣",
        "    found:    x␣::stop-commands::y",
        "    expected: e␣",
        "    to fix:   z␣",
    ]


def test_an_annotation_marks_the_line_on_github():
    assert PROBLEM.as_annotation() == (
        '::error file=data/a.yml,line=12::themes/x, name.nb: found ""; expected a text. To fix: write it'
    )


def test_an_annotation_is_one_line_whatever_was_found():
    spoilt = Problem("data/a.yml", 1, "r", "f", "100 %\r\n::error::x%0A", "e", "x")
    assert spoilt.as_annotation() == (
        "::error file=data/a.yml,line=1::r, f: found 100 %25%0D%0A::error::x%250A; expected e. To fix: x"
    )


@given(st.tuples(*[st.text(max_size=30)] * 5))
def test_no_text_breaks_out_of_an_annotation(texts):
    made = Problem("data/a.yml", 1, *texts).as_annotation()
    assert "\n" not in made
    assert "\r" not in made
    assert made.startswith("::error file=data/a.yml,line=1::")


@pytest.mark.parametrize(
    ("file", "escaped"),
    [("data/a, b.txt", "data/a%2C b.txt"), ("data/a:b", "data/a%3Ab"), ("data/100%\n", "data/100%25%0A")],
)
def test_the_name_of_a_file_does_not_break_out_of_an_annotation(file, escaped):
    made = Problem(file, 1, "r", "f", "x", "e", "x").as_annotation()
    assert made.startswith(f"::error file={escaped},line=1::")


def test_all_problems_are_told_once_in_the_order_of_files_and_lines():
    later = Problem("data/a.yml", 100, "themes/x", "a", "x", "y", "z")
    other = Problem("data/b.yml", 1, "themes/x", "a", "x", "y", "z")
    error = DataError([other, later, PROBLEM, later])
    assert error.problems == [PROBLEM, later, other]
    assert str(error) == "3 problem(s) in the data"


def test_the_report_ends_with_the_number_of_problems():
    assert DataError([PROBLEM]).report() == (
        f"{PROBLEM}\n1 problem in the data. Nothing was built; the last good site stays."
    )
    two = DataError([PROBLEM, Problem("b", 1, "r", "f", "x", "e", "x")]).report()
    assert two.splitlines()[-1] == "2 problems in the data. Nothing was built; the last good site stays."
    assert "::error" not in two


def test_the_report_has_annotations_on_github_only(monkeypatch):
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert DataError([PROBLEM]).report().splitlines()[-1] == PROBLEM.as_annotation()


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, "null"),
        (True, "true"),
        (False, "false"),
        (7, "7"),
        ("", '""'),
        ("a", '"a"'),
        ([], "a list of 0"),
        ([1, 2], "a list of 2"),
        ({}, "an empty group"),
        ({"nb": 1, 2: 3}, "a group of keys (nb, 2)"),
    ],
)
def test_a_value_is_shown_as_it_stands_in_the_file(value, shown):
    assert show(value) == shown


def test_a_long_text_is_cut():
    assert show("a" * FOUND_LIMIT) == f'"{"a" * FOUND_LIMIT}"'
    assert show("a" * (FOUND_LIMIT + 1)) == f'"{"a" * (FOUND_LIMIT - 1)}…"'
