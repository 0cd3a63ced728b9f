"""Time as plans have it: words as written, a start and an end as exact as they are known,
a frequency, and further dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext, pgettext

from engage.kit.formats import show_day, show_list
from engage.kit.values.base import (
    Json,
    Kind,
    Line,
    Problem,
    Taken,
    is_answer,
    is_as_typed,
    listed,
    record,
)
from engage.kit.values.choice import unknown_code
from engage.kit.values.days import (
    Unread,
    Written,
    first_day,
    is_full,
    last_day,
    month_first,
    read_boxes,
    read_line,
    write_boxes,
)
from engage.kit.values.given import Given
from engage.kit.values.meant import Meant, meant_by
from engage.kit.values.months import weekdays_in
from engage.kit.values.options import Option, option_of, options_of
from engage.kit.values.shape import DAY, Schema, record_shape, text_shape, too_long
from engage.kit.values.spoken import spoken_day, spoken_weekday
from engage.kit.values.vocabulary import Label, Vocabulary

ALL = ("words", "start", "end", "frequency", "further")
BOXES = ("day", "month", "year")
WORDS_MAX = 300


class Frequency(Vocabulary):
    """How often something is done."""

    DAILY = "daily", _l("Daily")
    WEEKLY = "weekly", _l("Weekly")
    MONTHLY = "monthly", _l("Monthly")
    QUARTERLY = "quarterly", _l("Quarterly")
    HALF_YEARLY = "half_yearly", _l("Twice a year")
    YEARLY = "yearly", _l("Yearly")
    THROUGHOUT = "throughout", _l("Throughout the period")


@dataclass(frozen=True)
class When(Kind):
    """`only` are the keys asked for: `("start",)` is a date, `("start", "end")` a period."""

    name: ClassVar[str] = "when"
    only: tuple[str, ...] = ALL
    frequencies: type[Vocabulary] = Frequency

    def _parts(self) -> tuple[str, ...]:
        return tuple(part for key in ALL if key in self.only for part in _parts_of(key))

    def _options(self, part: str) -> tuple[Option, ...]:
        return options_of(self.frequencies) if part == "frequency" else ()

    def _read(self, given: Given) -> Taken:
        value: dict[str, Json] = {}
        problems: list[Problem] = []
        if words := given.one("words"):
            value["words"] = words
            if len(words) > WORDS_MAX:
                problems.append(Problem("too_long", too_long(words, WORDS_MAX), "words"))
        for key in ("start", "end"):
            problems += _read_day(given, key, value)
        if frequency := given.one("frequency"):
            value["frequency"] = frequency
            if frequency not in self.frequencies.labels():
                sentence = unknown_code(frequency, self.options("frequency"))
                problems.append(Problem("unknown_code", sentence, "frequency"))
        further = _read_further(given)
        if further.value:
            value["further"] = further.value
        return Taken(value or None, (*problems, *further.problems), further.warnings)

    def _write(self, value: Json) -> dict[str, list[str]]:
        parts: dict[str, list[str]] = {}
        for key, each in record(value).items():
            if key in ("start", "end"):
                parts |= {f"{key}_{box}": [text] for box, text in write_boxes(str(each)).items()}
            elif key == "further":
                parts[key] = ["\n".join(str(day) for day in listed(each))]
            else:
                parts[key] = [str(each)]
        return parts

    def _shape(self) -> Schema:
        day = {"type": "string", "pattern": DAY}
        shapes: dict[str, Schema] = {
            "words": text_shape(WORDS_MAX),
            "start": day,
            "end": day,
            "frequency": {"type": "string", "enum": list(self.frequencies.labels())},
            "further": {"type": "array", "items": day, "minItems": 1},
        }
        return record_shape({key: shapes[key] for key in ALL if key in self.only})

    def _warn(self, value: Json) -> tuple[Problem, ...]:
        return (*_warn_of_order(record(value)), *_warn_of_weekdays(record(value)))

    def _lines(self, value: Json, language: str) -> Sequence[Line]:
        when = record(value)
        phrases = (
            _say_span(when, language),
            self._say_frequency(when),
            _say_further(when, language),
        )
        lines = [Line(phrase, own=False) for phrase in phrases if phrase]
        if "words" in when:
            lines.append(Line(str(when["words"]), own=True))
        return lines

    def _say_frequency(self, when: dict[str, Json]) -> str:
        code = str(when.get("frequency", ""))
        option = option_of(code, self.frequencies) if code else None
        return str(option.label) if option else code

    @staticmethod
    def first_day(value: Json) -> date | None:
        """The first day that the value can mean, to sort by; nothing where no date is known."""
        written = _earliest(value)
        return first_day(written) if written else None

    @staticmethod
    def days(value: Json) -> Meant:
        """The days that are meant, first and last, and how exactly they are known."""
        return meant_by(value)

    @staticmethod
    def quarter(value: Json) -> tuple[int, int | None] | None:
        """Year and quarter of the first date; no quarter where only the year is known."""
        written = _earliest(value)
        if not written:
            return None
        day = first_day(written)
        return (day.year, None if len(written) == len("2026") else (day.month + 2) // 3)


def _parts_of(key: str) -> tuple[str, ...]:
    return tuple(f"{key}_{box}" for box in BOXES) if key in ("start", "end") else (key,)


def _read_day(given: Given, key: str, value: dict[str, Json]) -> list[Problem]:
    read = read_boxes(*(given.digits(f"{key}_{box}") for box in BOXES))
    if isinstance(read, Unread):
        return [Problem("date", read.sentence, f"{key}_{read.box}")]
    if read:
        value[key] = read
    return []


def _read_further(given: Given) -> Taken:
    read = [(line, read_line(line)) for line in given.lines("further")]
    days: list[Json] = [each.day for _line, each in read if isinstance(each, Written)]
    problems = [
        Problem("date", each.sentence, "further")
        for _line, each in read
        if isinstance(each, Unread)
    ]
    warnings = [
        Problem("day_first", _read_day_first(line, each.day), "further")
        for line, each in read
        if isinstance(each, Written) and each.day_first
    ]
    return Taken(days, tuple(problems), tuple(warnings))


def _read_day_first(line: str, day: str) -> Label:
    return _l(
        "“%(line)s” was read with the day first, as %(day)s. If you meant %(other)s, "
        "please write %(iso)s.",
        line=line,
        day=spoken_day(day),
        other=spoken_day(month_first(day)),
        iso=month_first(day),
    )


def _warn_of_order(when: dict[str, Json]) -> Sequence[Problem]:
    start, end = str(when.get("start", "")), str(when.get("end", ""))
    if not start or not end or last_day(end) >= first_day(start):
        return ()
    sentence = _l(
        "The end, %(end)s, lies before the start, %(start)s. Both are kept as you typed them.",
        end=spoken_day(end),
        start=spoken_day(start),
    )
    return (Problem("end_before_start", sentence, "end_day"),)


def _warn_of_weekdays(when: dict[str, Json]) -> Sequence[Problem]:
    """Weekdays in the words that no date falls on; said only where the date is meant for one."""
    days = _known_days(when)
    if not days or "frequency" in when:
        return ()
    falls_on = {day.weekday() for day in days}
    return [
        Problem("weekday", _other_weekday(named, days[0]), "words")
        for named in weekdays_in(str(when.get("words", "")))
        if named not in falls_on
    ]


def _known_days(when: dict[str, Json]) -> list[date]:
    """All days meant, where they are known to the day; a long span has every weekday anyway."""
    written = [str(when[key]) for key in ("start", "end") if key in when]
    written += [str(day) for day in listed(when.get("further"))]
    if not all(is_full(day) for day in written):
        return []
    days = [first_day(day) for day in written]
    if "start" in when and "end" in when:
        days += [days[0] + timedelta(n) for n in range(1, min(7, (days[1] - days[0]).days))]
    return days


def _other_weekday(named: int, day: date) -> Label:
    return _l(
        "The words name a %(named)s, but %(day)s is a %(weekday)s. "
        "Both are kept as you typed them.",
        named=spoken_weekday(named),
        day=spoken_day(day.isoformat()),
        weekday=spoken_weekday(day.weekday()),
    )


def _say_span(when: dict[str, Json], language: str) -> str:
    start, end = str(when.get("start", "")), str(when.get("end", ""))
    if start and end and start != end:
        first, last = show_day(start, language=language), show_day(end, language=language)
        return _say_from_to(first, last, exact=is_full(start) and is_full(end))
    if end and not start:
        return _say_until(show_day(end, language=language), exact=is_full(end))
    return show_day(start, language=language) if start else ""


def _say_from_to(first: str, last: str, *, exact: bool) -> str:
    """Days may take an article that months and years do not have."""
    if exact:
        return str(pgettext("from day to day", "from %(start)s to %(end)s", start=first, end=last))
    return str(_("from %(start)s to %(end)s", start=first, end=last))


def _say_until(last: str, *, exact: bool) -> str:
    if exact:
        return str(pgettext("until a day", "until %(end)s", end=last))
    return str(_("until %(end)s", end=last))


def _say_further(when: dict[str, Json], language: str) -> str:
    days = [show_day(str(day), language=language) for day in listed(when.get("further"))]
    if not days:
        return ""
    shown = show_list(days, language=language)
    return str(ngettext("Further date: %(days)s", "Further dates: %(days)s", len(days), days=shown))


def _earliest(value: Json) -> str:
    if is_as_typed(value) or is_answer(value):
        return ""
    when = record(value)
    if "start" in when:
        return str(when["start"])
    further = sorted((str(day) for day in listed(when.get("further"))), key=first_day)
    return further[0] if further else str(when.get("end", ""))
