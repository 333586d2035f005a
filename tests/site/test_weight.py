"""What a first visit loads stays small: the page and all that it names, compressed as a host of static pages does."""

import gzip
import re

import pytest

pytestmark = pytest.mark.site

MOST = 40 * 1024
LONGER = {"about/sources/": 140 * 1024, "recommendations/": 48 * 1024}
"""What holds every record of a kind grows with the data: sources are anchors on one page, and the list of
recommendations is filtered without a network. Editors must be able to add to both."""
STYLE = 7 * 1024
NAMED = "//link[@rel='stylesheet' or @rel='icon']/@href|//script/@src|//img/@src"
IMPORT = re.compile(r"(?:from|import) \"(\./[\w-]+\.js)\"")


@pytest.fixture(scope="module")
def weigh():
    """Gives the bytes of a file, compressed; each file is read once."""
    known = {}

    def size(file):
        if file not in known:
            known[file] = len(gzip.compress(file.read_bytes(), compresslevel=6, mtime=0))
        return known[file]

    return size


def with_imports(file):
    """A script and what it imports before it runs."""
    yield file
    if file.suffix == ".js":
        for name in IMPORT.findall(file.read_text(encoding="utf-8")):
            yield from with_imports(file.parent / name)


def first_visit(page):
    """The files that a browser asks for, the page first."""
    named = (page.file.parent / href for href in page.tree.xpath(NAMED))
    return {page.file, *(file.resolve() for one in named for file in with_imports(one))}


def test_a_first_visit_to_any_page_loads_at_most_40_kib(site, weigh):
    heavy = {}
    for page in site:
        total = sum(map(weigh, first_visit(page)))
        if total > LONGER.get(page.path, MOST):
            heavy[page.name] = total
    assert not heavy, heavy


def test_the_style_that_every_page_loads_is_at_most_7_kib(folder, weigh):
    assert weigh(folder / "nb/assets/css/site.css") <= STYLE
