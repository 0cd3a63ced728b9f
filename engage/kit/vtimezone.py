"""A time zone as a calendar file tells it, so that its reader needs no table of zones of its own.

The block is composed here and only written by icalendar, whose own (7.3.2) has summer time begin
an hour late: an onset is told in the local time before the change (RFC 5545, 3.6.5).
"""

from __future__ import annotations

from bisect import bisect_left
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import pairwise
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

from engage.kit.memo import Memo

EARLIEST, LATEST = 1970, 2100  # a mistyped year shall not cost the changes of a thousand years
BLOCKS = 500
DAY, SECOND, NOTHING = timedelta(days=1), timedelta(seconds=1), timedelta()
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

_blocks: Memo[bytes] = Memo(BLOCKS)


@dataclass(frozen=True, slots=True)
class Observance:
    """What clocks show from an onset on: offsets to UTC before and after, and the name of it."""

    before: timedelta
    after: timedelta
    name: str
    summer: bool


@cache
def find_zone(name: str) -> ZoneInfo:
    """A zone of the IANA database; ValueError for any other word, such as `PST`."""
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, ZoneInfoNotFoundError) as unknown:
        raise ValueError(f"no time zone of the IANA database: {name!r}") from unknown


def block(zone: str, first: int, last: int) -> bytes:
    """The VTIMEZONE of a zone for events from the first to the last of these years."""
    begin = min(max(first, EARLIEST), LATEST)
    end = min(max(last, begin), LATEST)
    return _blocks.get((zone, begin, end), lambda: _written(zone, begin, end))


def _written(zone: str, first: int, last: int) -> bytes:
    """Begins a year early: an event of New Year's Day follows an onset that stands in the block."""
    onsets: dict[Observance, list[datetime]] = {}
    for at, observance in _changes(find_zone(zone), first - 1, last + 1):
        onsets.setdefault(observance, []).append(at)
    told = Timezone()
    told.add("tzid", zone)
    for observance, times in onsets.items():
        for part in _parts(observance, times, last + 1):
            told.add_component(part)
    return bytes(told.to_ical())


def _changes(zone: ZoneInfo, first: int, last: int) -> Iterator[tuple[datetime, Observance]]:
    """What held at first, then every change of the offset, each in the local time before it."""
    start, end = datetime(first, 1, 1, tzinfo=UTC), datetime(last + 1, 1, 1, tzinfo=UTC)
    yield _onset(zone, start)
    for morning, evening in pairwise(start + DAY * n for n in range((end - start).days + 1)):
        if _offset(zone, morning) != _offset(zone, evening):
            yield _onset(zone, _moment_of_change(zone, morning))


def _moment_of_change(zone: ZoneInfo, morning: datetime) -> datetime:
    before = _offset(zone, morning)

    def is_over(second: int) -> bool:
        return _offset(zone, morning + timedelta(seconds=second)) != before

    return morning + timedelta(seconds=bisect_left(range(86_401), True, key=is_over))


def _offset(zone: ZoneInfo, moment: datetime) -> timedelta:
    return moment.astimezone(zone).utcoffset() or NOTHING


def _onset(zone: ZoneInfo, moment: datetime) -> tuple[datetime, Observance]:
    earlier, there = (moment - SECOND).astimezone(zone), moment.astimezone(zone)
    before, after = earlier.utcoffset() or NOTHING, there.utcoffset() or NOTHING
    # Ireland's winter and Morocco's Ramadan are told as summer time of less than nothing, which
    # readers of calendars do not expect: there the other part of the year is called summer.
    summer = (there.dst() or NOTHING) > min(NOTHING, earlier.dst() or NOTHING)
    observance = Observance(before, after, there.tzname() or zone.key, summer)
    return (moment + before).replace(tzinfo=None), observance


def _parts(
    observance: Observance, onsets: Sequence[datetime], last: int
) -> Iterator[TimezoneDaylight | TimezoneStandard]:
    """One part with a rule, or else one for each onset: of a list of days (RDATE) ical.js 2.2.1
    reads but one a line, and forgets the onset that begins it."""
    rule = _rule(onsets, last)
    for at in onsets[:1] if rule else onsets:
        part = TimezoneDaylight() if observance.summer else TimezoneStandard()
        part.add("dtstart", at)
        part.add("tzoffsetfrom", observance.before)
        part.add("tzoffsetto", observance.after)
        part.add("tzname", observance.name)
        if rule:
            part.add("rrule", rule)
        yield part


def _rule(onsets: Sequence[datetime], last: int) -> dict[str, object] | None:
    """The rule by which the onsets follow one another to the last year, if there is one."""
    years = [at.year for at in onsets]
    if len(years) == 1 or years != list(range(years[0], last + 1)):
        return None
    if len({(at.month, at.weekday(), at.time()) for at in onsets}) > 1:
        return None
    which = {_week(at) for at in onsets}
    if all(at.day + 7 > monthrange(at.year, at.month)[1] for at in onsets):
        which = {-1}
    if len(which) > 1:
        return None
    day = f"{which.pop()}{WEEKDAYS[onsets[0].weekday()]}"
    return {"freq": "yearly", "bymonth": onsets[0].month, "byday": day}


def _week(day: datetime) -> int:
    """1 for the first Sunday of a month, 2 for its second …"""
    return (day.day - 1) // 7 + 1
