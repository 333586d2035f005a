"""The map of Europe is drawn so that borders meet, and every value of the data has a pattern."""

import pytest

from macros.geography.draw import CENTRE, FRAME, HEIGHT, WIDTH, _outline, _path, clip, project, simplify
from macros.geography.europe import MIXED, PATTERNS, outlines, pattern_of
from macros.model.enoc import Member

SQUARE = [(0.0, 0.0), (100.0, 0.0), (100.0, 100.0), (0.0, 100.0), (0.0, 0.0)]


def test_north_is_up_and_east_is_right():
    x, y = project(CENTRE)
    assert project((CENTRE[0], CENTRE[1] + 5))[1] < y
    assert project((CENTRE[0] + 5, CENTRE[1]))[0] > x


def test_a_degree_of_latitude_is_111_kilometres_long_at_the_centre():
    above, below = (project((CENTRE[0], CENTRE[1] + half)) for half in (0.5, -0.5))
    assert (below[1] - above[1]) * FRAME[2] / WIDTH == pytest.approx(111.2, abs=0.2)


@pytest.mark.parametrize("place", [(-22.0, 64.0), (49.9, 40.4), (14.4, 35.9), (33.4, 35.1), (31.1, 70.4), (-9.0, 38.7)])
def test_the_edges_of_europe_lie_in_the_frame(place):
    x, y = project(place)
    assert 0 < x < WIDTH
    assert 0 < y < HEIGHT


def test_a_line_keeps_its_ends_and_the_corners_that_matter():
    line = [(0.0, 0.0), (10.0, 0.1), (20.0, 0.0), (20.0, 50.0), (20.1, 60.0), (20.0, 70.0)]
    assert simplify(line) == [(0.0, 0.0), (20.0, 0.0), (20.0, 70.0)]
    assert simplify(line[::-1]) == simplify(line)[::-1]
    assert simplify(line[:2]) == line[:2]


def test_what_lies_outside_the_frame_is_cut_off():
    inside = clip([(-500.0, 100.0), (500.0, 100.0), (500.0, 200.0), (-500.0, 200.0)])
    assert min(x for x, _ in inside) == -4
    assert clip([(-500.0, 0.0), (-400.0, 0.0), (-400.0, 50.0)]) == []


def test_two_shapes_taken_together_have_no_border_between_them():
    left = [(0.0, 0.0), (0.0, 10.0), (10.0, 10.0)]
    border = [(10.0, 10.0), (10.0, 0.0)]
    right = [(10.0, 0.0), (20.0, 0.0), (20.0, 10.0), (10.0, 10.0)]
    closing = [(10.0, 0.0), (0.0, 0.0)]
    shapes = {"west": [[[0, 1, 3]]], "east": [[[~1, ~2]]]}
    arcs = [left, border, right, closing]
    (ring,) = _outline(arcs, shapes, ["west", "east"])
    assert ring[0] == ring[-1]
    assert set(ring) == {(0.0, 0.0), (0.0, 10.0), (10.0, 10.0), (20.0, 10.0), (20.0, 0.0), (10.0, 0.0)}
    assert len(_outline(arcs, shapes, ["west"])) == 1


def test_a_path_is_made_of_whole_steps_and_leaves_out_specks():
    assert _path([SQUARE]) == "M0 0l100 0 0 100-100 0z"
    speck = [(500.0, 500.0), (501.0, 500.0), (501.0, 501.0), (500.0, 500.0)]
    assert _path([speck, SQUARE]) == _path([SQUARE])
    assert _path([speck]) != ""


@pytest.mark.parametrize(
    ("facet", "values"),
    [
        ("complaints", {"yes", "no", "not-found"}),
        ("type", set(Member.model_fields["institution_type"].annotation.__args__)),
        ("membership", {"full", "associate", "former", "null", "unconfirmed"}),
    ],
)
def test_every_value_that_the_data_may_have_has_a_pattern_of_its_own(facet, values):
    assert set(PATTERNS[facet]) == values
    patterns = [pattern_of(facet, value) for value in (*values, MIXED)]
    assert len(set(patterns)) == len(patterns)


def test_the_map_is_light():
    assert len(str(outlines())) < 25_000
