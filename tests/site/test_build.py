"""Building: the same input makes the same bytes, at any address; what is wrong replaces nothing."""

import functools
import http.server
import os
import re
import shutil
import subprocess
import sys
import threading
import urllib.request
from contextlib import contextmanager
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from lxml import html
from shared import SOURCES

pytestmark = pytest.mark.site

LINKS = "//a/@href|//link[not(@rel='canonical' or @rel='alternate')]/@href|//script/@src|//img/@src"
PREFIX = "/some/prefix/"


def build(root, site, *arguments, **environment):
    """Run the build as make does."""
    return subprocess.run(
        [sys.executable, "-m", "macros", "build", "--site", str(site), *arguments],
        cwd=root,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def tree(folder):
    return {path.relative_to(folder): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        """Say nothing: tests tell what failed."""


@contextmanager
def served(folder):
    """A plain server of a folder. Yields its address."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def get(address):
    with urllib.request.urlopen(address, timeout=10) as answer:  # noqa: S310 - our own server
        return answer.status, answer.headers.get_content_type(), answer.read()


def walk(start):
    """Follow every link from a page as a browser would. Returns {address: status} of what is under ``start``."""
    statuses, queue = {}, [start]
    while queue:
        address = queue.pop()
        if address in statuses:
            continue
        try:
            statuses[address], kind, body = get(address)
        except urllib.error.HTTPError as error:
            statuses[address] = error.code
            error.close()
            continue
        if kind == "text/html":
            found = html.document_fromstring(body.decode("utf-8")).xpath(LINKS)
            targets = {urldefrag(urljoin(address, href)).url.partition("?")[0] for href in found}
            queue += [target for target in targets if urlsplit(target).netloc == urlsplit(start).netloc]
    return statuses


def check_walk(statuses, site, start):
    assert not (broken := {address: status for address, status in statuses.items() if status != 200}), broken
    assert all(address.startswith(start) for address in statuses), [a for a in statuses if not a.startswith(start)]
    pages = {f"{start}{address}" for address in site.all if address != "404.html"}
    assert not (missed := pages - statuses.keys()), missed


def test_the_site_works_at_the_root_of_a_server(site):
    with served(site.folder) as server:
        check_walk(walk(f"{server}/"), site, f"{server}/")


def test_the_site_works_under_a_prefix_and_replaces_the_last_one_whole(root, site, tmp_path):
    home = f"https://example.org{PREFIX}"
    place = tmp_path / "server" / PREFIX.strip("/")
    place.mkdir(parents=True)
    (place / "gone.html").write_text("a page of the last site", encoding="utf-8")
    done = build(root, place, SITE_URL=home.rstrip("/"))
    assert done.returncode == 0, done.stderr
    with served(tmp_path / "server") as server:
        check_walk(walk(f"{server}{PREFIX}"), site, f"{server}{PREFIX}")
        missing = html.document_fromstring((place / "404.html").read_text(encoding="utf-8"))
        links = missing.xpath(LINKS)
        assert links
        assert all(get(urljoin(f"{server}{PREFIX}nb/a/page/that/is/not/there/", href))[0] == 200 for href in links)
    assert {path.relative_to(place) for path in place.rglob("*")} == {
        path.relative_to(site.folder) for path in site.folder.rglob("*")
    }
    page = html.document_fromstring((place / "en/recommendations/index.html").read_text(encoding="utf-8"))
    assert page.xpath("//link[@rel='canonical']/@href") == [f"{home}en/recommendations/"]
    assert f"{home}nb/enoc/" in (place / "sitemap.xml").read_text(encoding="utf-8")
    left = [path for path in place.rglob("*") if path.is_file() and b"localhost:8000" in path.read_bytes()]
    assert not left


def test_the_same_input_makes_the_same_bytes(root, folder, tmp_path):
    """Another build, in another place, at another time, against the one that is there."""
    done = build(root, tmp_path / "again", TZ="Pacific/Auckland", PYTHONHASHSEED="7", LC_ALL="C")
    assert done.returncode == 0, done.stderr
    here, again = tree(folder), tree(tmp_path / "again")
    assert here.keys() == again.keys(), "site/ may be older than the data: run make site"
    different = [str(path) for path in here if here[path] != again[path]]
    assert not different, "site/ may be older than the data: run make site\n" + "\n".join(different)


@pytest.fixture
def copy(root, tmp_path):
    """A repository of its own, with a last good site."""
    folder = tmp_path / "repository"
    for name in SOURCES:
        source = root / name
        shutil.copytree(source, folder / name) if source.is_dir() else (
            folder.mkdir(exist_ok=True),
            shutil.copy(source, folder),
        )
    (folder / "site").mkdir()
    (folder / "site/index.html").write_text("the last good site", encoding="utf-8")
    return folder


def fails_and_replaces_nothing(root, copy):
    before = tree(copy / "site")
    done = build(root, copy / "site", "--root", str(copy))
    assert done.returncode == 1, done.stdout
    assert "Traceback" not in done.stderr + done.stdout
    assert tree(copy / "site") == before
    assert sorted(path.name for path in copy.iterdir()) == sorted({*SOURCES, "site"}), "something was left behind"
    return done.stderr


def test_a_wrong_record_stops_the_build_and_the_last_good_site_stays(root, copy):
    member = copy / "data/enoc/members/no-barneombudet.yml"
    text = member.read_text(encoding="utf-8")
    member.write_text(re.sub(r"(?m)^established: .*", "established: soon", text), encoding="utf-8")
    told = fails_and_replaces_nothing(root, copy)
    assert "data/enoc/members/no-barneombudet.yml" in told
    assert "established" in told


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[nowhere](no-such-page.md), [nowhere](about/index.md#no-such-anchor)", ["no-such-page.md", "no-such-anchor"]),
        ('{{ record("members", "no-such-member") }}', ["index.md", "no-such-member"]),
    ],
    ids=["dead-links", "unknown-record"],
)
def test_a_wrong_page_stops_the_build_and_the_last_good_site_stays(root, copy, text, said):
    page = copy / "docs/en/index.md"
    page.write_text(f"{page.read_text(encoding='utf-8')}\n{text}\n", encoding="utf-8")
    told = fails_and_replaces_nothing(root, copy)
    assert all(words in told for words in said), told
