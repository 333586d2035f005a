"""A repository in miniature: a handful of records of every collection, in a folder that a test may spoil."""

from __future__ import annotations

import functools
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from macros import yaml_source
from macros.language import LANGUAGES
from macros.load import load
from macros.pages import addresses
from macros.problems import DataError
from macros.render import Renderer, Setting

REAL = Path(__file__).resolve().parents[2]
MINIATURE = Path(__file__).parent / "miniature"

# A test never fails because a machine is slow; on this machine and on the next it tries the same examples.
settings.register_profile(
    "unit",
    deadline=None,
    derandomize=True,
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
settings.load_profile("unit")


class Repo:
    """The miniature, with what a test needs to spoil it and to see what is said about it."""

    def __init__(self, root):
        self.root = root

    def path(self, file):
        return self.root / "data" / file

    def read(self, file):
        return self.path(file).read_text(encoding="utf-8")

    def write(self, file, content):
        self.path(file).parent.mkdir(parents=True, exist_ok=True)
        self.path(file).write_bytes(content if isinstance(content, bytes) else content.encode())

    def change(self, file, old, new):
        text = self.read(file)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        self.write(file, text.replace(old, new))

    def append(self, file, text):
        self.write(file, self.read(file) + text)

    def line(self, file, text, occurrence=1):
        lines = [number for number, line in enumerate(self.read(file).splitlines(), 1) if text in line]
        return lines[occurrence - 1]

    def load(self):
        return load(self.root)

    def problems(self):
        try:
            self.load()
        except DataError as error:
            return error.problems
        return []

    def only_problem(self):
        found = self.problems()
        assert len(found) == 1, "\n".join(map(str, found)) or "no problem was found"
        return found[0]


@pytest.fixture(scope="session", autouse=True)
def _parsed_once():
    """A test changes a file or two of a hundred: what has not changed is not parsed again."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_source, "parse", functools.lru_cache(maxsize=512)(yaml_source.parse))
        yield


@pytest.fixture(scope="session")
def new_repo():
    """Makes copies of the miniature."""

    def make(folder):
        shutil.copytree(MINIATURE, folder, dirs_exist_ok=True)
        shutil.copy(REAL / "data" / "interface.yml", folder / "data" / "interface.yml")
        return Repo(folder)

    return make


@pytest.fixture
def repo(new_repo, tmp_path):
    """A copy of the miniature that the test may change."""
    return new_repo(tmp_path / "repo")


@pytest.fixture(scope="session")
def ds(new_repo, tmp_path_factory):
    """The data of the unspoilt miniature, to look at only."""
    return new_repo(tmp_path_factory.mktemp("miniature")).load()


@pytest.fixture(scope="session", params=["nb", "en"])
def language(request):
    """Each language in turn."""
    return LANGUAGES[request.param]


@pytest.fixture(scope="session")
def renderer_of():
    """Makes a renderer for data in a language, with the hand-written pages of the site."""

    def make(dataset, language):
        known = addresses(REAL / "docs" / language.code, dataset)
        root = f"https://example.org/{language.code}/"
        edit = "https://example.org/edit/main/"
        return Renderer(dataset, language, known, Setting(root, edit, counted_on="2026-11-21"))

    return make


@pytest.fixture(scope="session")
def renderer(ds, language, renderer_of):
    """A renderer of the miniature."""
    return renderer_of(ds, language)
