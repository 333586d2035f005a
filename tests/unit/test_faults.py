"""The harness that breaks the data would see harm."""

import pytest
from faults import MARK, harm


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("<p>x</p><script>1</script>", ["script"]),
        ("<a href='javascript:x'>z</a>", ["javascript:x"]),
        ("<p onclick='y'>z</p>", ["onclick"]),
        (f"<h1 class={MARK}>x</h1>", ["h1"]),
        (MARK.upper(), [MARK.upper()]),
        (f"<p title='{MARK}'>&lt;script&gt;{MARK}</p><a href='https://x/'>x</a><a href='#y'>y</a>", []),
    ],
)
def test_harm_is_seen(source, found):
    assert harm(source) == found
