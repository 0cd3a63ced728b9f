"""What an event at a stop of a journey promised goes on to the baton list of the next stop."""

from __future__ import annotations

from engage.accounts.models import User
from engage.events.document import living_rows
from engage.events.ledger import passed_on
from engage.events.models import Event
from engage.events.outline.results import OUTCOMES
from engage.journeys.baton import pass_on
from engage.journeys.rules import may_edit


def pass_promises_on(actor: User, event: Event) -> None:
    """Called after each change of the outcomes. Who may not write on the lists of the journey
    passes nothing on; the event is kept all the same."""
    if event.stop is None or not may_edit(actor, event.stop):
        return
    rows = living_rows(event).get(OUTCOMES.code, [])
    promised = passed_on([(row["key"], row["values"]) for row in rows], event.language)
    pass_on(actor, event.stop, event.ref, promised)
