"""Draws the outlines of Europe that the map of offices is made of, and writes them to europe.json beside this file.

The geography is Natural Earth 4.1 (public domain), 1:50 million, as the npm package world-atlas 2.0.2 (ISC licence)
carries it. To draw it anew, for instance with other details or another frame:

    npm pack world-atlas@2.0.2 && tar -xzf world-atlas-2.0.2.tgz
    python -m macros.geography.draw package/countries-50m.json

The same file gives the same bytes. What is done to it: countries are put together (``COUNTRIES``), the round earth
is laid flat with areas kept true (Lambert azimuthal equal-area), lines are simplified once for both neighbours, so
that borders meet, and everything is cut to one frame.
"""

from __future__ import annotations

import json
import math
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from heapq import heapify, heappop, heappush
from itertools import pairwise
from pathlib import Path
from typing import Any

from macros.geography.europe import OUTLINES

Point = tuple[float, float]
Ring = list[Point]

CENTRE = (16.0, 54.0)
"""Longitude and latitude of the point where the map touches the earth."""
WIDTH, HEIGHT = 1000, 780
FRAME = (-2430.0, -2235.0, 5420.0)
"""Left and lower edge in kilometres from the centre, and width in kilometres."""
EARTH_RADIUS = 6371.0
DETAIL = 4.0
"""Corners that make less difference than this (in square units of the map) are left out."""
SMALLEST = 8.0
"""Islands smaller than this (in square units) are left out, unless nothing else is left of a country."""
MARKED = {
    "AD": (1.56, 42.55),
    "JE": (-2.13, 49.21),
    "LI": (9.54, 47.14),
    "LU": (6.13, 49.75),
    "MC": (7.41, 43.74),
    "MT": (14.42, 35.90),
    "SM": (12.46, 43.94),
}
"""Countries too small to be seen, as longitude and latitude: they get a dot when they have an office."""

COUNTRIES = {
    "AD": ["020"],
    "AL": ["008"],
    "AM": ["051"],
    "AT": ["040"],
    "AZ": ["031"],
    "BA": ["070"],
    "BE": ["056"],
    "BG": ["100"],
    "CH": ["756"],
    "CY": ["196", "N. Cyprus"],  # as the Council of Europe and Norway see it
    "CZ": ["203"],
    "DE": ["276"],
    "DK": ["208"],
    "EE": ["233"],
    "ES": ["724"],
    "FI": ["246", "248"],  # with Åland
    "FR": ["250"],
    "GB": ["826"],
    "GE": ["268"],
    "GR": ["300"],
    "HR": ["191"],
    "HU": ["348"],
    "IE": ["372"],
    "IS": ["352"],
    "IT": ["380", "336"],
    "JE": ["832"],
    "LI": ["438"],
    "LT": ["440"],
    "LU": ["442"],
    "LV": ["428"],
    "MC": ["492"],
    "MD": ["498"],
    "ME": ["499"],
    "MK": ["807"],
    "MT": ["470"],
    "NL": ["528"],
    "NO": ["578"],
    "PL": ["616"],
    "PT": ["620"],
    "RO": ["642"],
    "RS": ["688"],
    "SE": ["752"],
    "SI": ["705"],
    "SK": ["703"],
    "SM": ["674"],
    "TR": ["792"],
    "UA": ["804", "Crimea"],  # as the Council of Europe and Norway see it
}
"""Council of Europe states and Jersey (ISO 3166 letters), and the shapes of the source that make them up."""
BEYOND = [
    *("643", "112", "Kosovo", "234", "304", "831", "833"),  # Russia, Belarus, Kosovo, and islands
    *("504", "012", "788", "434", "818"),  # northern Africa
    *("376", "275", "400", "422", "760", "368", "364", "682", "414"),  # the Middle East
    *("398", "795", "860"),  # Central Asia
]
"""What else lies in the frame: drawn faintly, so that coasts can be recognised."""
CRIMEA = (34.2, 45.2)
"""A point in the shape that the source counts as Russia."""


def draw(topology: dict[str, Any]) -> dict[str, Any]:
    """The map as data: its size, a path for each country, places of dots, and one path for what lies around."""
    arcs = [simplify([project(point) for point in arc]) for arc in _decode(topology)]
    shapes = _shapes(topology)
    return {
        "source": "Natural Earth 4.1 (public domain), from world-atlas 2.0.2: see draw.py",
        "size": [WIDTH, HEIGHT],
        "countries": {code: _path(_outline(arcs, shapes, parts)) for code, parts in COUNTRIES.items()},
        "markers": {code: [round(x) for x in project(place)] for code, place in MARKED.items()},
        "beyond": _path(_outline(arcs, shapes, BEYOND)),
    }


def project(place: Point) -> Point:
    """A place (longitude, latitude in degrees) on the map, in its units: x to the right, y down."""
    longitude, latitude = (math.radians(angle) for angle in place)
    middle, touch = (math.radians(angle) for angle in CENTRE)
    turn = longitude - middle
    cosine = math.sin(touch) * math.sin(latitude) + math.cos(touch) * math.cos(latitude) * math.cos(turn)
    stretch = EARTH_RADIUS * math.sqrt(2 / max(1 + cosine, 1e-9))
    x = stretch * math.cos(latitude) * math.sin(turn)
    y = stretch * (math.cos(touch) * math.sin(latitude) - math.sin(touch) * math.cos(latitude) * math.cos(turn))
    left, bottom, width = FRAME
    scale = WIDTH / width
    return (x - left) * scale, HEIGHT - (y - bottom) * scale


def simplify(line: Ring) -> Ring:
    """The line without the corners that matter least (Visvalingam's method). Its ends stay."""
    before, after = list(range(-1, len(line) - 1)), list(range(1, len(line) + 1))
    queue = [(_triangle(line[i - 1], line[i], line[i + 1]), i, i - 1, i + 1) for i in range(1, len(line) - 1)]
    heapify(queue)
    gone = set()
    while queue and queue[0][0] < DETAIL:
        area, corner, left, right = heappop(queue)
        if corner in gone or (before[corner], after[corner]) != (left, right):
            continue
        gone.add(corner)
        after[left], before[right] = right, left
        for near in (left, right):
            if 0 < near < len(line) - 1:
                a, b = before[near], after[near]
                heappush(queue, (max(area, _triangle(line[a], line[near], line[b])), near, a, b))
    return [point for i, point in enumerate(line) if i not in gone]


def clip(ring: Ring) -> Ring:
    """What of a ring lies in the frame (Sutherland and Hodgman's method), with a little beyond its edges."""
    margin = 4.0
    for axis, limit, sign in ((0, -margin, 1), (0, WIDTH + margin, -1), (1, -margin, 1), (1, HEIGHT + margin, -1)):
        kept: Ring = []
        for a, b in zip(ring[-1:] + ring[:-1], ring, strict=True):
            a_in, b_in = sign * (a[axis] - limit) >= 0, sign * (b[axis] - limit) >= 0
            if a_in != b_in:
                share = (limit - a[axis]) / (b[axis] - a[axis])
                kept.append((a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])))
            if b_in:
                kept.append(b)
        ring = kept
    return ring


def _decode(topology: dict[str, Any]) -> Iterator[Ring]:
    """The lines of the topology in degrees: it stores each point as the step from the one before."""
    (scale_x, scale_y), (left, bottom) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            line.append((x * scale_x + left, y * scale_y + bottom))
        yield line


def _shapes(topology: dict[str, Any]) -> dict[str, list[list[list[int]]]]:
    """Name or number of each shape, and its polygons as rings of arc numbers. Crimea is made a shape of its own."""
    shapes: dict[str, list[list[list[int]]]] = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        shapes.setdefault(geometry.get("id") or geometry["properties"]["name"], []).extend(polygons)
    degrees = list(_decode(topology))
    crimea = [polygon for polygon in shapes["643"] if _contains(_ring(degrees, polygon[0]), CRIMEA)]
    shapes["643"] = [polygon for polygon in shapes["643"] if polygon not in crimea]
    return shapes | {"Crimea": crimea}


def _outline(arcs: list[Ring], shapes: dict[str, list[list[list[int]]]], parts: Iterable[str]) -> list[Ring]:
    """The rings around several shapes taken together: a line that two of them share is no border any more."""
    rings = [ring for part in parts for polygon in shapes[part] for ring in polygon]
    uses = Counter(arc if arc >= 0 else ~arc for ring in rings for arc in ring)
    loose = [arc for ring in rings for arc in ring if uses[arc if arc >= 0 else ~arc] == 1]
    starts: dict[Point, list[int]] = {}
    for arc in loose:
        starts.setdefault(_ring(arcs, [arc])[0], []).append(arc)
    outline = []
    while starts:
        chain = [_take(starts, next(iter(starts)))]
        while (end := _ring(arcs, chain)[-1]) in starts and end != _ring(arcs, chain)[0]:
            chain.append(_take(starts, end))
        outline.append(_ring(arcs, chain))
    return outline


def _take(starts: dict[Point, list[int]], point: Point) -> int:
    arc = starts[point].pop()
    if not starts[point]:
        del starts[point]
    return arc


def _ring(arcs: list[Ring], numbers: Iterable[int]) -> Ring:
    """Arcs one after another; a number below zero means the arc backwards."""
    ring: Ring = []
    for number in numbers:
        line = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring.extend(line[1:] if ring else line)
    return ring


def _path(rings: Iterable[Ring]) -> str:
    """Rings as an SVG path in whole units, steps from point to point, without what is too small to be seen."""
    whole = []
    for ring in rings:
        points = [(round(x), round(y)) for x, y in clip(ring[:-1])]
        points = [point for i, point in enumerate(points) if point != points[i - 1]]
        if len(points) > len("ab"):
            whole.append(points)
    whole.sort(key=_area, reverse=True)
    return "".join(_steps(points) for i, points in enumerate(whole) if i == 0 or _area(points) >= SMALLEST)


def _steps(points: list[tuple[int, int]]) -> str:
    steps = ((b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points))
    text = " ".join(f"{x} {y}" for x, y in steps).replace(" -", "-")
    return f"M{points[0][0]} {points[0][1]}l{text}z"


def _area(points: list[tuple[int, int]]) -> float:
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, points[1:] + points[:1], strict=True))) / 2


def _triangle(a: Point, b: Point, c: Point) -> float:
    return abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2


def _contains(ring: Ring, point: Point) -> bool:
    """Whether a point lies in a ring: a ray to the right crosses its lines an odd number of times."""
    x, y = point
    crossings = 0
    for (ax, ay), (bx, by) in pairwise(ring):
        if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
            crossings += 1
    return crossings % 2 == 1


def main(source: Path) -> None:
    """Draw the map from a TopoJSON file of world-atlas."""
    outlines = draw(json.loads(source.read_text(encoding="utf-8")))
    OUTLINES.write_text(json.dumps(outlines, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
