"""Public events as other websites read them: JSON in pages, and the schema that describes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from engage.calendar.entries import Entry, Session
from engage.config import settings
from engage.events.vocabulary import EventStatus
from engage.reference.vocabulary.activities import ActivityType

VERSION = "engage-calendar/1"
SIZE = 100  # events of a page
Json = dict[str, Any]


def page_of(entries: Sequence[Entry], total: int, number: int, address: str) -> Json:
    """One page; `address` is that of the first one, with its filter. The next page is absent from
    the last one."""
    found: Json = {
        "version": VERSION,
        "total": total,
        "page": number,
        "events": [record_of(entry) for entry in entries],
    }
    if number * SIZE < total:
        found["next"] = f"{address}{'&' if '?' in address else '?'}page={number + 1}"
    return found


def record_of(entry: Entry) -> Json:
    """A public event as other websites read it, in codes and own words; what is not known, and
    what is held back, is absent."""
    found = {
        "id": entry.ref,
        "url": f"{settings().address}{entry.url}",
        "title": {**entry.titles, entry.language: entry.title} if entry.title else {},
        "language": entry.language,
        "party": entry.party,
        "type": entry.type,
        "status": entry.status,
        "first_day": entry.first.isoformat(),
        "last_day": entry.last.isoformat(),
        "precision": entry.precision,
        "days": [day.isoformat() for day in entry.days] if entry.is_dated else [],
        "hours": [_record_of_session(each) for each in entry.sessions],
        "place": entry.place,
        "coordinates": dict(zip(("lat", "lon"), entry.coordinates or (), strict=False)),
        "online_link": entry.online,
        "groups": list(entry.groups),
        "occasion": entry.occasion,
        "paragraph": entry.paragraph,
        "website": entry.website,
        "sequence": entry.sequence,
        "changed_at": entry.changed_at.isoformat() if entry.changed_at else "",
    }
    return {name: value for name, value in found.items() if value not in ("", [], {})}


def _record_of_session(session: Session) -> Json:
    found = {
        "key": session.key,
        "from": session.start,
        "to": session.end,
        "zone": session.zone,
        "day": session.day.isoformat() if session.day else "",
        "what": session.what,
        "same_moment": session.is_elsewhere,
    }
    return {name: value for name, value in found.items() if value != ""}


DAY = {"type": "string", "format": "date"}
WORDS = {"type": "string", "minLength": 1}
ADDRESS = {"type": "string", "format": "uri"}
HOUR = {"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"}
SCHEMA_OF_HOURS: Mapping[str, Any] = {
    "type": "object",
    "properties": {
        "key": WORDS,
        "from": HOUR,
        "to": HOUR,
        "zone": WORDS,
        "day": DAY,
        "what": WORDS,
        "same_moment": {"type": "boolean"},
    },
    "required": ["from", "same_moment"],
    "additionalProperties": False,
}
PROPERTIES: Mapping[str, Any] = {
    "id": WORDS,
    "url": ADDRESS,
    "title": {"type": "object", "additionalProperties": WORDS},
    "language": WORDS,
    "party": {"type": "string", "pattern": "^[A-Z][A-Z0-9]$"},
    "type": {"enum": list(ActivityType.labels())},
    "status": {"enum": list(EventStatus.labels())},
    "first_day": DAY,
    "last_day": DAY,
    "precision": {"enum": ["day", "month", "year"]},
    "days": {"type": "array", "items": DAY},
    "hours": {"type": "array", "items": SCHEMA_OF_HOURS},
    "place": WORDS,
    "coordinates": {
        "type": "object",
        "properties": {"lat": {"type": "number"}, "lon": {"type": "number"}},
        "required": ["lat", "lon"],
    },
    "online_link": WORDS,
    "groups": {"type": "array", "items": WORDS},
    "occasion": WORDS,
    "paragraph": WORDS,
    "website": WORDS,
    "sequence": {"type": "integer", "minimum": 0},
    "changed_at": {"type": "string", "format": "date-time"},
}
NEEDED = ("id", "url", "language", "first_day", "last_day", "precision", "sequence", "changed_at")


def schema() -> Json:
    """The shape of a page (JSON Schema, draft 2020-12)."""
    event = {
        "type": "object",
        "properties": dict(PROPERTIES),
        "required": list(NEEDED),
        "additionalProperties": False,
    }
    whole = {"type": "integer", "minimum": 0}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"{settings().address}/calendar/schema.json",
        "type": "object",
        "properties": {
            "version": {"const": VERSION},
            "total": whole,
            "page": {"type": "integer", "minimum": 1},
            "next": ADDRESS,
            "events": {"type": "array", "items": event, "maxItems": SIZE},
        },
        "required": ["version", "total", "page", "events"],
        "additionalProperties": False,
    }
