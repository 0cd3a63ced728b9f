"""Dates as quarters, for the time line and the mirror: never more exact than they are written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from flask_babel import gettext as _

from engage.kit.formats import show_year
from engage.kit.values.days import first_day, last_day

WHOLE_YEAR = 5  # stands for a quarter where only the year is known, and after the four
LONGEST = 12  # years that are filled in between two dates; more are likely to be a slip


class Quarter(NamedTuple):
    year: int
    quarter: int

    @property
    def exact(self) -> bool:
        return self.quarter != WHOLE_YEAR


class Stretch(NamedTuple):
    """From one quarter to another, both meant."""

    first: Quarter
    last: Quarter

    def quarters(self) -> Iterator[Quarter]:
        if self.last.year - self.first.year > LONGEST:
            yield from dict.fromkeys(self)
        elif not self.first.exact:
            yield from (Quarter(y, WHOLE_YEAR) for y in range(self.first.year, self.last.year + 1))
        else:
            for year in range(self.first.year, self.last.year + 1):
                for quarter in (Quarter(year, each) for each in range(1, WHOLE_YEAR)):
                    if self.first <= quarter <= self.last:
                        yield quarter


def stretches(when: Any) -> tuple[Stretch, ...]:
    """The span of a date, then its further days; nothing where no day is known."""
    if not isinstance(when, dict):
        return ()
    found = [_span(str(when.get("start", "")), str(when.get("end", "")))]
    found += [_span(str(day), "") for day in when.get("further", ())]
    return tuple(dict.fromkeys(each for each in found if each))


def quarters_of(when: Any) -> frozenset[Quarter]:
    """Every quarter that a date touches."""
    return frozenset(each for stretch in stretches(when) for each in stretch.quarters())


def years_of(period: Any, whens: Iterable[Any]) -> tuple[int, ...]:
    """The years of the plan and of its dates; one without end, by a slip, adds none."""
    found = {quarter.year for when in whens for quarter in quarters_of(when)}
    for stretch in stretches(period):
        if stretch.last.year - stretch.first.year <= LONGEST:
            found |= set(range(stretch.first.year, stretch.last.year + 1))
    return tuple(sorted(found))


def abreast(years: tuple[int, ...], number: int) -> list[tuple[int, ...]]:
    """So many years at a time."""
    return [years[at : at + number] for at in range(0, len(years), number)]


def quarter_label(quarter: Quarter, language: str) -> str:
    if not quarter.exact:
        return show_year(quarter.year, language=language)
    return _("Q%(quarter)s %(year)s", quarter=quarter.quarter, year=quarter.year)


def _span(start: str, end: str) -> Stretch | None:
    start, end = start or end, end or start
    if not start:
        return None
    if last_day(end) < first_day(start):
        end = start
    if len(start) == len(end) == len("2026"):
        return Stretch(Quarter(int(start), WHOLE_YEAR), Quarter(int(end), WHOLE_YEAR))
    first, last = first_day(start), last_day(end)
    return Stretch(
        Quarter(first.year, (first.month + 2) // 3), Quarter(last.year, (last.month + 2) // 3)
    )
