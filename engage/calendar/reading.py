"""Entries in words, in the language spoken now: what a day, a line of the list and a sheet say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from flask_babel import gettext as _
from flask_babel import ngettext

from engage.calendar.entries import Entry, Session
from engage.calendar.vocabulary import EntryKind
from engage.events.vocabulary import EventStatus
from engage.journeys.vocabulary import StopState
from engage.kit.formats import (
    show_date,
    show_day,
    show_hours,
    show_list,
    show_range,
    show_weekday,
)
from engage.kit.locales import current
from engage.kit.pieces import Cell, own, run_on
from engage.kit.values.tongues import Tongues
from engage.kit.values.vocabulary import Vocabulary
from engage.kit.zones import show_zone_name
from engage.reference.vocabulary.activities import ActivityType

DAYS_NAMED = 6
# What a reader of a month must know of an entry, beside its title.
TOLD_IN_MONTH = frozenset(
    {
        *(EventStatus.CANCELLED, EventStatus.NOT_HELD, EventStatus.POSTPONED),
        *(StopState.SKIPPED, StopState.PROPOSED),
    }
)


@dataclass(frozen=True, slots=True)
class Mention:
    """An entry on one day, or in a list: whose words its title is stands in its pieces."""

    url: str
    title: Cell
    notes: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Lines of a list under one heading."""

    heading: str
    lines: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a sheet: when it is, and the rest."""

    when: str
    line: Mention


def title_of(entry: Entry, language: str) -> Cell:
    """A stop is called by its journey and its place."""
    title, spoken = entry.title_in(language)
    if entry.kind is EntryKind.STOP:
        name, tongue = Tongues.in_language(entry.journey, language)
        return run_on(own(name, tongue), " · ", own(title)) if title else own(name, tongue)
    if entry.kind is EntryKind.OCCASION:
        return title if spoken == language else own(title, spoken)
    return own(title, spoken) if title else _("Event without a title")


def on_day(entry: Entry, day: date) -> Mention:
    """What the month says of it: which day of several, and whether it is held at all."""
    notes: list[Cell] = []
    if entry.kind is EntryKind.STOP:
        notes.append(str(EntryKind.STOP.label))
    if entry.status in TOLD_IN_MONTH:
        notes.append(status_of(entry))
    if len(entry.days) > 1 and day in entry.days:
        place = entry.days.index(day) + 1
        notes.append(_("Day %(number)s of %(total)s", number=place, total=len(entry.days)))
    return Mention(entry.url, title_of(entry, current()), tuple(notes))


def status_of(entry: Entry) -> str:
    words: type[Vocabulary] = StopState if entry.kind is EntryKind.STOP else EventStatus
    return str(words.labels().get(entry.status, ""))


def in_groups(
    entries: Sequence[Entry], begin: date, zone: str, parties: Mapping[str, str]
) -> list[Group]:
    """The lines of a list under their days; what began before stands first."""
    groups: dict[str, list[Mention]] = {}
    for entry in sorted(entries, key=lambda each: (max(each.first, begin), each.is_dated)):
        groups.setdefault(heading_of(entry, begin), []).append(line_of(entry, zone, parties))
    return [Group(heading, tuple(lines)) for heading, lines in groups.items()]


def heading_of(entry: Entry, begin: date) -> str:
    language = current()
    if not entry.is_dated:
        written = entry.first.isoformat()[: len("2026" if entry.precision == "year" else "2026-06")]
        return _("Day not known yet: %(time)s", time=show_day(written, language=language))
    if entry.first < begin:
        return _("Begun before, and not over yet")
    return show_weekday(entry.first, language=language)


def line_of(
    entry: Entry, zone: str, parties: Mapping[str, str], *, with_days: bool = True
) -> Mention:
    """All that a list says of it; `zone` is that of the reader, blank if it is not known."""
    notes: list[Cell] = []
    if entry.kind is EntryKind.STOP:
        notes.append(str(EntryKind.STOP.label))
    notes += filter(None, (_type_of(entry), status_of(entry), days_of(entry) if with_days else ""))
    notes += hours_of(entry, zone)
    if entry.place and entry.kind is not EntryKind.STOP:
        notes.append(own(entry.place, entry.language))
    if entry.party:
        notes.append(parties.get(entry.party, entry.party))
    return Mention(entry.url, title_of(entry, current()), tuple(notes))


def row_of(entry: Entry, zone: str, parties: Mapping[str, str]) -> Row:
    when = days_of(entry) or heading_of(entry, entry.first)
    return Row(when, line_of(entry, zone, parties, with_days=False))


def _type_of(entry: Entry) -> str:
    return str(ActivityType.labels().get(entry.type, ""))


def days_of(entry: Entry) -> str:
    """The days where there are several; the heading says a single one."""
    language = current()
    cut = {"year": 4, "month": 7, "day": 10}[entry.precision]
    first, last = entry.first.isoformat()[:cut], entry.last.isoformat()[:cut]
    if first == last:
        return ""
    span, number = show_range(first, last, language=language), len(entry.days)
    if not entry.is_dated or number == (entry.last - entry.first).days + 1:
        return span
    if number > DAYS_NAMED:
        return ngettext("%(num)s day: %(span)s", "%(num)s days: %(span)s", number, span=span)
    return show_list([show_date(day, language=language) for day in entry.days], language=language)


def hours_of(entry: Entry, zone: str) -> Iterator[Cell]:
    """Hours by the clocks of the place, then by those of the reader, each with its zone."""
    for session in entry.sessions:
        day = session.day or entry.begin or entry.first
        yield run_on(*_hours_at_place(session, is_of_several=len(entry.days) > 1))
        if told := in_zone(session, day, zone):
            yield told


def _hours_at_place(session: Session, *, is_of_several: bool) -> Iterator[Cell]:
    hours = show_hours(session.start, session.end, language=current())
    shown = with_zone(hours, session.zone) if session.zone else hours
    if session.is_elsewhere:
        shown = _("The same moment elsewhere: %(hours)s", hours=shown)
    if session.day and is_of_several:
        day = show_date(session.day, language=current())
        # Translators: a day and hours of that day.
        shown = _("%(day)s, %(hours)s", day=day, hours=shown)
    yield shown
    if session.what:
        yield " · "
        yield own(session.what)


def with_zone(hours: str, zone: str) -> str:
    name = show_zone_name(zone, language=current())
    # Translators: hours, and the time zone in which they are told.
    return _("%(hours)s, %(zone)s", hours=hours, zone=name)


def in_zone(session: Session, day: date, zone: str) -> str:
    """The hours by the clocks of the reader; nothing where nobody knows for which clocks they are,
    and where the clocks are the same."""
    if not (zone and session.zone) or session.zone == zone or session.is_elsewhere:
        return ""
    start, end = moments_of(session, day)
    begins = start.astimezone(ZoneInfo(zone))
    ends = f"{end.astimezone(ZoneInfo(zone)):%H:%M}" if end else ""
    hours = show_hours(f"{begins:%H:%M}", ends, language=current())
    if begins.date() == day:
        return _("With you: %(hours)s", hours=with_zone(hours, zone))
    shown = _("%(day)s, %(hours)s", day=show_date(begins.date(), language=current()), hours=hours)
    return _("With you: %(hours)s", hours=with_zone(shown, zone))


def moments_of(session: Session, day: date) -> tuple[datetime, datetime | None]:
    clocks = ZoneInfo(session.zone)
    start = datetime.combine(day, time.fromisoformat(session.start), clocks)
    if not session.end:
        return start, None
    return start, datetime.combine(session.ends_on(day), time.fromisoformat(session.end), clocks)
