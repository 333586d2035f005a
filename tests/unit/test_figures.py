import pytest

from macros.figures import NUMERALS
from macros.language import LANGUAGES


def test_every_language_has_its_numerals():
    assert set(NUMERALS) == set(LANGUAGES)


@pytest.mark.parametrize(
    ("code", "text", "figures"),
    [
        ("nb", "267 500 barn, 3,1 km og 1.000 kroner", {"267500", "3.1", "1000"}),
        ("en", "267,500 children, 3.1 km and NOK 1,000", {"267500", "3.1", "1000"}),
        ("nb", "1. juni 2018, 20.11.2019", {"1", "2018", "20.11.2019"}),
        ("en", "1 June 2018, the 28th assembly", {"1", "2018", "28"}),
        ("nb", "Innst. 70 L (2003–04)", {"70", "2003", "2004"}),
        ("en", "Innst. 70 L (2003–2004), in 2018-06", {"70", "2003", "2004", "2018", "6"}),
        ("nb", "§ 4-1 og artikkel 12, 13 og 14", {"4", "1", "12", "13", "14"}),
        ("nb", "klokka 07.30 under covid-19", {"7.30"}),
        ("en", "at 7.30 during COVID-19", {"7.30"}),
        ("en", "none at all", set()),
    ],
)
def test_figures_have_one_form_in_both_languages(code, text, figures):
    assert NUMERALS[code].figures(text) == figures


@pytest.mark.parametrize(
    ("code", "text", "figure", "spelled"),
    [
        ("nb", "den tredje protokollen", "3", True),
        ("en", "Thirty-four municipalities", "34", True),
        ("en", "Seventy of them", "70", True),
        ("nb", "sytti av dem", "70", True),
        ("nb", "trettifire kommuner", "34", True),
        ("en", "one of the offices", "3", False),
        ("en", "a hundred and twenty", "120", False),
        ("en", "three and a half", "3.5", False),
        ("nb", "førti", "4", False),
    ],
)
def test_a_number_may_be_spelled_out(code, text, figure, spelled):
    assert NUMERALS[code].spells(text, figure) is spelled
