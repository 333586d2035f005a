"""What GitHub shows to those who report or propose something: in both languages, and safe to show."""

import os
import subprocess
from pathlib import Path

import pytest
import yaml

REAL = Path(__file__).resolve().parents[2]
FORMS = sorted((REAL / ".github/ISSUE_TEMPLATE").glob("[0-9]-*.yml"))
FIELDS = {"input", "textarea", "dropdown"}


def workflow(name):
    return yaml.safe_load((REAL / f".github/workflows/{name}.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_a_form_asks_in_both_languages(path):
    form = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert set(form) == {"name", "description", "title", "body"}
    fields = [part for part in form["body"] if part["type"] != "markdown"]
    assert {part["type"] for part in fields} <= FIELDS
    assert len({part["id"] for part in fields}) == len(fields)
    said = [form["name"], form["description"], form["title"]]
    for part in fields:
        assert set(part) <= {"type", "id", "attributes", "validations"}
        said += [
            part["attributes"][key] for key in ("label", "description", "placeholder") if key in part["attributes"]
        ]
        said += part["attributes"].get("options", [])
    assert not [words for words in said if " / " not in words]
    assert any(part["id"] == "source" and part["validations"]["required"] for part in fields) or "language" in str(
        fields
    )


def test_there_is_a_form_for_each_occasion():
    assert [path.stem[2:] for path in FORMS] == ["wrong-fact", "new-development", "translation", "new-record"]


def test_what_runs_a_proposal_may_only_read():
    made = workflow("changes")
    assert made["permissions"] == {}
    assert made["jobs"]["changes"]["permissions"] == {"contents": "read"}
    assert list(made[True]) == ["pull_request"]


def test_what_may_write_runs_nothing_of_a_proposal():
    job = workflow("comment")["jobs"]["comment"]
    assert job["permissions"] == {"actions": "read", "pull-requests": "write"}
    assert not [step for step in job["steps"] if "uses" in step or "${{" in step["run"]]


HOSTILE = """@octocat <img src=x> <!-- what --> [click](https://example.org) ![x](http://example.org/x.png)
[a][b] [b]
[b]: https://example.org
www.example.org `code @octocat https://example.org`
"""


@pytest.fixture
def comment(tmp_path):
    """Runs the step that comments, with a stand-in for GitHub's command, and gives what it would post."""

    def run(words, result):
        (tmp_path / "words").mkdir()
        (tmp_path / "words/changes.md").write_bytes(words)
        gh = tmp_path / "gh"
        gh.write_text('#!/bin/sh\necho "$*" >> calls\n', encoding="utf-8")
        gh.chmod(0o755)
        step = workflow("comment")["jobs"]["comment"]["steps"][-1]
        environment = {
            **os.environ,
            "PATH": f"{tmp_path}:{os.environ['PATH']}",
            "RESULT": result,
            "RUN_PAGE": "https://example.org/run",
            "REPOSITORY": "a/b",
            "NUMBER": "7",
        }
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
        subprocess.run(command, cwd=tmp_path, env=environment, check=True)
        return (tmp_path / "comment.md").read_text(encoding="utf-8"), (tmp_path / "calls").read_text(encoding="utf-8")

    return run


def test_words_of_a_proposal_stay_words(comment):
    text, calls = comment(HOSTILE.encode() + b"\xff\n", "success")
    words, preview = text.split("\n", 1)[1].split("**Preview.**")
    for sign in ("@", "<", "](", "][", "]:", "://", "www."):
        assert sign not in words, sign
    assert "(https://example.org/run)" in preview
    assert "POST repos/a/b/issues/7/comments -F body=@comment.md" in calls


def test_a_long_text_is_cut_and_a_failed_build_has_no_preview(comment):
    text, _ = comment(("a" + "å" * 90_000).encode(), "failure")
    assert len(text) < 60_000
    assert "**No preview:**" in text
