"""What an event at a stop of a journey promised goes on to the baton list of the next stop."""

from __future__ import annotations

from collections.abc import Sequence

from engage.accounts.models import User
from engage.events.document import living_rows
from engage.events.ledger import passed_on
from engage.events.models import Event
from engage.events.outline.results import OUTCOMES
from engage.journeys.baton import pass_on
from engage.journeys.details import Promise
from engage.journeys.rules import may_edit


def pass_promises_on(actor: User, event: Event) -> None:
    """Called after each change of the outcomes, and when the event goes or comes back. Who may not
    write on the lists of the journey passes nothing on; the event is kept all the same."""
    rows = [] if event.deleted_at else living_rows(event).get(OUTCOMES.code, [])
    promised = passed_on([(row["key"], row["values"]) for row in rows], event.language)
    _pass(actor, event, promised)


def take_promises_back(actor: User, event: Event) -> None:
    """Called before the event leaves its stop."""
    _pass(actor, event, [])


def _pass(actor: User, event: Event, promised: Sequence[Promise]) -> None:
    if event.stop is not None and may_edit(actor, event.stop):
        pass_on(actor, event.stop, event.ref, promised)
