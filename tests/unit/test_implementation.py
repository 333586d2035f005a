"""What the pages on county governors work out: former offices, missing years, abbreviations."""

import pytest

from macros.implementation import abbreviations, former_offices, missing_years
from macros.language import LANGUAGES


def test_missing_years_are_told_as_stretches():
    assert missing_years([2011, 2015, 2015, 2016, 2018]) == [(2012, 2014), (2017, 2017)]


def test_nothing_is_missing_in_a_row_of_years():
    assert missing_years([2019, 2018]) == []


@pytest.fixture
def former(dataset):
    rows = former_offices(dataset.all("office-periods"), dataset.all("mergers"), dataset.all("offices"))
    return {row.name: row for row in rows}


def test_every_former_office_leads_to_one_of_today(dataset, former):
    assert len(former) == 18
    assert {row.today.id for row in former.values()} == {office.id for office in dataset.all("offices")}


def test_an_office_that_was_merged_and_later_renamed_is_followed(former):
    agder = former["Vest-Agder"]
    assert agder.names == ("Aust- og Vest-Agder", "Aust- og Vest-Agder", "Agder")
    assert agder.today.id == "sf-agder"


def test_an_office_that_never_merged_keeps_its_name(former):
    assert former["Nordland"].names == ("Nordland", "Nordland", "Nordland")


def test_an_office_that_cannot_be_followed_is_an_error(dataset):
    with pytest.raises(LookupError):
        former_offices(dataset.all("office-periods"), [], dataset.all("offices"))


@pytest.mark.parametrize("language", ["nb", "en"])
def test_abbreviations_run_from_a_to_z_and_name_the_one_of_today(dataset, language):
    found = abbreviations(dataset, LANGUAGES[language])
    names = [item.abbr for item in found]
    assert names.index("BFD") < names.index("BLD") < names.index("VØI")
    assert next(item.now for item in found if item.abbr == "BLD") == "BFD"
    assert len({(item.abbr, item.record.id) for item in found}) == len(found)
