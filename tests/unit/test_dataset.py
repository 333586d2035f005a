import pytest

from macros.model import COLLECTIONS


def names(mentions):
    return [(mention.record.id, mention.part and mention.part.id, mention.field) for mention in mentions]


def test_records_come_in_the_order_of_the_files(ds):
    assert [record.id for record in ds.all("themes")] == ["nationality", "leisure", "safety"]
    assert [record.id for record in ds.all("documents")] == ["cat-2012", "crc-2000", "crc-2010"]


def test_a_collection_that_does_not_exist_is_an_error(ds):
    with pytest.raises(KeyError):
        ds.all("recommendation")


def test_a_record_and_a_part_of_one_are_found_by_id(ds):
    assert ds.get("themes", "leisure").name.en == "Leisure"
    assert ds.get("proposals", "proposal-1-2").title.en == "A council"
    assert ds.get("documents", "caution-numbers").text.en == "The numbers differ."
    assert [record.id for record in ds.find("themes", ["leisure", "nationality"])] == ["leisure", "nationality"]


def test_a_record_that_does_not_exist_is_an_error(ds):
    with pytest.raises(KeyError):
        ds.get("themes", "crc-2010-9")


def test_a_part_knows_where_the_record_it_belongs_to_stands(ds):
    entry = ds.entry(ds.get("proposals", "proposal-1-2"))
    assert entry.record is ds.get("proposals", "proposal-1")
    assert entry.file.name == "data/proposals/proposal-1.yml"


@pytest.mark.parametrize(
    ("collection", "id_", "address"),
    [
        ("recommendations", "crc-2010-9", "recommendations/crc-2010-9/"),
        ("themes", "leisure", "recommendations/themes/leisure/"),
        ("clusters", "civil-rights", "recommendations/themes/#civil-rights"),
        ("sources", "one-source", "about/sources/#one-source"),
        ("proposals", "proposal-1", "implementation/proposals/proposal-1/"),
        ("proposals", "proposal-1-2", "implementation/proposals/proposal-1/#proposal-1-2"),
        ("documents", "caution-numbers", "recommendations/documents/crc-2010/#caution-numbers"),
        ("network", "aim-one", "enoc/#aim-one"),
        ("chairs", "chair-first", "enoc/conferences/#chair-first"),
    ],
)
def test_records_and_their_parts_have_an_address(ds, collection, id_, address):
    assert ds.address(ds.get(collection, id_)) == address


def test_no_two_records_or_parts_have_the_same_address(ds):
    things = [entry.record for entry in ds.entries.values()] + list(ds.parts.values())
    found = [ds.address(thing) for thing in things]
    assert len(set(found)) == len(found)


def test_a_record_knows_who_mentions_it_in_which_field_and_in_which_part(ds):
    assert names(ds.mentions(ds.get("themes", "nationality"))) == [
        ("cat-2012-1", None, "theme"),
        ("crc-2000-9", None, "theme"),
        ("crc-2010-10", None, "theme"),
        ("crc-2010-9", None, "theme"),
        ("thread-nationality", None, "theme"),
        ("school", None, "themes"),
        ("enoc-standards-2001", None, "themes"),
        ("proposal-1", None, "themes"),
        ("proposal-1", "proposal-1-1", "themes"),
    ]


def test_a_part_of_a_record_knows_who_mentions_it(ds):
    assert names(ds.mentions(ds.get("proposals", "proposal-1-1"))) == [
        ("proposal-1", "proposal-1-2", "part_of"),
        ("slide-proposals", None, "items"),
    ]
    assert names(ds.mentions(ds.get("proposals", "proposal-1-2"))) == [("gap-one", None, "records")]


def test_mentions_can_be_asked_for_by_collection_and_by_field(ds):
    record = ds.get("recommendations", "crc-2000-9")
    assert names(ds.mentions(record, "threads")) == [("thread-nationality", None, "recommendations")]
    assert names(ds.mentions(record, field="repeats")) == [("crc-2010-10", None, "repeats")]
    assert names(ds.mentions(record, "threads", "repeats")) == []


def test_who_mentions_a_record_twice_is_told_once(ds):
    theme = ds.get("themes", "nationality")
    assert [record.id for record in ds.mentioning(theme, "proposals")] == ["proposal-1"]
    assert len(ds.mentions(theme, "proposals")) == 2


def test_nobody_mentions_what_is_not_mentioned_and_asking_changes_nothing(ds):
    theme = ds.get("themes", "leisure")
    before = dict(ds._mentions)
    assert ds.mentions(theme) == []
    assert dict(ds._mentions) == before


def test_links_go_both_ways(ds):
    """Every reference in the data is a mention at its target, and there are no other mentions."""
    given = sorted(
        (collection, id_, reference.collection, reference.target, reference.field)
        for (collection, id_), found in ds.references.items()
        for reference in found
    )
    of = {collection.model: name for name, collection in COLLECTIONS.items()}
    things = [(entry.collection.name, entry.record) for entry in ds.entries.values()]
    things += [(collection, part) for (collection, _), part in ds.parts.items()]
    taken = sorted(
        (of[type(mention.record)], mention.record.id, collection, thing.id, mention.field)
        for collection, thing in things
        for mention in ds.mentions(thing)
    )
    assert given == taken
    assert len(given) > 50
