"""What comes next, and what is too far away to be shown."""

from __future__ import annotations

import datetime as dt

import pytest

from engage.plans.start.dates import SHOWN, NextDate, nearest, when_next
from engage.reference.norms import KnownOccasion

TODAY = dt.date(2026, 11, 22)


def date(written: str, *, is_great: bool = False) -> NextDate:
    return NextDate(written, written, "", is_great=is_great)


def shown(*dates: NextDate) -> list[str]:
    return [each.written for each in nearest(dates, TODAY)]


def test_dates_come_in_their_order_and_what_is_over_is_left_out() -> None:
    assert shown(date("2026-12-09"), date("2026-11-22"), date("2026-11-21")) == [
        "2026-11-22",
        "2026-12-09",
    ]


def test_a_month_without_a_day_counts_until_it_is_over_and_a_year_never() -> None:
    assert shown(date("2027-01"), date("2026-11"), date("2027"), date("2026-10")) == [
        "2026-11",
        "2027-01",
    ]


def test_calls_and_sessions_are_seen_from_afar_and_never_crowded_out() -> None:
    near = [date(f"2026-12-{day:02}") for day in range(1, 20)]
    far = [date("2027-08-17", is_great=True), date("2027-02-01", is_great=True)]
    assert shown(date("2027-08-01"), *far, *near) == [
        *(each.written for each in near[: SHOWN - 2]),
        "2027-02-01",
        "2027-08-17",
    ]


@pytest.mark.parametrize(
    ("occasion", "written"),
    [
        (KnownOccasion("soil", "observance", month=12, day=5), "2026-12-05"),
        (KnownOccasion("radio", "observance", month=2, day=13), "2027-02-13"),
        (KnownOccasion("leap", "observance", month=2, day=29), "2028-02-29"),
        (KnownOccasion("cop", "conference", starts="2027-08", ends="2027-08"), "2027-08"),
        (KnownOccasion("over", "conference", starts="2026-08-17", ends="2026-08-28"), None),
        (KnownOccasion("undated", "campaign"), None),
    ],
)
def test_an_occasion_comes_next(occasion: KnownOccasion, written: str | None) -> None:
    assert when_next(occasion, TODAY) == written
