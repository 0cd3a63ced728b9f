"""Levels by group, and the mirror of who is reached when; what is missing is said in words."""

from __future__ import annotations

from typing import Any

import pytest

from engage.kit.pictures import Picture
from engage.kit.pieces import plain
from engage.plans.document import Json
from engage.plans.pictures.gallery import gallery
from engage.reference.vocabulary.groups import Group
from tests.plans.golden.plan import row
from tests.plans.pictures.plans import PERIOD, cells_of, plan, the

pytestmark = pytest.mark.usefixtures("english")
TWELVE = [str(group.label) for group in Group]


def line(picture: Picture, group: str, chart: int = 0) -> list[str]:
    return next(cells[1:] for cells in cells_of(picture, chart) if cells[0] == group)


def mirror(fields: Json | None = None, **registers: list[Json]) -> Picture:
    return the(gallery(plan(fields, **registers), "en"), "mirror")


def levels(fields: Json | None = None, **registers: list[Json]) -> Picture:
    return the(gallery(plan(fields, **registers), "en"), "levels")


def doing(**values: Any) -> Json:
    return row("a", **{"title": "Assembly", "status": "planned", "groups": ["women"], **values})


# ---------------------------------------------------------------- levels


def test_the_twelve_groups_stand_in_their_order_whatever_the_plan_says() -> None:
    assert [cells[0] for cells in cells_of(levels())] == TWELVE
    assert [cells[0] for cells in cells_of(mirror())] == TWELVE


def test_a_group_met_at_two_levels_has_both_words_in_their_columns() -> None:
    rows = [
        row("s1", name="Camps", groups=["women"], level="empower"),
        row("s2", name="Wells", groups=["women"], level="consult"),
    ]
    assert line(levels(stakeholders=rows), "Women") == ["", "Consult", "", "", "Empower"]


def test_a_level_holds_for_the_rows_below() -> None:
    rows = [
        row("land", name="On the land", level="involve"),
        row("camp", "", "land", name="Camps", groups=["pastoralists"]),
    ]
    assert "Involve" in line(levels(stakeholders=rows), "Pastoralists")


def test_a_group_that_is_not_relevant_says_why_in_both_pictures() -> None:
    fields = {"stakeholders": {"not_relevant": {"media": "Messages go by radio."}}}
    said = ["does not apply\nMessages go by radio."]
    assert line(levels(fields), "Media") == said
    assert line(mirror(fields), "Media") == said


def test_groups_of_the_plan_s_own_have_their_lines() -> None:
    named = [{"words": "Salt traders"}, {"words": "Smiths"}]
    document = plan(
        own_groups=[row("g1", name="Salt traders", groups=["private_sector"])],
        stakeholders=[row("s1", name="salt  traders", level="inform", groups=["media"])],
        activities=[doing(groups=named, when=PERIOD)],
    )
    drawn = gallery(document, "en")
    assert [cells[0] for cells in cells_of(the(drawn, "levels"))][12:] == ["Salt traders", "Smiths"]
    assert line(the(drawn, "levels"), "Salt traders")[0] == "Inform"
    assert line(the(drawn, "mirror"), "Salt traders") == ["planned: 1"] * 4


def test_an_activity_for_an_own_group_counts_for_the_group_it_belongs_to() -> None:
    own = [row("g1", name="Salt traders", groups=["private_sector"])]
    found = mirror(
        own_groups=own,
        activities=[doing(groups=[{"words": "Salt traders"}], when={"start": "2026-02"})],
    )
    assert line(found, "Private sector")[0] == "planned: 1"


# ---------------------------------------------------------------- the mirror


def test_what_is_held_and_what_is_planned_are_counted_apart() -> None:
    rows = [
        doing(when={"start": "2026-02"}, status="done"),
        {**doing(when={"start": "2026-03"}), "key": "b"},
        {**doing(when={"start": "2026-01"}, status="confirmed"), "key": "c"},
        {**doing(when={"start": "2026-01"}, status="postponed"), "key": "d"},
        {**doing(when={"start": "2026-01"}, status="cancelled"), "key": "e"},
        {**doing(when={"start": "2026-01"}, status="replaced"), "key": "f"},
    ]
    assert line(mirror(activities=rows), "Women") == [
        "held: 1; planned: 2; postponed: 1",
        "nothing planned",
    ]


def test_an_empty_group_is_named_in_words_and_in_its_line() -> None:
    found = mirror(activities=[doing(groups=["women"], when={"start": "2026-02"})])
    assert "Landowners and land managers" in plain(found["says"][0])
    assert "Women" not in plain(found["says"][0])
    assert line(found, "Landowners and land managers") == ["nothing planned"]


def test_quarters_without_anything_are_one_square_that_names_them_all() -> None:
    chart = mirror(activities=[doing(when={"start": "2026-11"})])["charts"][0]
    women = next(cells for cells in chart["rows"] if cells[0]["text"] == "Women")
    assert [(each["text"], each.get("span", 1), each.get("label")) for each in women[1:]] == [
        ("nothing planned", 3, "Q1 2026 – Q3 2026"),
        ("planned: 1", 1, "Q4 2026"),
    ]


def test_every_line_is_as_wide_as_its_head() -> None:
    rows = [
        doing(when={"start": "2027"}),
        {**doing(groups=["media"]), "key": "b"},
        {**doing(when={"start": "2026-05", "end": "2027-02"}), "key": "c"},
    ]
    found = mirror(activities=rows)
    assert [len(chart["head"]) for chart in found["charts"]] == [5, 7]
    for chart in found["charts"]:
        for cells in chart["rows"]:
            assert sum(each.get("span", 1) for each in cells) == len(chart["head"])


def test_a_year_without_a_quarter_and_no_date_have_columns_where_they_are_needed() -> None:
    rows = [doing(when={"start": "2027"}), {**doing(), "key": "b"}]
    found = mirror(activities=rows)
    assert found["charts"][-1]["head"][-2:] == ["2027", "no date yet"]
    assert line(found, "Women", 1) == ["nothing planned", "planned: 1", "planned: 1"]


def test_a_plan_without_period_and_dates_still_has_its_mirror() -> None:
    found = mirror({"identity": {}}, activities=[doing()])
    assert line(found, "Women") == ["planned: 1"]
    assert line(found, "Media") == ["nothing planned"]
