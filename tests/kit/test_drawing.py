"""Drawings are geometry: turned for Arabic in the geometry itself, words cut to what fits."""

from __future__ import annotations

import pytest

from engage.kit.drawing import (
    Drawing,
    bar,
    circle,
    facing,
    fitted,
    fitting,
    path,
    rule,
    stamp,
    width_of,
    words,
)
from engage.kit.pieces import own

DRAWING: Drawing = {
    "height": 40,
    "says": "A bar",
    "marks": [
        bar(0.25, 0, 0.5, 10, "solid"),
        rule(0, 0, 0.25, 5),
        stamp("arrow", 0.1, 5),
        words("Planned", 0.75, 8, dx=7),
        words(own("رعاة"), 0, 8, side="end"),
        words(own("Herders"), 0, 8),
    ],
    "stamps": {"arrow": [path((0, 0), (6, 3), look="line"), circle(4, 0, 2, "dot")]},
}


def test_what_stands_at_the_start_stands_at_the_right_in_arabic() -> None:
    bar, rule, stamp, label, *_own = facing(DRAWING, "rtl")["marks"]
    assert (bar["x"], rule["x"], stamp["x"]) == (0.25, 1, 0.9)
    assert label["kind"] == "words"
    assert (label["x"], label["dx"], label["side"]) == (0.25, -7, "end")


def test_shapes_point_to_where_reading_goes() -> None:
    line, dot = facing(DRAWING, "rtl")["stamps"]["arrow"]
    assert line["shape"] == "path"
    assert line["points"] == [(0, 0), (-6, 3)]
    assert dot["shape"] == "circle"
    assert dot["x"] == -4


def test_a_drawing_from_the_left_stays_as_it_is() -> None:
    assert facing(DRAWING, "ltr")["stamps"] == DRAWING["stamps"]
    assert [mark["x"] for mark in facing(DRAWING, "ltr")["marks"]] == [
        mark["x"] for mark in DRAWING["marks"]
    ]


def test_turned_twice_a_drawing_is_as_before() -> None:
    once = facing(DRAWING, "rtl")
    again = facing(once, "rtl")
    assert again["stamps"] == DRAWING["stamps"]
    places = [mark["x"] for mark in again["marks"]]
    assert places == pytest.approx([mark["x"] for mark in DRAWING["marks"]])


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_own_words_run_their_own_way_and_labels_the_way_of_the_language(direction: str) -> None:
    said = [mark for mark in facing(DRAWING, direction)["marks"] if mark["kind"] == "words"]
    assert [mark["way"] for mark in said] == [direction, "rtl", "ltr"]


@pytest.mark.parametrize(
    "text", ["Herders of the Karo plateau", "牧民和农民的联合会议", "رعاة الهضبة العليا"]
)
def test_a_text_is_cut_with_an_ellipsis_and_then_fits(text: str) -> None:
    cut = fitting(text, 6)
    assert cut.endswith("…")
    assert width_of(cut) <= 6
    assert text.startswith(cut.removesuffix("…"))
    assert fitting(text, 100) == text


def test_a_text_is_cut_between_words_where_one_ends_nearby() -> None:
    assert fitting("Herders of the Karo plateau", 9) == "Herders of the…"


def test_own_words_that_are_cut_stay_own_words() -> None:
    assert fitted(own("Herders of the Karo plateau", "fr"), 9) == own("Herders of the…", "fr")
    assert fitted("Planned", 90) == "Planned"
