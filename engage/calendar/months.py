"""Months, weeks and quarters, as addresses write them and as calendars lay them out. Pure."""

from __future__ import annotations

import re
from calendar import Calendar, monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from engage.kit.vtimezone import EARLIEST, LATEST

YEARS = range(EARLIEST, LATEST + 1)
_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")
_QUARTER = re.compile(r"([0-9]{4})-([1-4])")
MONTHS = 12
IN_QUARTER = 3


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """From one day to another, both included."""

    first: date
    last: date

    def days(self) -> list[date]:
        return [self.first + timedelta(n) for n in range((self.last - self.first).days + 1)]

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last


def month_of(day: date) -> Span:
    last = monthrange(day.year, day.month)[1]
    return Span(day.replace(day=1), day.replace(day=last))


def month_in(written: str) -> Span | None:
    """`2026-06`; nothing for anything else, and for years that no calendar of ours has."""
    found = _MONTH.fullmatch(written)
    if not found or int(found[1]) not in YEARS or int(found[2]) not in range(1, MONTHS + 1):
        return None
    return month_of(date(int(found[1]), int(found[2]), 1))


def write_month(month: Span) -> str:
    return f"{month.first:%Y-%m}"


def beside(month: Span, step: int) -> Span | None:
    """The month so many months later, or before; none where the years of the calendar end."""
    number = month.first.year * MONTHS + month.first.month - 1 + step
    year, place = divmod(number, MONTHS)
    return month_of(date(year, place + 1, 1)) if year in YEARS else None


def weeks_of(month: Span, first_weekday: int) -> list[list[date]]:
    """The weeks of the month from its first weekday (0 is Monday), filled up with days of the
    months beside it."""
    weeks = Calendar(first_weekday)
    return weeks.monthdatescalendar(month.first.year, month.first.month)


def quarter_of(day: date) -> Span:
    first = date(day.year, (day.month - 1) // IN_QUARTER * IN_QUARTER + 1, 1)
    return Span(first, month_of(first.replace(month=first.month + 2)).last)


def quarter_in(written: str) -> Span | None:
    """`2026-3`: July to September."""
    found = _QUARTER.fullmatch(written)
    if not found or int(found[1]) not in YEARS:
        return None
    return quarter_of(date(int(found[1]), int(found[2]) * IN_QUARTER, 1))


def write_quarter(quarter: Span) -> str:
    return f"{quarter.first.year}-{quarter.last.month // IN_QUARTER}"


def months_in(span: Span) -> list[Span]:
    """The whole months that a span touches."""
    month, found = month_of(span.first), []
    while month.first <= span.last:
        found.append(month)
        month = month_of(month.last + timedelta(1))
    return found


def day_in(written: str) -> date | None:
    """`2026-06-17`."""
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return None
    return day if day.year in YEARS else None
