"""What can be asked about promises: only those of one's own side, in columns, whatever their
number."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import groupby
from typing import Any

import sqlalchemy as sa

from engage.accounts.models import User
from engage.events.ledger import (
    Before,
    Ledger,
    Made,
    MadeAt,
    by_due_day,
    groups_in,
    ledger_of,
    made,
    made_to,
    needles,
    open_ones,
)
from engage.events.models import Event, EventRow
from engage.events.outline.results import OUTCOMES
from engage.events.queries import living
from engage.events.rules import is_inside, may_write
from engage.events.vocabulary import CALLED_OFF
from engage.kit.clock import today
from engage.kit.db import db

_EVENT = (
    Event.id,
    Event.ref,
    Event.title,
    Event.language,
    Event.first_day,
    Event.last_day,
    Event.safety,
    Event.card,
)
_LATEST = (Event.first_day.is_(None), Event.first_day.desc(), Event.id.desc())


def promises_before(event: Event) -> Ledger:
    """The promises to the groups of an event at earlier events of its side, the last one first."""
    groups = groups_in(event.content.get("groups"))
    if not groups:
        return ledger_of(())
    found = _promises(_earlier(event), _names(groups, EventRow.content, Event.card))
    return ledger_of(made_to(found, groups))


def before(event: Event, reader: User | None) -> Before | None:
    """For the page of an event; None for readers outside, and where nothing was promised before."""
    if not (may_write(reader) and is_inside(reader, event.party_code)):
        return None
    found = promises_before(event)
    total = len(found.all) + found.left_out
    number = len(open_ones(found.all)) + found.left_out
    return Before(f"/events/{event.ref}/promises", number, total) if total else None


def open_promises(party_code: str | None, group: str = "") -> list[Made]:
    """All that one side has still open, by the day for which it was promised."""
    found = open_ones(_promises(_of_side(party_code)))
    return by_due_day(made_to(found, frozenset({group})) if group else found)


def feedback_of(event: Event, ids: Collection[int]) -> list[tuple[MadeAt, Mapping[str, Any]]]:
    """The answers of the named events, and of the last one held before with a group of this one:
    its groups hear what became of what they said, even if nobody promised anything."""
    groups = groups_in(event.content.get("groups"))
    last = (
        sa.select(Event.id)
        .where(living(), _earlier(event), _was_held(), _names(groups, Event.card))
        .order_by(*_LATEST)
        .limit(1)
    )
    found = (
        sa.select(*_EVENT, Event.content)
        .where(sa.or_(Event.id.in_(ids), Event.id == last.scalar_subquery()))
        .order_by(*_LATEST)
    )
    return [(_made_at(row), row.content) for row in db.session.execute(found)]


def _promises(*conditions: sa.ColumnElement[bool]) -> list[Made]:
    """In the order of their events, the last one first."""
    found = (
        sa.select(*_EVENT, EventRow.key, EventRow.content)
        .join(EventRow, EventRow.event_id == Event.id)
        .where(
            living(),
            EventRow.register == OUTCOMES.code,
            EventRow.deleted_at.is_(None),
            *conditions,
        )
        .order_by(*_LATEST, EventRow.position, EventRow.id)
    )
    day = today()
    return [
        each
        for _id, rows in groupby(db.session.execute(found).all(), key=lambda row: row.id)
        for each in _made(list(rows), day)
    ]


def _made(rows: list[sa.Row[Any]], day: Any) -> list[Made]:
    return list(made(_made_at(rows[0]), [(row.key, row.content) for row in rows], day))


def _made_at(row: sa.Row[Any]) -> MadeAt:
    return MadeAt(
        id=row.id,
        ref=row.ref,
        title=row.title,
        language=row.language,
        first_day=row.first_day,
        last_day=row.last_day,
        safety=row.safety,
        groups=groups_in(row.card.get("groups")),
    )


def _of_side(party_code: str | None) -> sa.ColumnElement[bool]:
    return Event.party_code.is_(None) if party_code is None else Event.party_code == party_code


def _earlier(event: Event) -> sa.ColumnElement[bool]:
    """Before it by day; where a day is not known, what was written down before it."""
    written = Event.id < event.id
    side = sa.and_(_of_side(event.party_code), Event.id != event.id)
    if event.first_day is None:
        return sa.and_(side, sa.or_(Event.last_day < today(), written))
    undated = sa.and_(Event.first_day.is_(None), written)
    same_day = sa.and_(Event.first_day == event.first_day, written)
    return sa.and_(side, sa.or_(Event.first_day < event.first_day, same_day, undated))


def _was_held() -> sa.ColumnElement[bool]:
    """Nobody has said anything yet where people still are to meet, or did not."""
    begun = sa.or_(Event.first_day.is_(None), Event.first_day <= today())
    return sa.and_(begun, Event.status.not_in(CALLED_OFF))


def _names(groups: Collection[str], *documents: Any) -> sa.ColumnElement[bool]:
    """Roughly: the name of a group stands somewhere in one of the documents."""
    return sa.or_(
        sa.false(),
        *(
            sa.cast(document, sa.String).contains(needle, autoescape=True)
            for document in documents
            for needle in needles(groups)
        ),
    )
