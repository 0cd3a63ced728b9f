"""The grid of influence and interest: all are in it and in its table; attitudes stay inside."""

from __future__ import annotations

import pytest

from engage.kit.drawing import facing
from engage.plans.pictures.gallery import gallery
from engage.plans.pictures.grid import grid_picture, track
from tests.plans.golden.plan import row
from tests.plans.pictures.plans import (
    cells_of,
    full_plan,
    numbers_in_table,
    plan,
    said_in,
    stakeholders,
    the,
)

pytestmark = pytest.mark.usefixtures("english")


@pytest.mark.parametrize("number", [1, 5, 40, 120])
@pytest.mark.parametrize("private", [True, False])
def test_every_stakeholder_is_once_in_the_drawing_and_once_in_the_table(
    number: int, private: bool
) -> None:
    document = plan(stakeholders=stakeholders(number))
    picture = grid_picture(document, "en", private=private)
    drawn = [text for text in said_in(picture["drawings"]) if text.isdigit()]
    assert sorted(drawn) == sorted(numbers_in_table(picture))
    assert len(drawn) == number


def test_a_mark_stands_in_the_square_of_its_ratings() -> None:
    rated = row("s1", name="Herders", influence="high", interest_degree="low")
    picture = grid_picture(plan(stakeholders=[rated]), "en", private=False)
    [drawing] = picture["drawings"]
    [mark] = [each for each in drawing["marks"] if each["kind"] == "stamp"]
    squares = [each for each in drawing["marks"] if each["kind"] == "bar"]
    assert mark["x"] < 1 / 3
    assert squares[0]["y"] < mark["y"] < squares[0]["y"] + squares[0]["h"]


def test_marks_stay_apart_and_inside_however_many_meet_in_a_square() -> None:
    same = [row(f"s{n}", name="Camp", influence="low", interest_degree="low") for n in range(40)]
    [drawing] = grid_picture(plan(stakeholders=same), "en", private=False)["drawings"]
    places = {(each["x"], each["y"]) for each in drawing["marks"] if each["kind"] == "stamp"}
    assert len(places) == 40
    assert max(y for _x, y in places) < drawing["height"]


def test_who_is_not_rated_stands_apart() -> None:
    rows = [row("s1", name="Rated", influence="low", interest_degree="low"), row("s2", name="Not")]
    picture = grid_picture(plan(stakeholders=rows), "en", private=False)
    assert picture["says"] == ["Stakeholders in the grid: 1. Not rated yet: 1."]
    assert "Not rated yet" in said_in(picture["drawings"])
    assert cells_of(picture)[1] == ["2 Not", "not described yet", "not described yet"]


def test_a_number_of_the_author_is_kept_where_all_are_short_and_told_apart() -> None:
    rows = stakeholders(2)
    rows[0]["number"], rows[1]["number"] = "1.1", "B"
    assert numbers_in_table(grid_picture(plan(stakeholders=rows), "en", private=False)) == [
        "1.1",
        "B",
    ]
    rows[1]["number"] = "1.1"
    assert numbers_in_table(grid_picture(plan(stakeholders=rows), "en", private=False)) == [
        "1",
        "2",
    ]


# ---------------------------------------------------------------- attitudes


def test_attitudes_are_drawn_and_told_only_where_they_are_asked_for() -> None:
    document = plan(stakeholders=stakeholders(10))
    inside = grid_picture(document, "en", private=True)
    outside = grid_picture(document, "en", private=False)
    assert any(name.startswith("track") for name in inside["drawings"][0]["stamps"])
    assert inside["charts"][0]["head"][3:] == ["Attitude now", "Attitude you hope for"]
    assert list(outside["drawings"][0]["stamps"]) == ["mark"]
    said = str(outside)
    for word in ("Attitude", "Resistant", "Supportive", "Unaware", "Leading", "track"):
        assert word not in said


def test_without_being_asked_the_gallery_leaves_attitudes_out() -> None:
    assert "track" not in str(the(gallery(full_plan(), "en"), "grid"))


def test_the_arrow_goes_from_now_to_what_is_hoped_for() -> None:
    tip = max(x for each in track(1, 3) if each["shape"] == "path" for x, _y in each["points"])
    back = min(x for each in track(3, 1) if each["shape"] == "path" for x, _y in each["points"])
    assert tip > 0 > back


def test_an_attitude_that_stays_is_a_disc_in_a_ring() -> None:
    assert [each["look"] for each in track(2, 2)][-2:] == ["ring", "ink"]


def test_the_arrow_turns_round_in_arabic() -> None:
    document = plan(stakeholders=stakeholders(1))
    [drawing] = grid_picture(document, "ar", private=True)["drawings"]
    [name] = [each for each in drawing["stamps"] if each != "mark"]
    for plain, turned in zip(
        drawing["stamps"][name], facing(drawing, "rtl")["stamps"][name], strict=True
    ):
        if plain["shape"] == "path" and turned["shape"] == "path":
            assert turned["points"] == [(-x, y) for x, y in plain["points"]]


def test_an_answer_kept_as_typed_is_no_rating() -> None:
    odd = row("s1", name="Camp", influence={"as_typed": {"": ["huge"]}}, interest_degree="low")
    assert grid_picture(plan(stakeholders=[odd]), "en", private=True)["drawings"] == []
