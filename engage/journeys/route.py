"""The way of a journey: its order, its first and last day, what does not fit together. Pure.

A stop that is skipped or declined is not on the way. Days that are known to the month or year are
read so that nothing is told which might be well.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations, pairwise
from math import asin, cos, radians, sin, sqrt
from typing import Any, Protocol, TypeVar

from engage.journeys.vocabulary import StopState
from engage.kit.values.coordinates import Coordinates

EARTH = 6371.0  # kilometres from its middle
A_DAY = 900  # so many kilometres by road or rail are the most for one day
OFF = frozenset({StopState.DECLINED, StopState.SKIPPED})
OVER = OFF | {StopState.HELD}
_LENGTHS = {"year": len("2026"), "month": len("2026-10"), "day": len("2026-10-08")}


class OnRoute(Protocol):
    """What is asked of a stop here."""

    @property
    def number(self) -> int: ...
    @property
    def state(self) -> str: ...
    @property
    def values(self) -> Mapping[str, Any]: ...
    @property
    def first_day(self) -> dt.date | None: ...
    @property
    def last_day(self) -> dt.date | None: ...
    @property
    def precision(self) -> str: ...


S = TypeVar("S", bound=OnRoute)


class Doubt(StrEnum):
    """What may be wrong on a way, each told in a sentence of its own (`reading.told`)."""

    OVERLAP = "overlap"
    ORDER = "order"
    HOP = "hop"
    NO_DAY = "no_day"
    NO_POINT = "no_point"


@dataclass(frozen=True, slots=True)
class Flag:
    """A doubt about stops, by their numbers; `km` between two of them, with `days` for it."""

    doubt: Doubt
    numbers: tuple[int, ...]
    km: int = 0
    days: int = 0


def on_the_way(stops: Sequence[S]) -> list[S]:
    return [stop for stop in stops if stop.state not in OFF]


def span(stops: Sequence[OnRoute]) -> dict[str, str]:
    """The first and the last day of the journey, each as exactly as it is known, as a time of
    `kit/values/when`; empty where no stop has a day."""
    dated = [stop for stop in on_the_way(stops) if stop.first_day and stop.last_day]
    if not dated:
        return {}
    first = min(dated, key=lambda stop: stop.first_day or dt.date.max)
    last = max(dated, key=lambda stop: stop.last_day or dt.date.min)
    return {
        "start": _written(first.first_day, first.precision),
        "end": _written(last.last_day, last.precision),
    }


def next_stop(stops: Sequence[S], today: dt.date) -> S | None:
    """The first in order that is still ahead; one without a day is ahead until it is noted."""
    ahead = (stop for stop in stops if stop.state not in OVER)
    return next((stop for stop in ahead if not stop.last_day or stop.last_day >= today), None)


def warnings(stops: Sequence[OnRoute]) -> tuple[Flag, ...]:
    """Everything that somebody should look at; nothing is changed by itself."""
    way = on_the_way(stops)
    return (*_overlaps(way), *_out_of_order(way), *_hops(way), *_gaps(way))


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Along the great circle between two points of latitude and longitude in degrees."""
    (north, east), (south, west) = ([radians(each) for each in point] for point in (one, other))
    across = sin((south - north) / 2) ** 2
    along = cos(north) * cos(south) * sin((west - east) / 2) ** 2
    return 2 * EARTH * asin(min(1.0, sqrt(across + along)))


def point_of(stop: OnRoute) -> tuple[float, float] | None:
    return Coordinates.point(stop.values.get("coordinates"))


def _written(day: dt.date | None, precision: str) -> str:
    return day.isoformat()[: _LENGTHS.get(precision, 10)] if day else ""


def _overlaps(way: Sequence[OnRoute]) -> Iterator[Flag]:
    exact = [stop for stop in way if stop.precision == "day"]
    for one, other in combinations(exact, 2):
        if _first(one) <= _last(other) and _first(other) <= _last(one):
            yield Flag(Doubt.OVERLAP, (one.number, other.number))


def _out_of_order(way: Sequence[OnRoute]) -> Iterator[Flag]:
    """A stop that is over before the one above it begins, however their days are read."""
    for one, other in pairwise(stop for stop in way if stop.first_day):
        if _last(other) < _first(one):
            yield Flag(Doubt.ORDER, (one.number, other.number))


def _hops(way: Sequence[OnRoute]) -> Iterator[Flag]:
    for one, other in pairwise(way):
        here, there = point_of(one), point_of(other)
        if here is None or there is None or not (one.first_day and other.first_day):
            continue
        leaves = _last(one) if one.precision == "day" else _first(one)
        arrives = _first(other) if other.precision == "day" else _last(other)
        days, km = (arrives - leaves).days, kilometres(here, there)
        if days >= 0 and km > A_DAY * max(days, 1):
            yield Flag(Doubt.HOP, (one.number, other.number), round(km), max(days, 1))


def _gaps(way: Sequence[OnRoute]) -> Iterator[Flag]:
    undated = tuple(stop.number for stop in way if stop.first_day is None)
    unplaced = tuple(stop.number for stop in way if point_of(stop) is None)
    if undated:
        yield Flag(Doubt.NO_DAY, undated)
    if unplaced:
        yield Flag(Doubt.NO_POINT, unplaced)


def _first(stop: OnRoute) -> dt.date:
    return stop.first_day or dt.date.min


def _last(stop: OnRoute) -> dt.date:
    return stop.last_day or dt.date.max
