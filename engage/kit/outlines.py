"""Shapes of the earth out of a file: TopoJSON or GeoJSON, read into closed rings.

A point is `(longitude, latitude)` in degrees. A ring is its points in order, the first one again at
the end; it runs on across the antimeridian (… 179, 181 …), so that no line is drawn right across a
map, and round a pole it is closed along the pole. Areas of one shape never overlap: what two of
them share is taken out, be it a border or the cut that many files make along the antimeridian.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

Point = tuple[float, float]
Ring = list[Point]
Edge = tuple[Point, Point]
# West, south, east, north in degrees; longitudes run on there too.
Box = tuple[float, float, float, float]
# A piece of the file: the names by which it may give its country, and its polygons, each an outer
# ring and its holes.
Feature = tuple[tuple[Any, ...], list[list[Ring]]]

# What files call the code of a country: Natural Earth, the UN's geodata, and others.
NAMES = ("iso2cd", "iso3cd", "m49_cd", "ISO_A2", "ISO_A3", "ISO_N3", "iso_a2", "iso_a3", "iso_n3")

NEARLY_POLE = 89.99


class Unreadable(ValueError):
    """The file is no map; says what is missing."""


# ---------------------------------------------------------------- files


def features_of(parsed: Any) -> list[Feature]:
    """The countries of a parsed file; raises `Unreadable`."""
    kind = parsed.get("type") if isinstance(parsed, Mapping) else None
    try:
        if kind == "Topology":
            found = list(_topology(parsed))
        elif kind == "FeatureCollection":
            found = list(_collection(parsed))
        else:
            raise Unreadable("it is neither a Topology nor a FeatureCollection")
    except (AttributeError, IndexError, KeyError, TypeError) as error:
        raise Unreadable(f"its form is broken ({error!r})") from error
    rings = [ring for _names, polygons in found for polygon in polygons for ring in polygon]
    if not any(rings):
        raise Unreadable("it holds no polygons")
    if not all(abs(lon) <= 360 and abs(lat) <= 90 for ring in rings for lon, lat in ring):
        raise Unreadable("its places are not in degrees")
    return found


def _topology(parsed: Mapping[str, Any]) -> Iterator[Feature]:
    if "countries" not in parsed["objects"]:
        raise Unreadable("it has no object “countries”")
    arcs = _decoded(parsed)

    def stitched(parts: Iterable[int]) -> Ring:
        ring: Ring = []
        for part in parts:
            arc = arcs[part] if part >= 0 else arcs[~part][::-1]
            ring += arc[1:] if ring else arc
        return ring

    for each in parsed["objects"]["countries"]["geometries"]:
        parts = _parts(each, each.get("arcs"))
        yield _names(each), [[stitched(ring) for ring in polygon] for polygon in parts]


def _decoded(parsed: Mapping[str, Any]) -> list[Ring]:
    """Each arc in degrees: a quantized one counts its steps from the point before."""
    if "transform" not in parsed:
        return [[(float(x), float(y)) for x, y, *_rest in arc] for arc in parsed["arcs"]]
    (wide, high), (west, south) = parsed["transform"]["scale"], parsed["transform"]["translate"]
    arcs = []
    for arc in parsed["arcs"]:
        x = y = 0
        points: Ring = []
        for step, rise, *_rest in arc:
            x, y = x + step, y + rise
            points.append((x * wide + west, y * high + south))
        arcs.append(points)
    return arcs


def _collection(parsed: Mapping[str, Any]) -> Iterator[Feature]:
    for each in parsed["features"]:
        geometry = each.get("geometry") or {}
        parts = _parts(geometry, geometry.get("coordinates"))
        yield (
            _names(each),
            [
                [[(float(x), float(y)) for x, y, *_rest in ring] for ring in polygon]
                for polygon in parts
            ],
        )


def _parts(geometry: Mapping[str, Any], held: Any) -> list[Any]:
    """The polygons of a geometry; points and lines are no areas."""
    kind = geometry.get("type")
    return [held] if kind == "Polygon" else list(held) if kind == "MultiPolygon" else []


def _names(feature: Mapping[str, Any]) -> tuple[Any, ...]:
    properties = feature.get("properties") or {}
    given = (feature.get("id"), *(properties.get(name) for name in NAMES))
    return tuple(each for each in given if each is not None)


# ---------------------------------------------------------------- rings


def merged(polygons: Iterable[Sequence[Ring]]) -> list[Ring]:
    """The rings round all the polygons together, without the borders between them."""
    open_edges: dict[Edge, None] = {}
    for outer, *holes in polygons:
        for at, ring in enumerate((outer, *holes)):
            for one, other in _edges(ring, is_hole=at > 0):
                if (other, one) in open_edges:
                    del open_edges[other, one]
                else:
                    open_edges[one, other] = None
    return [_closed(unrolled(ring)) for ring in _chained(open_edges)]


def _edges(ring: Ring, *, is_hole: bool) -> Iterator[Edge]:
    """Its lines, against the clock round an area and with it round a hole, however it was written;
    what runs along the antimeridian is named alike from both sides."""
    if (_area(_closed(unrolled(ring))) > 0) is is_hole:
        ring = ring[::-1]
    ends = [_place(point) for point in ring]
    for one, other in zip(ends, ends[1:] + ends[:1], strict=True):
        if one != other:
            yield one, other


def _place(point: Point) -> Point:
    lon, lat = round(point[0], 6), round(point[1], 6)
    # All meridians meet at a pole; Natural Earth stops a little short of it.
    return (0.0, lat) if abs(lat) > NEARLY_POLE else ((lon + 180) % 360 - 180, lat)


def _chained(edges: Iterable[Edge]) -> Iterator[Ring]:
    """Into a point lead as many lines as out of it, so that every walk comes back."""
    onward: dict[Point, list[Point]] = defaultdict(list)
    for one, other in edges:
        onward[one].append(other)
    for start in list(onward):
        while onward[start]:
            ring = [start]
            while len(ring) == 1 or ring[-1] != start:
                ring.append(onward[ring[-1]].pop())
            yield ring


def unrolled(ring: Ring) -> Ring:
    """The ring with longitudes that run on across the antimeridian, by the shorter way."""
    out, before = [], ring[0][0]
    for lon, lat in ring:
        # At a pole no longitude is meant.
        if abs(lat) <= NEARLY_POLE:
            before = lon + round((before - lon) / 360) * 360
        out.append((before, lat))
    return out


def _closed(ring: Ring) -> Ring:
    """Closed; one that went round the earth, along the pole that it goes round."""
    (first, _), (last, lat) = ring[0], ring[-1]
    if abs(last - first) < 180:
        return ring if ring[0] == ring[-1] else [*ring, ring[0]]
    pole = -90.0 if lat < 0 else 90.0
    return [*ring, (last, pole), (first, pole), ring[0]]


def _area(ring: Ring) -> float:
    """In square degrees; more than nought against the clock."""
    twice = (x * later_y - later_x * y for (x, y), (later_x, later_y) in pairwise(ring))
    return sum(twice) / 2


# ---------------------------------------------------------------- a part of the earth


def clipped(ring: Ring, box: Box) -> Ring:
    """The closed ring as far as it lies in the box (Sutherland and Hodgman, 1974)."""
    west, south, east, north = box
    for axis, limit, sign in ((0, west, 1), (0, east, -1), (1, south, 1), (1, north, -1)):
        ring = list(_cut(ring, axis, limit, sign))
    return ring


def _cut(ring: Ring, axis: int, limit: float, sign: int) -> Iterator[Point]:
    """What lies on one side of a line."""
    if not ring:
        return
    before, was_in = ring[-1], (ring[-1][axis] - limit) * sign >= 0
    for point in ring:
        is_in = (point[axis] - limit) * sign >= 0
        if is_in is not was_in:
            share = (limit - before[axis]) / (point[axis] - before[axis])
            cross = before[1 - axis] + (point[1 - axis] - before[1 - axis]) * share
            yield (cross, limit) if axis else (limit, cross)
        if is_in:
            yield point
        before, was_in = point, is_in
