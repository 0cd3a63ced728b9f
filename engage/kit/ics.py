"""Calendars for the calendars of others: iCalendar (RFC 5545, RFC 7986), read by any program.

Days stay days and hours stay with the name of their zone; nothing is converted to UTC, which would
move a day east of Greenwich and an hour when a country changes its summer time.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import Literal
from urllib.parse import quote

from icalendar import Calendar, Event
from icalendar.prop import vCategory, vDuration, vGeo, vText, vUri

from engage.kit.memo import Memo
from engage.kit.values.clean import tidy
from engage.kit.vtimezone import block, find_zone

Status = Literal["tentative", "confirmed", "cancelled"]

PRODUCT = "-//UNCCD//Engage//EN"
UTC_NAMES = frozenset({"UTC", "Etc/UTC"})
OF_ADDRESSES = ":/?#[]@!$&'()*+,;=%~"  # what RFC 3986 lets stand as it is
ITEMS = 5000
END = b"END:VCALENDAR\r\n"

_events: Memo[bytes] = Memo(ITEMS)


@dataclass(frozen=True, slots=True)
class Days:
    """Whole days, the last one included; the same days wherever they are read."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError("the last day is before the first one")


@dataclass(frozen=True, slots=True)
class Hours:
    """Hours as clocks at the place show them; without a zone, as clocks anywhere show them.

    ValueError for a zone that the IANA database does not know, for a moment that brings a zone of
    its own, and for an end before the start.
    """

    start: datetime
    end: datetime | None = None
    zone: str | None = None

    def __post_init__(self) -> None:
        if self.start.tzinfo or (self.end and self.end.tzinfo):
            raise ValueError("a local time carries no zone of its own")
        if self.end and self.end < self.start:
            raise ValueError("the end is before the start")
        if self.zone is not None:
            find_zone(self.zone)

    @property
    def told_zone(self) -> str | None:
        """The zone that a calendar must explain; UTC explains itself."""
        return None if self.zone in UTC_NAMES else self.zone


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarItem:
    """One entry. `uid` stays for ever, `sequence` grows with each change of the time or the state.

    `language` is that of description and categories, and of summary and location unless they name
    another: what somebody wrote is in the language it was written in. `related` is the `uid` of
    what it is a part of; `coordinates` are latitude and longitude in degrees.
    """

    uid: str
    changed_at: datetime
    time: Days | Hours
    summary: str
    language: str
    status: Status = "confirmed"
    sequence: int = 0
    description: str = ""
    location: str = ""
    summary_language: str = ""
    location_language: str = ""
    url: str = ""
    categories: tuple[str, ...] = ()
    coordinates: tuple[float, float] | None = None
    related: str = ""

    def __post_init__(self) -> None:
        if self.changed_at.tzinfo is None:
            raise ValueError("a moment needs a time zone")


class Text(vText):
    """Text that comes back as it was: icalendar (7.3.2) makes a line break of the `\\N` in
    `C:\\New`."""

    ESCAPES = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n"})

    def to_ical(self) -> bytes:
        return self.translate(self.ESCAPES).encode()


def feed(
    name: str, items: Iterable[CalendarItem], *, language: str, url: str, refresh: timedelta
) -> bytes:
    """A calendar of these items, in their order; equal items make equal bytes.

    `url` is the page that shows the same; `refresh` is how often a subscriber should ask again.
    """
    shown = tuple(items)
    return b"".join(
        (
            _head(name, language, url, refresh),
            *_zones(shown),
            *(_events.get(item, partial(_event, item)) for item in shown),
            END,
        )
    )


def _head(name: str, language: str, url: str, refresh: timedelta) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("name", _text(name, language))
    calendar.add("x-wr-calname", _text(name))
    calendar.add("url", _address(url))
    calendar.add("refresh-interval", vDuration(refresh, params={"VALUE": "DURATION"}))
    calendar.add("x-published-ttl", vDuration(refresh))
    return bytes(calendar.to_ical()).removesuffix(END)


def _zones(items: Sequence[CalendarItem]) -> list[bytes]:
    """Each zone that is used, once, for the years in which it is."""
    years: dict[str, set[int]] = {}
    for item in items:
        if isinstance(item.time, Hours) and (zone := item.time.told_zone):
            used = (item.time.start, item.time.end or item.time.start)
            years.setdefault(zone, set()).update(moment.year for moment in used)
    return [block(zone, min(used), max(used)) for zone, used in sorted(years.items())]


def _event(item: CalendarItem) -> bytes:
    event = Event()
    event.add("uid", _text(item.uid))
    # Without a METHOD this is the moment of the last change (RFC 5545, 3.8.7.2); that of writing
    # would make another file of the same entries.
    event.add("dtstamp", item.changed_at)
    event.add("last-modified", item.changed_at)
    event.add("sequence", item.sequence)
    event.add("status", item.status.upper())
    event.add("transp", "TRANSPARENT")  # that something takes place makes no subscriber busy
    if isinstance(item.time, Days):
        event.add("dtstart", item.time.first)
        event.add("dtend", item.time.last + timedelta(days=1))
    else:
        _add_hours(event, item.time)
    _add_words(event, item)
    return bytes(event.to_ical())


def _add_hours(event: Event, hours: Hours) -> None:
    clock = None if hours.told_zone or hours.zone is None else UTC
    named = {"TZID": hours.told_zone} if hours.told_zone else {}
    event.add("dtstart", hours.start.replace(tzinfo=clock), parameters=named)
    if hours.end and hours.end > hours.start:
        event.add("dtend", hours.end.replace(tzinfo=clock), parameters=named)


def _add_words(event: Event, item: CalendarItem) -> None:
    for prop, language in (
        ("summary", item.summary_language),
        ("description", ""),
        ("location", item.location_language),
    ):
        if words := getattr(item, prop):
            event.add(prop, _text(words, language or item.language))
    if item.categories:
        named = vCategory([], params={"LANGUAGE": item.language})
        named.cats = [_text(category) for category in item.categories]
        event.add("categories", named)
    if item.url:
        event.add("url", _address(item.url))
    if item.coordinates:
        latitude, longitude = item.coordinates
        event.add("geo", vGeo((round(latitude, 6), round(longitude, 6))))
    if item.related:
        event.add("related-to", _text(item.related))


def _text(words: str, language: str | None = None) -> Text:
    return Text(tidy(words), params={"LANGUAGE": language} if language else None)


def _address(url: str) -> vUri:
    return vUri(quote(url, safe=OF_ADDRESSES))
