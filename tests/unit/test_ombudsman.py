"""What links to the Ombudsman's records say, and what its records may not leave out."""

import pytest
from pydantic import ValidationError

from macros.model.ombudsman import ActSection, Conflict, Debate
from macros.model.practice import Ombudsperson, Report

PAIR = {"nb": "Formål", "en": "Purpose"}
FACT = {"basis": "read", "sources": []}


def test_a_section_is_called_by_number_and_heading():
    section = ActSection(id="a", section="§ 1", heading=PAIR, content=PAIR, amendments=[], **FACT)
    assert (section.label.nb, section.label.en) == ("§ 1 Formål", "Section 1 Purpose")


def test_a_person_and_a_report_have_one_name_in_both_languages():
    person = Ombudsperson(
        **{
            "id": "a",
            "name": "Trond Waage",
            "from": "1996",
            "to": "2004",
            "number": 3,
            "background": PAIR,
            "note": PAIR,
        },
        **FACT,
    )
    report = Report(id="b", title="Helse på barns premisser", year=2013, about=PAIR, **FACT)
    assert person.label.nb == person.label.en == "Trond Waage"
    assert report.label.nb == report.label.en == "Helse på barns premisser"
    assert person.took_office
    assert not person.acting


def test_a_debate_is_called_by_its_question_and_a_conflict_by_its_text():
    debate = Debate(id="a", title=PAIR, text={"nb": "x", "en": "y"}, date="1981", sides=[], records=[], **FACT)
    assert debate.label.en == "Purpose"
    assert Conflict(id="b", text=PAIR, records=[]).label.en == "Purpose"


def test_a_debate_says_whether_the_other_side_was_looked_for():
    with pytest.raises(ValidationError, match="sides"):
        Debate(id="a", title=PAIR, text=PAIR, date="1981", records=[], **FACT)
