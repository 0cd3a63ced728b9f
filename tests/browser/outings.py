"""What pages of events, journeys and the calendar need besides the rehearsal, and how addresses
name it."""

from __future__ import annotations

from sqlalchemy import select

from engage.accounts.models import User
from engage.calendar.actions import make_token
from engage.calendar.details import Filter
from engage.calendar.queries import tokens_of
from engage.events import partners
from engage.events.drafting import add_row, begin_event
from engage.events.files import Choice, add_file, files_of
from engage.events.models import Event
from engage.events.outline.event import REGISTERS
from engage.events.queries import own_event
from engage.events.vocabulary import FileKind
from engage.journeys.models import BatonItem, Journey
from engage.kit.db import db
from engage.kit.uploads import Upload
from tests.kit.scans import PDF

COUNTED, CALLED_OFF, ANNOUNCED, PUBLIC, GUARDED = (f"XA-E-2026-{n}" for n in range(1, 6))
OF_THE_SECRETARIAT = "UNCCD-E-2026-1"
JOURNEY = "caravan-of-the-wells"


def set_out(writer: User, reviewer: User) -> None:
    """A file, a private address of the calendar, a row in each list of an event, and an event of
    the secretariat of which the Party is asked whether it is held jointly."""
    workshop = own_event(PUBLIC, writer=writer)
    flyer = Upload("flyer.pdf", PDF, "application/pdf")
    add_file(writer, workshop, flyer, FileKind.FLYER, Choice("Who is invited.", is_public=True))
    for register in REGISTERS:
        add_row(writer, workshop, register)
    make_token(writer, "Telephone", Filter(annex="asia"))
    said = {"title": "Webinar on the rest of wells", "type": "webinar", "status": "announced"}
    webinar = begin_event(reviewer, None, {**said, "visibility": "public"})
    assert writer.party is not None
    assert webinar.ref == OF_THE_SECRETARIAT
    partners.ask(reviewer, webinar, writer.party)


def names_out(writer: User) -> dict[str, object]:
    """A row by the code of its list, `pledge` for a promise of the event that was counted."""
    workshop, counted = own_event(PUBLIC, writer=writer), own_event(COUNTED, writer=writer)
    held, coming, waiting, _later = (
        db.session.scalars(select(Journey).where(Journey.ref == JOURNEY)).one().stops
    )
    return {
        **{f"row_{row.register}": row.key for row in workshop.rows},
        "pledge": _promised(counted),
        "file": files_of(workshop, writer).files[0].id,
        "feed": tokens_of(writer)[0].id,
        "stop_held": held.key,
        "stop_coming": coming.key,
        "stop_waiting": waiting.key,
        "item": db.session.scalars(select(BatonItem.key).order_by(BatonItem.id)).first(),
    }


def _promised(event: Event) -> str:
    return next(row.key for row in event.rows if row.register == "outcomes")
