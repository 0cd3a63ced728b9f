from __future__ import annotations

import datetime as dt

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.kit.clock import telling
from engage.post.actions import mark_read, tell
from engage.post.digests import next_steps, write_digests
from engage.post.letters import asking
from engage.post.models import Mailing, Notice
from engage.post.vocabulary import Cause, Pace
from tests.factories import make_user
from tests.post.outbox import DETAILS

FRIDAY = dt.datetime(2026, 11, 20, 12, 0, tzinfo=dt.UTC)
MONDAY = dt.datetime(2026, 11, 23, 6, 0, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)


@pytest.fixture
def person(session: Session) -> User:
    return make_user(session, Role.REVIEWER)


def write(person: User, at: dt.datetime, cause: Cause = Cause.SUBMITTED, plan: int = 1) -> Notice:
    with telling(at):
        (letter,) = tell([person], cause, ("plan", plan), **DETAILS)
        return letter


def digests_at(session: Session, moment: dt.datetime) -> int:
    session.commit()
    with telling(moment):
        written = write_digests()
    session.expire_all()
    return written


def test_a_digest_comes_on_monday_and_no_second_time(session: Session, person: User) -> None:
    letters = [write(person, FRIDAY), write(person, FRIDAY, Cause.WITHDRAWN)]
    assert digests_at(session, MONDAY - dt.timedelta(minutes=1)) == 0
    assert digests_at(session, MONDAY) == 1
    (mailing,) = session.scalars(sa.select(Mailing))
    assert [letter.mailing for letter in letters] == [mailing, mailing]
    assert mailing.period == MONDAY.date()
    write(person, MONDAY + DAY)
    assert digests_at(session, MONDAY + 2 * DAY) == 0
    assert digests_at(session, MONDAY + 7 * DAY) == 1


def test_without_letters_there_is_no_digest(session: Session, person: User) -> None:
    mark_read(person, [write(person, FRIDAY)])
    assert digests_at(session, MONDAY) == 0


@pytest.mark.parametrize(
    ("pace", "count"),
    [(Pace.DAILY, 1), (Pace.WEEKLY, 0), (Pace.URGENT, 0), (Pace.NEVER, 0), (Pace.AT_ONCE, 1)],
)
def test_the_next_morning_a_digest_comes_to_those_who_want_it_daily(
    session: Session, person: User, pace: Pace, count: int
) -> None:
    """At once too: what was written before somebody chose it."""
    write(person, FRIDAY)
    person.pace = pace.value
    assert digests_at(session, FRIDAY + DAY) == count


def test_a_digest_late_for_a_week_still_comes_and_old_letters_do_not(
    session: Session, person: User
) -> None:
    write(person, FRIDAY)
    late = write(person, FRIDAY - 40 * DAY, plan=2)
    assert digests_at(session, MONDAY + 3 * DAY) == 1
    assert late.mailing is None


def test_two_digests_of_one_period_cannot_stand(session: Session, person: User) -> None:
    write(person, FRIDAY)
    digests_at(session, MONDAY)
    first = session.scalars(sa.select(Mailing)).one()
    columns = sa.inspect(Mailing).columns
    facts = {column.key: getattr(first, column.key) for column in columns}
    session.add(Mailing(**{**facts, "id": None, "message_id": "<another@x>"}))
    with pytest.raises(sa.exc.IntegrityError):
        session.flush()


def test_next_steps_are_what_the_newest_letter_of_each_plan_asks(person: User) -> None:
    asked = [write(person, FRIDAY + plan * DAY, plan=plan) for plan in range(5)]
    answered = write(person, FRIDAY + 6 * DAY, Cause.WITHDRAWN, plan=4)
    mark_read(person, [asked[3]])
    newest_first = [answered, *reversed(asked)]
    assert next_steps(newest_first, asking(person)) == [asked[2], asked[1], asked[0]]
