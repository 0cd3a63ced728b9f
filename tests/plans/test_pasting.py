"""Rows out of a spreadsheet: every cell is taken, kept as it is written, or reported."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from engage.kit.locales import CODES, force
from engage.kit.values.cells import Habits
from engage.plans.outline.plan import SECTIONS
from engage.plans.pasting.columns import match, targets_of
from engage.plans.pasting.rows import left_open
from engage.plans.pasting.sheets import Wish, read_sheet
from tests.plans.sheets import paste, register_of, sentences
from tests.speaking import spoken

CODES_OF_REGISTERS = [each.code for one in SECTIONS for each in one.registers if each.by_hand]


@pytest.fixture(autouse=True)
def _speaking() -> Iterator[None]:
    with spoken():
        yield


# ---------------------------------------------------------------- headings


@pytest.mark.parametrize("language", CODES)
@pytest.mark.parametrize("code", CODES_OF_REGISTERS)
def test_every_column_is_known_by_its_heading_in_every_language(code: str, language: str) -> None:
    targets = targets_of(register_of(code))
    with force(language):
        headings = [target.label.upper() for target in targets]
    found = [each.target for each in match(headings, register_of(code))]
    assert found == [target.id for target in targets]


def test_a_column_that_nothing_is_known_of_is_named_and_never_dropped_in_silence() -> None:
    text = "Name\tRemarks\tName\nHerders\tbring tea\tagain"
    sheet = read_sheet(text, register_of("stakeholders"), Wish())
    assert [each.heading for each in sheet.strangers] == ["Remarks", "Name"]
    chosen = Wish(columns={1: "interest"})
    [row] = paste("stakeholders", text, columns=chosen.columns)
    assert row.values == {"name": "Herders", "interest": "bring tea"}


def test_a_column_cannot_be_given_to_what_is_no_question_of_the_list() -> None:
    [row] = paste("indicators", "Indicator\tx\nCalls\ty", columns={1: "no such thing"})
    assert row.values == {"name": "Calls"}


def test_without_headings_each_column_is_chosen() -> None:
    [first, second] = paste(
        "indicators", "Calls\t40\nVisits\t12", headings=False, columns={0: "name", 1: "target"}
    )
    assert (first.place, first.values) == (1, {"name": "Calls", "target": "40"})
    assert second.values == {"name": "Visits", "target": "12"}


def test_two_columns_may_hold_one_answer() -> None:
    text = "Activity\tFirst place\tSecond place\nAssembly\tKaro\tOssa"
    [row] = paste("activities", text, columns={0: "title", 1: "places", 2: "places"})
    assert row.values["places"] == ["Karo", "Ossa"]


@pytest.mark.parametrize(
    "text",
    [
        "What it is for,Amount\nRadio,USD 500",
        'What it is for;Amount\n"Radio";USD 500',
        "What it is for\tAmount\r\nRadio\tUSD 500\r\n\r\n",
    ],
)
def test_commas_semicolons_and_tabs_part_the_cells(text: str) -> None:
    [row] = paste("budget", text)
    assert row.values == {"item": "Radio", "amount": {"amount": "500", "currency": "USD"}}


def test_a_single_column_may_hold_commas() -> None:
    rows = paste("indicators", "Indicator\nCalls, north\nCalls, south")
    assert [row.values["name"] for row in rows] == ["Calls, north", "Calls, south"]


# ---------------------------------------------------------------- what stands outside the cells


@pytest.mark.parametrize(
    ("heading", "unit"), [("Amount (USD)", None), ("Amount in USD (thousand)", 1000)]
)
def test_a_heading_may_name_the_currency(heading: str, unit: int | None) -> None:
    [row] = paste("budget", f"Item\t{heading}\nRadio\t500")
    assert row.values["amount"]["currency"] == "USD"
    assert row.values["amount"].get("unit") == unit


def test_the_currency_in_a_column_of_its_own_goes_before_the_heading() -> None:
    [first, second] = paste("budget", "Item\tAmount (USD)\tCurrency\nRadio\t$ 500\tMNT\nTea\t20\t")
    assert first.values["amount"] == {"amount": "500", "currency": "MNT"}
    assert second.values["amount"] == {"amount": "20", "currency": "USD"}


def test_the_answer_to_a_question_about_the_sheet_is_used_for_all_its_cells() -> None:
    text = "Title\tWhen it takes place\tEstimated cost\nAssembly\t03/04/2027\t500"
    [row] = paste("activities", text)
    assert [each.code for each in row.problems] == ["day_or_month", "currency"]
    [row] = paste("activities", text, habits=Habits(month_leads=True, currency="USD"))
    assert row.values["when"] == {"start": "2027-03-04"}
    assert row.values["cost"] == {"amount": "500", "currency": "USD"}


# ---------------------------------------------------------------- numbers, rows above, links


def test_the_authors_numbers_stay_as_they_are_written() -> None:
    numbers = ["1", "1.10", "1.1.1.2", "一", "(i)", "ToR 4"]
    text = "\n".join(["No.\tName", *(f"{number}\tHerders" for number in numbers)])
    assert [row.number for row in paste("stakeholders", text)] == numbers


def test_a_row_stands_below_another_of_the_sheet_or_of_the_plan() -> None:
    text = (
        "No.\tName\tStands below\n1.1\tDivision\t1\n1\tMinistry\t\n"
        "2\tCamp\t1.10\n3\tWells\therders of the SOUTH"
    )
    rows = paste("stakeholders", text)
    assert [row.parent for row in rows] == ["new-2", "", "s1", "s2"]


def test_a_row_that_stands_below_itself_is_told_so() -> None:
    rows = paste("stakeholders", "No.\tName\tStands below\n1\tA\t2\n2\tB\t1\n3\tC\t2")
    assert [row.parent for row in rows] == ["", "", "new-2"]
    assert "does not itself stand below this one" in sentences(rows[0])


@pytest.mark.parametrize("name", ["9", "Twice", "Herders"])
def test_a_name_that_no_single_row_has_is_asked_about(name: str) -> None:
    [row] = paste("activities", f"Title\tstakeholders\nRadio\t{name}")
    assert f"“{name}” is not the number or the title of one row" in sentences(row)
    assert row.values["stakeholders"] == {"as_typed": {"": [name]}}


@pytest.mark.parametrize(
    "names", ["1.10; Herders of the south", "1.10, 2", "1.10 Herders of the north\n2"]
)
def test_links_are_found_by_number_or_by_title(names: str) -> None:
    [row] = paste("activities", f'Title\tstakeholders\nRadio\t"{names}"')
    assert row.values["stakeholders"] == ["s1", "s2"]
    [shown] = [each for each in row.became if each.target.id == "stakeholders"]
    assert shown.lines[0].text == "1.10 Herders of the north"


def test_a_row_may_name_a_later_row_of_the_same_sheet() -> None:
    [first, _second] = paste("activities", "No.\tTitle\treplaced_by\n1\tRadio\t2\n2\tFilm\t")
    assert first.values["replaced_by"] == ["new-2"]


# ---------------------------------------------------------------- what is to look at


def test_a_cell_that_was_taken_word_for_word_need_not_be_shown_twice() -> None:
    text = "Title\tPlaces\tType of activity\n=SUM(A1)\tKaro; Ossa\tmeeting"
    [row] = paste("activities", text, columns={1: "places"})
    assert {each.target.id: each.is_same for each in row.became} == {
        "title": True,
        "places": False,
        "type": False,
    }


def test_a_row_of_which_nothing_is_taken_is_blank() -> None:
    [first, second] = paste("indicators", "Indicator\tRemarks\nCalls\t\n\tOnly this")
    assert not first.is_blank
    assert second.is_blank
    assert second.place == 3


def test_what_the_rows_leave_open_is_counted() -> None:
    rows = paste("stakeholders", "Name\tLevel of engagement\nA\tInvolve\nB\tsomehow")
    open_ = {field.code: number for field, number in left_open(rows, register_of("stakeholders"))}
    assert open_["level"] == 1
    assert open_["role"] == 2
    assert "name" not in open_


def test_a_number_that_is_too_long_is_told_so() -> None:
    [row] = paste("stakeholders", f"No.\tName\n{'1' * 61}\tHerders")
    assert row.number == ""
    assert "at most 60 characters" in sentences(row)


@pytest.mark.parametrize("text", ["a\n" * 302, "a\t" * 101 + "b\nc"])
def test_more_than_fits_is_known_beforehand(text: str) -> None:
    assert not read_sheet(text, register_of("indicators"), Wish()).fits
