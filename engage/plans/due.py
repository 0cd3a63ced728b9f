"""When a reminder is due: pure, and counted in days. Nothing is ever done to a plan for it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

WORKING_WEEK = 5
PAUSE_DRAFTS = dt.timedelta(days=30)  # between two reminders of the same draft
PAUSE_REVIEWS = dt.timedelta(days=7)  # between two reminders of the same review


@dataclass(frozen=True, slots=True)
class Limits:
    """After how many days a reminder goes out; None where its threshold is out of use."""

    draft_rest: int | None
    call_reminder: int | None
    feedback: int | None  # working days


def working_days(start: dt.date, end: dt.date) -> int:
    """Mondays to Fridays after the start, up to the end; holidays are not known here."""
    weeks, rest = divmod((end - start).days, 7)
    tail = (start + dt.timedelta(days) for days in range(1, rest + 1))
    return weeks * WORKING_WEEK + sum(day.weekday() < WORKING_WEEK for day in tail)


def rests_long(changed: dt.date, day: dt.date, limit: int | None) -> bool:
    return limit is not None and (day - changed).days >= limit


def waits_long(submitted: dt.date, day: dt.date, limit: int | None) -> bool:
    """Longer than the time in which the secretariat normally gives feedback."""
    return limit is not None and working_days(submitted, day) > limit


def ends_soon(opens: dt.date, due: dt.date, day: dt.date, limit: int | None) -> bool:
    """On the day on which a call opens, nobody is told that it ends as well."""
    return limit is not None and opens < day and 0 <= (due - day).days <= limit
