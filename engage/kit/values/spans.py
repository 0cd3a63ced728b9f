"""A time on one line, as people and spreadsheets write it: a day, or from one day to another.

Whether day or month stands first is never guessed: where both readings are in the calendar, the
line is unclear until somebody has said how the sheet writes its dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from flask_babel import lazy_gettext as _l

from engage.kit.values.clean import latin_digits
from engage.kit.values.days import (
    Unread,
    Written,
    first_day,
    is_full,
    month_first,
    read_boxes,
    read_line,
)
from engage.kit.values.months import weekdays_in
from engage.kit.values.spoken import spoken_day
from engage.kit.values.vocabulary import Label

_LETTERS = r"[^\W\d_]+"
_NO_TIME = re.compile(r"[ T]0?0:00(:00)?$")
_TIME = re.compile(r",? (at )?\d{1,2}:\d{2}(:\d{2})?( ?[ap]\.?m\.?)?$", re.IGNORECASE)
_YEAR_WORD = re.compile(r"(?<=\d)\s*(г\.?|года|год|т\.?)$")
_CHINESE_DAY = re.compile(r"\s*[（(]?(星期|周)[一二三四五六日天][)）]?$")
_FIRST_WORD = re.compile(rf"({_LETTERS})\.?,? (?=.*\d)")
_ORDINAL = re.compile(r"(?<=\d)(st|nd|rd|th|º|°)(?=[\s,])", re.IGNORECASE)
_MONTH_DAY_YEAR = re.compile(rf"({_LETTERS})\.? (\d{{1,2}}) (\d{{4}})")
_JOINED = re.compile(rf"(\d{{1,2}})[-/. ]({_LETTERS})\.?[-/. ](\d{{4}})|({_LETTERS})[-/.](\d{{4}})")
_FIGURES = re.compile(r"(\d{1,4})[-/.](\d{1,2}|[^\W\d_]{3,})[-/.](\d{1,4})\.?")
_QUARTER = re.compile(
    r"(?:Q|T|кв\.?)\s?([1-4])[\s/-]*(\d{4})|(\d{4})[\s/-]*(?:Q|T)([1-4])", re.IGNORECASE
)
_YEARS = re.compile(r"(\d{4})\s?[-/]\s?(\d{4})")
_FROM = re.compile(r"(from|du|des?|del|desde|с|со|от|من)\s+|[从自]\s*", re.IGNORECASE)
_UNTIL = re.compile(
    r"(until|till|jusqu.(au|en|à)|до|по|hasta( el)?|حتى)[:：]?\s+|至\s*", re.IGNORECASE
)
_TO = re.compile(
    r"\s*[–—~〜至]\s*|\s+-\s+|(?<=[\d月日])-(?=[\d])"
    r"|\s+(?:to|until|au|à|по|до|al?|hasta|إلى|الى|حتى)\s+|\s*[–—-]\s*(?=[^\W\d_])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Span:
    """The days of a line; `loose` tells that the line says more than they do."""

    start: str = ""
    end: str = ""
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Unclear:
    """A date that may be read with the day or with the month first; `day` is the first reading."""

    line: str
    day: str

    @property
    def sentence(self) -> Label:
        return _l(
            "“%(line)s” can be read as %(day)s or as %(other)s. Please say which is meant.",
            line=self.line,
            day=spoken_day(self.day),
            other=spoken_day(month_first(self.day)),
        )


Read = Span | Unclear | Unread
Day = str | Unclear | Unread | None


def read_span(text: str, *, month_leads: bool | None) -> Read | None:
    """The days that a line names; nothing where it names none. `month_leads` tells how the sheet
    writes 3/4/2027: None where nobody has said it."""
    line = _even(text)
    reader = _Reader(month_leads)
    whole = reader.day(line)
    if isinstance(whole, str):
        return Span(whole, loose=_says_more(line, whole))
    if isinstance(whole, Unclear):
        return whole
    return _quarter(line) or _years(line) or reader.until(line) or reader.both(line) or whole


@dataclass(frozen=True, slots=True)
class _Reader:
    month_leads: bool | None

    def day(self, line: str) -> Day:
        """One day, month or year; `Unread` for figures like those of a date that are none."""
        bare = _bare(line)
        swapped = re.fullmatch(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})", bare, re.ASCII)
        if swapped and int(swapped[1]) <= 12 < int(swapped[3]):
            month, _mark, day, year = swapped.groups()
            return read_boxes(day, month, year)
        written = read_line(bare)
        if isinstance(written, Unread):
            return written if _FIGURES.fullmatch(bare) else None
        return self._ordered(line, written)

    def _ordered(self, line: str, written: Written) -> str | Unclear:
        if not written.day_first:
            return written.day
        if self.month_leads is None:
            return Unclear(line, written.day)
        return month_first(written.day) if self.month_leads else written.day

    def until(self, line: str) -> Read | None:
        found = _UNTIL.match(line)
        return self._alone(line[found.end() :].removesuffix("止"), ends=True) if found else None

    def both(self, line: str) -> Read | None:
        """From one day to another; a lone “from” gives the start."""
        opening = _FROM.match(line)
        for rest in dict.fromkeys((line, line[opening.end() :] if opening else line)):
            for left, right in _halves(rest):
                if found := self._pair(left, right):
                    return found
        return self._alone(line[opening.end() :], ends=False) if opening else None

    def _alone(self, line: str, *, ends: bool) -> Read | None:
        read = self.day(line)
        if isinstance(read, str):
            return Span(end=read) if ends else Span(read)
        return read

    def _pair(self, left: str, right: str) -> Read | None:
        start, end = self._halves_read(left, right)
        for each in (start, end):
            if isinstance(each, Unclear):
                return each
        if not (isinstance(start, str) and isinstance(end, str)):
            return None
        more = any(weekdays_in(half) or _TIME.search(half) for half in (left, right))
        return Span(start, end, loose=more)

    def _halves_read(self, left: str, right: str) -> tuple[Day, Day]:
        start, end = self.day(left), self.day(right)
        if isinstance(end, str) and not isinstance(start, str | Unclear):
            return self._completed(left, end), end
        if isinstance(start, str) and not isinstance(end, str | Unclear):
            return start, self._completed(right, start)
        return start, end

    def _completed(self, half: str, other: str) -> Day:
        """Half of a span that leaves out what its other half says: `20` – `22 March 2027`."""
        lone = re.fullmatch(r"(\d{1,2})日?", half, re.ASCII)
        if lone:
            return read_boxes(lone[1], other[5:7], other[:4]) if is_full(other) else None
        year = other[:4]
        for whole in (f"{half} {year}", f"{half}.{year}", f"{year}年{half}"):
            read = self.day(whole)
            if isinstance(read, str | Unclear):
                return read
        return None


def _halves(line: str) -> Iterator[tuple[str, str]]:
    for cut in _TO.finditer(line):
        left, right = line[: cut.start()], line[cut.end() :]
        if left and right:
            yield left, right


def _even(text: str) -> str:
    """Latin digits, single spaces, no commas: what differs from sheet to sheet and says nothing."""
    line = re.sub(r"[,،]", " ", latin_digits(text))
    return " ".join(_NO_TIME.sub("", " ".join(line.split())).split())


def _bare(line: str) -> str:
    """The date alone, in an order that `read_line` knows."""
    line = _CHINESE_DAY.sub("", _YEAR_WORD.sub("", _TIME.sub("", line)))
    first = _FIRST_WORD.match(line)
    if first and weekdays_in(first[1]):
        line = line[first.end() :]
    line = _ORDINAL.sub("", f"{line} ").strip()
    line = re.sub(r"\bdel\b", "de", line)
    if joined := _JOINED.fullmatch(line):
        line = " ".join(filter(None, joined.groups()))
    elif turned := _MONTH_DAY_YEAR.fullmatch(line):
        line = f"{turned[2]} {turned[1]} {turned[3]}"
    return line


def _says_more(line: str, day: str) -> bool:
    """A time of day, or a weekday on which the day does not fall."""
    named = weekdays_in(line)
    contradicts = bool(named) and not (is_full(day) and first_day(day).weekday() in named)
    return contradicts or bool(_TIME.search(line))


def _quarter(line: str) -> Span | None:
    """`Q2 2027`: its first and its last month, and the words are kept."""
    found = _QUARTER.fullmatch(line)
    if not found:
        return None
    number, year = int(found[1] or found[4]), found[2] or found[3]
    return Span(f"{year}-{number * 3 - 2:02}", f"{year}-{number * 3:02}", loose=True)


def _years(line: str) -> Span | None:
    found = _YEARS.fullmatch(line)
    if not found:
        return None
    years = [read_boxes("", "", year) for year in found.groups()]
    return Span(str(years[0]), str(years[1])) if all(isinstance(y, str) for y in years) else None
