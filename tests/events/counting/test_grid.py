"""One event's grid: what is typed in a box, and what follows from what."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engage.events.counting.grid import (
    AGES,
    LARGEST,
    SEXES,
    Cell,
    Figure,
    Slot,
    added,
    cell_at,
    derived,
    figure_at,
    held,
    read_cell,
    weakest,
    write_cell,
)
from engage.kit.values.base import Problem
from engage.kit.values.number import Certainty
from engage.reference.vocabulary.counting import Age, GridRow, Sex, Stage, Unit
from engage.reference.vocabulary.groups import Group

EVERYONE = Slot(Stage.ACTUAL, Unit.ATTENDANCE)
ABOUT, AT_LEAST = Certainty.ABOUT, Certainty.AT_LEAST
DIGITS = tuple(
    "".join(chr(first + n) for n in range(10)) for first in (0x30, 0x660, 0x6F0, 0x966, 0xFF10)
)

figures = st.builds(Figure, st.integers(0, LARGEST), st.sampled_from(Certainty))


def by_sex(*numbers: int | None, total: Slot = EVERYONE) -> list[Cell]:
    return [
        cell_at(total._replace(sex=sex), None if number is None else Figure(number))
        for sex, number in zip(SEXES, numbers, strict=True)
    ]


@pytest.mark.parametrize(
    ("typed", "figure"),
    [
        ("40", Figure(40)),
        ("1 240", Figure(1240)),
        ("٤٠", Figure(40)),
        ("0", Figure(0)),
        *((typed, Figure(40, ABOUT)) for typed in ("~40", "~ 40", "≈40", "about 40", "Around 40")),
        *((typed, Figure(40, ABOUT)) for typed in ("environ 40", "около 40", "aprox. 40")),
        *((typed, Figure(40, ABOUT)) for typed in ("约40", "40左右", "نحو ٤٠", "~٤٠")),
        *((typed, Figure(40, AT_LEAST)) for typed in ("40+", "40 +", "≥ 40", "≥40", "٤٠+")),
        *((typed, Figure(40, AT_LEAST)) for typed in ("at least 40", "au moins 40", "не менее 40")),
        *((typed, Figure(40, AT_LEAST)) for typed in ("al menos 40", "至少40", "لا يقل عن ٤٠")),
    ],
)
def test_a_box_is_read_as_people_write_in_it(typed: str, figure: Figure) -> None:
    assert read_cell(typed) == figure


@pytest.mark.parametrize("typed", ["", "  ", "\u200f"])
def test_an_empty_box_is_not_known_and_not_nought(typed: str) -> None:
    assert read_cell(typed) is None
    assert write_cell(None) == ""


@pytest.mark.parametrize(
    "typed",
    ["forty", "-5", "+40", "(5)", "4.5", "30-40", "30 of 40", "40%", "40 USD", "~40+", "2 k", "?"],
)
def test_what_is_no_one_number_is_told_with_what_to_write(typed: str) -> None:
    problem = read_cell(typed)
    assert isinstance(problem, Problem)
    assert "40+ for at least 40" in str(problem.sentence)


def test_a_number_beyond_all_people_is_told() -> None:
    problem = read_cell("1000000000")
    assert isinstance(problem, Problem)
    assert "999" in str(problem.sentence)


@given(figures, st.sampled_from(DIGITS))
def test_what_is_written_reads_back_the_same_in_all_digits(figure: Figure, digits: str) -> None:
    assert read_cell(write_cell(figure).translate(str.maketrans(DIGITS[0], digits))) == figure


@given(st.text(max_size=12))
def test_no_text_breaks_the_reading_of_a_box(typed: str) -> None:
    read = read_cell(typed)
    assert read is None or isinstance(read, Figure | Problem)


def test_women_and_youth_are_columns_and_ages_and_so_no_rows() -> None:
    rows, groups = list(GridRow.labels()), list(Group.labels())
    assert set(rows) - set(groups) == {GridRow.EVERYONE, GridRow.DISABILITIES}
    assert set(groups) - set(rows) == {Group.WOMEN, Group.YOUTH}
    assert [row for row in rows if row in groups] == [group for group in groups if group in rows]


def test_a_sum_is_no_surer_than_its_least_sure_part() -> None:
    assert weakest([]) is Certainty.EXACT
    assert added([Figure(40), Figure(2, AT_LEAST)]) == Figure(42, AT_LEAST)
    assert added([Figure(40, ABOUT), Figure(2, AT_LEAST)]) == Figure(42, ABOUT)


def test_a_blank_total_follows_once_all_its_parts_are_known() -> None:
    assert derived(by_sex(20, 18, 1, None)) == ()
    assert derived(by_sex(20, 18, 1, 0)) == (cell_at(EVERYONE, Figure(39), is_derived=True),)


def test_a_total_that_was_written_is_not_put_right() -> None:
    cells = [cell_at(EVERYONE, Figure(50)), *by_sex(20, 18, 1, 0)]
    assert derived(cells) == ()
    assert figure_at(held(cells), EVERYONE) == Figure(50)


def test_parts_never_follow_from_their_total() -> None:
    cells = [cell_at(EVERYONE, Figure(20)), *by_sex(20, None, 0, 0)]
    assert derived(cells) == ()
    assert figure_at(held(cells), EVERYONE._replace(sex=Sex.MEN)) is None


def test_totals_follow_from_boxes_by_sex_and_age() -> None:
    cells = [
        cell_at(EVERYONE._replace(sex=sex, age=age), Figure(1)) for sex in SEXES for age in AGES
    ]
    found = held(derived(cells))
    assert len(found) == 9
    assert found[EVERYONE] == Figure(16)
    assert found[EVERYONE._replace(sex=Sex.WOMEN)] == Figure(4)
    assert found[EVERYONE._replace(age=Age.YOUTH)] == Figure(4)


def test_where_sexes_and_ages_make_two_totals_neither_is_taken() -> None:
    ages = [cell_at(EVERYONE._replace(age=age), Figure(5)) for age in AGES]
    assert derived([*by_sex(20, 18, 1, 0), *ages]) == ()
