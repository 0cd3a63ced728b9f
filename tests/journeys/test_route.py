"""The way of a journey, without a database: first and last day, the next stop, what is in doubt."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engage.journeys.reading import told
from engage.journeys.route import Doubt, Flag, kilometres, next_stop, span, warnings
from engage.journeys.vocabulary import StopState
from engage.kit.values.when import When

SAMARKAND, ALMATY, BEIJING = (39.65, 66.96), (43.25, 76.95), (39.9, 116.4)


@dataclass(frozen=True)
class Stop:
    number: int
    first_day: dt.date | None = None
    last_day: dt.date | None = None
    precision: str = ""
    state: str = StopState.ACCEPTED
    values: Mapping[str, Any] = field(default_factory=dict)


def stop(
    number: int,
    start: str = "",
    end: str = "",
    at: tuple[float, float] | None = SAMARKAND,
    state: StopState = StopState.ACCEPTED,
) -> Stop:
    days = When.days({"start": start, "end": end or start} if start else None)
    point = {"coordinates": {"lat": str(at[0]), "lon": str(at[1])}} if at else {}
    return Stop(number, days.first, days.last, days.precision or "", state, point)


def doubts(*stops: Stop) -> list[tuple[Doubt, tuple[int, ...]]]:
    return [(flag.doubt, flag.numbers) for flag in warnings(stops)]


def test_first_and_last_day_follow_from_the_stops_as_exactly_as_they_are_known() -> None:
    stops = [stop(1, "2026-10-08", "2026-10-09"), stop(2), stop(3, "2027-06")]
    assert span(stops) == {"start": "2026-10-08", "end": "2027-06"}


def test_a_stop_that_is_skipped_or_declined_does_not_lengthen_the_journey() -> None:
    off = [stop(2, "2028", state=StopState.SKIPPED), stop(3, "2029", state=StopState.DECLINED)]
    assert span([stop(1, "2026-10"), *off]) == {"start": "2026-10", "end": "2026-10"}


def test_a_journey_without_any_day_has_no_first_day() -> None:
    assert span([stop(1), stop(2)]) == {}


def test_the_next_stop_is_the_first_in_order_that_is_ahead() -> None:
    held, gone = stop(1, "2026-10-01", state=StopState.HELD), stop(2, "2026-10-02")
    unknown, later = stop(3), stop(4, "2026-12-02")
    today = dt.date(2026, 11, 1)
    assert next_stop([held, gone, later], today) == later
    assert next_stop([held, gone, unknown, later], today) == unknown
    assert next_stop([held, gone], today) is None


def test_two_stops_on_the_same_day_are_told() -> None:
    assert doubts(stop(1, "2026-10-01", "2026-10-03"), stop(2, "2026-10-03")) == [
        (Doubt.OVERLAP, (1, 2))
    ]


def test_two_stops_in_the_same_month_need_not_overlap() -> None:
    assert doubts(stop(1, "2026-10"), stop(2, "2026-10-03")) == []


def test_a_stop_that_ends_before_the_one_above_it_begins_is_told() -> None:
    assert doubts(stop(3, "2026-10-05"), stop(4, "2026-09"), stop(5, "2026-11")) == [
        (Doubt.ORDER, (3, 4))
    ]


def test_a_hop_that_takes_more_days_than_there_are_is_told_with_its_length() -> None:
    flags = warnings([stop(1, "2026-10-01", at=ALMATY), stop(2, "2026-10-03", at=BEIJING)])
    assert [(flag.doubt, flag.days) for flag in flags] == [(Doubt.HOP, 2)]
    assert 3200 < flags[0].km < 3400
    assert doubts(stop(1, "2026-10-01", at=ALMATY), stop(2, "2026-10-05", at=BEIJING)) == []


def test_where_only_the_month_is_known_a_hop_may_be_possible() -> None:
    assert doubts(stop(1, "2026-10", at=ALMATY), stop(2, "2026-10", at=BEIJING)) == []


def test_stops_without_a_day_or_a_position_are_told_together() -> None:
    assert doubts(stop(1), stop(2, at=None), stop(3, "2026-10-01")) == [
        (Doubt.NO_DAY, (1, 2)),
        (Doubt.NO_POINT, (2,)),
    ]


def test_a_declined_stop_is_not_on_the_way() -> None:
    declined = stop(2, "2026-10-01", state=StopState.DECLINED)
    assert doubts(stop(1, "2026-10-01"), declined) == []


@pytest.mark.parametrize(
    ("flag", "sentence"),
    [
        (Flag(Doubt.OVERLAP, (1, 2)), "Stop 1 and stop 2 share days."),
        (Flag(Doubt.ORDER, (3, 4)), "Stop 4 ends before stop 3 begins."),
        (Flag(Doubt.NO_DAY, (2, 5)), "Stops without a day yet: 2; 5."),
    ],
)
def test_each_doubt_is_a_sentence_that_names_the_stops(flag: Flag, sentence: str) -> None:
    assert told(flag, "en") == sentence


def test_the_way_over_the_antimeridian_is_the_short_one() -> None:
    assert kilometres((0, 179.5), (0, -179.5)) == pytest.approx(111.2, abs=0.5)


days = st.dates(dt.date(2026, 1, 1), dt.date(2027, 12, 31))


@given(st.lists(st.tuples(days, st.integers(0, 5)), min_size=1, max_size=6))
def test_in_the_order_of_their_days_no_stop_is_out_of_order(
    spans: list[tuple[dt.date, int]],
) -> None:
    dated = [Stop(0, first, first + dt.timedelta(length), "day") for first, length in sorted(spans)]
    stops = [replace(each, number=number) for number, each in enumerate(dated, start=1)]
    assert Doubt.ORDER not in {flag.doubt for flag in warnings(stops)}
    assert span(stops)["start"] == min(first for first, _length in spans).isoformat()
