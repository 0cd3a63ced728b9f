from __future__ import annotations

from datetime import UTC, datetime, timedelta

from engage.accounts.throttle import WINDOW, free_again_at, minutes_until

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def ago(*minutes: float) -> list[datetime]:
    return [NOON - timedelta(minutes=each) for each in minutes]


def test_another_attempt_is_free_below_the_limit() -> None:
    assert free_again_at(ago(1, 2, 3, 4), 5, NOON) is None


def test_at_the_limit_the_oldest_of_them_must_pass() -> None:
    assert free_again_at(ago(1, 2, 3, 4, 9), 5, NOON) == NOON - timedelta(minutes=9) + WINDOW


def test_failures_before_the_window_do_not_count() -> None:
    assert free_again_at(ago(1, 2, 3, 4, 15), 5, NOON) is None


def test_order_does_not_matter() -> None:
    assert free_again_at(ago(9, 1, 4, 3, 2), 5, NOON) == free_again_at(ago(1, 2, 3, 4, 9), 5, NOON)


def test_minutes_are_rounded_up() -> None:
    assert minutes_until(NOON + timedelta(seconds=61), NOON) == 2
    assert minutes_until(NOON + timedelta(seconds=60), NOON) == 1
    assert minutes_until(NOON, NOON) == 1
