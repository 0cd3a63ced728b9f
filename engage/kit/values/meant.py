"""The days that a time means, for calendars: single days where they are known, and how exactly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from engage.kit.values.base import Json, listed, record
from engage.kit.values.days import first_day, is_full, last_day

# A span that is longer is no row of days in a calendar: its first and its last day stand for it.
LONGEST_SPAN = 370
_PRECISIONS = {len("2026"): "year", len("2026-03"): "month", len("2026-03-20"): "day"}


@dataclass(frozen=True, slots=True)
class Meant:
    """`days` are those known to the day, in order; `first` and `last` the widest reading of all.

    `precision` is `year`, `month` or `day`: that of start and end, the coarser of the two, or of
    the further dates where there is neither; nothing where no date is known.
    """

    days: tuple[date, ...] = ()
    first: date | None = None
    last: date | None = None
    precision: str | None = None


def meant_by(value: Json) -> Meant:
    """Other answers and kept text mean no day; what is repeated is not counted on."""
    when = record(value)
    bounds = [str(when[key]) for key in ("start", "end") if key in when]
    further = [str(day) for day in listed(when.get("further"))]
    written = [*bounds, *further]
    if not written:
        return Meant()
    days = {first_day(each) for each in written if is_full(each)} | _between(when)
    return Meant(
        days=tuple(sorted(days)),
        first=min(map(first_day, written)),
        last=max(map(last_day, written)),
        precision=_PRECISIONS[min(map(len, bounds or further))],
    )


def _between(when: Mapping[str, Json]) -> set[date]:
    """Every day from a start to an end that are both known to the day."""
    start, end = str(when.get("start", "")), str(when.get("end", ""))
    if not (is_full(start) and is_full(end)):
        return set()
    span = (first_day(end) - first_day(start)).days + 1
    return {first_day(start) + timedelta(n) for n in range(span)} if span <= LONGEST_SPAN else set()
