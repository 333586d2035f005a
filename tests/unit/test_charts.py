"""Counts for pictures: what is counted where, and the address that shows what was counted."""

from macros import charts


def numbers(row):
    return [count.number for count in row.counts]


def test_the_reviews_are_the_committees_own_on_the_convention_oldest_first(ds):
    assert [document.id for document in charts.cycles(ds)] == ["crc-2000", "crc-2010"]


def test_a_thread_is_counted_in_each_review_and_leads_to_it_on_its_page(ds):
    [row] = charts.threads_by_cycle(ds)
    assert row.record.id == "thread-nationality"
    assert numbers(row) == [1, 1]
    assert row.total.number == 2
    assert [count.address for count in row.counts] == [
        "recommendations/threads/thread-nationality/#crc-2000",
        "recommendations/threads/thread-nationality/#crc-2010",
    ]


def test_a_theme_is_counted_in_each_review_and_in_all_other_documents_together(ds):
    rows = {row.record.id: row for row in charts.themes_by_cycle(ds)}
    assert sum(row.total.number for row in rows.values()) == len(ds.all("recommendations"))
    assert all(sum(numbers(row)) == row.total.number for row in rows.values())
    for row in rows.values():
        other = row.counts[-1]
        assert all(record.document == "cat-2012" for record in other.records)
        if other.number:
            assert other.address == f"recommendations/?theme={row.record.id}&document=cat-2012"


def test_what_is_not_there_leads_nowhere(ds):
    for row in charts.themes_by_cycle(ds):
        assert all(bool(count.address) == bool(count.number) for count in row.counts)


def test_bars_count_each_recommendation_once_for_each_of_its_values(ds):
    for rows, values in (
        (charts.groups(ds), lambda one: one.groups),
        (charts.articles(ds), lambda one: [f"art-{number}" for number in one.articles]),
        (charts.actors(ds), lambda one: [*one.actors, *one.responsible_ministries]),
    ):
        assert rows
        for row in rows:
            expected = [one for one in ds.all("recommendations") if row.record.id in values(one)]
            assert list(row.total.records) == expected


def test_the_longest_bar_comes_first_but_articles_come_in_their_order(ds):
    counted = [row.total.number for row in charts.groups(ds)]
    assert counted == sorted(counted, reverse=True)
    order = [row.record.number for row in charts.articles(ds)]
    assert order == sorted(order)
    assert charts.articles(ds)[0].total.address == f"recommendations/?article={order[0]}"


def test_urgent_ones_are_counted_apart(ds):
    records = ds.all("recommendations")
    assert charts.Count(tuple(records)).urgent == sum(one.urgent is True for one in records)


def test_the_themes_of_a_document_are_those_of_its_recommendations(ds):
    document = ds.get("documents", "crc-2010")
    found = ds.mentioning(document, "recommendations", "document")
    rows = charts.themes_of(ds, document)
    assert sum(row.total.number for row in rows) == len(found)
    assert {row.record.id for row in rows} == {one.theme for one in found}
