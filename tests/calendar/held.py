"""Public events for calendars, and what two readers find in a feed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from flask.testing import FlaskClient
from icalendar import Calendar
from sqlalchemy.orm import Session

from engage.events.models import Event
from tests.factories import make_event

HOST = "127.0.0.1"
Rows = Sequence[Mapping[str, Any]]


def held(session: Session, title: str, hours: Rows = (), **answers: Any) -> Event:
    """A public event with a title of its own and the rows of its hours."""
    given = {"title": title, "status": "announced", "visibility": "public", "language": "en"}
    return make_event(session, rows={"hours": hours}, **{**given, **answers})


def hours(start: str, end: str = "", zone: str = "", day: str = "", **more: Any) -> dict[str, Any]:
    row: dict[str, Any] = {"hours": {"from": start, **({"to": end} if end else {})}, **more}
    return row | ({"zone": zone} if zone else {}) | ({"day": {"start": day}} if day else {})


def feed(client: FlaskClient, address: str = "/calendar.ics", **headers: str) -> bytes:
    answer = client.get(address, headers=headers)
    assert answer.status_code == 200, answer.text
    assert answer.mimetype == "text/calendar"
    return bytes(answer.data)


def items(calendar: bytes) -> list[Any]:
    """Its entries; what each property holds depends on how it is written."""
    read = Calendar.from_ical(calendar)
    assert not any(component.errors for component in read.walk())
    return list(read.events)


def titles(calendar: bytes) -> list[str]:
    return [str(item["summary"]) for item in items(calendar)]
