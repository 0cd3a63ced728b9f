"""Letters about events that are over and whose people nobody has counted.

Asked for by `engage work`, as often as it likes: an event is told of once, and once more if its
last day is moved. Nothing here changes an event.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import sqlalchemy as sa

from engage.accounts.models import User
from engage.accounts.permissions import Permission, Role
from engage.events.models import Event
from engage.events.queries import living
from engage.events.vocabulary import CALLED_OFF, EventStatus
from engage.kit.clock import today
from engage.kit.db import db
from engage.plans.reminders import once, people_by_party, told_before
from engage.post.actions import tell
from engage.post.vocabulary import Cause
from engage.reference.queries import threshold

# Of these nobody can have been counted.
NOT_YET = (*CALLED_OFF, EventStatus.POSTPONED)
EXACT = "day"  # a month or a year may be over long after the event


def remind_of_counts() -> int:
    """Write the letters that are due today; how many there were. The caller commits."""
    days = threshold("count_reminder")
    if days is None:
        return 0
    known = {(subject, turn) for _who, subject, turn in told_before(Cause.EVENT_UNCOUNTED)}
    over = [each for each in _uncounted(days) if (each.id, _turn(each)) not in known]
    if not over:
        return 0
    focal_points, savers = people_by_party((Role.FOCAL_POINT,)), _savers(over)
    return sum(
        _tell(event, person)
        for event in over
        for person in _concerned(event, focal_points, savers.get(event.saved_by_id))
    )


def _uncounted(days: int) -> Sequence[sa.Row[Any]]:
    found = (
        sa.select(
            Event.id,
            Event.ref,
            Event.title,
            Event.language,
            Event.party_code,
            Event.last_day,
            Event.saved_by_id,
        )
        .where(
            living(),
            sa.not_(Event.is_counted),
            Event.precision == EXACT,
            Event.last_day <= today() - dt.timedelta(days),
            Event.status.not_in([each.value for each in NOT_YET]),
        )
        .order_by(Event.last_day, Event.id)
    )
    return list(db.session.execute(found))


def _savers(events: Sequence[sa.Row[Any]]) -> Mapping[int, User]:
    """By their ids: those who saved one of the events last and still write."""
    found = sa.select(User).where(User.id.in_({each.saved_by_id for each in events}))
    people = db.session.scalars(found)
    return {each.id: each for each in people if each.may(Permission.EVENT_EDIT)}


def _concerned(
    event: sa.Row[Any], focal_points: Mapping[str, Sequence[User]], saver: User | None
) -> list[User]:
    """Who saved it, and the focal points; nobody who works for another side by now."""
    people = list(focal_points.get(event.party_code or "", ()))
    if saver is not None and saver.party_code == event.party_code and saver not in people:
        people.insert(0, saver)
    return people


def _tell(event: sa.Row[Any], person: User) -> int:
    write = partial(
        tell,
        (person,),
        Cause.EVENT_UNCOUNTED,
        ("event", event.id),
        _turn(event),
        what="event",
        ref=event.ref,
        title=event.title,
        language=event.language,
        url=f"/events/{event.ref}/counts",
    )
    return once(write)


def _turn(event: sa.Row[Any]) -> str:
    last_day: dt.date = event.last_day
    return last_day.isoformat()
