"""The page of a record says when its file last changed; a hand-written page says that its twin is newer."""

import pytest
from conftest import TWIN
from shared import LANGUAGE, squeeze

from macros.history import read_history
from macros.language import LANGUAGES

pytestmark = pytest.mark.site


@pytest.fixture(scope="module")
def history(root):
    return read_history(root)


def said(page):
    return [squeeze(found.text_content()) for found in page.tree.xpath("//p[contains(@class, 'changed')]")]


@LANGUAGE
def test_every_page_of_a_record_has_the_day_of_its_file_or_none(site, dataset, history, language):
    days = set()
    for entry in dataset.entries.values():
        if not entry.collection.has_pages:
            continue
        page = site.page(language, dataset.address(entry.record))
        date = history.changed.get(entry.file.name)
        assert page.tree.xpath("//p[contains(@class, 'changed')]/time/@datetime") == ([date] if date else []), page.name
        assert len(said(page)) == bool(date)
        if date:
            days.add(date)
            assert said(page)[0].endswith(f"{squeeze(LANGUAGES[language].day(date))}.")
    assert days or history.missing


@LANGUAGE
def test_a_page_of_a_shared_file_says_that_the_day_is_the_files(site, dataset, history, language):
    theme, document = dataset.all("themes")[0], dataset.all("documents")[0]
    shared, own = (said(site.page(language, dataset.address(record))) for record in (theme, document))
    if history.missing:
        assert not shared
        assert not own
    else:
        words = {"nb": "Filen", "en": "The file"}[language]
        assert shared[0].startswith(words)
        assert not own[0].startswith(words)


@LANGUAGE
def test_a_hand_written_page_says_that_its_twin_is_newer_only_when_it_is(site, root, history, language):
    docs = root / "docs" / language
    for file in sorted(docs.rglob("*.md")):
        path = file.relative_to(docs).parent.as_posix()
        page = site.page(language, "" if path == "." else f"{path}/")
        if history.newer_twin(file.relative_to(root).as_posix()) and "in_line:" not in file.read_text("utf-8"):
            assert len(said(page)) == 1, page.name
            [link] = page.tree.xpath("//p[contains(@class, 'changed')]/a/@href")
            assert page.resolve(link).target == f"{TWIN[language]}/{page.path}"
        else:
            assert not said(page), page.name
