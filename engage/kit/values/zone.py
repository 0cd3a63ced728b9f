"""The time zone of a place, under its name in IANA's list: `Asia/Tashkent`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from engage.kit.formats import show_items
from engage.kit.locales import current
from engage.kit.values.base import Json, Kind, Line, Problem, Taken
from engage.kit.values.clean import latin_digits, short
from engage.kit.values.given import Given
from engage.kit.values.shape import ZONE, Schema
from engage.kit.values.vocabulary import Label
from engage.kit.zones import UTC, find_zone, is_place, near_zones, show_zone_name

LONGEST = 60
NAMED_MOST = 6
_OFFSET = re.compile(r"(?:etc/)?(?:utc|gmt)?\s*[+\-−–]?\s*[0-9]{1,2}(?::?[0-9]{2})?", re.IGNORECASE)


@dataclass(frozen=True)
class Zone(Kind):
    """Typed as a zone, a city or a country that has only one, in any of the languages."""

    name: ClassVar[str] = "zone"

    def _parts(self) -> tuple[str, ...]:
        return ("",)

    def _read(self, given: Given) -> Taken:
        text = given.one("")
        if not text:
            return Taken(None)
        zone = find_zone(text) if len(text) <= LONGEST else None
        if zone and is_place(zone):
            return Taken(zone)
        return Taken(None, (_unread(text, is_short_form=bool(zone)),))

    def _write(self, value: Json) -> dict[str, list[str]]:
        return {"": [str(value)]}

    def _shape(self) -> Schema:
        return {"type": "string", "pattern": ZONE, "maxLength": LONGEST}

    def _lines(self, value: Json, language: str) -> Sequence[Line]:
        zone = str(value)
        name = show_zone_name(zone, language=language)
        if name == zone:
            return (Line(zone, own=False),)
        return (Line(_("%(name)s (%(code)s)", name=name, code=zone), own=False),)


def _unread(text: str, *, is_short_form: bool) -> Problem:
    if is_short_form or _OFFSET.fullmatch(latin_digits(text)):
        return Problem("offset", _no_place(text))
    near = near_zones(text, NAMED_MOST) if len(text) <= LONGEST else ()
    return Problem("zone", _one_of(text, near) if near else _unknown(text))


def _no_place(text: str) -> Label:
    return _l(
        "“%(text)s” does not say where: clocks may change there in the course of the year. "
        "Please write a city or a zone, such as Tashkent or Asia/Tashkent, or %(utc)s.",
        text=short(text),
        utc=UTC,
    )


def _unknown(text: str) -> Label:
    return _l(
        "No time zone is called “%(text)s”. Please write a city or a zone, such as Tashkent or "
        "Asia/Tashkent.",
        text=short(text),
    )


def _one_of(text: str, near: Sequence[str]) -> Label:
    return _l(
        "No time zone is called “%(text)s”. If you mean one of these, please write it: %(zones)s.",
        text=short(text),
        zones=show_items(near, language=current()),
    )
