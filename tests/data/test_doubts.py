"""What is doubtful in the real data and was so before: a list that only gets shorter."""

from macros.doubts import DOUBTS, known_doubts

# How many records of each kind stood in the list when the doubts were first told.
AT_MOST = {"link-without-https": 111, "long-summary": 2, "numbers-differ": 1, "recalled-basis": 37}


def test_the_list_of_known_doubts_only_gets_shorter(real_root):
    known = known_doubts(real_root)
    assert set(known) <= set(AT_MOST) <= {doubting.__name__.replace("_", "-") for doubting in DOUBTS}
    for kind, records in known.items():
        assert len(records) <= AT_MOST[kind], f"{kind}: mend it, or leave it to be shown; the list takes nothing new"
        assert records == sorted(set(records))
