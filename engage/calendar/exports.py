"""Entries as calendar programs read them (iCalendar, RFC 5545)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from flask_babel import gettext as _

from engage.calendar.entries import A_DAY, Entry, Session
from engage.calendar.reading import status_of, title_of, with_zone
from engage.calendar.vocabulary import EntryKind
from engage.config import settings
from engage.kit.formats import show_hours
from engage.kit.ics import CalendarItem, Days, Hours, Status, feed
from engage.kit.locales import current
from engage.kit.pieces import plain
from engage.kit.values.tongues import Tongues
from engage.reference.vocabulary.activities import ActivityType

REFRESH = dt.timedelta(hours=6)
NEVER_CHANGED = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)  # of the rows that Engage came with

Names = Mapping[str, str]  # of Parties, by code
Part = tuple[str, Days | Hours]  # what is added to the uid, and when it is


def calendar_of(entries: Iterable[Entry], name: str, page: str, parties: Names) -> bytes:
    """A calendar of the entries whose days are known; `page` is the path that shows the same."""
    items = [item for entry in entries if entry.is_dated for item in items_of(entry, parties)]
    url = f"{settings().address}{page}"
    return feed(name, items, language=current(), url=url, refresh=REFRESH)


def items_of(entry: Entry, parties: Names) -> list[CalendarItem]:
    """One item, or one for each row of days and for each session. A part is named by the key of
    its row or by its day, never by its place among the others, so that its name stays."""
    uid, host = entry.ref, urlsplit(settings().address).hostname
    parts = parts_of(entry)
    url = f"{settings().address}{entry.url}" if entry.url else ""
    shared: dict[str, Any] = {
        "changed_at": entry.changed_at or NEVER_CHANGED,
        "summary": plain(title_of(entry, current())),
        "summary_language": _spoken_in_title(entry),
        "language": current(),
        "status": _state_of(entry),
        "sequence": entry.sequence,
        "description": description_of(entry, parties),
        "location": entry.place,
        "location_language": entry.language,
        "url": url,
        "coordinates": entry.coordinates,
    }
    return [
        CalendarItem(
            uid=f"{uid}{part}@{host}", time=time, related=f"{uid}@{host}" if part else "", **shared
        )
        for part, time in parts
    ]


def _spoken_in_title(entry: Entry) -> str:
    """The language of the title as it is shown; a stop is called by its journey first."""
    if entry.kind is EntryKind.STOP:
        return Tongues.in_language(entry.journey, current())[1]
    title, spoken = entry.title_in(current())
    return spoken if title else ""


def parts_of(entry: Entry) -> list[Part]:
    """When the entry is: its sessions, and as whole days what has no hours."""
    sessions = [
        (session, day)
        for session in entry.own_sessions()
        for day in ([session.day] if session.day else entry.days)
    ]
    with_hours = {day for _session, day in sessions}
    runs = list(_runs([day for day in entry.days if day not in with_hours]))
    if len(sessions) == 1 and not runs:
        session, day = sessions[0]
        return [("", _hours(session, day))]
    main = entry.begin or entry.first
    return [
        *(("" if run.first <= main <= run.last else _named(run.first), run) for run in runs),
        *(_part(session, day) for session, day in sessions),
    ]


def _part(session: Session, day: dt.date) -> Part:
    """A session of one day is named by its row; one that comes back, by its row and the day."""
    return f"-{session.key}" + ("" if session.day else _named(day)), _hours(session, day)


def _named(day: dt.date) -> str:
    return f"-{day:%Y%m%d}"


def _runs(days: Sequence[dt.date]) -> Iterator[Days]:
    """Days that follow one another belong together."""
    first = last = None
    for day in days:
        if first is None or last is None or day != last + A_DAY:
            if first is not None and last is not None:
                yield Days(first, last)
            first = day
        last = day
    if first is not None and last is not None:
        yield Days(first, last)


def _hours(session: Session, day: dt.date) -> Hours:
    start = dt.datetime.combine(day, dt.time.fromisoformat(session.start))
    end = None
    if session.end:
        end = dt.datetime.combine(session.ends_on(day), dt.time.fromisoformat(session.end))
    return Hours(start, end, session.zone or None)


def _state_of(entry: Entry) -> Status:
    if entry.is_called_off:
        return "cancelled"
    return "tentative" if entry.is_open else "confirmed"


def description_of(entry: Entry, parties: Names) -> str:
    """What stands below the title: where it stands, whose it is, what it is, how to take part."""
    lines = [
        " · ".join(
            filter(None, (status_of(entry), str(ActivityType.labels().get(entry.type, ""))))
        ),
        parties.get(entry.party, "") if entry.party else "",
        entry.paragraph,
        *_elsewhere(entry),
        entry.online,
        entry.website,
    ]
    return "\n".join(line for line in lines if line)


def _elsewhere(entry: Entry) -> Iterator[str]:
    for session in entry.sessions:
        hours = show_hours(session.start, session.end, language=current())
        shown = with_zone(hours, session.zone) if session.zone else hours
        if session.is_elsewhere:
            yield _("The same moment elsewhere: %(hours)s", hours=shown)
        elif session.what:
            yield f"{shown} · {session.what}"
