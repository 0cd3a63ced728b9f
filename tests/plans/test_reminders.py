"""Letters that time causes: each written once, and no plan is ever moved by one."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.kit import clock
from engage.kit.db import db
from engage.plans.assignments.models import Assignment
from engage.plans.models import Plan
from engage.plans.reminders import remind
from engage.plans.vocabulary import Status
from engage.post.models import Notice
from engage.reference.models import CallForPlans, Party, Threshold
from tests.factories import make_party, make_plan, make_user
from tests.reading import count_queries

START = dt.datetime(2026, 3, 2, 9, 0, tzinfo=dt.UTC)  # a Monday
LIMITS = {"draft_rest": (30, "days"), "call_reminder": (14, "days"), "feedback": (20, "days")}


@pytest.fixture
def limits(session: Session) -> None:
    add_limits(session)


def add_limits(session: Session) -> None:
    known = set(session.scalars(sa.select(Threshold.code)))
    for code, (value, unit) in LIMITS.items():
        if code not in known:
            session.add(Threshold(code=code, names={"en": code}, value=value, unit=unit))
    session.flush()


def on_day(days: int) -> int:
    """Remind as if so many days had gone by since the start."""
    with clock.telling(START + dt.timedelta(days)):
        return remind()


def causes(session: Session, person: User) -> Counter[str]:
    return Counter(session.scalars(sa.select(Notice.cause).where(Notice.person_id == person.id)))


def make_call(session: Session, **facts: Any) -> CallForPlans:
    call = CallForPlans(
        **{
            "code": "call",
            "names": {"en": "Plans for the next session"},
            "opens_on": START.date(),
            "due_on": START.date() + dt.timedelta(60),
            **facts,
        }
    )
    session.add(call)
    session.flush()
    return call


def a_plan(session: Session, status: Status, party: Party) -> Plan:
    moments: dict[str, Any] = dict.fromkeys(("created_at", "changed_at", "moved_at"), START)
    submitted = None if status is Status.DRAFT else START
    return make_plan(session, status, party=party, submitted_at=submitted, **moments)


@pytest.mark.usefixtures("limits")
def test_those_who_write_are_told_of_a_draft_that_rests_once_in_thirty_days(
    session: Session,
) -> None:
    party = make_party(session)
    writer, adviser = make_user(session, party=party), make_user(session, Role.ADVISER, party=party)
    plan = a_plan(session, Status.DRAFT, party)
    assert [on_day(days) for days in (29, 30, 30, 59, 60)] == [0, 1, 0, 0, 1]
    assert causes(session, writer) == {"draft_rests": 2}
    assert causes(session, adviser) == {}
    days = session.scalars(sa.select(Notice.details).order_by(Notice.id)).all()
    assert [each["days"] for each in days] == [30, 60]
    assert plan.status == Status.DRAFT


@pytest.mark.usefixtures("limits")
def test_a_draft_that_somebody_works_on_does_not_rest(session: Session) -> None:
    plan = a_plan(session, Status.DRAFT, make_user(session).party or make_party(session))
    plan.changed_at = START + dt.timedelta(25)
    assert on_day(40) == 0
    assert on_day(55) == 1


@pytest.mark.usefixtures("limits")
def test_a_review_that_waits_long_is_told_to_its_lead_once_a_week(session: Session) -> None:
    lead, other = (make_user(session, Role.REVIEWER) for _each in range(2))
    plan = a_plan(session, Status.SUBMITTED, make_party(session))
    session.add(Assignment(plan=plan, topic="lead", reviewer=lead, assigned_at=START))
    session.flush()
    assert [on_day(days) for days in (28, 29, 35, 36)] == [0, 1, 0, 1]
    assert (causes(session, lead), causes(session, other)) == ({"review_waits": 2}, {})
    assert plan.status == Status.SUBMITTED


@pytest.mark.usefixtures("limits")
def test_a_review_without_a_lead_is_told_to_all_reviewers(session: Session) -> None:
    reviewers = [make_user(session, Role.REVIEWER) for _each in range(2)]
    a_plan(session, Status.IN_REVIEW, make_party(session))
    assert on_day(29) == 2
    assert [causes(session, each) for each in reviewers] == [{"review_waits": 1}] * 2


@pytest.mark.usefixtures("limits")
def test_a_call_is_told_when_it_opens_and_to_those_who_sent_nothing_before_it_ends(
    session: Session,
) -> None:
    call = make_call(session)
    silent, sender, withdrawer = (make_user(session) for _each in range(3))
    contributor = make_user(session, Role.CONTRIBUTOR, party=silent.party)
    for person in (sender, withdrawer):
        assert person.party is not None
        a_plan(session, Status.COMPLETE, person.party)
    taken_back = session.scalars(
        sa.select(Plan).where(Plan.party_code == withdrawer.party_code)
    ).one()
    taken_back.status, taken_back.changed_at = Status.DRAFT.value, START + dt.timedelta(40)
    focal_points = session.scalars(
        sa.select(sa.func.count()).where(User.role == Role.FOCAL_POINT.value)
    ).one()
    assert [on_day(days) for days in (-1, 0, 1)] == [0, focal_points, 0]
    on_day(46)
    on_day(47)
    assert causes(session, silent) == {"call_opened": 1, "call_ends": 1}
    assert causes(session, withdrawer) == {"call_opened": 1, "call_ends": 1}
    assert causes(session, sender) == {"call_opened": 1}
    assert causes(session, contributor) == {}
    call.due_on += dt.timedelta(10)
    on_day(56)
    assert causes(session, silent) == {"call_opened": 1, "call_ends": 2}
    told = session.scalars(sa.select(Notice).order_by(Notice.id.desc())).first()
    assert told is not None
    assert told.details == {"call": call.names, "due": call.due_on.isoformat()}


@pytest.mark.usefixtures("limits")
def test_looking_takes_as_many_queries_for_three_plans_as_for_one(
    app: Flask, session: Session
) -> None:
    make_call(session)
    counts = []
    for _round in range(2):
        party = make_party(session)
        make_user(session, party=party)
        for status in (Status.DRAFT, Status.SUBMITTED, Status.SUBMITTED):
            a_plan(session, status, party)
        on_day(40)  # writes
        session.expire_all()
        with count_queries(app) as counted:
            assert on_day(40) == 0
        counts.append(len(counted))
    assert counts[0] == counts[1]


def test_two_who_look_at_once_write_one_letter(app: Flask) -> None:
    """On a database that both really share; what is left behind is taken away."""
    with app.extensions["engage.sessions"]() as shared:
        add_limits(shared)
        person = make_user(shared)
        assert person.party is not None
        plan = a_plan(shared, Status.DRAFT, person.party)
        shared.commit()
        start = Barrier(2)

        def look(_number: int) -> None:
            with app.app_context():
                start.wait()
                on_day(30)
                db.session.commit()

        try:
            with ThreadPoolExecutor(2) as pool:
                list(pool.map(look, range(2)))
            assert causes(shared, person) == {"draft_rests": 1}
        finally:
            shared.rollback()
            shared.delete(plan)
            shared.execute(sa.delete(Threshold).where(Threshold.code.in_(LIMITS)))
            shared.flush()
            shared.execute(sa.delete(Notice).where(Notice.person_id == person.id))
            shared.delete(person)
            shared.flush()
            shared.execute(sa.delete(Party).where(Party.code == plan.party_code))
            shared.commit()
