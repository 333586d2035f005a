import pytest

from macros.environment import edit_root, site_root


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch):
    monkeypatch.delenv("SITE_URL", raising=False)
    monkeypatch.delenv("REPO_URL", raising=False)


@pytest.mark.parametrize(
    "given", ["https://example.org/site", "https://example.org/site/", "https://example.org/site//"]
)
def test_the_address_of_the_site_ends_with_one_slash(given):
    assert site_root(given) == "https://example.org/site/"


def test_the_environment_wins_over_the_configured_address(monkeypatch):
    monkeypatch.setenv("SITE_URL", "https://fork.example/x")
    assert site_root("https://example.org/") == "https://fork.example/x/"


def test_an_empty_environment_does_not_win(monkeypatch):
    monkeypatch.setenv("SITE_URL", "")
    monkeypatch.setenv("REPO_URL", "")
    assert site_root("https://example.org/") == "https://example.org/"
    assert edit_root("https://example.org/a/b") == "https://example.org/a/b/edit/main/"


def test_a_fork_is_edited_in_the_fork(monkeypatch):
    monkeypatch.setenv("REPO_URL", "https://example.org/fork/repo/")
    assert edit_root("https://example.org/a/b") == "https://example.org/fork/repo/edit/main/"
