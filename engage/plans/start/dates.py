"""Which dates come next: pure. Dates are written to the year, month or day, and never widened."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from engage.kit.pieces import Cell
from engage.kit.values.days import first_day, last_day
from engage.reference.norms import KnownOccasion

AHEAD = dt.timedelta(days=90)
FAR_AHEAD = dt.timedelta(days=400)  # for the few that everybody prepares long before
SHOWN = 6
YEAR = len("2026")


@dataclass(frozen=True, slots=True)
class NextDate:
    """A date that comes; `is_great` for a call or a session, which is seen from afar."""

    written: str
    text: Cell
    note: str
    url: str = ""
    is_great: bool = False
    words: str = ""  # of the secretariat, as it wrote them


@dataclass(frozen=True, slots=True)
class Shown:
    """A date in words: the number of its day large, or its month where no day is known."""

    large: str
    small: str
    date: NextDate


def nearest(dates: Iterable[NextDate], day: dt.date) -> list[NextDate]:
    """The next dates in their order: all great ones, and of the others as many as find room."""
    coming = sorted(
        (each for each in dates if _is_ahead(each, day)),
        key=lambda each: (max(first_day(each.written), day), not each.is_great, each.written),
    )
    great = sum(each.is_great for each in coming)
    others = [each for each in coming if not each.is_great][: max(0, SHOWN - great)]
    return [each for each in coming if each.is_great or each in others]


def _is_ahead(date: NextDate, day: dt.date) -> bool:
    """What is known to the year only is no date to wait for."""
    limit = day + (FAR_AHEAD if date.is_great else AHEAD)
    known = len(date.written) > YEAR
    return known and last_day(date.written) >= day and first_day(date.written) <= limit


def when_next(occasion: KnownOccasion, day: dt.date) -> str | None:
    """The day on which an occasion comes next, as it is written; None if it is over."""
    if occasion.month and occasion.day:
        return next(_of_each_year(occasion.month, occasion.day, day), None)
    starts = occasion.starts
    return starts if starts and last_day(starts) >= day else None


def _of_each_year(month: int, number: int, day: dt.date) -> Iterator[str]:
    for year in range(day.year, day.year + 9):
        try:
            there = dt.date(year, month, number)
        except ValueError:  # the 29th of February
            continue
        if there >= day:
            yield there.isoformat()
