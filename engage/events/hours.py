"""The hours of an event in words: those of the place first, then those of the reader. Pure.

Hours without a zone are shown as they are written; nothing is made of them for another zone.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from zoneinfo import ZoneInfo

from flask_babel import gettext as _

from engage.events.vocabulary import HourKind
from engage.kit.formats import show_date, show_hours, show_weekday
from engage.kit.values.base import Line, is_as_typed, record
from engage.kit.values.hours import FROM, TO
from engage.kit.values.when import When
from engage.kit.zones import known_zone, show_zone_name

Json = dict[str, Any]


def hours_in_words(document: Json, language: str, own_zone: str = "") -> tuple[Line, ...]:
    """A line for the hours of each row, with its day and its zone; then the same by the clocks of
    the reader, whose zone is `own_zone`, where they differ."""
    fields = document["fields"]
    days = When.days(fields.get("when"))
    single = days.first if days.precision == "day" and days.first == days.last else None
    lines: list[Line] = []
    for row in document["registers"].get("hours", ()):
        zone = _zone_of(row["values"], fields)
        lines += _lines_of(row["values"], zone, language)
        shown = row["values"].get("kind") != HourKind.SAME_MOMENT
        if own_zone and zone and shown:
            lines += _own_lines(row["values"], single, zone, own_zone, language)
    return tuple(lines)


def _zone_of(values: Mapping[str, Any], fields: Mapping[str, Any]) -> str:
    """That of the hours themselves, else that of the place; nothing where none can be read."""
    for zone in (values.get("zone"), fields.get("zone")):
        if isinstance(zone, str):
            return known_zone(zone, "")
    return ""


def _lines_of(values: Mapping[str, Any], zone: str, language: str) -> Iterator[Line]:
    hours = record(values.get("hours"))
    if is_as_typed(values.get("hours")) or FROM not in hours:
        return
    day = _day_of(values)
    words = {"hours": show_hours(str(hours[FROM]), str(hours.get(TO, "")), language=language)}
    if zone:
        words["zone"] = show_zone_name(zone, language=language)
    if day:
        words["day"] = show_weekday(day, language=language)
    yield Line(_pattern(has_day=bool(day), has_zone=bool(zone)) % words, own=False)
    what = values.get("what")
    if isinstance(what, str):
        yield Line(what, own=True)


def _pattern(*, has_day: bool, has_zone: bool) -> str:
    """Percent signs stay in the sentence: it is put together by its caller."""
    words = {"day": "%(day)s", "hours": "%(hours)s", "zone": "%(zone)s"}
    if has_day and has_zone:
        # Translators: the day, the hours there, and the name of the time zone of the place.
        return _("%(day)s, %(hours)s, time of the place: %(zone)s", **words)
    if has_zone:
        return _("%(hours)s, time of the place: %(zone)s", **words)
    if has_day:
        return _("%(day)s, %(hours)s", **words)
    return words["hours"]


def _own_lines(
    values: Mapping[str, Any], single: dt.date | None, zone: str, own_zone: str, language: str
) -> Sequence[Line]:
    """By the clocks of the reader. Without a day nobody knows whether it is summer time."""
    hours, day = record(values.get("hours")), _day_of(values) or single
    if is_as_typed(values.get("hours")) or FROM not in hours or day is None:
        return ()
    start = _moment(day, str(hours[FROM]), zone).astimezone(ZoneInfo(own_zone))
    if start.replace(tzinfo=None) == _moment(day, str(hours[FROM]), zone).replace(tzinfo=None):
        return ()
    end = ""
    if TO in hours:
        end = f"{_moment(day, str(hours[TO]), zone).astimezone(ZoneInfo(own_zone)):%H:%M}"
    sentence = _(
        "In your own time zone: %(day)s, %(hours)s, %(zone)s",
        day=show_date(start.date(), language=language),
        hours=show_hours(f"{start:%H:%M}", end, language=language),
        zone=show_zone_name(own_zone, language=language),
    )
    return (Line(sentence, own=False),)


def _day_of(values: Mapping[str, Any]) -> dt.date | None:
    found = When.days(values.get("day"))
    return found.first if found.precision == "day" else None


def _moment(day: dt.date, time: str, zone: str) -> dt.datetime:
    return dt.datetime.combine(day, dt.time.fromisoformat(time), ZoneInfo(zone))
