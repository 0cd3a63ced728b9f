"""Time in a plan, as far as it is known: which months an activity touches, which days it takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from engage.kit.values.days import first_day, is_full, last_day

Month = tuple[int, int]
_YEAR = len("2026")


def months_of(when: Any) -> frozenset[Month]:
    """Years and months from start to end, and of further dates; none where only a year is known."""
    found: set[Month] = set()
    for start, end in _stretches(when):
        first, last = first_day(start), last_day(end)
        found |= set(_months_between(first, max(first, last)))
    return frozenset(found)


def days_of(when: Any) -> tuple[tuple[date, date], ...]:
    """The stretches of days that are known to the day."""
    return tuple(
        (first_day(start), max(first_day(start), first_day(end)))
        for start, end in _stretches(when)
        if is_full(start) and is_full(end)
    )


def earliest(when: Any) -> date | None:
    """The first day that the start can mean."""
    start = _written(when, "start")
    return first_day(start) if start else None


def latest(when: Any) -> date | None:
    """The last day that the start can mean."""
    start = _written(when, "start")
    return last_day(start) if start else None


def ends(when: Any) -> date | None:
    """The first day that the end can mean; where there is no end, the start is all."""
    end = _written(when, "end") or _written(when, "start")
    return first_day(end) if end else None


def days_between(early: Any, late: Any) -> int | None:
    """At most so many days lie between two dates; nothing where one of them is not known."""
    first, last = earliest(early), latest(late)
    return (last - first).days if first and last else None


def near(day: date, month: int, number: int, within: int) -> date | None:
    """The day of that month and number that lies no more than so many days away."""
    for year in (day.year - 1, day.year, day.year + 1):
        try:
            there = date(year, month, number)
        except ValueError:  # the 29th of February
            continue
        if abs(day - there) <= timedelta(within):
            return there
    return None


def _stretches(when: Any) -> Iterator[tuple[str, str]]:
    """Start and end of what is known at least to the month."""
    start, end = _written(when, "start"), _written(when, "end")
    if len(start) > _YEAR:
        yield start, end if len(end) > _YEAR else start
    for day in _further(when):
        if len(day) > _YEAR:
            yield day, day


def _written(when: Any, part: str) -> str:
    written = when.get(part) if isinstance(when, Mapping) else None
    return written if isinstance(written, str) else ""


def _further(when: Any) -> list[str]:
    days = when.get("further") if isinstance(when, Mapping) else None
    return [day for day in days if isinstance(day, str)] if isinstance(days, list) else []


def _months_between(first: date, last: date) -> Iterator[Month]:
    for count in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield count // 12, count % 12 + 1
