"""Days as exact as they are written: `2026`, `2026-03`, `2026-03-20`. Never widened.

Read from three boxes or from a line of text; what is not in the calendar is not corrected.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from flask_babel import lazy_gettext as _l

from engage.kit.values.clean import latin_digits, short
from engage.kit.values.months import month_number
from engage.kit.values.spoken import spoken_day
from engage.kit.values.vocabulary import Label

FIRST_YEAR, LAST_YEAR = 1900, 2199
LONGEST_LINE = 60


@dataclass(frozen=True, slots=True)
class Unread:
    """Why a date could not be read; `box` is `day`, `month` or `year`."""

    sentence: Label
    box: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """A date that was read from a line; `day_first` where the order had to be supposed."""

    day: str
    day_first: bool = False


def first_day(written: str) -> date:
    """The first day that the date can mean."""
    year, month, day = _numbers(written)
    return date(year, month or 1, day or 1)


def last_day(written: str) -> date:
    """The last day that the date can mean."""
    year, month, day = _numbers(written)
    month = month or 12
    return date(year, month, day or monthrange(year, month)[1])


def is_full(written: str) -> bool:
    return len(written) == len("2026-03-20")


def read_boxes(day: str, month: str, year: str) -> str | Unread | None:
    """The date in three boxes; day and month may stay empty, and nothing is nothing."""
    if not (day or month or year):
        return None
    if not year:
        return Unread(_NO_YEAR, "year")
    if day and not month:
        return Unread(_NO_MONTH, "month")
    read_year = _whole(year)
    if read_year is None or not FIRST_YEAR <= read_year <= LAST_YEAR:
        return Unread(_bad_year(year), "year")
    if not month:
        return f"{read_year:04}"
    read_month = month_number(month)
    if read_month is None:
        return Unread(_bad_month(month), "month")
    return _with_day(read_year, read_month, day)


def write_boxes(written: str) -> dict[str, str]:
    """The text of the boxes, by name."""
    boxes = zip(("year", "month", "day"), written.split("-"), strict=False)
    return {box: text if box == "year" else text.lstrip("0") for box, text in boxes}


def read_line(text: str) -> Written | Unread:
    """A date on a line: `2026-03-20`, `20/3/2026`, `20 March 2026`, `2026年3月20日`, `03.2026`."""
    line = latin_digits(text)
    if len(line) > LONGEST_LINE:
        return Unread(_bad_line(text))
    iso = re.fullmatch(
        r"(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月?))?年?", line, re.ASCII
    )
    if iso:
        year, month, day = (group or "" for group in iso.groups())
        return _written(read_boxes(day, month, year), text)
    turned = re.fullmatch(r"(?:(\d{1,2})[-/.])?(\d{1,2})[-/.](\d{4})", line, re.ASCII)
    if turned:
        day, month, year = (group or "" for group in turned.groups())
        supposed = bool(day) and int(day) <= 12 and int(month) <= 12 and int(day) != int(month)
        return _written(read_boxes(day, month, year), text, day_first=supposed)
    named = re.fullmatch(r"(?:(\d{1,2})(?:er)?\s+(?:de\s+)?)?(\D+?)\s+(?:de\s+)?(\d{4})", line)
    if named:
        day, month, year = (group or "" for group in named.groups())
        return _written(read_boxes(day, month, year), text)
    return Unread(_bad_line(text))


def month_first(written: str) -> str:
    """The same digits read with the month first."""
    year, month, day = written.split("-")
    return f"{year}-{day}-{month}"


def _numbers(written: str) -> tuple[int, int, int]:
    numbers = [int(part) for part in written.split("-")]
    year, month, day = (*numbers, 0, 0)[:3]
    return year, month, day


def _whole(text: str) -> int | None:
    return int(text) if re.fullmatch(r"[0-9]{1,4}", text) else None


def _with_day(year: int, month: int, day: str) -> str | Unread:
    if not day:
        return f"{year:04}-{month:02}"
    number, last = _whole(day), monthrange(year, month)[1]
    if number is None or number < 1 or number > 31:
        return Unread(_bad_day(day), "day")
    if number > last:
        return Unread(_no_such_day(number, f"{year:04}-{month:02}", last), "day")
    return f"{year:04}-{month:02}-{number:02}"


def _written(read: str | Unread | None, text: str, *, day_first: bool = False) -> Written | Unread:
    if isinstance(read, str):
        return Written(read, day_first)
    return read or Unread(_bad_line(text))


_NO_YEAR: Label = _l("Please add the year, or write the date in words.")
_NO_MONTH: Label = _l("Please add the month, or clear the day.")


def _bad_year(year: str) -> Label:
    return _l(
        "“%(year)s” is not read as a year. Please write four digits, such as 2027; "
        "years of another calendar are written in words.",
        year=short(year),
    )


def _bad_month(month: str) -> Label:
    return _l(
        "“%(month)s” is not read as a month. Please write a number from 1 to 12.",
        month=short(month),
    )


def _bad_day(day: str) -> Label:
    return _l(
        "“%(day)s” is not read as a day. Please write a number from 1 to 31, "
        "or clear the box if only the month is known.",
        day=short(day),
    )


def _no_such_day(day: int, month: str, last: int) -> Label:
    return _l(
        "Day %(day)s does not exist in %(month)s: that month ends on day %(last)s. "
        "Please correct the day, or clear its box if only the month is known.",
        day=day,
        month=spoken_day(month),
        last=last,
    )


def _bad_line(text: str) -> Label:
    return _l(
        "“%(text)s” is not read as a date. Please write it as 2027-03-20 or 20/3/2027, "
        "one date on each line.",
        text=short(text),
    )
