from __future__ import annotations

import datetime as dt

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.kit.clock import now, telling
from engage.kit.errors import OutOfTurn
from engage.plans.telling import tell_about
from engage.plans.vocabulary import Status
from engage.post.actions import mark_all_read, mark_read, send_again, tell
from engage.post.models import Mailing, Notice
from engage.post.vocabulary import Cause, Pace, State
from tests.factories import make_plan, make_user
from tests.post.outbox import DETAILS

NOON = dt.datetime(2026, 11, 20, 12, 0, tzinfo=dt.UTC)
PLAN = ("plan", 1)


def mailings(session: Session) -> list[Mailing]:
    return list(session.scalars(sa.select(Mailing).order_by(Mailing.id)))


@pytest.fixture
def person(session: Session) -> User:
    return make_user(session, Role.REVIEWER)


def test_a_step_that_is_undone_leaves_no_letter(session: Session) -> None:
    plan = make_plan(session, Status.IN_REVIEW)
    reader = make_user(session, party=plan.party)
    session.commit()
    tell_about(plan, [reader], Cause.RETURNED)
    assert len(mailings(session)) == 1
    session.rollback()
    assert mailings(session) == []
    assert session.scalar(sa.select(sa.func.count()).select_from(Notice)) == 0


def test_what_is_urgent_goes_into_the_outbox_and_the_rest_waits_for_the_digest(
    session: Session, person: User
) -> None:
    tell([person], Cause.SUBMITTED, PLAN, **DETAILS)
    (returned,) = tell([person], Cause.RETURNED, PLAN, **DETAILS)
    (mailing,) = mailings(session)
    assert returned.mailing is mailing
    assert (mailing.state, mailing.address) == (State.WAITING, person.email)
    assert mailing.subject == "Your plan was returned for revision: MN-2026-1"


@pytest.mark.parametrize(("pace", "count"), [(Pace.AT_ONCE, 2), (Pace.URGENT, 1), (Pace.NEVER, 0)])
def test_each_person_says_how_letters_come(session: Session, pace: Pace, count: int) -> None:
    person = make_user(session, Role.REVIEWER, pace=pace.value)
    for cause in (Cause.SUBMITTED, Cause.COMPLETED):
        tell([person], cause, PLAN, **DETAILS)
    assert len(mailings(session)) == count


def test_a_cause_is_told_once_a_day_with_what_was_said_last(session: Session, person: User) -> None:
    with telling(NOON):
        (first,) = tell([person], Cause.RETURNED, PLAN, **DETAILS)
        mark_read(person, [first])
    with telling(NOON + dt.timedelta(hours=1)):
        (second,) = tell([person], Cause.RETURNED, PLAN, **{**DETAILS, "version": "2"})
    assert second is first
    assert (first.details["version"], first.read_at) == ("2", None)
    assert len(mailings(session)) == 1
    with telling(NOON + dt.timedelta(days=1)):
        tell([person], Cause.RETURNED, PLAN, **DETAILS)
    assert len(mailings(session)) == 2


def test_two_returns_of_one_day_are_told_apart_by_their_turn(
    session: Session, person: User
) -> None:
    for turn in ("1.1", "1.2"):
        tell([person], Cause.RETURNED, PLAN, turn, **DETAILS)
    assert len(mailings(session)) == 2


def test_the_day_is_that_of_the_reader(session: Session) -> None:
    person = make_user(session, Role.REVIEWER, time_zone="Pacific/Apia")
    with telling(NOON):
        (letter,) = tell([person], Cause.SUBMITTED, PLAN, **DETAILS)
    assert letter.day == dt.date(2026, 11, 21)


def test_who_has_left_is_told_nothing(session: Session) -> None:
    gone = make_user(session, Role.REVIEWER, is_active=False)
    assert tell([gone], Cause.RETURNED, PLAN, **DETAILS) == []


def test_reading_touches_only_letters_of_ones_own(session: Session, person: User) -> None:
    other = make_user(session, Role.REVIEWER)
    mine, theirs = tell([person, other], Cause.SUBMITTED, PLAN, **DETAILS)
    mark_read(person, [mine, theirs])
    mark_all_read(person, now())
    session.expire_all()
    assert mine.read_at is not None
    assert theirs.read_at is None


def test_what_was_sent_is_not_sent_again(session: Session, person: User) -> None:
    tell([person], Cause.RETURNED, PLAN, **DETAILS)
    (mailing,) = mailings(session)
    mailing.state = State.SENT.value
    administrator = make_user(session, Role.ADMINISTRATOR)
    with pytest.raises(OutOfTurn):
        send_again(administrator, [mailing])
    mailing.state, mailing.tries = State.FAILED.value, 12
    send_again(administrator, [mailing])
    assert (mailing.state, mailing.tries) == (State.WAITING, 0)
