import pytest
import yaml

from macros.build import BuildError, build
from macros.environment import edit_root, is_public, site_root


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


@pytest.mark.parametrize("address", ["/", "https:///", "http://localhost:8000/", "http://127.0.0.1/", "example.org/"])
def test_a_site_to_be_published_needs_a_public_address(monkeypatch, pytestconfig, tmp_path, address):
    assert is_public("https://example.org/model/")
    assert not is_public(address)
    monkeypatch.setenv("PUBLISH", "yes")
    monkeypatch.setenv("SITE_URL", address)
    with pytest.raises(BuildError, match="SITE_URL"):
        build(pytestconfig.rootpath, tmp_path / "site")
    assert not (tmp_path / "site").exists()


def test_the_publishing_workflow_says_that_it_publishes_and_where(pytestconfig):
    workflow = yaml.safe_load((pytestconfig.rootpath / ".github/workflows/publish.yml").read_text(encoding="utf-8"))
    [build_step] = [step for step in workflow["jobs"]["build"]["steps"] if step.get("run") == "make site"]
    assert build_step["env"]["PUBLISH"]
    assert "base_url" in build_step["env"]["SITE_URL"]
