"""The index of the search: how words are cut, what is read of a page, what can be found, and how it is weighed."""

import json
import shutil

import pytest

from macros.language import LANGUAGES
from macros.search.grammar import GRAMMARS, fold, words
from macros.search.index import ALL, FULL, weigh, write_index
from macros.search.reading import read
from macros.search.units import KINDS, PAGES, Unit, units

NB, EN = GRAMMARS["nb"], GRAMMARS["en"]


def unit(address="a/", **given):
    given = {
        "kind": PAGES,
        "title": "",
        "description": "",
        "names": (),
        "headings": (),
        "lines": (),
        "links": 0,
    } | given
    return Unit(address=address, **given)


# Words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Genève", "geneve"),
        ("Høre", "hore"),
        ("Målfrid Æ", "malfrid ae"),
        ("hy\u00adphen", "hyphen"),
        ("child's", "child"),
    ],
)
def test_accents_capitals_and_owners_do_not_count(text, folded):
    assert fold(text) == folded


def test_letters_and_digits_part_and_a_number_with_a_hyphen_stays_whole():
    assert words("CRC/C/NOR/CO/5-6, punkt 35a") == ["crc", "c", "nor", "co", "5-6", "punkt", "35", "a"]


@pytest.mark.parametrize(
    "forms",
    [
        "konvensjon konvensjonen konvensjoner konvensjonene konvensjonens",
        "komité komiteen komiteene komiteens",
        "høre hører hørte hørt",
        "kommune kommunen kommuner kommunene kommunar kommunane",
        "barn barnet barna barnas barnets",
        "medvirkning medvirkningen medvirke medvirker",
        "asylsøker asylsøkere asylsøkerne asylsøkende",
    ],
)
def test_the_forms_of_a_norwegian_word_have_one_stem(forms):
    assert len({NB.stem(fold(form)) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    "forms",
    [
        "country countries",
        "office offices",
        "bully bullies bullied bullying",
        "set setting sets",
        "participate participation participating",
        "municipality municipalities",
        "child children",
    ],
)
def test_the_forms_of_an_english_word_have_one_stem(forms):
    assert len({EN.stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(("one", "other"), [("høring", "høre"), ("ordning", "ord"), ("rett", "rettighet")])
def test_words_that_mean_different_things_stay_apart(one, other):
    assert NB.stem(fold(one)) != NB.stem(fold(other))


def test_words_without_meaning_are_left_out():
    assert NB.stems("Hva er det med barnet?") == ("barn",)


def test_a_compound_has_its_parts_and_theirs():
    known = dict.fromkeys(NB.stems("barn konvensjon barnevern vern tjeneste"), 1)
    assert set(NB.parts(NB.stem("barnekonvensjonen"), known)) == {"barn", "konvensjon"}
    assert {"barn", "vern", "tjenes"} <= set(NB.parts(NB.stem("barnevernstjenesten"), known))
    assert not list(EN.parts("childfriendly", {"child": 1, "friendly": 1}))


# Pages

PAGE = """<!doctype html><html><head><title>Tittel &amp; mer – Nettstedet</title>
<meta name="description" content="Om &quot;dette&quot;.">
<meta name="keywords" content="det her, det &amp; det"></head><body><header>Meny</header>
<main id="content"><h1>Tittel</h1><p>En <a href="../b/">lenke</a> og <em>mer</em>.<br>Ny linje</p>
<ul><li id="one"><h2>Første</h2><p>Tekst om ett.</p><p>https://example.org/</p></li><li id="two">Andre</li></ul>
<p id="three">Ikke en ting</p><section class="related"><p>Gjentatt</p></section>
<script>var x = "<p>kode</p>";</script><p><a href="https://example.org/edit/main/x.yml">Rett</a></p></main>
<footer>Bunn</footer></body></html>"""


def test_a_page_is_read_thing_by_thing_without_what_repeats_others():
    reading = read(PAGE, {"one", "two"})
    assert reading.keywords == ("det her", "det & det")
    assert (reading.title, reading.description) == ("Tittel & mer – Nettstedet", 'Om "dette".')
    assert list(reading.passages) == ["", "one", "two"]
    page, one, two = reading.passages.values()
    assert (page.headings, page.lines) == (["Tittel"], ["En lenke og mer.", "Ny linje", "Ikke en ting"])
    assert (one.headings, one.lines) == (["Første"], ["Tekst om ett."])
    assert two.lines == ["Andre"]
    assert "../b/" in page.links


@pytest.fixture
def found(ds, tmp_path):
    """What can be found on a site of two pages: one of a record, one of many."""
    dataset = ds
    folder = tmp_path / "site" / "nb"
    theme = dataset.all("themes")[0]
    actor = dataset.all("actors")[0]
    for address, main in {
        dataset.address(theme): f"<h1>{theme.name.nb}</h1>",
        "implementation/actors/": f'<h1>Alle</h1><ul><li id="{actor.id}">{actor.name.nb}. Mer.</li></ul>'
        f'<a href="../../{dataset.address(theme)}">dit</a>',
        "search/": "<h1>Søk</h1>",
    }.items():
        (folder / address).mkdir(parents=True)
        title = f"<title>{theme.name.nb} – Navnet</title>"
        (folder / address / "index.html").write_text(f"{title}<main>{main}</main>", encoding="utf-8")
    listed = units(dataset, tmp_path / "site", LANGUAGES["nb"], "Navnet")
    shutil.rmtree(tmp_path / "site")
    return dataset, theme, actor, {one.address: one for one in listed}


def test_pages_and_records_on_pages_of_others_can_be_found_the_search_page_cannot(found):
    dataset, theme, actor, listed = found
    assert set(listed) == {dataset.address(theme), "implementation/actors/", dataset.address(actor)}
    assert [one.kind for one in listed.values()] == sorted((one.kind for one in listed.values()), key=KINDS.index)
    assert listed["implementation/actors/"].title == "Alle"
    assert listed[dataset.address(theme)].links == 1


def test_other_names_come_from_the_data(found):
    dataset, theme, actor, listed = found
    assert set(listed[dataset.address(theme)].topics) == set(theme.also_called.nb)
    names = listed[dataset.address(actor)].names
    assert {name.name.nb for name in actor.former_names} <= set(names)
    assert not actor.abbr or actor.abbr in names


# Weights


def test_a_title_weighs_more_than_text_and_a_whole_name_is_known():
    postings = weigh([unit(title="Mobbing"), unit("b/", lines=("Om mobbing og mer.",))], {}, NB, EN)
    (first, heavy, named), (second, light, unnamed) = postings[NB.stem("mobbing")]
    assert (first, second) == (0, 1)
    assert FULL >= heavy > light > 0
    assert (named, unnamed) == (ALL, 0)


def test_a_thing_is_found_by_its_name_in_the_other_language():
    postings = weigh([unit(title="Barnets beste")], {"a/": unit(title="Best interests")}, NB, EN)
    assert postings[EN.stem("interests")][0][2] > 0


def test_a_compound_is_found_by_its_parts_for_less():
    things = [unit(title="Barnekonvensjonen"), unit("b/", title="Konvensjon"), unit("c/", title="Barn")]
    (whole, _, part), (other, _, all_of_it) = weigh(things, {}, NB, EN)["konvensjon"]
    assert (whole, other) == (0, 1)
    assert 0 < part < all_of_it


def test_what_many_pages_lead_to_comes_first():
    postings = weigh([unit(title="Mobbing"), unit("b/", title="Mobbing", links=50)], {}, NB, EN)
    few, many = postings[NB.stem("mobbing")]
    assert many[1] > few[1]


def test_the_same_things_make_the_same_files_and_every_word_is_in_one(ds, tmp_path):
    dataset = ds
    things = [unit(f"{number}/", title=f"Tittel {number}", lines=(f"Ord{number} " * 40,)) for number in range(30)]
    for place in ("one", "two"):
        write_index(dataset, LANGUAGES["nb"], things, {}, tmp_path / place)
    files = {path.name: path.read_bytes() for path in (tmp_path / "one").iterdir()}
    assert files == {path.name: path.read_bytes() for path in (tmp_path / "two").iterdir()}
    start = json.loads(files["start.json"])
    assert start["units"] == len(things)
    shards = [json.loads(files[f"words-{number}.json"]) for number in range(len(start["words"]))]
    assert [len(shard) for shard in shards] == [len(terms.split()) for terms in start["words"]]
    assert sum(len(json.loads(files[name])) for name in files if name.startswith("texts-")) == len(things)
    terms = " ".join(start["words"]).split()
    assert terms == sorted(terms)
    assert len(json.loads(files["spelling.json"])) == len(terms)
