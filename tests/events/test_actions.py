"""Steps that change an event as a whole."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from engage.events.actions import begun_once
from engage.events.models import Event
from tests.factories import make_event, make_user


def test_of_two_who_begin_at_the_same_moment_the_second_begins_again(session: Session) -> None:
    first, writer = make_event(session), make_user(session)
    tries: list[Event] = []

    def begin() -> Event:
        event = make_event(session, writer=writer)
        if not tries:
            tries.append(event)
            event.ref = first.ref  # somebody was quicker to take it
            session.flush()
        return event

    begun = begun_once(begin)
    assert begun.ref != first.ref
    assert session.scalar(select(func.count()).select_from(Event)) == 2
