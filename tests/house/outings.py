"""Things of events, journeys and calendars that an address can name: one of each for a side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.calendar.actions import make_token
from engage.calendar.details import Filter
from engage.calendar.models import FeedToken
from engage.calendar.queries import digest_of
from engage.events import partners
from engage.events.actions import set_event_aside
from engage.events.files import Choice, add_file
from engage.events.models import Event
from engage.events.vocabulary import FileKind, OutcomeType
from engage.journeys.baton import add_item
from engage.kit.uploads import Upload
from engage.reference.models import Party
from tests.factories import make_event, make_journey, make_stop
from tests.kit.scans import PDF

TOWN = 1216265  # Samarkand, in the list of towns
LIST = "outcomes"
WHEN = {"start": "2026-11-18"}
ROWS: Mapping[str, Any] = {
    LIST: [{"type": OutcomeType.PLEDGE.value, "what": "Mend the trough"}],
    "hours": [{"hours": {"from": "09:00"}}],
}


@dataclass(frozen=True, slots=True)
class Outing:
    """A public event of one side, what is named inside it, and one that was deleted."""

    ref: str
    row: str
    file: int
    deleted: str


@dataclass(frozen=True, slots=True)
class Way:
    """A journey that is open, its stop with its host, and a thing on the list there."""

    journey_id: int
    stop_id: int
    journey: str
    stop: str
    item: str


@dataclass(frozen=True, slots=True)
class Feed:
    """A private address of a calendar; its owner closes it by its number."""

    id: int
    token: str


def way_of(session: Session, host: User) -> Way:
    journey = make_journey(session)
    stop = make_stop(session, journey, host.party, when=WHEN)
    item = add_item(host, stop)
    session.flush()
    return Way(journey.id, stop.id, journey.ref, stop.key, item.key)


def outing_of(session: Session, writer: User, asked: Party, **belongs: int) -> Outing:
    """`asked` is the Party that has not said yet whether the event is held jointly with it."""
    event = _event(session, writer, rows=ROWS, belongs=belongs)
    partners.ask(writer, event, asked)
    flyer = Upload("flyer.pdf", PDF, "application/pdf")
    file = add_file(writer, event, flyer, FileKind.FLYER, Choice(is_public=True))
    deleted = _event(session, writer)
    set_event_aside(writer, deleted, aside=True)
    session.flush()
    row = next(row for row in event.rows if row.register == LIST)
    return Outing(event.ref, row.key, file.id, deleted.ref)


def feed_of(session: Session, person: User) -> Feed:
    token = make_token(person, "Mine", Filter())
    found = session.scalars(select(FeedToken).where(FeedToken.digest == digest_of(token))).one()
    return Feed(found.id, token)


def _event(session: Session, writer: User, **more: Any) -> Event:
    said: dict[str, Any] = {"language": "en", "visibility": "public", "when": WHEN}
    return make_event(session, writer=writer, **said, **more)
