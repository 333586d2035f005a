"""Which external links there are, what is made of each answer, and the report: against a server of our own."""

import socket
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise

import pytest

from macros import __main__ as command
from macros.links import check as asking
from macros.links.check import Answer, Manners, check
from macros.links.collect import Use, collect
from macros.links.report import LIMIT, report

QUICK = Manners(timeout=0.3, pause=0.01)


class Handler(BaseHTTPRequestHandler):
    """Answers by the path, and remembers what it was asked."""

    def answer(self):
        self.server.asked.append((self.command, self.path, time.monotonic()))
        name = self.path.strip("/")
        tried = sum(path == self.path for _, path, _ in self.server.asked)
        if name == "slow":
            time.sleep(1)
        status = int(name) if name.isdigit() else 200
        if (name == "no-head" and self.command == "HEAD") or (name == "shaky" and tried < 3):
            status = 405 if name == "no-head" else 503
        self.send_response(status)
        if name in ("301", "302"):
            self.send_header("Location", "/here")
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_HEAD = do_GET = answer  # noqa: N815 - as http.server calls them

    def log_message(self, *_):
        """Say nothing: tests tell what failed."""


@pytest.fixture
def server():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.asked = []
    server.root = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("path", "kind", "said", "methods"),
    [
        ("/fine", "works", "200", ["HEAD"]),
        ("/å b", "works", "200", ["HEAD"]),
        ("/301", "moved", "301", ["HEAD", "HEAD"]),
        ("/302", "works", "200", ["HEAD", "HEAD"]),
        ("/404", "dead", "404", ["HEAD", "GET"]),
        ("/410", "dead", "410", ["HEAD", "GET"]),
        ("/403", "unclear", "403", ["HEAD", "GET", "GET"]),
        ("/500", "unclear", "500", ["HEAD", "GET", "GET"]),
        ("/slow", "unclear", "no answer in time", ["HEAD", "GET", "GET"]),
        ("/no-head", "works", "200", ["HEAD", "GET"]),
        ("/shaky", "works", "200", ["HEAD", "GET", "GET"]),
    ],
)
def test_what_is_made_of_each_answer(server, path, kind, said, methods):
    [answer] = check([server.root + path], QUICK).values()
    assert (answer.kind, answer.said) == (kind, said)
    assert [method for method, _, _ in server.asked] == methods
    assert answer.target == (f"{server.root}/here" if kind == "moved" else "")


def test_a_server_that_is_not_there_is_asked_a_few_times_and_then_no_more(monkeypatch):
    tried = []
    monkeypatch.setattr(asking, "_once", lambda address, *_: tried.append(address) or Answer("dead", "no such server"))
    answers = check([f"http://nowhere.invalid/{number}" for number in range(9)], Manners(pause=0))
    assert len(set(tried)) == asking.PATIENCE
    assert [answer.kind for answer in answers.values()] == ["dead"] * asking.PATIENCE + ["unclear"] * 6


def test_a_name_that_no_server_has_is_dead(monkeypatch):
    def nowhere(*_, **__):
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", nowhere)
    [answer] = check(["http://nowhere.invalid/"], QUICK).values()
    assert (answer.kind, answer.said) == ("dead", "no such server")


def test_a_server_is_asked_one_thing_at_a_time_with_a_pause(server):
    check([f"{server.root}/{name}" for name in "abcd"], Manners(timeout=2, pause=0.1))
    times = [at for _, _, at in server.asked]
    assert all(later - earlier > 0.09 for earlier, later in pairwise(times))


def test_answers_come_in_the_order_of_the_addresses(server):
    addresses = [f"{server.root}/{name}" for name in ("b", "404", "a")]
    assert list(check(iter(addresses), QUICK)) == addresses


def test_all_addresses_of_data_and_pages_are_found_with_who_uses_them(repo):
    page = repo.root / "docs/nb/index.md"
    page.parent.mkdir(parents=True)
    page.write_text("[a](https://example.org/page#part), <https://example.org/other>. [b](x/index.md)", "utf-8")
    found = collect(repo.root, repo.load())
    assert found["https://example.org/page"] == [Use("docs/nb/index.md")]
    assert "https://example.org/other" in found
    [use] = [use for use in found["https://example.org/report"] if use.record == "sources/one-source"]
    assert use.file == "data/sources.yml"
    assert "recommendations/crc-2010-9" in use.relied_on_by
    assert list(found) == sorted(found)
    assert all(address.startswith("http") and "#" not in address for address in found)


def test_a_source_known_to_be_dead_is_not_asked_for_but_its_copy_is(repo):
    url = "  url: https://example.org/report\n"
    dead = url.replace("report", "gone")
    repo.change("sources.yml", url, f"{dead}  dead: '2026-11-02'\n  archived: https://archive.example.org/x\n")
    found = collect(repo.root, repo.load())
    assert "https://archive.example.org/x" in found
    assert "https://example.org/gone" not in found


def test_the_report_names_the_records_that_use_a_dead_link():
    found = {
        "https://a.org/": [Use("data/sources.yml", "sources/a", ("members/x", "members/y"))],
        "https://b.org/": [Use("docs/en/index.md")],
        "https://c.org/": [Use("data/x.yml", "x/c")],
    }
    answers = {
        "https://a.org/": Answer("dead", "404"),
        "https://b.org/": Answer("moved", "301", "https://new.org/`@all`"),
        "https://c.org/": Answer("works", "200"),
    }
    text = report(found, answers)
    assert "3 addresses: 1 work, 1 dead, 1 moved for good, 0 could not be checked." in text
    assert "- `https://a.org/`: 404\n  - `sources/a` in `data/sources.yml`; used by `members/x`, `members/y`\n" in text
    assert "now `https://new.org/@all`" in text
    assert "c.org" not in text
    assert "## Could not be checked" not in text


def test_a_report_that_is_too_long_for_an_issue_is_cut_and_says_so():
    found = {f"https://a.org/{number}": [Use("data/x.yml", "x/y")] for number in range(3000)}
    text = report(found, dict.fromkeys(found, Answer("dead", "404")))
    assert LIMIT - 200 < len(text) < LIMIT + 200
    assert text.endswith("The rest is cut: run `make links` to see it.\n")


@pytest.mark.parametrize(("kind", "code"), [("works", 0), ("unclear", 0), ("dead", 3)])
def test_the_command_prints_the_report_and_tells_of_dead_links(repo, monkeypatch, capsys, kind, code):
    monkeypatch.setattr(command, "check", lambda found: dict.fromkeys(found, Answer(kind, "said")))
    assert command.main(["links", "--root", str(repo.root)]) == code
    assert capsys.readouterr().out.startswith("# External links\n")
