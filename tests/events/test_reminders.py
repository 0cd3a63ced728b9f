"""An event that is over and uncounted is told of once, to those who can count it."""

from __future__ import annotations

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.events.models import Event
from engage.events.reminders import remind_of_counts
from engage.history.models import Entry
from engage.kit import clock
from engage.kit.db import db
from engage.post.models import Notice
from engage.reference.models import Party, Threshold
from tests.factories import make_event, make_user
from tests.reading import count_queries

DAY = dt.datetime(2026, 6, 20, 9, 0, tzinfo=dt.UTC)
OVER = {"start": "2026-06-16", "end": "2026-06-17"}  # three days before


def add_threshold(session: Session) -> None:
    if session.scalar(sa.select(Threshold).where(Threshold.code == "count_reminder")) is None:
        names = {"en": "Reminder of counts"}
        session.add(Threshold(code="count_reminder", names=names, value=3, unit="days"))
        session.flush()


@pytest.fixture(autouse=True)
def _threshold(request: pytest.FixtureRequest) -> None:
    if "session" in request.fixturenames:
        add_threshold(request.getfixturevalue("session"))


def on_day(days: int = 0) -> int:
    """Remind so many days after the day on which it is due."""
    with clock.telling(DAY + dt.timedelta(days)):
        return remind_of_counts()


def told(session: Session) -> list[tuple[int, str]]:
    found = sa.select(Notice.person_id, Notice.turn).order_by(Notice.id)
    return [(person, turn) for person, turn in session.execute(found)]


def test_who_saved_it_and_the_focal_points_are_told_once_until_its_last_day_is_moved(
    session: Session, writer: User
) -> None:
    colleague = make_user(session, Role.CONTRIBUTOR, party=writer.party)
    make_user(session, Role.CONTRIBUTOR, party=writer.party)
    event = make_event(session, writer=colleague, when=OVER)
    assert [on_day(days) for days in (-1, 0, 0, 30)] == [0, 2, 0, 0]
    assert told(session) == [(colleague.id, "2026-06-17"), (writer.id, "2026-06-17")]
    details = session.scalars(sa.select(Notice.details)).first()
    assert details is not None
    assert details["url"] == f"/events/{event.ref}/counts"
    event.last_day = dt.date(2026, 6, 18)
    assert on_day(1) == 2


@pytest.mark.parametrize(
    "answers",
    [
        {"participants": {"number": 12}},
        {"status": "cancelled"},
        {"status": "not_held"},
        {"status": "postponed"},
        {"when": {"start": "2026-06"}},
        {"when": {"words": "In spring"}},
    ],
)
def test_what_is_counted_called_off_or_not_known_to_the_day_asks_for_nothing(
    session: Session, writer: User, answers: dict[str, Any]
) -> None:
    make_event(session, writer=writer, **{"when": OVER, **answers})
    assert on_day(40) == 0


def test_an_event_of_the_secretariat_is_told_to_the_person_who_saved_it(
    session: Session, reviewer: User, writer: User
) -> None:
    make_user(session, Role.REVIEWER)
    make_event(session, writer=reviewer, when=OVER)
    assert on_day() == 1
    assert told(session) == [(reviewer.id, "2026-06-17")]


def test_a_threshold_out_of_use_asks_for_nothing(session: Session, writer: User) -> None:
    make_event(session, writer=writer, when=OVER)
    row = session.scalars(sa.select(Threshold).where(Threshold.code == "count_reminder")).one()
    row.is_active = False
    session.flush()
    assert on_day() == 0


def test_looking_takes_as_many_queries_for_three_events_as_for_one(
    app: Flask, session: Session, writer: User
) -> None:
    counts = []
    for number in (1, 2):
        for _event in range(number):
            make_event(session, writer=writer, when=OVER)
        on_day()
        with count_queries(app) as counted:
            assert on_day() == 0
        counts.append(len(counted))
    assert counts[0] == counts[1]


def test_two_who_look_at_once_write_one_letter(app: Flask) -> None:
    """On a database that both really share; what is left behind is taken away."""
    with app.app_context(), app.extensions["engage.sessions"]() as shared:
        add_threshold(shared)
        person = make_user(shared)
        shared.commit()
        with clock.telling(DAY):
            event = make_event(db.session, writer=db.session.get(User, person.id), when=OVER)  # type: ignore[arg-type]
            db.session.commit()
        event_id, start = event.id, Barrier(2)

        def look(_number: int) -> None:
            with app.app_context():
                start.wait()
                on_day()
                db.session.commit()

        try:
            with ThreadPoolExecutor(2) as pool:
                list(pool.map(look, range(2)))
            assert told(shared) == [(person.id, "2026-06-17")]
        finally:
            shared.rollback()
            shared.execute(sa.delete(Notice).where(Notice.person_id == person.id))
            shared.execute(sa.delete(Entry).where(Entry.subject_id == event_id))
            shared.execute(sa.delete(Event).where(Event.id == event_id))
            shared.execute(sa.delete(Threshold).where(Threshold.code == "count_reminder"))
            shared.execute(sa.delete(User).where(User.id == person.id))
            shared.execute(sa.delete(Party).where(Party.code == person.party_code))
            shared.commit()
