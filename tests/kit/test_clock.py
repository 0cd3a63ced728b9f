from __future__ import annotations

import datetime as dt

import pytest

from engage.kit.clock import working_days

FRIDAY = dt.date(2026, 11, 20)


@pytest.mark.parametrize("days", [0, 1, 2, 3, 4, 7, 10, 30, 365])
def test_working_days_are_the_mondays_to_fridays_after_the_first(days: int) -> None:
    for begins in range(7):
        first = FRIDAY + dt.timedelta(begins)
        passed = [first + dt.timedelta(each) for each in range(1, days + 1)]
        last = first + dt.timedelta(days)
        assert working_days(first, last) == sum(day.weekday() < 5 for day in passed)


def test_no_working_day_has_passed_before_the_first_day() -> None:
    assert working_days(FRIDAY, FRIDAY - dt.timedelta(3)) == 0
