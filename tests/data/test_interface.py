"""The words of the interface are those that templates and Python ask for: none is missing, none is left over."""

import re

from macros.words import ASKED, COMPLETED, KEY, asked


def test_every_way_of_asking_is_understood(real_root):
    """Every call of s() in a template, and every one in Python, gives a key or a beginning to this test."""
    assert len(asked().keys) > 100
    for path in sorted((real_root / "macros" / "templates").rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        calls = re.findall(r"\b(?:s|both)\((?!key\b)[^)]", text)
        known = [match for match in ASKED.finditer(text) if not match["worded"]]
        assert len(calls) == len(known), f"{path.name}: a word is asked for in a way that this test does not know"
    assert set(asked().beginnings) == set(COMPLETED), "the list of beginnings is not that of templates and Python"


def test_no_word_is_left_over(real):
    assert set(real.interface) == set(asked().all(real))


def test_keys_are_small_letters_and_hyphens(real):
    assert not [key for key in real.interface if not re.fullmatch(KEY, key)]


def test_both_halves_are_filled_in_with_the_same_values(real):
    for key, pair in real.interface.items():
        named = [sorted(re.findall(r"\{(\w*)\}", half)) for half in (pair.nb, pair.en)]
        assert named[0] == named[1], key
