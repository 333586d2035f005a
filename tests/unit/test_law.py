"""A reference to a Norwegian act says where, when it was read, and where the rule goes."""

import pytest
from pydantic import ValidationError

from macros.model.law import LawRef, read_on


def test_the_day_of_a_status_is_the_day_the_act_was_read() -> None:
    assert read_on("adopted-not-in-force-2026-05-02") == "2026-05-02"
    assert read_on("in-force-2026-05-02") == "2026-05-02"


def test_a_reference_needs_a_section() -> None:
    with pytest.raises(ValidationError, match="section"):
        LawRef.model_validate({"law": "grunnloven"})


def test_a_status_without_a_day_is_refused() -> None:
    with pytest.raises(ValidationError, match="status"):
        LawRef.model_validate({"law": "barnelova-2025", "section": "§ 1-1", "status": "not-in-force"})


def test_a_reference_may_say_what_changes_and_what_takes_over() -> None:
    reference = LawRef.model_validate(
        {
            "law": "barnelova-1981",
            "section": "§ 48",
            "as_of": "2026-05-02",
            "successor": {"law": "barnelova-2025", "section": "§ 1-1"},
            "changes": {"nb": "Fra «først og fremst».", "en": "From first and foremost."},
        }
    )
    assert reference.successor
    assert reference.successor.section == "§ 1-1"
