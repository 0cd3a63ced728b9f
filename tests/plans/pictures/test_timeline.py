"""Activities on a time line: each where its dates are, with its state by shape and in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from engage.kit.drawing import Bar, Drawing
from engage.kit.pictures import Picture
from engage.plans.pictures.doings import doings_of, sample
from engage.plans.pictures.gallery import gallery
from engage.plans.pictures.quarters import Quarter, Stretch, quarters_of, stretches, years_of
from engage.plans.pictures.timeline import Years, packed
from engage.reference.vocabulary.activities import ActivityStatus
from tests.plans.golden.plan import row
from tests.plans.pictures.plans import (
    PERIOD,
    activities,
    cells_of,
    numbers_in_table,
    plan,
    said_in,
    the,
)

pytestmark = pytest.mark.usefixtures("english")


def timeline(*rows: Any) -> Picture:
    return the(gallery(plan(activities=list(rows)), "en"), "timeline")


def bars_of(drawing: Drawing) -> Sequence[Bar]:
    return [each for each in drawing["marks"] if each["kind"] == "bar"]


@pytest.mark.parametrize("number", [1, 12, 24, 25, 120])
def test_every_activity_is_in_the_drawing_and_in_the_table(number: int) -> None:
    picture = timeline(*activities(number))
    numbers = numbers_in_table(picture)
    assert sorted(numbers, key=int) == [str(each + 1) for each in range(number)]
    drawn = said_in(picture["drawings"])
    assert [each for each in numbers if each not in drawn] == []


@pytest.mark.parametrize(
    ("when", "place"),
    [
        ({"start": "2026-01"}, (0, 1 / 8)),
        ({"start": "2026-05-04"}, (1 / 8, 1 / 8)),
        ({"start": "2026-11", "end": "2027-02"}, (3 / 8, 2 / 8)),
        ({"start": "2027"}, (1 / 2, 1 / 2)),
        ({"end": "2027-12"}, (7 / 8, 1 / 8)),
    ],
)
def test_a_bar_covers_the_quarters_of_its_date(when: Any, place: tuple[float, float]) -> None:
    [drawing] = timeline(row("a", title="Assembly", when=when, status="planned"))["drawings"]
    [bar] = bars_of(drawing)
    assert (bar["x"], bar["w"]) == pytest.approx(place)


def test_further_days_have_bars_of_their_own() -> None:
    when = {"start": "2026-06-17", "further": ["2027-06-17"]}
    [drawing] = timeline(row("a", title="Day", when=when, status="done"))["drawings"]
    assert [bar["x"] for bar in bars_of(drawing)] == pytest.approx([1 / 8, 5 / 8])


def test_what_is_known_to_the_year_only_is_drawn_thinner_and_said() -> None:
    picture = timeline(
        row("a", title="Day", when={"start": "2026-06-17"}, status="planned"),
        row("b", title="Map", when={"start": "2027"}, status="planned"),
    )
    heights = [bar["h"] for bar in bars_of(picture["drawings"][0])]
    assert heights[1] < heights[0]
    assert "Known to the year only" in [each["words"] for each in picture["legend"]]


def test_states_are_told_apart_by_shape_and_by_word() -> None:
    rows = [
        row(state, title=state, when={"start": "2026-03"}, status=state) for state in ActivityStatus
    ]
    picture = timeline(*rows)
    shapes = [str(sample(state)) for state in ActivityStatus]
    assert len(set(shapes)) == len(ActivityStatus)
    for state in ActivityStatus:
        assert str(state.label) in [each["words"] for each in picture["legend"]]
        assert str(state.label) in said_in(picture["drawings"])
        assert str(state.label) in [cells[1] for cells in cells_of(picture)]


def test_without_a_date_an_activity_stands_apart_and_last() -> None:
    picture = timeline(
        row("a", title="Walk", when={"words": "after the first rain"}, status="planned"),
        row("b", title="Day", when={"start": "2026-06-17"}, status="planned"),
    )
    assert picture["says"] == ["Activities on the time line: 1. Without a date: 1."]
    dated, undated = picture["drawings"]
    assert "Walk" not in said_in([dated])
    assert "Walk" in said_in([undated])
    assert [cells[0] for cells in cells_of(picture)] == ["2 Day", "1 Walk"]


def test_a_long_title_is_cut_in_the_drawing_and_whole_in_the_table() -> None:
    title = "Assembly of the keepers of the wells " * 4
    picture = timeline(row("a", title=title.strip(), when={"start": "2026"}, status="done"))
    assert any(text.endswith("…") for text in said_in(picture["drawings"]))
    assert cells_of(picture)[0][0] == f"1 {title.strip()}"


def test_many_share_lanes_without_overlapping() -> None:
    document = plan(activities=activities(120))
    years = Years((2026, 2027))
    dated = [each for each in doings_of(document, "en") if each.stretches]
    lanes = packed(dated, years)
    assert max(lanes) < len(dated) / 3
    ends: dict[int, float] = {}
    for doing, lane in zip(dated, lanes, strict=True):
        [stretch] = doing.stretches
        assert years.start_of(stretch.first) >= ends.get(lane, 0)
        ends[lane] = years.end_of(stretch.last)


def test_a_plan_of_five_years_is_drawn_two_years_at_a_time() -> None:
    rows = [row(f"a{y}", title="Day", when={"start": f"{y}-06"}) for y in range(2026, 2031)]
    document = plan({"identity": {"period": {"start": "2026", "end": "2030"}}}, activities=rows)
    picture = the(gallery(document, "en"), "timeline")
    assert len(picture["drawings"]) == 3


# ---------------------------------------------------------------- dates as quarters


def test_a_slip_of_centuries_fills_no_years_in_between() -> None:
    whens = [{"start": "1926", "end": "2026"}, {"start": "2027-01"}]
    assert years_of(PERIOD, whens) == (1926, 2026, 2027)
    assert years_of({"start": "1900", "end": "2199"}, whens[1:]) == (2027,)


def test_an_end_before_the_start_is_left_aside() -> None:
    assert stretches({"start": "2026-05", "end": "2025-01"}) == (
        Stretch(Quarter(2026, 2), Quarter(2026, 2)),
    )


@pytest.mark.parametrize(
    "when", [None, {"words": "soon"}, {"answer": "unknown"}, {"as_typed": {"start_day": ["31"]}}]
)
def test_what_is_no_date_has_no_quarter(when: Any) -> None:
    assert quarters_of(when) == frozenset()
