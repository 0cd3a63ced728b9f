"""What is true of all pictures: marks inside, turned for Arabic, kind where nothing is there."""

from __future__ import annotations

from typing import Any

import pytest

from engage.kit.drawing import Mark
from engage.kit.pictures import Gallery
from engage.kit.pieces import plain
from engage.plans.pictures.gallery import gallery
from engage.reference.vocabulary.groups import Group
from tests.plans.golden.plan import golden_document
from tests.plans.pictures.plans import cells_of, full_plan, plan, words_in

pytestmark = pytest.mark.usefixtures("english")
PLANS = {
    "empty": plan,
    "usual": lambda: full_plan(12),
    "large": lambda: full_plan(120),
    "golden": golden_document,
}


def marks_of(gallery: Gallery) -> list[tuple[float, Mark]]:
    return [
        (drawing["height"], mark)
        for picture in gallery["pictures"]
        for drawing in picture["drawings"]
        for mark in drawing["marks"]
    ]


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("name", list(PLANS))
def test_every_mark_stands_inside_its_drawing(name: str, language: str) -> None:
    for height, mark in marks_of(gallery(PLANS[name](), language, private=True)):
        assert -1e-9 <= mark["x"] <= 1 + 1e-9
        assert 0 <= mark["y"] <= height
        if mark["kind"] == "bar":
            assert mark["w"] > 0
            assert mark["x"] + mark["w"] <= 1 + 1e-9
            assert mark["y"] + mark["h"] <= height


@pytest.mark.parametrize("name", list(PLANS))
def test_every_stamp_that_is_set_is_there(name: str) -> None:
    for picture in gallery(PLANS[name](), "en", private=True)["pictures"]:
        for drawing in picture["drawings"]:
            used = {mark["name"] for mark in drawing["marks"] if mark["kind"] == "stamp"}
            assert used <= drawing["stamps"].keys()


def test_arabic_is_the_same_drawing_seen_from_the_other_side() -> None:
    english = marks_of(gallery(full_plan(), "en", private=True))
    arabic = marks_of(gallery(full_plan(), "ar", private=True))
    bars = [(mark["x"], mark["w"]) for _height, mark in english if mark["kind"] == "bar"]
    turned = [
        (1 - mark["x"] - mark["w"], mark["w"]) for _h, mark in arabic if mark["kind"] == "bar"
    ]
    for here, there in zip(bars, turned, strict=True):
        assert here == pytest.approx(there)


def test_labels_of_an_arabic_drawing_run_from_the_right_and_names_their_own_way() -> None:
    drawn = gallery(full_plan(), "ar")["pictures"]
    for words in words_in(drawing for picture in drawn for drawing in picture["drawings"]):
        own = isinstance(words["text"], dict)
        assert words["way"] == ("ltr" if own else "rtl")


def test_own_words_are_marked_everywhere_and_labels_nowhere() -> None:
    for picture in gallery(full_plan(), "en")["pictures"]:
        for chart in picture["charts"]:
            for row in chart["rows"]:
                for square in row:
                    assert_own(square["text"])
        for words in words_in(picture["drawings"]):
            assert_own(words["text"])


def assert_own(cell: Any) -> None:
    """Words of the plan are pieces, sentences of the house are not."""
    pieces: list[Any] = [cell] if isinstance(cell, str | dict) else cell
    for each in pieces:
        theirs = any(word in plain(each) for word in ("Herders", "Meeting", "Salt", "radio"))
        assert theirs == (isinstance(each, dict) and bool(each.get("own")))


def test_every_drawing_tells_the_essential_and_has_its_table() -> None:
    for picture in gallery(full_plan(), "en")["pictures"]:
        assert picture["charts"]
        for drawing in picture["drawings"]:
            assert drawing["says"]


def test_an_empty_plan_is_told_in_kind_sentences() -> None:
    grid, levels, timeline, mirror, money = gallery(plan(), "en")["pictures"]
    assert grid["says"] == ["No stakeholder is described yet."]
    assert timeline["says"] == ["No activity is planned yet."]
    assert money["says"] == ["No amount is named yet."]
    assert [each for each in (grid, timeline, money) if each["drawings"] or each["charts"]] == []
    assert all(cells[1:] == ["not described yet"] for cells in cells_of(levels))
    assert all(cells[1:] == ["nothing planned"] for cells in cells_of(mirror))
    assert len(cells_of(mirror)) == len(Group)


def test_a_plan_where_nobody_is_rated_says_where_it_is_asked() -> None:
    grid = gallery(golden_document(), "en")["pictures"][0]
    assert grid["says"] == [
        "No stakeholder is rated yet. Influence and interest are asked in each row."
    ]
    assert (grid["drawings"], grid["charts"]) == ([], [])
