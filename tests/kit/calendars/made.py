"""Calendars for tests, and what icalendar finds in them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from icalendar import Calendar, Event

from engage.kit.ics import CalendarItem, Days, feed

CHANGED = datetime(2026, 2, 3, 4, 5, 6, tzinfo=UTC)
local = datetime.fromisoformat  # what clocks show at the place
DAY = Days(date(2026, 6, 17), date(2026, 6, 17))


def item(uid: str = "AB-26-1@engage.example", **other: Any) -> CalendarItem:
    given = {"summary": "Caravan", "language": "en", "time": DAY, "changed_at": CHANGED}
    return CalendarItem(uid=uid, **{**given, **other})


def written(*items: CalendarItem, name: str = "Journeys") -> bytes:
    return feed(
        name,
        items,
        language="en",
        url="https://engage.example/calendar",
        refresh=timedelta(hours=6),
    )


def events(calendar: bytes) -> list[Event]:
    """By icalendar; the file must hold nothing that it had to overlook."""
    read = Calendar.from_ical(calendar)
    assert not any(component.errors for component in read.walk())
    return list(read.events)
