"""The figures of an event as its page, print and PDF show them."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from flask import Flask, render_template

from engage.events.counted import hide_small
from engage.events.counting.adding import Band
from engage.events.figures import figures_of, rows_first
from engage.kit.pieces import plain
from tests.speaking import spoken

BANDS = {"un": Band(15, 24)}

EVENT = SimpleNamespace(language="en")  # all that its figures ask of it


@pytest.fixture(autouse=True)
def _english() -> Any:
    with spoken():
        yield


def shown(values: dict[str, Any], few: tuple[str, ...] = (), withheld: tuple[str, ...] = ()) -> Any:
    document = {"fields": values, "few": list(few), "withheld": list(withheld)}
    return {
        table["heading"]: [[plain(cell) for cell in row] for row in table["rows"]]
        for table in figures_of(document, "en", BANDS)
    }


def test_what_nobody_counted_is_said_to_be_unknown() -> None:
    assert shown({}) == {"Who came: attendances": [["All participants", *["Not known"] * 5]]}


@pytest.mark.parametrize("status", ["announced", "postponed", "cancelled"])
def test_nobody_is_said_to_be_unknown_where_nobody_can_have_come(status: str) -> None:
    assert shown({"status": status}) == {}
    assert shown({"status": status, "participants": {"number": 40}})
    assert shown({"status": "done"})


def test_planned_and_actual_attendances_and_persons_stand_apart() -> None:
    found = shown(
        {"participants": {"number": 40}, "persons": {"number": 25}, "expected": {"number": 60}}
    )
    assert {heading: rows[0][1] for heading, rows in found.items()} == {
        "Who came: attendances": "40",
        "Who came: different persons": "25",
        "Who is expected: attendances": "60",
    }


def test_each_figure_stands_in_its_line_by_group_and_age() -> None:
    (rows,) = shown(
        {
            "age_band": "un",
            "groups": ["farmers"],
            "participants": {"number": 40, "words": "more at the gate"},
            "counts": {"pastoralists": {"women.youth": {"number": 12, "certainty": "about"}}},
        }
    ).values()
    assert rows == [
        ["All participants", "40 · more at the gate", *["Not known"] * 4],
        ["Farming communities", *["Not known"] * 5],
        ["Pastoralists", *["Not known"] * 5],
        ["Pastoralists, Youth, 15 to 24", "Not known", "about 12", *["Not known"] * 3],
    ]


def test_a_total_that_follows_from_its_parts_is_marked() -> None:
    sexes = {f"{sex}.all": {"number": 10} for sex in ("women", "men", "other", "not_stated")}
    document = {"fields": {"counts": {"everyone": sexes}}, "few": [], "withheld": []}
    (table,) = figures_of(document, "en", BANDS)
    assert table["rows"][0][1] == "40 *"
    assert table["note"] == "* Added up from its parts."


def test_others_read_what_is_kept_back_and_nothing_it_could_be_worked_out_from() -> None:
    values = {
        "participants": {"number": 3},
        "counts": {"everyone": {"women.all": {"number": 2}, "men.all": {"number": 1}}},
    }
    (rows,) = shown(*hide_small(values)).values()
    assert rows == [["All participants", "Fewer than 5", *["Not shown or not known"] * 4]]


def test_a_page_shows_the_figures_of_a_document_with_the_rules_under_them(isolated: Flask) -> None:
    values = {"language": "en", "participants": {"number": 40}, "expected": {"number": 60}}
    document = {"fields": values, "few": [], "withheld": ["expected_counts"]}
    with isolated.test_request_context():
        page = render_template("events/_counts.html", document=document, event=EVENT)
    assert "Who came: attendances" in page
    assert "Not shown or not known" in page
    assert "Planned and actual figures are never mixed." in page


def test_a_sheet_opens_with_everyone_the_groups_of_the_event_and_what_has_figures() -> None:
    values = {"groups": ["women", "media"], "counts": {"farmers": {"all.all": {"number": 7}}}}
    assert rows_first(values, "counts") == ("everyone", "farmers", "media", "disabilities")
