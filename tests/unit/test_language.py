import datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from macros.language import HARD, LANGUAGES, THIN, fill_in, language_of
from macros.model.base import Text, Words

NB, EN = LANGUAGES["nb"], LANGUAGES["en"]


def marked(text):
    """Hard spaces as ~ and thin ones as _, to see them."""
    return text.replace(HARD, "~").replace(THIN, "_")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("§ 3 og §§ 4 og 5", "§~3 og §§~4 og 5"),
        ("1. juni 2018 og 31. desember", "1.~juni 2018 og 31.~desember"),
        ("i juni 2018", "i juni 2018"),
        ("10 000 barn", "10_000 barn"),
        ("1 250 000 kroner", "1_250_000 kroner"),
        ("(10 000)", "(10_000)"),
        ("for 10 000.", "for 10_000."),
        ("i 2018 400 barn", "i 2018 400 barn"),
        ("2018 og 2019 200", "2018 og 2019 200"),
        ("punkt 8, 12 og 18", "punkt~8, 12 og 18"),
        ("8, 12, 18, 321", "8, 12, 18, 321"),
        ("12.3 456", "12.3 456"),
        ("2018-10 000", "2018-10 000"),
        ("1 000/2", "1 000/2"),
        ("nr. 5", "nr.~5"),
        ("art. 12 og artikkel 3", "art.~12 og artikkel~3"),
        ("kapittel 4 bokstav a", "kapittel~4 bokstav~a"),
        ("kl. 12", "kl.~12"),
        ("12 May 2018", "12 May 2018"),
        ("", ""),
    ],
)
def test_norwegian_text_gets_hard_and_thin_spaces(text, expected):
    assert marked(NB.typeset(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("§ 3", "§~3"),
        ("section 3 and Section 4", "section~3 and Section~4"),
        ("1 June 2018 and 12 May", "1~June 2018 and 12~May"),
        ("May 2018", "May 2018"),
        ("Article 12 and articles", "Article~12 and articles"),
        ("para. 35, paras. 8 and 12", "para.~35, paras.~8 and 12"),
        ("General Comment No. 2", "General Comment No.~2"),
        ("chapter 4", "chapter~4"),
        ("10 000 children", "10_000 children"),
        ("10,000 children", "10,000 children"),
        ("1. juni", "1. juni"),
    ],
)
def test_english_text_gets_hard_and_thin_spaces(text, expected):
    assert marked(EN.typeset(text)) == expected


# Words that meet each other in ways that nobody writes on purpose.
PIECES = st.sampled_from(
    [
        *(
            "§",
            "§§",
            "1.",
            "12",
            "000",
            "345",
            "2018",
            "juni",
            "May",
            "nr.",
            "art.",
            "artikkel",
            "Article",
            "No.",
            "para.",
        ),
        *("section", "kapittel", "bokstav", "a", ",", "/", "-", "(", ")", "x", ".", "å", "\n", HARD, THIN),
    ]
)
SENTENCES = st.lists(PIECES, max_size=12).flatmap(
    lambda pieces: st.lists(st.sampled_from([" ", " ", ""]), min_size=len(pieces), max_size=len(pieces)).map(
        lambda gaps: "".join(piece + gap for piece, gap in zip(pieces, gaps, strict=True))
    )
)


def same_but_for_spaces(one, other):
    return len(one) == len(other) and all(
        a == b or (a == " " and b in (HARD, THIN)) for a, b in zip(one, other, strict=True)
    )


@given(st.text(max_size=60) | SENTENCES)
def test_typesetting_changes_nothing_but_plain_spaces(text):
    for language in (NB, EN):
        assert same_but_for_spaces(text, language.typeset(text))


@given(st.text(max_size=60) | SENTENCES)
@example("art. artikkel 5, nr. kapittel 4")
@example("Article article 5, No. para. 4")
@example("1 000 0001 000 000/2")
def test_typesetting_twice_is_typesetting_once(text):
    for language in (NB, EN):
        once = language.typeset(text)
        assert language.typeset(once) == once


@pytest.mark.parametrize(
    ("date", "norwegian", "english"),
    [
        ("2018", "2018", "2018"),
        ("2018-06", "juni 2018", "June 2018"),
        ("2018-06-01", "1.~juni 2018", "1~June 2018"),
        ("2018-12-31", "31.~desember 2018", "31~December 2018"),
        ("2020/2021", "2020–2021", "2020–2021"),
        ("2020/2020", "2020", "2020"),
        ("2003-10/2003-11", "oktober 2003 – november 2003", "October 2003 – November 2003"),
        ("2003-10/11", "oktober 2003 – november 2003", "October 2003 – November 2003"),
        ("2003-10-15/17", "15.–17.~oktober 2003", "15–17~October 2003"),
        ("2003-10-15/2003-10-17", "15.–17.~oktober 2003", "15–17~October 2003"),
        ("2003-10-02/03", "2.–3.~oktober 2003", "2–3~October 2003"),
        ("2003-09-30/2003-10-02", "30.~september 2003 – 2.~oktober 2003", "30~September 2003 – 2~October 2003"),
        ("2003-12-31/2004-01-01", "31.~desember 2003 – 1.~januar 2004", "31~December 2003 – 1~January 2004"),
        ("2003-10-15/2003-10-15", "15.~oktober 2003", "15~October 2003"),
        ("2019/2020-03", "2019 – mars 2020", "2019 – March 2020"),
    ],
)
def test_a_date_is_written_as_readers_write_it(date, norwegian, english):
    assert marked(NB.day(date)) == norwegian
    assert marked(EN.day(date)) == english


@given(st.dates(min_value=datetime.date(1900, 1, 1)))
def test_a_written_date_is_already_typeset(date):
    for language in (NB, EN):
        written = language.day(date.isoformat())
        assert language.typeset(written) == written
        assert str(date.year) in written


@pytest.mark.parametrize(
    ("value", "norwegian", "english"),
    [
        (0, "0", "0"),
        (45, "45", "45"),
        (1981, "1981", "1981"),
        (9999, "9999", "9999"),
        (10_000, "10_000", "10,000"),
        (1_234_567, "1_234_567", "1,234,567"),
        (-10_000, "-10_000", "-10,000"),
    ],
)
def test_a_number_is_grouped_from_ten_thousand_up(value, norwegian, english):
    assert marked(NB.number(value)) == norwegian
    assert marked(EN.number(value).replace(THIN, "!")) == english


@given(st.integers(-(10**9), 10**9))
def test_a_written_number_keeps_its_digits(value):
    for language in (NB, EN):
        assert int(language.number(value).replace(THIN, "").replace(",", "")) == value


def test_the_norwegian_alphabet_ends_with_ae_oe_aa():
    words = ["Åland", "Østerrike", "Ærø", "Zürich", "Albania", "Zagreb", "åpen", "öst", "arm", "Ändå", "Éire"]
    assert sorted(words, key=NB.alphabetical) == [
        "Albania",
        "arm",
        "Éire",
        "Zagreb",
        "Zürich",
        "Ändå",
        "Ærø",
        "öst",
        "Østerrike",
        "Åland",
        "åpen",
    ]


def test_the_english_alphabet_takes_letters_with_marks_as_plain_ones():
    assert sorted(["Zagreb", "Åland", "Albania", "Éire", "England"], key=EN.alphabetical) == [
        "Åland",
        "Albania",
        "Éire",
        "England",
        "Zagreb",
    ]


@given(st.text(max_size=20))
def test_small_and_capital_letters_sort_alike(text):
    for language in (NB, EN):
        assert language.alphabetical(text) == language.alphabetical(text.casefold())


def test_a_pair_is_picked_in_the_language_and_typeset():
    pair = Text(nb="§ 3", en="section 3")
    assert (marked(NB.pick(pair)), marked(EN.pick(pair))) == ("§~3", "section~3")
    words = Words(nb=["å"], en=["a", "b"])
    assert (NB.words(words), EN.words(words)) == (["å"], ["a", "b"])


def test_each_language_names_the_other():
    assert {code: language.other for code, language in LANGUAGES.items()} == {"nb": "en", "en": "nb"}
    assert all(code == language.code and len(language.months) == 12 for code, language in LANGUAGES.items())


@pytest.mark.parametrize(
    ("place", "language"),
    [
        ("second paragraph", "en"),
        ("siste lysbilde", "nb"),
        ("§ 3", ""),
        ("forslag 2, bullet 3", ""),
        ("Measure (a)", "en"),
    ],
)
def test_the_language_of_a_place_in_a_source_is_told_by_its_words(place, language):
    assert language_of(place) == language


def test_a_word_of_the_interface_is_filled_in_with_names_only():
    """What lies behind a value, such as its class, is out of reach."""
    assert fill_in("{n} av {all}", {"n": 3, "all": "fire"}) == "3 av fire"
    assert fill_in("{n.__class__} {n!r} {n:>9} {", {"n": 3}) == "{n.__class__} {n!r} {n:>9} {"
    with pytest.raises(KeyError):
        fill_in("{other}", {"n": 3})
