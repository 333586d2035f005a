from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.facets import EXPLORERS, UNKNOWN, Facet, View, _facet, build_explorer
from macros.language import LANGUAGES


@pytest.fixture(params=sorted(EXPLORERS))
def name(request):
    return request.param


@pytest.fixture
def explorer(renderer, name):
    return renderer.explorer(f"{name}/", name)


def facet_of(explorer, id_):
    return next(facet for facet in explorer["facets"] if facet["id"] == id_)


def test_the_count_of_a_value_is_the_number_of_items_that_have_it(explorer):
    assert explorer["items"]
    for facet in explorer["facets"]:
        counted = Counter(value for item in explorer["items"] for value in set(item["facets"][facet["id"]]))
        assert {value["value"]: value["count"] for value in facet["values"]} == counted


def test_every_value_of_every_item_can_be_chosen_and_called_something(explorer):
    for facet in explorer["facets"]:
        assert facet["label"]
        assert len({value["value"] for value in facet["values"]}) == len(facet["values"])
        assert all(value["label"] for value in facet["values"])


def test_an_item_with_several_values_is_counted_under_each(renderer):
    groups = facet_of(renderer.explorer("", "recommendations"), "group")
    assert {value["value"]: value["count"] for value in groups["values"]} == {
        "stateless-children": 4,
        "all-children": 1,
    }


def test_values_can_stand_in_an_address(explorer):
    for facet in explorer["facets"]:
        for value in facet["values"]:
            assert value["value"]
            assert value["value"].replace("-", "").isalnum(), value


def test_what_is_not_known_comes_last(explorer):
    for facet in explorer["facets"]:
        assert UNKNOWN not in [value["value"] for value in facet["values"][:-1]]


def test_the_first_sort_is_the_order_of_the_items_and_every_other_but_the_title_has_its_key(explorer):
    assert explorer["sorts"][0]["id"] == "default"
    for sort in explorer["sorts"][1:]:
        assert sort["id"] == "title" or all(sort["id"] in item["sort"] for item in explorer["items"])


def test_every_item_has_a_title_a_link_and_a_place_of_its_own(explorer):
    assert all(item["title"] and item["href"] and item["text"] for item in explorer["items"])
    assert len({item["id"] for item in explorer["items"]}) == len(explorer["items"])


def test_every_record_of_the_list_is_in_it(ds, explorer, name):
    expected = {item.id for record in ds.all(name) for item in (record.items if name == "proposals" else [record])}
    assert {item["id"] for item in explorer["items"]} == expected


def test_a_facet_that_no_item_has_is_left_out(ds, language, renderer_of):
    entries = {key: entry for key, entry in ds.entries.items() if key[0] != "members"}
    empty = type(ds)(**{**ds.__dict__, "entries": entries, "_records": {**ds._records, "members": []}})
    assert renderer_of(empty, language).explorer("", "members")["facets"] == []


def test_recommendations_come_newest_first_and_by_paragraph(ds):
    items = build_explorer(ds, LANGUAGES["nb"], lambda key, **_: key, "recommendations", lambda record: record.id)[
        "items"
    ]
    assert [item["id"] for item in items] == ["cat-2012-1", "crc-2010-9", "crc-2010-10", "crc-2000-9"]


def test_years_come_newest_first_and_articles_by_number(renderer):
    recommendations = renderer.explorer("", "recommendations")
    assert [value["value"] for value in facet_of(recommendations, "year")["values"]] == ["2012", "2010", "2000"]


def test_members_come_by_country_in_the_alphabet_of_the_language(ds):
    def order(language):
        made = build_explorer(ds, language, lambda key, **_: key, "members", lambda record: record.id)
        return [item["id"] for item in made["items"]]

    assert order(LANGUAGES["nb"]) == ["no-barneombudet", "se-barnombudsmannen", "ax-ombudsman"]
    assert order(LANGUAGES["en"]) == ["ax-ombudsman", "no-barneombudet", "se-barnombudsmannen"]


def test_what_was_not_found_is_a_value_of_its_own_and_not_no(renderer):
    complaints = facet_of(renderer.explorer("", "members"), "complaints")
    assert {value["value"]: value["count"] for value in complaints["values"]} == {"yes": 1, "no": 1, UNKNOWN: 1}
    established = facet_of(renderer.explorer("", "members"), "established")
    assert [value["value"] for value in established["values"]] == ["1980s", "1990s", UNKNOWN]


def test_an_urgent_recommendation_is_marked(renderer):
    marks = {item["id"]: item["marks"] for item in renderer.explorer("", "recommendations")["items"]}
    assert marks == {"crc-2010-10": ["urgent"], "crc-2010-9": [], "crc-2000-9": [], "cat-2012-1": []}


def test_a_recommendation_that_names_nobody_is_found_as_such(renderer):
    actors = facet_of(renderer.explorer("", "recommendations"), "actor")
    assert [(value["value"], value["count"]) for value in actors["values"]] == [("ministry", 2), (UNKNOWN, 2)]


VALUES = st.lists(st.sampled_from(["a", "b", "10", "9", "2018", "z", UNKNOWN]), min_size=1)


@given(VALUES, st.sampled_from([-1, 0, 1]))
def test_whatever_is_counted_nothing_is_lost_and_the_unknown_is_last(values, by_value):
    view = View(ds=None, language=LANGUAGES["nb"], s=lambda key, **_: key, href=lambda record: record)
    facet = Facet("x", lambda *_: [], lambda _, value: value, by_value=by_value)
    made = _facet(view, facet, Counter(values))["values"]
    assert Counter({value["value"]: value["count"] for value in made}) == Counter(values)
    assert UNKNOWN not in [value["value"] for value in made[:-1]]
    known = [value for value in made if value["value"] != UNKNOWN]
    if not by_value:
        assert [value["count"] for value in known] == sorted((value["count"] for value in known), reverse=True)


def test_values_of_equal_count_come_in_the_alphabet_of_the_language():
    view = View(ds=None, language=LANGUAGES["nb"], s=lambda key, **_: key, href=lambda record: record)
    facet = Facet("x", lambda *_: [], lambda _, value: value)
    made = _facet(view, facet, Counter(["åre", "Zebra", "ære", "arm", "øre", "Bok"]))["values"]
    assert [value["value"] for value in made] == ["arm", "Bok", "Zebra", "ære", "øre", "åre"]
