from collections import Counter
from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from macros.order import by_number, natural, newest_first, recommendation_key


def thing(**values):
    return SimpleNamespace(**values)


def test_numbers_sort_by_size_and_before_words():
    assert sorted(["10", "9", "a", "9a", "10b", "", "9-2", "9-10"], key=natural) == [
        "",
        "9",
        "9-2",
        "9-10",
        "9a",
        "10",
        "10b",
        "a",
    ]


@given(st.lists(st.text(max_size=8)))
def test_any_texts_can_be_put_in_natural_order(texts):
    assert Counter(sorted(texts, key=natural)) == Counter(texts)


@given(st.lists(st.integers(0, 10**6)))
def test_the_natural_order_of_numbers_is_their_order(numbers):
    assert sorted(map(str, numbers), key=natural) == list(map(str, sorted(numbers)))


def test_what_is_numbered_comes_in_the_order_of_the_numbers():
    assert [item.number for item in by_number(thing(number=n) for n in (10, 2, 1))] == [1, 2, 10]


def test_the_newest_comes_first_and_the_undated_last():
    items = [thing(id=id_, year=year) for id_, year in [("a-10", 2001), ("b", None), ("c", 2020), ("a-9", 2001)]]
    assert [item.id for item in newest_first(items)] == ["c", "a-9", "a-10", "b"]


def recommendation(id_, **values):
    empty = {"document": "d", "paragraph": None, "point": None, "order_on_source_page": None}
    return thing(id=id_, **(empty | values))


def test_recommendations_come_as_printed_in_the_newest_document_first():
    new = [
        recommendation("o1", order_on_source_page=1),
        recommendation("p10-a", paragraph="10", point="a"),
        recommendation("p10-b", paragraph="10", point="b"),
        recommendation("o2", order_on_source_page=2),
        recommendation("o2-9", order_on_source_page=2),
        recommendation("p9", paragraph="9"),
    ]
    old = [recommendation("old", paragraph="1")]
    keyed = [(recommendation_key(item, 2018), item.id) for item in new]
    keyed += [(recommendation_key(item, 2010), item.id) for item in old]
    assert [id_ for _, id_ in sorted(keyed)] == ["p9", "p10-a", "p10-b", "o1", "o2", "o2-9", "old"]
