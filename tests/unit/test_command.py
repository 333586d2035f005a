import html
import os
import re
import subprocess
import sys

import pytest

from macros.__main__ import ROOT, main

REC = "recommendations/crc-2000-9.yml"


@pytest.fixture
def site(tmp_path):
    """The last good site."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "marker.html").write_text("the last good site", encoding="utf-8")
    return site


def untouched(site):
    """Whether the site is as it was, with nothing left beside it."""
    there = sorted(path.name for path in site.parent.iterdir() if path.name != "repo")
    return there == ["site"] and [path.name for path in site.iterdir()] == ["marker.html"]


def test_checking_good_data_says_how_many_records_there_are(repo, capsys):
    assert main(["check", "--root", str(repo.root)]) == 0
    out, err = capsys.readouterr()
    assert out.splitlines()[-1] == f"The data is right: {len(repo.load().entries)} records. So are the pages of text."
    assert err == ""


@pytest.mark.parametrize("command", ["check", "build", "serve"])
def test_wrong_data_ends_every_command_with_the_report_and_leaves_the_site(repo, site, capfd, command):
    repo.change(REC, "theme: nationality", "theme: nowhere")
    place = [] if command == "check" else ["--site", str(site)]
    assert main([command, "--root", str(repo.root), *place]) == 1
    out, err = capfd.readouterr()
    assert out == ""
    assert f"data/{REC}:{repo.line(REC, 'theme:')}: recommendations/crc-2000-9\n    field:    theme\n" in err
    assert err.endswith("1 problem in the data. Nothing was built; the last good site stays.\n")
    assert untouched(site)


def test_the_command_ends_with_1_on_stderr_and_without_a_traceback(repo, site):
    repo.change(REC, "articles: [7]", "articles: [55]")
    environment = {key: value for key, value in os.environ.items() if key != "GITHUB_ACTIONS"}
    run = subprocess.run(
        [sys.executable, "-m", "macros", "build", "--root", str(repo.root), "--site", str(site)],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
        cwd=repo.root,
    )
    assert run.returncode == 1
    assert run.stdout == ""
    assert "Traceback" not in run.stderr
    assert "a number up to 54" in run.stderr
    assert untouched(site)


def test_a_build_that_fails_leaves_the_last_good_site(repo, site, capsys):
    """The data is right, but MkDocs finds no configuration."""
    assert main(["build", "--root", str(repo.root), "--site", str(site)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "mkdocs.yml" in err
    assert "mkdocs.en.yml" in err
    assert err.endswith("Nothing was replaced; the last good site stays.\n")
    assert untouched(site)


def test_a_command_that_does_not_exist_is_refused(capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["publish"])
    assert stopped.value.code == 2
    assert "invalid choice" in capsys.readouterr().err


# A whole site in miniature: the real configuration and skeleton, short pages, and a title that would like to be more.

HOSTILE = "<script>alert(1)</script> {{ 7 * 7 }} {% raw %} **bold**"


@pytest.fixture(scope="module")
def built(new_repo, tmp_path_factory):
    """The folder of a built site in the place of an older one."""
    repo = new_repo(tmp_path_factory.mktemp("whole") / "repo")
    for name in ("mkdocs.yml", "mkdocs.en.yml", "mkdocs.base.yml", "macros", "overrides"):
        (repo.root / name).symlink_to(ROOT / name)
    for page in (ROOT / "docs").rglob("*.md"):
        short = repo.root / page.relative_to(ROOT)
        short.parent.mkdir(parents=True, exist_ok=True)
        short.write_text(f"---\ntitle: {page.parent.name}\n---\n# A page\n", encoding="utf-8")
    for language in ("nb", "en"):
        listed = repo.root / "docs" / language / "recommendations" / "index.md"
        listed.write_text('# A page\n\n{{ listing("recommendations") }}\n', encoding="utf-8")
    repo.change(
        REC, "{nb: Anbefaling crc-2000-9, en: Recommendation crc-2000-9}", f"{{nb: '{HOSTILE}', en: '{HOSTILE}'}}"
    )
    site = repo.root / "site"
    site.mkdir()
    (site / "marker.html").touch()
    assert main(["build", "--root", str(repo.root)]) == 0
    return site


def test_a_build_that_succeeds_replaces_the_last_site_as_a_whole(built):
    assert not (built / "marker.html").exists()
    for name in (
        "index.html",
        "404.html",
        "sitemap.xml",
        "robots.txt",
        "data/index.json",
        "nb/index.html",
        "en/index.html",
    ):
        assert (built / name).is_file(), name
    assert not [path.name for path in built.parent.iterdir() if path.name.startswith(".site")]


@pytest.mark.parametrize("language", ["nb", "en"])
@pytest.mark.parametrize("address", ["recommendations/crc-2000-9/", "recommendations/"])
def test_hostile_text_stays_text_in_the_built_site(built, language, address):
    page = (built / language / address / "index.html").read_text(encoding="utf-8")
    assert "alert(1)" in page
    assert "<script>alert" not in page
    assert "<strong>bold" not in page
    assert html.escape(HOSTILE) in page
    assert "49" not in re.sub(r"(?s)<[^>]*>", "", page)


@pytest.mark.parametrize("language", ["nb", "en"])
def test_the_title_of_a_page_is_the_title_in_the_data(built, language):
    page = (built / language / "recommendations/crc-2000-9/index.html").read_text(encoding="utf-8")
    title = html.unescape(re.search(r"<title>(.*?)</title>", page)[1])
    assert "{{ 7 * 7 }}" in title


def test_pages_with_mistakes_fail_the_build_are_named_and_leave_the_last_good_site(built, capfd):
    """No warning passes: neither a link that leads nowhere nor a record that does not exist."""
    docs, before = built.parent / "docs", tree(built)
    spoilt = {
        docs / "nb/about/index.md": "[a link](nowhere.md) and [an anchor](#not-here)",
        docs / "en/enoc/index.md": '{{ record("themes", "no-such-theme") }}',
    }
    good = {page: page.read_text(encoding="utf-8") for page in spoilt}
    for page, text in spoilt.items():
        page.write_text(f"{good[page]}\n{text}\n", encoding="utf-8")
    try:
        assert main(["build", "--root", str(built.parent)]) == 1
    finally:
        for page, text in good.items():
            page.write_text(text, encoding="utf-8")
    told = capfd.readouterr().err
    assert all(word in told for word in ("about/index.md", "nowhere.md", "#not-here", "enoc/index.md", "no-such-theme"))
    assert tree(built) == before


def tree(folder):
    """Every file of a folder with when it was written."""
    return {path: path.stat().st_mtime_ns for path in sorted(folder.rglob("*"))}
