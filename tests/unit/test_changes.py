"""A proposed change in words, from a git repository in miniature."""

import subprocess

import pytest

from macros.__main__ import main
from macros.changes import LONGEST_TEXT, LONGEST_VALUE, changes, code

REC, CHAIRS = "recommendations/crc-2000-9.yml", "enoc/chairs.yml"


@pytest.fixture
def git(repo):
    """The miniature as a git repository with one commit."""

    def run(*arguments):
        settings = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
        subprocess.run(["git", *settings, "-C", str(repo.root), *arguments], check=True, capture_output=True)

    run("init", "-q", "-b", "main")
    run("add", "-A")
    run("commit", "-qm", "Begin")
    repo.git = run
    return repo


def told(repo):
    return changes(repo.root, "main").splitlines()


def test_without_changes_it_says_so(git, capsys):
    assert main(["changes", "main", "--root", str(git.root)]) == 0
    assert capsys.readouterr().out == "## What changes in the data\n\nNo record changes.\n"


def test_a_text_names_its_language_and_what_stood_there(git):
    git.change(REC, "Norge bør gjøre mer (crc-2000-9).", "Norge bør gjøre mindre.")
    assert "**`recommendations/crc-2000-9`** changes" in told(git)
    assert "- `summary` (Norwegian): `Norge bør gjøre mer (crc-2000-9).` becomes `Norge bør gjøre mindre.`" in told(git)


def test_of_a_long_text_it_shows_where_the_two_part(git):
    words = [f"ord{number}" for number in range(200)]
    git.change(REC, "Norge bør gjøre mer (crc-2000-9).", " ".join(words))
    git.git("commit", "-qam", "Longer")
    git.change(REC, "ord100", "noe annet")
    line = next(line for line in told(git) if "summary" in line)
    assert line.endswith(
        "`… ord96 ord97 ord98 ord99 ord100 ord101 ord102 ord103 ord104 …` becomes "
        "`… ord96 ord97 ord98 ord99 noe annet ord101 ord102 ord103 ord104 …`"
    )


def test_lists_say_what_came_and_what_went(git):
    git.change(REC, "articles: [7]", "articles: [8, 4]")
    git.change(
        REC, "  - id: one-source\n    locator: para. 9", "  - id: one-source\n    locator: para. 10\n  - id: new"
    )
    assert told(git)[4:] == [
        "- `articles`: `8`, `4` added",
        "- `articles`: `7` taken out",
        "- `sources > one-source.locator`: `para. 9` becomes `para. 10`",
        "- `sources`: `new` added: `id` `new`",
    ]


def test_fields_that_come_and_go_are_named(git):
    git.change(REC, "urgent: false", "urgent: null\nrecalls_earlier: true")
    git.change(REC, "actors: [ministry]\n", "")
    assert told(git)[4:] == [
        "- `actors` taken out: `ministry`",
        "- `urgent`: false becomes null",
        "- `recalls_earlier` added: true",
    ]


def test_records_that_come_and_go_are_named_in_files_of_one_and_of_many(git):
    new = git.read(REC).replace("crc-2000-9", "crc-2000-11")
    git.write("recommendations/crc-2000-11.yml", new)
    git.path(REC).unlink()
    git.append(CHAIRS, "- {id: chair-new, name: Somebody}\n")
    text = "\n".join(told(git))
    assert "**`recommendations/crc-2000-11`** is new: `Recommendation crc-2000-11`" in text
    assert "**`recommendations/crc-2000-9`** is taken out: `Recommendation crc-2000-9`" in text
    assert "**`chairs/chair-new`** is new: `Somebody`\n\n- `name`: `Somebody`" in text
    assert "- `sources`: `id` `one-source`, `locator` `para. 9`" in text
    assert text.count("**`chairs/") == 1


def test_an_office_is_called_by_its_name(git):
    member = git.read("enoc/members/no-barneombudet.yml")
    git.write("enoc/members/xx.yml", member.replace("id: no-barneombudet", "id: xx", 1))
    line = next(line for line in told(git) if "`members/xx`** is new" in line)
    assert "{" not in line
    assert line.rpartition("is new: ")[2].strip("`")


def test_a_record_with_a_new_id_is_told_to_be_the_same(git):
    git.path(REC).rename(git.path("recommendations/crc-2000-8.yml"))
    git.change("recommendations/crc-2000-8.yml", "id: crc-2000-9\n", "id: crc-2000-8\nformer_ids:\n  - crc-2000-9\n")
    line = "**`recommendations/crc-2000-9`** is now `recommendations/crc-2000-8`; the old address leads there"
    assert line in told(git)


def test_words_of_the_interface_and_pages_of_text_are_told_too(git):
    git.append("interface.yml", "a-new-word: {nb: Ny, en: New}\n")
    page = git.root / "docs/nb/index.md"
    page.parent.mkdir(parents=True)
    page.write_text("# Ny\n", encoding="utf-8")
    assert "**`interface.yml/a-new-word`** is new: `New`" in told(git)
    assert told(git)[-3:] == ["## Pages of text that change", "", "- `docs/nb/index.md`"]


def test_a_file_that_cannot_be_read_is_named(git):
    git.write(REC, "id: [\n")
    assert f"**`data/{REC}`** cannot be read now; the checks say where." in told(git)


@pytest.mark.parametrize(
    "hostile",
    [
        "@octocat `@octocat` @org/team",
        "`` <img src=x onerror=alert(1)> ``",
        "[a](https://example.org) ![b](https://example.org/b.png)",
        "line\n\n# A heading\n\n- [ ] a task",
        "``` \n</details>\u202e\u0000",
    ],
)
def test_nothing_from_a_file_leaves_its_code(git, hostile):
    shown = code(hostile)
    assert shown.count("`") == 2
    assert shown[0] == shown[-1] == "`"
    assert shown.isprintable()
    quoted = hostile.replace("\u0000", "").replace("\u202e", "").replace("'", "''").replace("\n", "\n\n  ")
    git.change(REC, "kind: recommendation", f"kind: '{quoted}'\n'{quoted}': '{quoted}'")
    for line in told(git):
        outside = "".join(line.split("`")[::2])
        assert line.count("`") % 2 == 0
        assert not set(outside) & set("@<>[]!"), line


def test_what_is_long_is_cut(git):
    assert len(code("a" * 999)) == LONGEST_VALUE + 2
    git.append(CHAIRS, "".join(f"- {{id: c-{number}, name: N}}\n" for number in range(9999)))
    text = changes(git.root, "main")
    assert len(text) < LONGEST_TEXT * 1.2
    shown = text.count("is new")
    assert text.endswith(f"\n\nAnd {9999 - shown} more records.\n")


@pytest.mark.parametrize("ref", ["nowhere", "--output=x", ""])
def test_a_commit_that_git_does_not_know_is_refused(git, capsys, ref):
    assert main(["changes", f"--root={git.root}", "--", ref]) == 1
    assert capsys.readouterr().err.startswith("Git cannot compare with ")


def test_without_a_history_it_says_so(repo, capsys):
    assert main(["changes", "main", "--root", str(repo.root)]) == 1
    assert "not a git repository" in capsys.readouterr().err
