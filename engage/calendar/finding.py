"""The entries of a span of time that fit a filter, as one reader may see them.

Each kind is one question, however many entries there are; entries of events are remembered by the
stamp of the event, so that a month that was shown before reads no answers again.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from engage.accounts.models import User
from engage.accounts.permissions import Permission
from engage.calendar.details import Filter
from engage.calendar.entries import Entry, of_event, of_occasion, of_stop
from engage.calendar.months import Span
from engage.calendar.vocabulary import EntryKind
from engage.events.models import Event, EventPartner
from engage.events.queries import cards, dated_for, living, placed_for, visible_to
from engage.events.rules import is_inside
from engage.events.vocabulary import PartnerState
from engage.journeys.models import Journey, Stop
from engage.journeys.vocabulary import AGREED, StopState
from engage.kit.clock import now
from engage.kit.db import db
from engage.kit.memo import Memo
from engage.reference.models import CallForPlans, Party
from engage.reference.norms import KnownOccasion
from engage.reference.queries import norms

REMEMBERED = 5000
NAMED_MOST = 1000  # so many events are asked for by their numbers, more by the same question again

_entries: Memo[Entry] = Memo(REMEMBERED)


@dataclass(frozen=True, slots=True)
class Found:
    """A visible event: enough to know whether its entry is remembered."""

    id: int
    stamp: str
    is_inside: bool

    @property
    def key(self) -> tuple[int, str, bool]:
        return (self.id, self.stamp, self.is_inside)


def entries_in(reader: User | None, asked: Filter, span: Span) -> list[Entry]:
    """All that touches the span, by day."""
    entries = [*events_in(reader, asked, span), *others_in(reader, asked, span)]
    return sorted(entries, key=by_day)


def by_day(entry: Entry) -> tuple[dt.date, dt.date, str, str]:
    return (entry.first, entry.last, entry.kind, entry.ref)


def events_in(
    reader: User | None, asked: Filter, span: Span, limit: int | None = None, offset: int = 0
) -> list[Entry]:
    """Events by their first day."""
    if not asked.shows(EntryKind.EVENT):
        return []
    conditions = (*fitting(reader, asked), *_touching(Event, span))
    question = (
        sa.select(Event.id, Event.stamp, Event.party_code)
        .where(living(), visible_to(reader), *conditions)
        .order_by(Event.first_day, Event.last_day, Event.id)
    )
    rows = db.session.execute(question.limit(limit).offset(offset))
    found = [Found(row.id, row.stamp, is_inside(reader, row.party_code)) for row in rows]
    return list(_entries_of(reader, found, conditions))


def _entries_of(
    reader: User | None, found: Sequence[Found], conditions: Sequence[sa.ColumnElement[bool]]
) -> Iterator[Entry]:
    """The remembered ones, and those of one further question."""
    kept = {each: entry for each in found if (entry := _entries.peek(each.key))}
    missing = [each.id for each in found if each not in kept]
    wanted = [Event.id.in_(missing)] if len(missing) <= NAMED_MOST else conditions
    made = {card.id: of_event(card) for card in cards(reader, *wanted)} if missing else {}
    for each in found:
        entry = kept.get(each) or made.get(each.id)
        if entry is not None:
            yield _remembered(each, entry)


def _remembered(found: Found, entry: Entry) -> Entry:
    return _entries.get(found.key, lambda: entry)


def fitting(reader: User | None, asked: Filter) -> tuple[sa.ColumnElement[bool], ...]:
    """Conditions on events, beside those of who may see them."""
    return (dated_for(reader, now()), Event.first_day.is_not(None), *_asked_of_events(asked))


def _asked_of_events(asked: Filter) -> Iterator[sa.ColumnElement[bool]]:
    if asked.party:
        held_with = sa.select(EventPartner.event_id).where(
            EventPartner.party_code == asked.party,
            EventPartner.state == PartnerState.ACCEPTED.value,
        )
        yield sa.or_(Event.party_code == asked.party, Event.id.in_(held_with))
    if asked.annex:
        yield Event.party_code.in_(_parties_of(asked.annex))
    if asked.group:
        yield Event.groups.contains(f",{asked.group},", autoescape=True)
    if asked.type:
        yield Event.type == asked.type
    if asked.occasion:
        yield Event.occasion == asked.occasion
    if asked.journey:
        journey = sa.select(Journey.id).where(Journey.ref == asked.journey)
        stops = sa.select(Stop.id).where(Stop.journey_id.in_(journey))
        yield sa.or_(Event.journey_id.in_(journey), Event.stop_id.in_(stops))


def _parties_of(annex: str) -> sa.Select[str]:
    """A list of codes is text on every database; each code stands in quotation marks in it."""
    return sa.select(Party.code).where(sa.cast(Party.annexes, sa.String).contains(f'"{annex}"'))


def _touching(model: type[Event] | type[Stop], span: Span) -> tuple[sa.ColumnElement[bool], ...]:
    return (model.first_day <= span.last, model.last_day >= span.first)


def others_in(reader: User | None, asked: Filter, span: Span) -> list[Entry]:
    """Stops and the days of the Convention."""
    return [*stops_in(reader, asked, span), *occasions_in(reader, asked, span)]


STOP: tuple[Any, ...] = (
    Stop.key,
    Stop.party_code,
    Stop.state,
    Stop.content,
    Stop.first_day,
    Stop.last_day,
    Stop.precision,
    Stop.sequence,
    Stop.changed_at,
    Journey.ref,
    Journey.content.label("journey"),
)


def stops_in(reader: User | None, asked: Filter, span: Span) -> list[Entry]:
    """Stops with a known day, in the order of it; one that has become an event that the reader
    sees in the calendar stands there as the event, unless that would tell a place that is kept
    back."""
    if not asked.shows(EntryKind.STOP):
        return []
    question = (
        sa.select(*STOP)
        .join(Stop.journey)
        .where(*stops_fitting(reader, asked), *_touching(Stop, span))
        .order_by(Stop.first_day, Stop.last_day, Stop.id)
    )
    entries = (of_stop(row) for row in db.session.execute(question))
    return [each for each in entries if asked.occasion in ("", each.occasion)]


def stops_fitting(reader: User | None, asked: Filter) -> tuple[sa.ColumnElement[bool], ...]:
    """Conditions on stops, joined with their journeys."""
    moment = now()
    opened = sa.exists().where(
        Event.stop_id == Stop.id,
        living(),
        visible_to(reader),
        dated_for(reader, moment),
        placed_for(reader, moment),
    )
    conditions = [Stop.deleted_at.is_(None), _may_see_stop(reader), ~opened]
    if asked.party:
        conditions.append(Stop.party_code == asked.party)
    if asked.annex:
        conditions.append(Stop.party_code.in_(_parties_of(asked.annex)))
    if asked.journey:
        conditions.append(Journey.ref == asked.journey)
    return tuple(conditions)


def _may_see_stop(reader: User | None) -> sa.ColumnElement[bool]:
    """A host is named only after it said yes; it knows before, as does the secretariat. A stop that
    was declined will not be."""
    agreed = Stop.state.in_([state.value for state in AGREED])
    if reader is not None and reader.may(Permission.JOURNEY_PLAN):
        return Stop.state != StopState.DECLINED.value
    if reader is None or reader.party_code is None:
        return sa.and_(may_see_journey(reader), agreed)
    own = sa.and_(Stop.party_code == reader.party_code, Stop.state != StopState.DECLINED.value)
    return sa.and_(may_see_journey(reader), sa.or_(agreed, own))


def may_see_journey(reader: User | None) -> sa.ColumnElement[bool]:
    if reader is not None and reader.may(Permission.JOURNEY_PLAN):
        return sa.true()
    return Journey.is_open.is_(True)


def occasions_in(reader: User | None, asked: Filter, span: Span) -> list[Entry]:
    """International days, years and sessions, and for those signed in the days by which plans are
    called for."""
    if not asked.shows(EntryKind.OCCASION):
        return []
    found = [each for each in norms().occasions if asked.occasion in ("", each.code)]
    entries = [entry for each in found for entry in of_occasion(each, each.all_names(), span)]
    return [*entries, *(_calls_in(span) if reader is not None and not asked.occasion else ())]


def _calls_in(span: Span) -> Iterator[Entry]:
    question = (
        sa.select(CallForPlans.code, CallForPlans.due_on, CallForPlans.names)
        .where(CallForPlans.is_active, CallForPlans.due_on.between(span.first, span.last))
        .order_by(CallForPlans.due_on, CallForPlans.id)
    )
    for code, due_on, names in db.session.execute(question):
        day = due_on.isoformat()
        yield from of_occasion(
            KnownOccasion(f"call-{code}", "call", starts=day, ends=day), names, span
        )
