"""Dates of last change come from the commits alone: the same commit, the same dates; without a whole history none."""

import os
import subprocess

import pytest

from macros.history import History, read_history

AT = "T12:00:00+01:00"


def git(folder, *arguments, day="2026-01-01"):
    who = {f"GIT_{role}_{what}": "a@b.c" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    when = {"GIT_AUTHOR_DATE": "2001-01-01T00:00:00Z", "GIT_COMMITTER_DATE": day + AT}
    command = ["git", "-C", folder, "-c", "init.defaultBranch=main", "-c", "protocol.file.allow=always", *arguments]
    subprocess.run(command, check=True, capture_output=True, env=os.environ | who | when)


def write(folder, file, text):
    (folder / file).parent.mkdir(parents=True, exist_ok=True)
    (folder / file).write_text(text, encoding="utf-8")


def commit(folder, day, **files):
    for file, text in files.items():
        write(folder, file, text)
    git(folder, "add", "-A")
    git(folder, "commit", "-m", "a change", day=day)


@pytest.fixture
def repository(tmp_path):
    folder = tmp_path / "repository"
    folder.mkdir()
    git(folder, "init")
    commit(
        folder, "2024-02-03", **{"data/a.yml": "1", "data/å og b.yml": "1", "docs/nb/x/index.md": "1", "README": "1"}
    )
    commit(folder, "2025-06-07", **{"data/a.yml": "2", "docs/en/x/index.md": "1"})
    return folder


def test_each_file_has_the_day_of_its_last_commit(repository):
    history = read_history(repository)
    assert not history.missing
    assert history.changed == {
        "data/a.yml": "2025-06-07",
        "data/å og b.yml": "2024-02-03",
        "docs/nb/x/index.md": "2024-02-03",
        "docs/en/x/index.md": "2025-06-07",
    }


def test_what_is_not_committed_changes_no_date(repository):
    before = read_history(repository)
    write(repository, "data/a.yml", "3")
    write(repository, "data/new.yml", "1")
    assert read_history(repository) == before


def test_a_later_commit_elsewhere_and_another_clock_change_nothing(repository, monkeypatch):
    before = read_history(repository).changed
    commit(repository, "2026-01-01", README="2")
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    monkeypatch.setenv("GIT_DIR", str(repository / "elsewhere"))
    assert read_history(repository).changed == before


def test_what_a_merge_itself_changes_has_the_day_of_the_merge(repository):
    git(repository, "checkout", "-b", "side")
    commit(repository, "2025-08-01", **{"data/a.yml": "side"})
    git(repository, "checkout", "main")
    commit(repository, "2025-08-02", **{"data/a.yml": "main"})
    git(repository, "merge", "-s", "ours", "--no-commit", "side")
    commit(repository, "2025-09-01", **{"data/a.yml": "both"})
    assert read_history(repository).changed["data/a.yml"] == "2025-09-01"


def test_a_shallow_clone_has_no_dates_and_says_what_it_needs(repository, tmp_path):
    git(tmp_path, "clone", "--depth", "1", repository.as_uri(), tmp_path / "shallow")
    history = read_history(tmp_path / "shallow")
    assert not history.changed
    assert "shallow clone" in history.missing
    assert "whole history" in history.missing
    assert "\n" not in history.missing
    git(tmp_path / "shallow", "fetch", "--unshallow")
    assert read_history(tmp_path / "shallow") == read_history(repository)


def test_a_copy_without_git_has_no_dates_even_inside_another_repository(repository, tmp_path):
    for copy in (tmp_path / "copy", repository / "copy"):
        write(copy, "data/a.yml", "1")
        history = read_history(copy)
        assert not history.changed
        assert history.missing.startswith("No git repository here")


def test_without_git_there_are_no_dates(repository, monkeypatch):
    monkeypatch.setenv("PATH", "")
    assert read_history(repository).missing


@pytest.mark.parametrize(
    ("file", "in_line", "newer"),
    [
        ("docs/nb/x/index.md", None, "2025-06-07"),
        ("docs/nb/x/index.md", "2025-06-06", "2025-06-07"),
        ("docs/nb/x/index.md", "2025-06-07", None),
        ("docs/en/x/index.md", None, None),
        ("docs/nb/new/index.md", None, None),
    ],
)
def test_a_page_is_behind_its_twin_until_somebody_brings_it_in_line(repository, file, in_line, newer):
    assert read_history(repository).newer_twin(file, in_line) == newer


def test_without_dates_no_page_is_behind():
    assert History(missing="no git").newer_twin("docs/nb/x/index.md") is None
