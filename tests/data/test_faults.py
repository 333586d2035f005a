"""The real data broken in hundreds of ways: each is told, naming file and record, or does no harm on the page."""

import functools
import os
from collections import Counter

import pytest
from faults import faults, harm

from macros import load as loading
from macros.language import LANGUAGES
from macros.pages import addresses, record_pages
from macros.problems import DataError
from macros.render import Renderer, Setting
from macros.yaml_source import read

SHARDS, IN_EACH, SEED = int(os.environ.get("FAULT_SHARDS", "6")), 52, 20261125


@pytest.fixture(scope="module")
def attempt(real_root, tmp_path_factory):
    """Loads the data with one file broken. All other files are read once."""
    kept = functools.cache(read)
    broken = tmp_path_factory.mktemp("faults") / "broken.yml"

    def run(fault):
        broken.write_bytes(fault.content)

        def reading(path, name):
            return read(broken, name) if name == fault.file else kept(path, name)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(loading, "read", reading)
            return loading.load(real_root)

    return run


def rendered(dataset, fault, root):
    """The pages of the records of the broken file, in both languages."""
    for code, language in LANGUAGES.items():
        known = addresses(root / "docs" / code, dataset)
        renderer = Renderer(dataset, language, known, Setting("https://x/", "https://e/", counted_on="2026-11-21"))
        for entry in dataset.entries.values():
            if entry.file.name == fault.file and entry.collection.has_pages:
                yield renderer.record(entry.collection.name, entry.record.id, dataset.address(entry.record))
        for page in record_pages(dataset, language):
            if page.source == fault.file:
                assert page.markdown.count("\n---\n") == 1, "the front matter ends where it should"


def names_the_record(problem, fault):
    """By its id as it was or, when the id itself was changed, as the one that is now missed."""
    return fault.record.casefold() in f"{problem.record} {problem.found}".casefold()


def blamed_wrongly(fault, problems):
    """Whether no problem leads an editor to the fault: to its file and record, or to who misses the record."""
    if any(fault.record and names_the_record(problem, fault) for problem in problems):
        return False
    return not any(problem.file == fault.file and not (fault.record and fault.names_it) for problem in problems)


@pytest.mark.parametrize("shard", range(SHARDS))
def test_every_fault_is_told_with_its_file_and_record_or_does_no_harm(attempt, real_root, shard, record_property):
    told, harmless, wrong = Counter(), Counter(), []
    for fault in faults(real_root, IN_EACH, SEED + shard):
        try:
            dataset = attempt(fault)
        except DataError as error:
            told[fault.kind] += 1
            if blamed_wrongly(fault, error.problems):
                wrong.append(f"{fault}: told of {[str(problem) for problem in error.problems[:3]]}")
        except Exception as error:  # noqa: BLE001 - whatever else comes is a fault of ours
            wrong.append(f"{fault}: {type(error).__name__}: {error}")
        else:
            harmless[fault.kind] += 1
            wrong += [f"{fault}: {what}" for page in rendered(dataset, fault, real_root) for what in harm(page)]
    record_property("faults", {"told": told.total(), "harmless": harmless.total(), "wrong": len(wrong)})
    assert not wrong, "\n".join(wrong)
    assert told.total() + harmless.total() == IN_EACH
    assert told.total() > IN_EACH / 2
    assert harmless["write_something_harmful"], "harmful text is legal, and must be seen on a page"
