"""From one time of the day to another, by the clocks of the place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from flask_babel import lazy_gettext as _l

from engage.kit.formats import show_hours
from engage.kit.values.base import Json, Kind, Line, Problem, Taken, record
from engage.kit.values.clean import short
from engage.kit.values.daytimes import DayTime, may_differ_by_noon, read_time, read_times
from engage.kit.values.given import Given
from engage.kit.values.shape import HOUR, Schema, record_shape
from engage.kit.values.vocabulary import Label

FROM, TO = "from", "to"
MIDNIGHT = "00:00"


@dataclass(frozen=True)
class Hours(Kind):
    """`{"from": "09:30", "to": "12:00"}` in 24 hours; without `to` where no end is known.

    From a box each, or from both times in the first box.
    """

    name: ClassVar[str] = "hours"

    def _parts(self) -> tuple[str, ...]:
        return (FROM, TO)

    def _read(self, given: Given) -> Taken:
        texts = {part: given.one(part) for part in (FROM, TO) if given.one(part)}
        if TO not in texts and (both := read_times(texts.get(FROM, ""))):
            return _taken(dict(zip((FROM, TO), both, strict=True)))
        read = {part: read_time(text) for part, text in texts.items()}
        problems = [
            Problem("time", _unread(text), part) for part, text in texts.items() if not read[part]
        ]
        if TO in texts and FROM not in texts:
            problems.append(Problem("missing", _NO_BEGINNING, FROM))
        if problems:
            return Taken(None, tuple(problems))
        return _taken({part: time for part, time in read.items() if time})

    def _write(self, value: Json) -> dict[str, list[str]]:
        return {part: [str(time)] for part, time in record(value).items()}

    def _shape(self) -> Schema:
        time = {"type": "string", "pattern": HOUR}
        return record_shape({FROM: time, TO: time}, required=[FROM])

    def _warn(self, value: Json) -> tuple[Problem, ...]:
        hours = record(value)
        start, end = str(hours[FROM]), str(hours.get(TO, MIDNIGHT))
        if TO not in hours or start < end or (end == MIDNIGHT and start != MIDNIGHT):
            return ()
        return (Problem("next_day", _next_day(start, end), TO),)

    def _lines(self, value: Json, language: str) -> Sequence[Line]:
        hours = record(value)
        shown = show_hours(str(hours[FROM]), str(hours.get(TO, "")), language=language)
        return (Line(shown, own=False),)


def _taken(read: dict[str, DayTime]) -> Taken:
    value: dict[str, Json] = {part: time.plain for part, time in read.items()}
    if len(read) == 2 and may_differ_by_noon(read[FROM], read[TO]):
        return Taken(None, (Problem("noon", _WHICH_HALF, FROM),))
    return Taken(value or None)


_NO_BEGINNING: Label = _l("Please add the time at which it begins, or clear the other box.")
_WHICH_HALF: Label = _l(
    "One of the two times says its half of the day. Please write both with a.m. or p.m., "
    "or both from 00:00 to 23:59."
)


def _unread(text: str) -> Label:
    return _l(
        "“%(text)s” is not read as a time of the day. Please write it as 09:30, or 9:30 a.m.",
        text=short(text),
    )


def _next_day(start: str, end: str) -> Label:
    return _l(
        "From %(start)s to %(end)s goes past midnight, into the next day. "
        "Both are kept as you typed them.",
        start=start,
        end=end,
    )
