from pathlib import PurePosixPath

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment
from mkdocs.utils.meta import get_data

from macros.language import LANGUAGES
from macros.model import COLLECTIONS
from macros.pages import DESCRIPTION_LENGTH, SECTIONS, Page, _address, addresses, record_pages

TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip)


@pytest.fixture
def pages(ds, language):
    return list(record_pages(ds, language))


def test_every_record_with_a_page_gets_one_and_no_other_does(ds, pages):
    expected = [ds.address(entry.record) for entry in ds.entries.values() if entry.collection.has_pages]
    assert [page.address for page in pages] == expected
    assert len(set(expected)) == len(expected)


def test_every_collection_with_pages_has_a_way_up():
    assert set(SECTIONS) == {name for name, collection in COLLECTIONS.items() if collection.has_pages}
    for name, way in SECTIONS.items():
        place = COLLECTIONS[name].address.removesuffix("{id}/")
        assert all(place.startswith(step) for step in way)


def test_the_words_of_the_way_up_are_in_the_language(ds, language):
    page = next(page for page in record_pages(ds, language) if page.address.endswith("crc-2010/"))
    words = {"nb": ("Anbefalinger", "Dokumentene"), "en": ("Recommendations", "The documents")}[language.code]
    assert page.breadcrumbs == tuple(zip(("recommendations/", "recommendations/documents/"), words, strict=True))


def test_a_description_fits_into_what_search_engines_show(pages):
    for page in pages:
        assert 0 < len(page.description) <= DESCRIPTION_LENGTH == 155
        assert page.description == page.description.strip()
        assert "\n" not in page.description


def test_a_long_summary_is_cut_between_words_and_marked(repo, language):
    repo.change(
        "recommendations/crc-2000-9.yml",
        "{nb: Norge bør gjøre mer (crc-2000-9)., en: Norway should do more (crc-2000-9).}",
        f"{{nb: {'ord ' * 80}, en: {'word ' * 80}}}",
    )
    page = next(page for page in record_pages(repo.load(), language) if "crc-2000-9" in page.address)
    assert len(page.description) <= DESCRIPTION_LENGTH
    assert page.description.endswith((" ord…", " word…"))


@given(st.lists(st.text("abcdefgh0123456789æ", min_size=1, max_size=90), min_size=1, max_size=60))
def test_whatever_the_summary_the_description_fits(ds, words):
    record = ds.get("recommendations", "crc-2000-9")
    pair = type(record.summary)(nb=" ".join(words), en=" ".join(words))
    changed = record.model_copy(update={"summary": pair})
    key = "recommendations", record.id
    entry = type(ds.entries[key])(changed, COLLECTIONS["recommendations"], ds.entries[key].file, ())
    page = next(iter(record_pages(type(ds)(entries={key: entry}, interface=ds.interface), LANGUAGES["nb"])))
    assert len(page.description) <= DESCRIPTION_LENGTH


def test_path_and_address_say_the_same(pages):
    for page in pages:
        assert page.path.endswith(".md")
        assert _address(page.path) == page.address


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("index.md", ""),
        ("about/index.md", "about/"),
        ("about/data/index.md", "about/data/"),
        ("about/facts.md", "about/facts/"),
        ("about/my-index.md", "about/my-index/"),
        ("reindex.md", "reindex/"),
    ],
)
def test_a_hand_written_page_has_the_address_that_mkdocs_gives_it(path, address):
    assert _address(path) == address


def test_addresses_are_those_of_the_hand_written_pages_and_of_the_records(ds, tmp_path):
    for path in ("index.md", "about/index.md", "about/facts.md"):
        file = tmp_path / PurePosixPath(path)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    (tmp_path / "about" / "picture.png").touch()
    known = addresses(tmp_path, ds)
    assert {"", "about/", "about/facts/", "recommendations/crc-2010-9/", "enoc/members/no-barneombudet/"} <= known
    assert not any("#" in address or "picture" in address for address in known)
    made = {entry.collection.name for entry in ds.entries.values() if ds.address(entry.record) in known}
    assert made == set(SECTIONS)


def test_a_page_is_front_matter_and_one_macro_call(pages):
    for page in pages:
        body, meta = get_data(page.markdown)
        name, id_ = page.body.removeprefix('{{ record("').removesuffix('") }}').split('", "')
        assert body.strip() == f'{{{{ record("{name}", "{id_}") }}}}'
        assert meta["title"] == page.title
        assert meta["description"] == page.description
        assert meta["source"] == page.source
        assert page.source.startswith("data/")
        assert page.source.endswith(f"/{id_}.yml") or name == "themes"


@given(TEXTS, TEXTS)
def test_whatever_the_title_the_front_matter_says_it(title, description):
    page = Page("a/b/", title, description, (("a/", title),), "data/a.yml", '{{ record("a", "b") }}')
    body, meta = get_data(page.markdown)
    assert body.strip() == page.body
    said = meta.pop("title")
    assert (Environment(autoescape=False).from_string(said).render() if "{" in title else said) == title  # noqa: S701 - as mkdocs-macros does
    assert meta == {
        "description": description,
        "source": "data/a.yml",
        "shared": False,
        "breadcrumbs": [{"path": "a/", "title": title}],
    }
    written = yaml.safe_load(page.markdown.split("---\n")[1])
    assert meta | {"title": said} == written or "---\n" in title + description
