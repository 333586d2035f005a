"""Text in the data stays text on every page, in titles, lists, feeds and files, whatever it looks like."""

import itertools
import shutil
import subprocess
import sys

import pytest
import yaml
from faults import HARMFUL, MARK, harm, inner, texts
from lxml import html
from shared import SOURCES

pytestmark = pytest.mark.site

FIRST, IN_EACH = 4, 4


@pytest.fixture(scope="module")
def harmed(root, tmp_path_factory):
    """The site built from data in which every file has harmful texts."""
    repo = tmp_path_factory.mktemp("harm")
    for name in SOURCES:
        (shutil.copytree if (root / name).is_dir() else shutil.copy)(root / name, repo / name)
    payloads = itertools.cycle(text for text in HARMFUL if len(text) < 1000)
    for path in sorted((repo / "data").rglob("*.yml")):
        if path.name == "interface.yml":
            continue
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        for record in content[:FIRST] if isinstance(content, list) else [content]:
            for way in texts(record)[:IN_EACH]:
                inner(record, way[:-1])[way[-1]] = next(payloads)
        path.write_text(yaml.safe_dump(content, allow_unicode=True, width=10_000), encoding="utf-8")
    built = subprocess.run(
        [sys.executable, "-m", "macros", "build"], cwd=repo, capture_output=True, text=True, check=False
    )
    assert built.returncode == 0, built.stdout + built.stderr
    return repo / "site"


def test_text_that_looks_like_code_stays_text_on_every_page(harmed):
    broken, seen = [], 0
    for path in sorted(harmed.rglob("*.html")):
        source = path.read_text(encoding="utf-8")
        seen += MARK in source
        broken += [f"{path.relative_to(harmed)}: {what}" for what in harm(source)]
    assert not broken, "\n".join(broken[:40])
    assert seen > 500, "the harmful texts are on the pages"


def test_a_page_with_harmful_text_has_one_title_and_one_heading(harmed):
    for path in sorted(harmed.rglob("*/index.html")):
        tree = html.document_fromstring(path.read_text(encoding="utf-8"))
        assert len(tree.xpath("/html/head/title")) == len(tree.xpath("//h1")) == len(tree.xpath("//main")) == 1, path
