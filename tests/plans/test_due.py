from __future__ import annotations

import datetime as dt

import pytest

from engage.plans.due import ends_soon, rests_long, waits_long, working_days

FRIDAY = dt.date(2026, 11, 20)


@pytest.mark.parametrize(
    ("days", "working"), [(0, 0), (1, 0), (2, 0), (3, 1), (7, 5), (9, 5), (10, 6), (28, 20)]
)
def test_weekends_are_no_working_days(days: int, working: int) -> None:
    assert working_days(FRIDAY, FRIDAY + dt.timedelta(days)) == working


def test_a_review_waits_long_once_the_usual_time_is_over() -> None:
    assert not waits_long(FRIDAY, FRIDAY + dt.timedelta(28), 20)
    assert waits_long(FRIDAY, FRIDAY + dt.timedelta(31), 20)


def test_a_threshold_out_of_use_reminds_of_nothing() -> None:
    later = FRIDAY + dt.timedelta(400)
    assert not rests_long(FRIDAY, later, None)
    assert not waits_long(FRIDAY, later, None)
    assert not ends_soon(FRIDAY, later, later, None)


@pytest.mark.parametrize(("days", "soon"), [(0, False), (15, False), (16, True), (30, True)])
def test_a_call_ends_soon_from_some_days_before_its_date(days: int, *, soon: bool) -> None:
    opens, due = FRIDAY, FRIDAY + dt.timedelta(30)
    assert ends_soon(opens, due, FRIDAY + dt.timedelta(days), 14) is soon


def test_on_the_day_it_opens_a_short_call_does_not_also_end_soon() -> None:
    assert not ends_soon(FRIDAY, FRIDAY + dt.timedelta(3), FRIDAY, 14)
