"""A public event as search engines read it: schema.org Event, in JSON-LD.

It holds what everybody may see, whoever looks at the page that it stands in.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

from engage.events.document import compose
from engage.events.models import Event
from engage.events.safety import hides_time
from engage.events.vocabulary import EventStatus, HourKind, Mode, Visibility
from engage.kit.values.base import record
from engage.kit.values.coordinates import Coordinates
from engage.kit.values.days import first_day, is_full
from engage.kit.values.when import When

Json = dict[str, Any]

STATES: Mapping[str, str] = {
    EventStatus.CANCELLED: "EventCancelled",
    EventStatus.NOT_HELD: "EventCancelled",
    EventStatus.POSTPONED: "EventPostponed",
    EventStatus.CHANGED: "EventRescheduled",
}
MODES: Mapping[str, str] = {
    Mode.IN_PERSON: "OfflineEventAttendanceMode",
    Mode.ONLINE: "OnlineEventAttendanceMode",
    Mode.BROADCAST: "OnlineEventAttendanceMode",
    Mode.HYBRID: "MixedEventAttendanceMode",
}


def linked_data(event: Event, url: str, moment: dt.datetime) -> Json | None:
    """For the page at this address. None of an event that is not public, and of one whose time is
    held back or not known: schema.org knows no event without a beginning."""
    is_public = event.visibility == Visibility.PUBLIC and event.deleted_at is None
    if not is_public or hides_time(event.safety, event.told_after, moment):
        return None
    document = compose(event, inside=False, moment=moment)
    fields: Json = document["fields"]
    times = _times(fields, document["registers"].get("hours", []))
    if not times or not _text(fields, "title"):
        return None
    found = {
        "@context": "https://schema.org",
        "@type": "Event",
        "@id": url,
        "url": url,
        "name": fields["title"],
        "inLanguage": event.language,
        **times,
        "eventStatus": _named(STATES.get(_text(fields, "status"), "EventScheduled")),
        "eventAttendanceMode": _named(MODES.get(_text(fields, "mode"), "")),
        "location": _location(fields),
        "description": _text(fields, "paragraph") or _text(fields, "summary"),
        "organizer": _organiser(_text(fields, "organiser")),
        "sameAs": _text(fields, "website"),
    }
    return {name: value for name, value in found.items() if value}


def _named(code: str) -> str:
    return f"https://schema.org/{code}" if code else ""


def _times(fields: Json, hours: list[Json]) -> Json:
    """As exact as they are known: a month is a month, and hours without a zone have no offset."""
    when = record(fields.get("when"))
    days = When.days(when)
    if days.first is None or days.last is None:
        return {}
    cut = {"year": 4, "month": 7}.get(days.precision or "", 10)
    start, end = days.first.isoformat()[:cut], days.last.isoformat()[:cut]
    sessions = [row["values"] for row in hours if _is_session(row["values"])]
    if cut == 10 and len(sessions) == 1 and start == end:
        return _moments(sessions[0], days.first, _text(fields, "zone"))
    return {"startDate": start, "endDate": end}


def _is_session(row: Json) -> bool:
    day = str(record(row.get("day")).get("start", ""))
    is_clear = not day or is_full(day)
    return (
        is_clear and row.get("kind") != HourKind.SAME_MOMENT and "from" in record(row.get("hours"))
    )


def _moments(row: Json, day: dt.date, place_zone: str) -> Json:
    hours, zone = record(row["hours"]), _text(row, "zone") or place_zone
    written = str(record(row.get("day")).get("start", ""))
    day = first_day(written) if written else day
    start, end = str(hours["from"]), str(hours.get("to", ""))
    found = {"startDate": _moment(day, start, zone)}
    if end:
        ends_on = day + dt.timedelta(days=end <= start)
        found["endDate"] = _moment(ends_on, end, zone)
    return found


def _moment(day: dt.date, hour: str, zone: str) -> str:
    clocks = ZoneInfo(zone) if zone else None
    moment = dt.datetime.combine(day, dt.time.fromisoformat(hour), clocks)
    return moment.isoformat(timespec="minutes")


def _location(fields: Json) -> list[Json]:
    found: list[Json] = []
    place, province = _text(fields, "place"), _text(fields, "province")
    if place or province:
        at: Json = {"@type": "Place", "name": place or province, "address": province or place}
        if point := Coordinates.point(fields.get("coordinates")):
            at["geo"] = {"@type": "GeoCoordinates", "latitude": point[0], "longitude": point[1]}
        found.append(at)
    if link := _text(fields, "online_link"):
        found.append({"@type": "VirtualLocation", "url": link})
    return found


def _organiser(name: str) -> Json:
    return {"@type": "Organization", "name": name} if name else {}


def _text(values: Json, code: str) -> str:
    found = values.get(code)
    return found if isinstance(found, str) else ""
