"""The events of a journey or campaign, as far as a reader may know of them; never by time where
theirs stays back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

import sqlalchemy as sa

from engage.accounts.models import User
from engage.events.cards import Card
from engage.events.models import Event, EventFile
from engage.events.queries import cards, dated_for, living, visible_to
from engage.events.totals import Condition, in_period
from engage.events.vocabulary import FileKind, Visibility
from engage.kit.clock import now
from engage.kit.db import db
from engage.reference.models import Party


def belonging(journey_id: int, reader: User | None, year: int | None) -> Sequence[Condition]:
    """The events of the journey, of one year if it is asked for."""
    first, last = (dt.date(year, 1, 1), dt.date(year, 12, 31)) if year else (None, None)
    return (Event.journey_id == journey_id, *in_period(reader, first, last))


def events_at(
    journey_id: int, reader: User | None, year: int | None = None, *, listed: bool = False
) -> list[Card]:
    """`listed` are those alone of which the writers said that the UNCCD may list them on its
    website, and that are public anyway."""
    conditions = list(belonging(journey_id, reader, year))
    if listed:
        conditions.append(Event.visibility == Visibility.PUBLIC)
    found = cards(reader, *conditions)
    return [each for each in found if not listed or each.values.get("share") == "yes"]


def years_at(journey_id: int, reader: User | None) -> list[int]:
    """The years in which it has events, the last one first."""
    year = sa.extract("year", Event.first_day)
    found = (
        sa.select(year)
        .where(*belonging(journey_id, reader, None), living(), visible_to(reader))
        .where(dated_for(reader, now()), Event.first_day.is_not(None))
        .distinct()
        .order_by(year.desc())
    )
    return [int(each) for each in db.session.scalars(found)]


def parties_of(found: Iterable[Card]) -> Mapping[str, Party]:
    """Those whose events they are, by their code."""
    codes = {each.party_code for each in found if each.party_code}
    rows = db.session.scalars(sa.select(Party).where(Party.code.in_(codes)))
    return {party.code: party for party in rows}


def flyers_of(found: Sequence[Card], reader: User | None) -> Mapping[int, Sequence[EventFile]]:
    """The flyers that everybody who sees the event may have (`rules.may_see_file`), by event."""
    shown = [Visibility.PUBLIC, *([Visibility.PARTIES] if reader else [])]
    asked = (
        sa.select(EventFile)
        .join(EventFile.event)
        .where(
            EventFile.event_id.in_([each.id for each in found]),
            EventFile.kind == FileKind.FLYER,
            EventFile.is_public,
            Event.safety == "",
            Event.visibility.in_(shown),
        )
        .order_by(EventFile.event_id, EventFile.id)
    )
    flyers: dict[int, list[EventFile]] = {}
    for file in db.session.scalars(asked):
        flyers.setdefault(file.event_id, []).append(file)
    return flyers


def own_event_at(stop_id: int, writer: User) -> Event | None:
    """The event into which the writer's side has opened the stop."""
    found = (
        sa.select(Event)
        .where(Event.stop_id == stop_id, living(), visible_to(writer))
        .where(
            Event.party_code.is_(None)
            if writer.party_code is None
            else Event.party_code == writer.party_code
        )
        .order_by(Event.id)
        .limit(1)
    )
    return db.session.scalars(found).one_or_none()
