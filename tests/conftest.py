"""The built site as the tests see it: read once, walked on disk, in both languages."""

from __future__ import annotations

import fcntl
import gc
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urljoin, urlsplit

import pytest
import yaml
from lxml import html
from shared import squeeze

from macros.environment import site_root
from macros.load import load

ROOT = Path(__file__).resolve().parent.parent
TWIN = {"nb": "en", "en": "nb"}
MOVED = 'http-equiv="refresh"'  # a former address, which leads on to the page
UNSEEN = {"script", "style", "template"}
HERE = "http://site/"  # any address will do: links are resolved against it and then looked up on disk


@dataclass(frozen=True)
class Link:
    """A link as the browser resolves it: ``target`` is an address of the site, None when it leads elsewhere."""

    href: str
    target: str | None
    anchor: str
    query: tuple[tuple[str, str], ...]


class Page:
    """One HTML file. ``address`` is relative to the site (``nb/recommendations/``), ``path`` to its language."""

    def __init__(self, file, folder):
        self.file = file
        self.name = file.relative_to(folder).as_posix()
        self.address = self.name.removesuffix("index.html")
        self.language, _, self.path = self.address.partition("/")
        self.source = file.read_text(encoding="utf-8")

    @cached_property
    def tree(self):
        return html.document_fromstring(self.source)

    @cached_property
    def ids(self):
        return self.tree.xpath("//@id")

    @cached_property
    def text(self):
        return squeeze(" ".join(text for text, _ in self.texts))

    @cached_property
    def texts(self):
        """Every piece of text with the language it is marked with, in order."""
        return [(squeeze(text), lang) for text, lang in _texts(self.tree, "") if text.strip()]

    @cached_property
    def links(self):
        return [self.resolve(href) for href in self.tree.xpath("//a/@href")]

    @cached_property
    def targets(self):
        """What the page links to: addresses with and without their anchor."""
        pairs = [(link.target, link.anchor) for link in self.links if link.target is not None]
        return {target for target, _ in pairs} | {f"{target}#{anchor}" for target, anchor in pairs if anchor}

    def resolve(self, href):
        parts = urlsplit(urljoin(f"{HERE}{self.address}", href))
        inside = f"{parts.scheme}://{parts.netloc}/" == HERE
        target = unquote(parts.path).removeprefix("/").removesuffix("index.html") if inside else None
        return Link(href, target, unquote(parts.fragment), tuple(parse_qsl(parts.query, keep_blank_values=True)))

    def says(self, text):
        """Whether a text stands on the page, folded or not."""
        return squeeze(text) in self.text

    def one(self, xpath):
        found = self.tree.xpath(xpath)
        assert len(found) == 1, f"{self.name}: {len(found)} of {xpath}"
        return found[0]

    def element(self, id_):
        return self.one(f"//*[@id='{id_}']")


def _texts(element, lang):
    lang = element.get("lang", lang)
    if element.tag in UNSEEN or not isinstance(element.tag, str):
        return
    text = element.text or ""
    for child in element:
        if child.get("class") == "term":  # an explained word stays a part of its sentence
            text += f"{child.text}{child.tail or ''}"
            continue
        yield text, lang
        yield from _texts(child, lang)
        text = child.tail or ""
    yield text, lang


class Site:
    """All pages of a built site."""

    def __init__(self, folder):
        self.folder = folder
        files = sorted(folder.rglob("*.html"))
        found = [page for page in (Page(file, folder) for file in files) if MOVED not in page.source]
        self.all = {page.address: page for page in found}
        self.pages = {page.address: page for page in self.all.values() if page.language in TWIN}

    def __iter__(self):
        return iter(self.pages.values())

    def language(self, language):
        return {page.path: page for page in self if page.language == language}

    def page(self, language, address):
        """The page of an address of the language, which may end with an anchor. Raises KeyError when there is none."""
        return self.pages[f"{language}/{address.partition('#')[0]}"]


def pytest_configure():
    """Much is read once and kept: garbage is looked for less often, which saves a quarter of each loading."""
    gc.set_threshold(100_000, 50, 50)


def pytest_addoption(parser):
    parser.addoption("--site-dir", type=Path, default=ROOT / "site", help="the built site to test (default: site/)")


@pytest.fixture(scope="session")
def root():
    """The repository."""
    return ROOT


@pytest.fixture(scope="session")
def dataset():
    """The real data."""
    return load(ROOT)


@pytest.fixture(scope="session")
def address():
    """Where the site says it lives."""
    configured = yaml.safe_load((ROOT / "mkdocs.base.yml").read_text(encoding="utf-8"))
    return site_root(configured["extra"]["site_root"])


@pytest.fixture(scope="session")
def folder(request):
    """The folder of the built site; it is built when it is missing, by one worker while the others wait."""
    folder = request.config.getoption("--site-dir").resolve()
    with (Path(tempfile.gettempdir()) / f"build-{folder.parent.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            subprocess.run([sys.executable, "-m", "macros", "build", "--site", str(folder)], cwd=ROOT, check=True)
    return folder


@pytest.fixture(scope="session")
def site(folder):
    """The built site, read once."""
    return Site(folder)


def pytest_terminal_summary(terminalreporter):
    """Say how many faults were put into the data, and what came of them (tests/data/test_faults.py)."""
    reports = [report for kind in ("passed", "failed") for report in terminalreporter.getreports(kind)]
    found = [value for report in reports for name, value in report.user_properties if name == "faults"]
    if found:
        told, harmless, wrong = (sum(one[key] for one in found) for key in ("told", "harmless", "wrong"))
        terminalreporter.write_line(
            f"Faults put into the data: {told + harmless} ({told} told, {harmless} harmless); wrong: {wrong}."
        )
