import html as html_lib
import posixpath
import re

import jinja2
import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.language import LANGUAGES
from macros.model import COLLECTIONS
from macros.model.base import SourceRef
from macros.render import TEMPLATES, LinkError

HOSTILE = "<script>alert(1)</script> {{ 7 * 7 }} {% raw %} **bold** [a](b) `c` & \"q\" 'a' <!-- x"
WITH_PAGES = [name for name, collection in COLLECTIONS.items() if collection.has_pages]
LISTS = sorted(path.stem for path in (TEMPLATES / "lists").glob("*.html"))


def test_templates_compile_to_the_same_code_in_both_languages(ds, renderer_of):
    """They are compiled once for both, so no word of a language may get into what is compiled."""
    compiled = []
    for language in LANGUAGES.values():
        environment = renderer_of(ds, language).environment.overlay(bytecode_cache=None)
        names = environment.list_templates(filter_func=lambda name: not name.startswith("root/"))
        sources = {name: environment.loader.get_source(environment, name)[0] for name in names}
        compiled.append({name: environment.compile(source, name) for name, source in sources.items()})
    assert len(compiled[0]) > len(LISTS)
    assert [name for name in compiled[0] if compiled[0][name] != compiled[1][name]] == []


def test_a_link_is_relative_to_the_page_it_stands_on(renderer, ds):
    record = ds.get("recommendations", "crc-2010-9")
    assert renderer.href("", record) == "recommendations/crc-2010-9/"
    assert renderer.href("about/", record) == "../recommendations/crc-2010-9/"
    assert renderer.href("recommendations/themes/leisure/", record) == "../../../recommendations/crc-2010-9/"
    assert renderer.href("recommendations/", "") == "../"
    assert renderer.href("", "") == "./"
    assert renderer.href("about/", "recommendations/?article=7") == "../recommendations/?article=7"
    assert renderer.href("about/", ds.get("sources", "one-source")) == "../about/sources/#one-source"


def test_every_link_leads_back_to_its_target_from_every_depth(renderer, ds):
    for page in ("", "a/", "a/b/", "a/b/c/"):
        for entry in ds.entries.values():
            address = ds.address(entry.record)
            path, _, anchor = renderer.href(page, entry.record).partition("#")
            assert posixpath.normpath(posixpath.join("/", page, path)) == f"/{address.partition('#')[0]}".rstrip("/")
            assert anchor == address.partition("#")[2]


@pytest.mark.parametrize(
    "target", ["recommendation/", "recommendations", "recommendations/no/", "https://example.org/"]
)
def test_a_link_to_a_page_that_does_not_exist_is_an_error(renderer, target):
    with pytest.raises(LinkError, match=re.escape(repr(target))):
        renderer.href("about/", target)


def test_the_error_of_a_link_names_the_page_it_stands_on(renderer):
    with pytest.raises(LinkError, match=r"^about/: "):
        renderer.href("about/", "nowhere/")
    with pytest.raises(LinkError, match=r"^the home page: "):
        renderer.href("", "nowhere/")


def test_a_word_that_the_interface_does_not_have_is_an_error(renderer):
    with pytest.raises(KeyError):
        renderer.string("no-such-word")


def test_a_template_that_uses_what_does_not_exist_is_an_error(renderer):
    with pytest.raises(jinja2.UndefinedError):
        renderer.environment.from_string("{{ no_such_name }}").render()


def test_every_collection_with_pages_has_a_template():
    templates = {path.stem for path in (TEMPLATES / "records").glob("*.html")} - {"record"}
    assert templates == set(WITH_PAGES)


def test_every_record_of_the_miniature_can_be_rendered(renderer, ds):
    for entry in ds.entries.values():
        if entry.collection.has_pages:
            address = ds.address(entry.record)
            html = renderer.record(entry.collection.name, entry.record.id, address)
            assert html.count("<h1") == 1, address
            assert renderer.root + address in html.replace("<wbr>", ""), "the address to cite"
            assert renderer.edit + entry.file.name in html, "the link to correct it"


@pytest.mark.parametrize("name", LISTS)
def test_every_list_can_be_rendered(renderer, name):
    assert "<" in renderer.listing(name, "")


def test_html_is_one_block_for_markdown(renderer, ds):
    """A blank line would end the block, and Markdown would read what follows."""
    for entry in ds.entries.values():
        if entry.collection.has_pages:
            html = renderer.record(entry.collection.name, entry.record.id, ds.address(entry.record))
            assert html.startswith("<div")
            assert all(line.strip() for line in html.split("\n"))


def test_a_record_shows_the_notes_to_readers_and_never_those_to_editors(renderer):
    html = renderer.record("recommendations", "crc-2010-10", "recommendations/crc-2010-10/")
    assert "Only editors read this." not in html


def test_links_are_shown_in_both_directions(renderer):
    repeats = renderer.record("recommendations", "crc-2010-10", "recommendations/crc-2010-10/")
    repeated = renderer.record("recommendations", "crc-2000-9", "recommendations/crc-2000-9/")
    assert 'href="../../recommendations/crc-2000-9/"' in repeats
    assert 'href="../../recommendations/crc-2010-10/"' in repeated
    assert 'href="../../recommendations/threads/thread-nationality/"' in repeated


def test_what_was_not_found_about_a_record_is_shown_on_its_page(renderer, ds):
    html = renderer.record("recommendations", "crc-2010-9", "recommendations/crc-2010-9/")
    assert renderer.language.pick(ds.get("gaps", "gap-one").text) in html
    assert 'href="../../about/gaps/#gap-one"' in html


def test_a_basis_is_told_in_words_and_a_seed_is_named(renderer):
    for basis, source, key in [
        ("read", "one-source", "basis-read"),
        ("recalled", "one-source", "basis-recalled"),
        ("seed", "seed-implementation", "basis-seed-slides"),
        ("seed", "seed-international", "basis-seed-international"),
        ("seed", "seed-dialogue", "basis-seed-dialogue"),
        ("seed", "one-source", "basis-seed-slides"),
    ]:
        assert renderer.basis(basis, [SourceRef(id=source)]) == renderer.string(key)


def test_a_source_is_cited_with_its_place_and_an_approximate_date(renderer):
    cited = renderer.cite("", [SourceRef(id="seed-implementation", locator="§ 3")])[0]
    assert cited["href"] == "about/sources/#seed-implementation"
    assert cited["locator"] == "§\u00a03"
    assert cited["date"] == renderer.string("about-date", date="2018")


def test_a_thread_shows_every_review_and_where_the_concern_came_back(renderer, ds):
    thread = ds.get("threads", "thread-nationality")
    page = "recommendations/crc-2010-10/"
    steps = renderer.cycles(page, thread, "crc-2010-10")
    assert [(step["year"], step["state"], step["word"]) for step in steps] == [
        (2000, "raised", renderer.string("cycle-raised")),
        (2010, "this", renderer.string("cycle-this")),
    ]
    steps = renderer.cycles("", thread)
    assert [step["word"] for step in steps] == [renderer.string("cycle-raised"), renderer.string("cycle-repeated")]
    assert [step["urgent"] for step in steps] == [False, True]


# What is in the data is shown as it is: it is never HTML, never a template, never Markdown.


@pytest.fixture(scope="module")
def hostile(new_repo, tmp_path_factory):
    """The miniature with a hostile title in a record of each kind that has one."""
    repo = new_repo(tmp_path_factory.mktemp("hostile"))
    text = f'{{nb: "{yaml_quoted(HOSTILE)}", en: "{yaml_quoted(HOSTILE)}"}}'
    for file, key in [
        ("recommendations/crc-2010-10.yml", "title"),
        ("vocabulary/themes.yml", "name"),
        ("documents/crc-2010.yml", "title"),
        ("threads/thread-nationality.yml", "title"),
        ("functions/hearing-children.yml", "title"),
        ("enoc/statements/enoc-standards-2001.yml", "title"),
        ("proposals/proposal-1.yml", "title"),
        ("gaps.yml", "text"),
    ]:
        repo.write(file, re.sub(rf"(?m)^(\s*{key}: ).*$", lambda match: match[1] + text, repo.read(file), count=1))
    repo.change("sources.yml", "title: A report", f'title: "{yaml_quoted(HOSTILE)}"')
    return repo.load()


@pytest.fixture(scope="module")
def hostile_renderer(hostile, language, renderer_of):
    return renderer_of(hostile, language)


def yaml_quoted(text):
    return text.replace("\\", "\\\\").replace('"', '\\"')


def as_page(html):
    """The HTML that Markdown makes of what a macro returned."""
    return markdown.markdown(html, extensions=["attr_list", "tables"])


def visible(html):
    return html_lib.unescape(re.sub(r"<[^>]*>", "", html))


def test_hostile_text_comes_out_as_text_on_every_record_page(hostile, hostile_renderer):
    for name in ("recommendations", "themes", "documents", "threads", "functions", "statements", "proposals"):
        record = next(record for record in hostile.all(name) if record.label.nb == HOSTILE)
        page = as_page(hostile_renderer.record(name, record.id, hostile.address(record)))
        assert "<script" not in page, name
        assert "<strong>bold" not in page, name
        assert "<!--" not in page, name
        assert 'href="b"' not in page, name
        assert HOSTILE in visible(page), name


@pytest.mark.parametrize("name", LISTS)
def test_hostile_text_comes_out_as_text_in_every_list(hostile_renderer, name):
    html = as_page(hostile_renderer.listing(name, ""))
    assert "<script" not in html
    assert "<strong>bold" not in html
    assert "<!--" not in html
    assert "49" not in visible(html)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40).filter(str.strip))
def test_any_text_comes_out_as_it_went_in(renderer, text):
    html = str(renderer.environment.globals["c"].record_head(text, [], [], text))
    assert html.count("<") == len(re.findall(r"</?(?:div|h1|p)[ >]", html))
    assert text in visible(html)
