"""What can be asked about events; every answer is limited to what the reader may see."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import selectinload, undefer

from engage.accounts.models import User
from engage.accounts.permissions import Permission
from engage.events import safety
from engage.events.cards import Card, seen_card
from engage.events.models import Event, EventPartner, EventRow
from engage.events.rules import is_inside
from engage.events.vocabulary import EventStatus, Safety, Visibility
from engage.kit.clock import now
from engage.kit.db import db
from engage.kit.errors import NotFound

# The columns of a card: a list loads these and nothing else.
CARD: tuple[sa.ColumnElement[Any] | Any, ...] = (
    Event.id,
    Event.ref,
    Event.party_code,
    Event.card,
    Event.first_day,
    Event.last_day,
    Event.precision,
    Event.safety,
    Event.stamp,
    Event.sequence,
    Event.changed_at,
    Event.journey_id,
    Event.stop_id,
    Event.parent_id,
    Event.activity_key,
    Event.is_counted,
)


def visible_to(reader: User | None) -> sa.ColumnElement[bool]:
    """Events that the reader may know of: those of one's own side, those shown to Parties once
    signed in, the public ones, and those to which one's Party was asked to be a partner."""
    if reader is None:
        return Event.visibility == Visibility.PUBLIC
    shared = Event.visibility.in_((Visibility.PARTIES, Visibility.PUBLIC))
    if reader.party_code is not None:
        asked = sa.select(EventPartner.event_id).where(EventPartner.party_code == reader.party_code)
        return sa.or_(shared, Event.party_code == reader.party_code, Event.id.in_(asked))
    if reader.may(Permission.EVENT_EDIT):
        return sa.or_(shared, Event.party_code.is_(None))
    return shared


def dated_for(reader: User | None, moment: dt.datetime) -> sa.ColumnElement[bool]:
    """Of the visible ones those whose time the reader may know, for lists in order of time and
    calendars; the same as `safety.hides_time`, in SQL."""
    return sa.or_(_is_told(moment), *_inside(reader))


def placed_for(reader: User | None, moment: dt.datetime) -> sa.ColumnElement[bool]:
    """Of the visible ones those whose place the reader may know, for maps, the events of a stop
    and the parts of a larger one; the same as `safety.hides_place`, in SQL."""
    told = sa.and_(Event.safety != Safety.PROVINCE, _is_told(moment))
    return sa.or_(told, *_inside(reader))


def _is_told(moment: dt.datetime) -> sa.ColumnElement[bool]:
    """Of a postponed event never, see `safety.end_of`."""
    today = moment.astimezone(safety.LAST_ON_EARTH).date()
    is_over = sa.and_(
        Event.last_day.is_not(None),
        Event.last_day < today,
        Event.status != EventStatus.POSTPONED.value,
    )
    return sa.or_(Event.safety != Safety.AFTER, is_over)


def _inside(reader: User | None) -> tuple[sa.ColumnElement[bool], ...]:
    """The events of the reader's own side; the same as `rules.is_inside`, in SQL."""
    if reader is None:
        return ()
    if reader.party_code is not None:
        return (Event.party_code == reader.party_code,)
    return (Event.party_code.is_(None),) if reader.may(Permission.EVENT_EDIT) else ()


def living() -> sa.ColumnElement[bool]:
    return Event.deleted_at.is_(None)


def cards(
    reader: User | None,
    *conditions: sa.ColumnElement[bool],
    order: Iterable[sa.ColumnElement[Any]] = (),
    limit: int | None = None,
    offset: int = 0,
) -> list[Card]:
    """Cards of the visible events that meet all conditions, in one query; by day unless said
    otherwise. For lists in order of time add `dated_for` to the conditions."""
    found = (
        sa.select(*CARD)
        .where(living(), visible_to(reader), *conditions)
        .order_by(*order or (Event.first_day, Event.last_day), Event.id)
        .limit(limit)
        .offset(offset)
    )
    moment = now()
    return [
        seen_card(row, inside=is_inside(reader, row.party_code), moment=moment)
        for row in db.session.execute(found)
    ]


def get_event(ref: str, *, visible_to_reader: User | None, lock: bool = False) -> Event:
    """The event with its rows and partners. Raises NotFound also where it may not be seen."""
    found = (
        sa.select(Event)
        .where(Event.ref == ref, living(), visible_to(visible_to_reader))
        .options(
            selectinload(Event.rows), selectinload(Event.partners).joinedload(EventPartner.party)
        )
    )
    return _one(found, lock=lock)


def own_event(ref: str, *, writer: User, lock: bool = False, deleted: bool = False) -> Event:
    """An event of the writer's own side with all its content, the private answers too."""
    found = (
        sa.select(Event)
        .where(
            Event.ref == ref,
            Event.party_code.is_(None)
            if writer.party_code is None
            else Event.party_code == writer.party_code,
            Event.deleted_at.is_not(None) if deleted else living(),
        )
        .options(
            selectinload(Event.rows),
            selectinload(Event.partners).joinedload(EventPartner.party),
            undefer(Event.private),
        )
        .execution_options(populate_existing=True)
    )
    return _one(found, lock=lock)


def event_for(ref: str, reader: User | None) -> tuple[Event, bool]:
    """The event as its page needs it, and whether the reader is of its own side: only then it
    comes with its private answers. Raises NotFound also where it may not be seen."""
    party_code = db.session.scalar(sa.select(Event.party_code).where(Event.ref == ref))
    if reader is not None and is_inside(reader, party_code):
        return own_event(ref, writer=reader), True
    return get_event(ref, visible_to_reader=reader), False


def _one(found: sa.Select[Any], *, lock: bool) -> Event:
    if lock:
        found = found.with_for_update(of=Event).execution_options(populate_existing=True)
    event: Event | None = db.session.scalars(found).one_or_none()
    if event is None:
        raise NotFound(_("There is no such event, or you have no access to it."))
    return event


def event_asked_of(ref: str, party_code: str, *, lock: bool = False) -> Event | None:
    """The event, if the Party is asked to hold it jointly; None also where it no longer is."""
    asked = sa.select(EventPartner.event_id).where(EventPartner.party_code == party_code)
    found = sa.select(Event).where(Event.ref == ref, living(), Event.id.in_(asked))
    if lock:
        found = found.with_for_update(of=Event).execution_options(populate_existing=True)
    event: Event | None = db.session.scalars(found).one_or_none()
    return event


def find_row(event: Event, register: str, key: str) -> EventRow:
    """A living or deleted row."""
    for row in event.rows:
        if row.register == register and row.key == key:
            return row
    raise NotFound(_("There is no such row in this event."))


def made_before(entry_key: str) -> Event | None:
    """The event that this very form has made already, if it was sent twice."""
    return db.session.scalars(sa.select(Event).where(Event.entry_key == entry_key)).one_or_none()


def next_ref(party_code: str | None, year: int) -> str:
    """The next free reference, as `XA-E-2026-1`; `UNCCD-E-2026-1` for the secretariat."""
    stem = f"{party_code or 'UNCCD'}-E-{year}-"
    taken = db.session.scalars(
        sa.select(Event.ref).where(Event.ref.startswith(stem, autoescape=True))
    ).all()
    highest = max((int(ref.removeprefix(stem)) for ref in taken), default=0)
    return f"{stem}{highest + 1}"


def parts_of(event: Event, reader: User | None) -> list[Card]:
    """The events below this one, whose place is not kept from the reader."""
    return cards(reader, Event.parent_id == event.id, placed_for(reader, now()))


def events_of_plan(plan_id: int, reader: User) -> list[Card]:
    """By day as far as it is told; events without a day that the reader may know come last."""
    return sorted(cards(reader, Event.plan_id == plan_id), key=_told_day)


def _told_day(card: Card) -> tuple[bool, dt.date, int]:
    return card.first_day is None, card.first_day or dt.date.max, card.id
