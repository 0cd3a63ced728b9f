"""A map of stops and the way between them, as a drawing that pages and papers set.

The map is plane: degrees of longitude are shortened by the cosine of the latitude in its middle.
It shows land without inner borders and, on request, the outline of Parties. Its only letters are
the numbers of the stops: the page or paper beside it lists what they are. `notes` belong below each
map: the sentence of the United Nations on designations and boundaries, and the source. Both
`components/map.html` and `maps.typ` print them with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import cos, hypot, radians
from typing import Any, TypedDict

from flask_babel import gettext as _

from engage.kit.atlas import Atlas
from engage.kit.drawing import (
    Area,
    Drawing,
    Mark,
    Shape,
    area,
    bar,
    circle,
    facing,
    path,
    stamp,
    words,
)
from engage.kit.outlines import Box, Point, Ring, clipped
from engage.kit.tags import LETTER, LINE, Spot, Tag, tagged

# What a stop may look like; each differs in its line or its filling, so none needs a colour.
LOOKS = ("solid", "hollow", "bold", "broken", "dotted")

# The map in pixels, and how near its edge a stop may be.
WIDTH, LOWEST, HIGHEST, MARGIN = 500, 230, 360, 34
# How many degrees of latitude are as long as the map is wide, at the least: about 1,300 km, and
# about 2,900 km round a single place.
LEAST, ALONE = 12, 26
# Coasts run on a little outside of the map, so that its edge is no coast.
OVERHANG = 4
# A point of a coast that is nearer to the one before than a step is left out, and so is an island
# of three such points; the step is the first with which a map has no more points than that.
STEPS, MOST_POINTS = (1.2, 1.7, 2.4, 3.4), 1200


@dataclass(frozen=True, slots=True)
class Stop:
    """A place in degrees (WGS 84). `label` is its number; `on_route` whether the line leads to it.

    Raises ValueError for a place that is not on earth and for an unknown look.
    """

    label: str
    latitude: float
    longitude: float
    look: str = "solid"
    on_route: bool = True

    def __post_init__(self) -> None:
        if not (-90 <= self.latitude <= 90 and -180 <= self.longitude <= 180):
            raise ValueError(f"no place on earth: {self.latitude}, {self.longitude}")
        if self.look not in LOOKS:
            raise ValueError(f"no look of a stop: {self.look}")


class RouteMap(TypedDict):
    """What `components/map.html` and `maps.typ` print; `notes` are never left out."""

    title: str
    drawing: Drawing
    notes: list[str]


def route_map(
    atlas: Atlas, stops: Sequence[Stop], *, title: str, says: str, outlined: Iterable[str] = ()
) -> RouteMap:
    """The map of one stop or more, in their order; in the language of the moment.

    `says` tells in words what is to be seen; `outlined` are codes of Parties (`KZ`), and one
    without a shape is passed over. Raises ValueError where there is no stop.
    """
    frame, places = framed(stops)
    lead = [place for place, stop in zip(places, stops, strict=True) if stop.on_route]
    spots = [
        Spot(*frame.at(*place), stop.label, stop.look)
        for place, stop in zip(places, stops, strict=True)
    ]
    tags = tagged(spots, WIDTH, frame.height)
    moved = [(tag, each.place) for tag in tags for each in tag.spots if not tag.covers(each.place)]
    ground = [
        _sea(frame),
        _land(atlas.land_within(frame.box), frame, "land"),
        *(_land(atlas.outline_within(code, frame.box), frame, "own") for code in outlined),
        _route(lead, frame),
        _leaders(moved),
    ]
    drawing: Drawing = {
        "width": WIDTH,
        "height": frame.height,
        "says": says,
        "ground": [each for each in ground if each["rings"]],
        "marks": [*_spots(moved), *_tags(tags), bar(0, 0, 1, frame.height, "cell")],
        "stamps": {"spot": [circle(0, 0, 2.5, "ink")]},
    }
    return {"title": title, "drawing": facing(drawing, "ltr"), "notes": notes(atlas)}


def notes(atlas: Atlas) -> list[str]:
    """The sentence of the United Nations that belongs beside each map, and whose data it shows."""
    said = [
        _(
            "The boundaries and names shown and the designations used on this map do not imply "
            "official endorsement or acceptance by the United Nations."
        )
    ]
    if atlas.attribution is None:
        said.append(_("Map data: Natural Earth."))
    elif atlas.attribution:
        said.append(_("Map data: %(source)s", source=atlas.attribution))
    return said


def key_of(look: str) -> list[Shape]:
    """The shape of a look for a legend: `Key` of `kit.pictures`, `keys` of components/drawing."""
    return [path((-8, -7), (8, -7), (8, 7), (-8, 7), look=look, closed=True)]


def laid_map(one: RouteMap, label: Callable[[str], Any], piece: Callable[[Any], Any]) -> Any:
    """What `maps.typ` reads: every text a piece with its language and direction."""
    marks = [
        {**mark, "text": piece(mark["text"])} if mark["kind"] == "words" else mark
        for mark in one["drawing"]["marks"]
    ]
    return {
        "title": label(one["title"]),
        "drawing": {**one["drawing"], "marks": marks},
        "notes": [label(each) for each in one["notes"]],
    }


# ---------------------------------------------------------------- the frame


@dataclass(frozen=True, slots=True)
class Frame:
    """Pixels of degrees: `wide` and `high` are pixels a degree, the corner is north-west."""

    west: float
    north: float
    wide: float
    high: float
    height: float

    def at(self, lon: float, lat: float) -> Point:
        return (lon - self.west) * self.wide, (self.north - lat) * self.high

    @property
    def box(self) -> Box:
        """What is to be seen, with the overhang."""
        across, down = OVERHANG / self.wide, OVERHANG / self.high
        south, east = self.north - self.height / self.high, self.west + WIDTH / self.wide
        return self.west - across, south - down, east + across, self.north + down


def framed(stops: Sequence[Stop]) -> tuple[Frame, list[Point]]:
    """The frame round all stops, and their places (longitude, latitude) as it counts them.

    Longitudes run on across the antimeridian where the stops are nearer to each other that way.
    """
    if not stops:
        raise ValueError("a map needs a stop")
    lons, lats = _run_on([each.longitude for each in stops]), [each.latitude for each in stops]
    middle_lon, middle_lat = (min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2
    # Near a pole a map of this kind cannot be true: it is at least recognisable.
    shortened = max(cos(radians(middle_lat)), 0.2)
    across, down = (max(lons) - min(lons)) * shortened, max(lats) - min(lats)
    least = LEAST if max(across, down) > 0.1 else ALONE
    high = min(
        WIDTH / least,
        (WIDTH - 2 * MARGIN) / max(across, 0.001),
        (HIGHEST - 2 * MARGIN) / max(down, 0.001),
    )
    height = round(min(max(down * high + 2 * MARGIN, LOWEST), HIGHEST))
    wide = high * shortened
    frame = Frame(
        west=middle_lon - WIDTH / 2 / wide,
        north=middle_lat + height / 2 / high,
        wide=wide,
        high=high,
        height=height,
    )
    return frame, list(zip(lons, lats, strict=True))


def _run_on(lons: Sequence[float]) -> list[float]:
    """Counted on eastwards from behind the widest gap between two neighbours round the earth."""
    around = sorted({lon % 360 for lon in lons})
    gaps = [lon - before for before, lon in zip([around[-1] - 360, *around], around, strict=False)]
    start = around[gaps.index(max(gaps))]
    turn = 360 if start >= 180 else 0
    return [lon % 360 + (0 if lon % 360 >= start else 360) - turn for lon in lons]


# ---------------------------------------------------------------- land


def _sea(frame: Frame) -> Area:
    return area([[(0, 0), (WIDTH, 0), (WIDTH, frame.height), (0, frame.height)]], "sea")


def _land(rings: Iterable[Ring], frame: Frame, look: str) -> Area:
    seen = [[frame.at(*place) for place in clipped(ring, frame.box)] for ring in rings]
    drawn: list[Ring] = []
    for step in STEPS:
        thin = (thinned(ring, step) for ring in seen)
        drawn = [ring for ring in thin if len(ring) > 3]
        if sum(map(len, drawn)) <= MOST_POINTS:
            break
    return area(drawn, look)


def thinned(points: Ring, step: float) -> Ring:
    """Without the points that are nearer than a step to the one before; in tenths of a pixel."""
    kept = points[:1]
    for x, y in points[1:]:
        if hypot(x - kept[-1][0], y - kept[-1][1]) >= step:
            kept.append((x, y))
    return _rounded(kept)


# ---------------------------------------------------------------- the route and its numbers


def _route(places: Sequence[Point], frame: Frame) -> Area:
    """A line from stop to stop by the shorter way round the earth.

    Where that leads out of the map at one side, it comes in again at the other; what lies outside
    is not seen.
    """
    lines = [[places[0]]] if places else []
    for lon, lat in places[1:]:
        before_lon, before_lat = lines[-1][-1]
        near = lon + round((before_lon - lon) / 360) * 360
        lines[-1].append((near, lat))
        if near != lon:
            lines.append([(before_lon + lon - near, before_lat), (lon, lat)])
    drawn = [_rounded([frame.at(*place) for place in line]) for line in lines if len(line) > 1]
    return area(drawn, "route", closed=False)


def _leaders(moved: Iterable[tuple[Tag, Point]]) -> Area:
    lines = [_rounded([place, (tag.x, tag.y)]) for tag, place in moved]
    return area(lines, "leader", closed=False)


def _spots(moved: Iterable[tuple[Tag, Point]]) -> Iterator[Mark]:
    for x, y in dict.fromkeys(place for _tag, place in moved):
        yield stamp("spot", x / WIDTH, round(y, 1))


def _tags(tags: Iterable[Tag]) -> Iterator[Mark]:
    for tag in tags:
        left, top = (tag.x - tag.w / 2) / WIDTH, round(tag.y - tag.h / 2, 1)
        yield bar(left, top, tag.w / WIDTH, round(tag.h, 1), tag.look, rounded=9)
        look = "inverse" if tag.look == "solid" else "bold"
        for row, line in enumerate(tag.lines):
            yield words(
                line, tag.x / WIDTH, round(top + LETTER + LINE * row, 1), side="middle", look=look
            )


def _rounded(points: Iterable[Point]) -> Ring:
    return [(round(x, 1), round(y, 1)) for x, y in points]
