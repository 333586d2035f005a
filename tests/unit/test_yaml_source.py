import subprocess
import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from macros import yaml_source
from macros.yaml_source import MAX_BYTES, YamlFile, read


@pytest.fixture
def reading(tmp_path):
    """Reads a text or bytes as a file."""

    def do(content):
        path = tmp_path / "file.yml"
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
        return read(path, "data/file.yml")

    return do


def said(file):
    return [(problem.line, problem.found) for problem in file.problems]


@pytest.mark.parametrize(
    ("plain", "value"),
    [
        ("NO", "NO"),
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("Off", "Off"),
        ("True", "True"),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("NULL", "NULL"),
        ("2018-06-01", "2018-06-01"),
        ("2018-06-01 12:00:00", "2018-06-01 12:00:00"),
        ("2018", 2018),
        ("-3", -3),
        ("0", 0),
        ("007", "007"),
        ("0x1F", "0x1F"),
        ("0o17", "0o17"),
        ("1_000", "1_000"),
        ("1.5", "1.5"),
        ("1e3", "1e3"),
        (".inf", ".inf"),
        ("12:30", "12:30"),
        ("1" * 19, "1" * 19),
        ("=", "="),
        ("<<", "<<"),
        ("'12'", "12"),
        ('"true"', "true"),
        ("'null'", "null"),
        ("''", ""),
        ("§ 3, første ledd", "§ 3, første ledd"),
    ],
)
def test_a_plain_value_is_null_true_false_a_whole_number_or_a_text(reading, plain, value):
    file = reading(f"a: {plain}\n")
    assert file.problems == []
    assert file.content == {"a": value}
    assert type(file.content["a"]) is type(value)


def test_a_folded_text_is_a_text_also_when_it_looks_like_a_number(reading):
    assert reading("a: >-\n  12\nb: |-\n  true\n").content == {"a": "12", "b": "true"}


def test_every_value_knows_its_line(reading):
    file = reading("# A comment\na: 1\nb:\n  - c: 2\n    d:\n\n      e: x\n  - c: 3\n")
    lines = {("a",): 2, ("b",): 3, ("b", 0): 4, ("b", 0, "c"): 4, ("b", 0, "d", "e"): 7, ("b", 1, "c"): 8}
    assert {path: file.line(path) for path in lines} == lines


def test_a_value_that_is_not_there_has_the_line_of_what_is_around_it():
    file = YamlFile("x", lines={(): 1, ("a",): 5})
    assert file.line(("a", "b", 0, "c")) == 5
    assert file.line(("z",)) == 1
    assert YamlFile("x").line(("z",)) == 1


@pytest.mark.parametrize(
    ("text", "line", "found"),
    [
        ("a: 1\nb: &x 2\n", 2, "&x"),
        ("a: 1\nb: *x\n", 2, "*x"),
        ("a: 1\n\nb: !foo 2\n", 3, "!foo"),
        ("a: 1\nb: !!python/object:os.system x\n", 2, "python/object"),
        ("a: 1\nb: !!binary aGVp\n", 2, "binary"),
        ("a: 1\nb: !!str 2\n", 2, "str"),
        ("a: 1\nb: !!int '2'\n", 2, "int"),
        ("a: 1\nb: 2\n\na: 3\n", 4, 'the key "a" twice'),
        ("a:\n  c: 1\n  c: 2\n", 3, 'the key "c" twice'),
        ("a: 1\n? [b]\n: 2\n", 2, "a key that is not a word"),
        ("a: 1\n? {b: c}\n: 2\n", 2, "a key that is not a word"),
        ("a:\n\tb: 1\n", 2, "a tab"),
        ("a: 1\n\tb: 1\n", 2, "a tab"),
        ("a: 1\nb: 'open\nc: 2\n", 2, "a quote that is not closed"),
        ("a: 1\nb: 'Norway's law'\n", 2, "text after a closing quote"),
        ("a: 1\n b: 2\n", 2, "a line that stands too far in"),
        ("a: 1\nb: x: y\n", 2, "a colon within a text"),
        ("a: 1\nb: - y\n", 2, "a hyphen after a key"),
        ("a: 1\nb c\nd: 2\n", 2, "a line without its colon"),
        ("a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> main\n", 2, "two versions that were merged"),
        ("a: 1\n=======\nb: 3\n", 2, "two versions that were merged"),
        ("```yaml\na: 1\n```\n", 1, "a block of code"),
        ("a:\n\u00a0\u00a0b: 1\n", 2, "a hard or invisible space"),
        ("a: 1\nb:\u00a02\n", 2, "a hard or invisible space"),
        ("a:\n  nb:Hei\n  en: Hi\n", 2, "a colon without a space"),
        ("a:\n  nb: Hei # og hei\n", 2, "hides the rest of the line"),
        ("- id: a\n  b: 1\n  id: c\n  b: 2\n", 3, 'the keys "id", "b" twice'),
        ("a: *word\n  b: 1\n", 1, "*word"),
        ("a: * word\n", 1, "begins with * or &"),
        ("a: ? word\n", 1, "begins with ?"),
        ("a: >- word\n", 1, "words on the line of >-"),
        ("b:\n  - c\n - d\n", 3, "a line that stands too far in or out"),
        ("a: 1\n---\nb: 2\n", 2, "another document"),
        ("a: 1\nb: @x\n", 2, "a sign that a text cannot begin with"),
        ("a: [1, 2\nb: 3\n", 2, "a list with [ that is not closed"),
        ("a: 1\nb: x\x07y\n", 2, ""),
        ("a: 1\nb: \x00\n", 2, ""),
        ('a: 1\nb: "x\\x08y"\n', 2, "the invisible character U+0008"),
        ('a: 1\nb: "\\0"\n', 2, "the invisible character U+0000"),
        ('a: 1\n"b\\uFFFE": 2\n', 2, "the invisible character U+FFFE"),
        ('a: 1\nb: "\\ud800"\n', 2, ""),
    ],
)
def test_what_is_not_plain_yaml_is_a_problem_on_its_line(reading, text, line, found):
    file = reading(text)
    assert len(file.problems) == 1
    problem = file.problems[0]
    assert (problem.file, problem.line, problem.field) == ("data/file.yml", line, "YAML")
    assert found in problem.found
    assert problem.expected
    assert problem.fix


def test_a_byte_order_mark_is_a_problem(reading):
    assert said(reading(b"\xef\xbb\xbfa: 1\n")) == [(1, "a byte order mark")]


def test_bytes_that_are_not_utf_8_are_a_problem_on_their_line(reading):
    assert said(reading("a: 1\nb: blåbær\n".encode("latin-1"))) == [(2, "bytes that are not UTF-8")]
    assert said(reading("a: 1\n".encode("utf-16")))[0] == (1, "bytes that are not UTF-8")


def test_a_file_that_is_too_large_is_a_problem_and_is_not_read(reading):
    file = reading(b"a" * (MAX_BYTES + 1))
    assert said(file) == [(1, f"{MAX_BYTES + 1} bytes")]
    assert file.content is None


def test_a_file_of_nested_aliases_is_refused_before_it_grows(reading):
    bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30)
    )
    file = reading(bomb)
    assert file.content is None
    assert file.problems[0].line == 1
    assert file.problems[-1].line == 30


@pytest.mark.parametrize("text", ["[" * 100_000, "- " * 20_000 + "a", "{a: " * 20_000, f"{'[' * 950}{']' * 950}"])
def test_a_file_nested_without_end_is_a_problem(reading, text):
    assert len(reading(text).problems) == 1


def test_an_empty_file_has_no_content(reading):
    for text in ("", "\n\n", "# Only a comment\n", "---\n", "null\n"):
        file = reading(text)
        assert file.content is None
        assert file.problems == []


@given(st.binary(max_size=400))
@example(b"\xff\xfe")
@example(b"\x00")
def test_no_bytes_make_the_reader_fail(tmp_path, raw):
    check(tmp_path, raw)


# Text that looks like YAML, so that it gets further than the first line.
YAML_LIKE = st.lists(
    st.sampled_from(
        [
            *("a: ", "b", "\n", "  ", "- ", "[", "]", "{", "}", "'", '"', "&x", "*x", "!t ", "|", ">-", "#", "?", ":"),
            *("---\n", "...\n", "%YAML 1.1\n", "%TAG ! x\n", "\t", "~", "<<", "å", "\u2028", "\x85", "1", ",", "\\x"),
        ]
    ),
    max_size=40,
).map("".join)


@given(st.text(max_size=200) | YAML_LIKE)
def test_no_text_makes_the_reader_fail(tmp_path, text):
    check(tmp_path, text.encode("utf-8", "surrogatepass"))


def check(folder, raw):
    path = folder / "any.yml"
    path.write_bytes(raw)
    file = read(path, "any.yml")
    for problem in file.problems:
        assert problem.line >= 1
        assert problem.found
    assert plain(file.content)


def plain(value):
    if isinstance(value, dict):
        return all(type(key) is str and plain(item) for key, item in value.items())
    if isinstance(value, list):
        return all(map(plain, value))
    return value is None or type(value) in (bool, int, str)


def test_without_the_c_library_the_same_is_read_and_the_same_refused(tmp_path):
    """PyYAML may be built without libyaml; the slower reader must agree."""
    path = tmp_path / "file.yml"
    path.write_text("a: NO\nb: [1, x]\nb: 2\nc:\n  - d: 2018-06-01\n", encoding="utf-8")
    script = (
        "import sys, pathlib, yaml\n"
        "del yaml.CSafeLoader\n"
        "from macros.yaml_source import Loader, read\n"
        "assert Loader is yaml.SafeLoader\n"
        "file = read(pathlib.Path(sys.argv[1]), 'file.yml')\n"
        "print((file.content, file.lines, file.problems))\n"
        "deep = pathlib.Path(sys.argv[1]); deep.write_text('[' * 400)\n"
        "assert len(read(deep, 'deep').problems) == 1\n"
    )
    expected = read(path, "file.yml")
    run = subprocess.run([sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=False)
    assert run.stderr == ""
    assert run.stdout.strip() == str((expected.content, expected.lines, expected.problems))


def test_the_c_library_is_used_where_it_is_there():
    assert yaml_source.Loader.__name__ == "CSafeLoader"
