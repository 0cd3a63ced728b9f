"""Two reviewers press the same button at the same moment, on a database that both really share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
import sqlalchemy as sa
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.history.models import Entry
from engage.plans.models import Plan
from engage.plans.vocabulary import Status
from engage.reference.models import Party
from tests.factories import make_plan, make_user


@pytest.fixture
def shared(app: Flask) -> Iterator[Session]:
    """A session whose changes are really kept, and taken away after the test."""
    with app.extensions["engage.sessions"]() as session:
        before = [session.scalar(sa.select(sa.func.max(model.id))) or 0 for model in (User, Plan)]
        parties = set(session.scalars(sa.select(Party.code)))
        yield session
        session.rollback()
        session.expunge_all()
        for plan in session.scalars(sa.select(Plan).where(Plan.id > before[1])):
            session.delete(plan)
        session.flush()
        session.execute(sa.delete(Entry).where(Entry.actor_id > before[0]))
        session.execute(sa.delete(User).where(User.id > before[0]))
        session.execute(sa.delete(Party).where(Party.code.not_in(parties)))
        session.commit()


def test_of_two_who_take_up_at_once_one_wins_and_the_other_is_told(
    app: Flask, shared: Session, signed_in: Callable[[FlaskClient, User], FlaskClient]
) -> None:
    plan = make_plan(shared, Status.SUBMITTED)
    people = [make_user(shared, Role.REVIEWER) for _person in range(2)]
    clients = [signed_in(app.test_client(), person) for person in people]
    address = f"/review/{plan.ref}/take-up"
    shared.commit()
    start = Barrier(2)

    def press(client: FlaskClient) -> TestResponse:
        start.wait()
        return client.post(address, read=False)

    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(press, clients))
    assert sorted(answer.status_code for answer in answers) == [303, 409]
    (winner,) = (
        who for who, answer in zip(people, answers, strict=True) if answer.status_code == 303
    )
    (told,) = (answer.text for answer in answers if answer.status_code == 409)
    assert f"{winner.name} took up the review of version 1" in told
