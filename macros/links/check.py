"""Asks other servers whether an address works: politely, a few servers at a time, and each with a pause between."""

from __future__ import annotations

import http.client
import re
import socket
import time
import urllib.error
import urllib.request
from collections import defaultdict
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import IO, Literal
from urllib.parse import quote, urlsplit

AGENT = "norwegian-model-link-check/1 (weekly; HEAD first)"
GONE = {404, 410}
FOR_GOOD = {301, 308}
SILENT = ("no such server", "no answer in time")
PATIENCE = 3
"""After so many questions in a row that a server left unanswered, it is asked no more."""
UNSAFE = re.compile(r"[^!-~]+")


@dataclass(frozen=True)
class Manners:
    """How to ask: how long to wait for an answer, between two questions to a server, and how many at a time."""

    timeout: float = 20
    pause: float = 1
    servers_at_once: int = 6


@dataclass(frozen=True)
class Answer:
    """What came back. ``target``: where a page has moved for good. ``unclear``: it may work for readers."""

    kind: Literal["works", "moved", "dead", "unclear"]
    said: str
    target: str = ""


@dataclass
class Asked:
    """One question: its hops, and whether all of them were for good."""

    hops: list[int] = field(default_factory=list)


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows redirects with the same method, and remembers their kind."""

    def __init__(self, asked: Asked) -> None:
        self.asked = asked

    def redirect_request(  # noqa: PLR0913, PLR0917 - as urllib calls it
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        self.asked.hops.append(code)
        request = super().redirect_request(req, fp, code, msg, headers, _plain(newurl))
        if request:
            request.method = req.get_method()
        return request


def check(addresses: Iterable[str], manners: Manners | None = None) -> dict[str, Answer]:
    """Ask for every address. The addresses of one server are asked for one after the other."""
    addresses, manners = list(addresses), manners or Manners()
    servers: dict[str, list[str]] = defaultdict(list)
    for address in addresses:
        servers[urlsplit(address).netloc.lower()].append(address)

    with ThreadPoolExecutor(manners.servers_at_once) as pool:
        every = pool.map(lambda those: _ask_server(those, manners), servers.values())
        answers = {address: answer for answered in every for address, answer in answered.items()}
    return {address: answers[address] for address in addresses}


def _ask_server(addresses: list[str], manners: Manners) -> dict[str, Answer]:
    answers: dict[str, Answer] = {}
    silence = 0
    for address in addresses:
        if silence == PATIENCE:
            answers[address] = Answer("unclear", "the server answered nothing else either")
            continue
        if answers:
            time.sleep(manners.pause)
        answers[address] = ask(address, manners)
        silence = silence + 1 if answers[address].said in SILENT else 0
    return answers


def ask(address: str, manners: Manners) -> Answer:
    """Ask with HEAD, then with GET where that did not do, and once more where still no clear answer came."""
    answer = _once(address, "HEAD", manners)
    for _ in range(2):
        if answer.kind in ("works", "moved"):
            break
        time.sleep(manners.pause)
        answer = _once(address, "GET", manners)
        if answer.kind == "dead" and answer.said not in SILENT:
            break
    return answer


def _once(address: str, method: str, manners: Manners) -> Answer:
    asked = Asked()
    opener = urllib.request.build_opener(_Redirects(asked))
    try:
        headers = {"User-Agent": AGENT, "Accept": "*/*"}
        request = urllib.request.Request(_plain(address), method=method, headers=headers)  # noqa: S310 - http(s) only
        with opener.open(request, timeout=manners.timeout) as reply:
            for_good = bool(asked.hops) and set(asked.hops) <= FOR_GOOD
            return Answer("moved", str(asked.hops[0]), reply.url) if for_good else Answer("works", str(reply.status))
    except urllib.error.HTTPError as error:
        error.close()
        return Answer("dead" if error.code in GONE else "unclear", str(error.code))
    except (OSError, http.client.HTTPException, ValueError) as error:
        return _failure(getattr(error, "reason", error))


def _failure(reason: object) -> Answer:
    if isinstance(reason, socket.gaierror):
        return Answer("dead", "no such server")
    if isinstance(reason, TimeoutError):
        return Answer("unclear", "no answer in time")
    return Answer("unclear", type(reason).__name__)


def _plain(address: str) -> str:
    """An address in ASCII, as servers take it."""
    return UNSAFE.sub(lambda found: quote(found[0]), address)
