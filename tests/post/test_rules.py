from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.post.models import Mailing
from engage.post.rules import (
    PAUSES,
    goes_at_once,
    may_send_again,
    pause_after,
    period_begun,
)
from engage.post.sending import LEASE
from engage.post.server import LONGEST_SEND
from engage.post.vocabulary import URGENT, Cause, Pace, State


def test_pauses_grow_and_end_after_about_a_week() -> None:
    assert all(before <= after for before, after in pairwise(PAUSES))
    assert dt.timedelta(days=7) < sum(PAUSES, dt.timedelta()) < dt.timedelta(days=9)
    assert pause_after(1) == dt.timedelta(minutes=1)
    assert pause_after(len(PAUSES)) == PAUSES[-1]
    assert pause_after(len(PAUSES) + 1) is None


def test_a_claim_holds_longer_than_the_longest_send() -> None:
    assert LONGEST_SEND < LEASE


@pytest.mark.parametrize("pace", list(Pace))
def test_only_what_is_urgent_goes_at_once_unless_all_is_wanted_so(pace: Pace) -> None:
    at_once = {cause for cause in Cause if goes_at_once(pace.value, cause)}
    expected = {Pace.AT_ONCE: set(Cause), Pace.NEVER: set()}
    assert at_once == expected.get(pace, URGENT)


@pytest.mark.parametrize(
    ("pace", "moment", "begun"),
    [
        (Pace.WEEKLY, "2026-11-26T12:00+00:00", "2026-11-23T06:00+03:00"),
        (Pace.WEEKLY, "2026-11-23T03:00+00:00", "2026-11-23T06:00+03:00"),
        (Pace.WEEKLY, "2026-11-23T02:59+00:00", "2026-11-16T06:00+03:00"),
        (Pace.DAILY, "2026-11-26T12:00+00:00", "2026-11-26T06:00+03:00"),
        (Pace.DAILY, "2026-11-26T02:00+00:00", "2026-11-25T06:00+03:00"),
    ],
)
def test_a_digest_is_there_at_six_in_the_zone_of_its_reader(
    pace: Pace, moment: str, begun: str
) -> None:
    found = period_begun(pace, dt.datetime.fromisoformat(moment), "Africa/Nairobi")
    assert found == dt.datetime.fromisoformat(begun)


@pytest.mark.parametrize("state", list(State))
@pytest.mark.parametrize("role", list(Role))
def test_an_administrator_alone_sends_again_what_was_not_sent(role: Role, state: State) -> None:
    user = User(role=role.value, is_active=True)
    expected = role is Role.ADMINISTRATOR and state in (State.WAITING, State.FAILED)
    assert may_send_again(user, Mailing(state=state.value)) is expected
