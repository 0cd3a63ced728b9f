"""A point on the map: latitude and longitude in degrees (WGS 84)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import pgettext

from engage.kit.formats import show_number
from engage.kit.values.angles import (
    LATITUDE,
    LONGITUDE,
    Pair,
    paired,
    read_angle,
    read_pairs,
    write_degrees,
)
from engage.kit.values.base import Json, Kind, Line, Problem, Taken, record
from engage.kit.values.clean import short
from engage.kit.values.given import Given
from engage.kit.values.shape import DEGREES, Schema, record_shape
from engage.kit.values.vocabulary import Label

PARTS = (LATITUDE, LONGITUDE)


@dataclass(frozen=True)
class Coordinates(Kind):
    """`{"lat": "41.2995", "lon": "69.2401"}`, south and west below nought, up to five decimals.

    From a box each, or from a pair in one of them.
    """

    name: ClassVar[str] = "coordinates"

    @staticmethod
    def point(value: Json) -> tuple[float, float] | None:
        """Latitude and longitude to draw with; nothing for other answers and kept text."""
        held = record(value)
        if not all(part in held for part in PARTS):
            return None
        return float(str(held[LATITUDE])), float(str(held[LONGITUDE]))

    def _parts(self) -> tuple[str, ...]:
        return PARTS

    def _read(self, given: Given) -> Taken:
        texts = {part: given.one(part) for part in PARTS}
        filled = [part for part in PARTS if texts[part]]
        if not filled:
            return Taken(None)
        read = _read_one(texts[filled[0]], filled[0]) if len(filled) == 1 else _read_both(texts)
        if isinstance(read, Pair):
            return _within(read, texts)
        return Taken(None, read)

    def _write(self, value: Json) -> dict[str, list[str]]:
        return {part: [str(degrees)] for part, degrees in record(value).items()}

    def _shape(self) -> Schema:
        degrees = {"type": "string", "pattern": DEGREES}
        return record_shape(dict.fromkeys(PARTS, degrees), required=list(PARTS))

    def _lines(self, value: Json, language: str) -> Sequence[Line]:
        lat, lon = (Decimal(str(record(value)[part])) for part in PARTS)
        # Translators: a point on the map, such as 41.2995° N, 69.2401° E.
        point = _(
            "%(latitude)s, %(longitude)s",
            latitude=_north(lat, language),
            longitude=_east(lon, language),
        )
        return (Line(point, own=False),)


def _read_one(text: str, part: str) -> Pair | tuple[Problem, ...]:
    """A pair in one box; one angle alone lacks the other."""
    if read_angle(text):
        return (Problem("missing", _MISSING, _other(part)),)
    pairs = read_pairs(text)
    within = [pair for pair in pairs if not pair.beyond] or pairs
    if len(within) == 1:
        return within[0]
    return (Problem("degrees", _unclear(text) if within else _unread(text), part),)


def _read_both(texts: dict[str, str]) -> Pair | tuple[Problem, ...]:
    lat, lon = (read_angle(texts[part]) for part in PARTS)
    if lat and lon:
        return paired(lat, lon) or (Problem("sides", _SIDES, LATITUDE),)
    strange = [part for part, angle in zip(PARTS, (lat, lon), strict=True) if not angle]
    return tuple(Problem("degrees", _unread(texts[part]), part) for part in strange)


def _within(pair: Pair, texts: dict[str, str]) -> Taken:
    problems = [
        Problem("range", _RANGES[axis], axis if texts[axis] else _other(axis))
        for axis in pair.beyond
    ]
    value = {LATITUDE: write_degrees(pair.lat), LONGITUDE: write_degrees(pair.lon)}
    return Taken(value, tuple(problems))


def _other(part: str) -> str:
    return LONGITUDE if part == LATITUDE else LATITUDE


def _north(degrees: Decimal, language: str) -> str:
    number = show_number(abs(degrees), language=language)
    if degrees < 0:
        return str(pgettext("latitude", "%(degrees)s° S", degrees=number))
    return str(pgettext("latitude", "%(degrees)s° N", degrees=number))


def _east(degrees: Decimal, language: str) -> str:
    number = show_number(abs(degrees), language=language)
    if degrees < 0:
        return str(pgettext("longitude", "%(degrees)s° W", degrees=number))
    return str(pgettext("longitude", "%(degrees)s° E", degrees=number))


_MISSING: Label = _l(
    "Latitude and longitude belong together. Please write both, such as 41.2995 and 69.2401, "
    "or clear both boxes."
)
_SIDES: Label = _l(
    "North or south belong to the latitude, east or west to the longitude. "
    "Please write one of each."
)
_RANGES: dict[str, Label] = {
    LATITUDE: _l(
        "A latitude lies between −90 and 90 degrees. Please correct it; perhaps latitude and "
        "longitude have changed places."
    ),
    LONGITUDE: _l("A longitude lies between −180 and 180 degrees. Please correct it."),
}


def _unread(text: str) -> Label:
    return _l(
        "“%(text)s” is not read as degrees. Please write them as 41.2995 or 41°17′58″N.",
        text=short(text),
    )


def _unclear(text: str) -> Label:
    return _l(
        "“%(text)s” can be read in several ways. Please write the longitude in its own box.",
        text=short(text),
    )
