"""Figures that cannot all be right are told, in whole sentences, and stay."""

from __future__ import annotations

import pytest

from engage.events.counting.faults import Fault, Flag, faults, flag_sentence
from engage.events.counting.grid import AGES, SEXES, Cell, Figure, Slot, cell_at
from engage.kit.values.number import Certainty
from engage.reference.vocabulary.counting import GridRow, Sex, Stage, Unit
from tests.speaking import spoken

EVERYONE = Slot(Stage.ACTUAL, Unit.ATTENDANCE)
PERSONS = Slot(Stage.ACTUAL, Unit.PERSONS)
FARMERS = EVERYONE._replace(row=GridRow.FARMERS)
ABOUT, AT_LEAST = Certainty.ABOUT, Certainty.AT_LEAST


def sexes(total: Figure | None, *numbers: int | None, at: Slot = EVERYONE) -> list[Cell]:
    slots = [at._replace(sex=sex) for sex in SEXES]
    parts = (Figure(n) if n is not None else None for n in numbers)
    return [cell_at(at, total), *map(cell_at, slots, parts)]


def ages(*numbers: int, at: Slot = EVERYONE) -> list[Cell]:
    slots = [at._replace(age=age) for age in AGES]
    return [cell_at(slot, Figure(n)) for slot, n in zip(slots, numbers, strict=True)]


def codes(cells: list[Cell]) -> list[Fault]:
    return [flag.code for flag in faults(cells)]


@pytest.mark.parametrize(
    ("total", "numbers"),
    [
        (Figure(40), (20, 18, 1, 1)),
        (Figure(40), (20, None, None, None)),
        (Figure(40, ABOUT), (22, 20, 0, 0)),
        (Figure(40, AT_LEAST), (30, 30, 0, 0)),
        (None, (20, 18, 1, 1)),
    ],
)
def test_what_agrees_is_passed_over_in_silence(
    total: Figure | None, numbers: tuple[int | None, ...]
) -> None:
    assert faults(sexes(total, *numbers)) == ()


def test_parts_above_their_total_are_told_even_where_some_are_unknown() -> None:
    assert faults(sexes(Figure(40), 30, 12, None, None)) == (
        Flag(Fault.SEXES_EXCEED, EVERYONE, 42, 40),
    )
    assert codes([cell_at(EVERYONE, Figure(40)), *ages(0, 30, 20, 0)]) == [Fault.AGES_EXCEED]
    assert codes(sexes(Figure(40, ABOUT), 30, 20, 0, 0)) == [Fault.SEXES_EXCEED]


def test_people_missing_between_known_parts_and_their_total_are_told() -> None:
    flags = faults(sexes(Figure(40), 20, 15, 0, 0))
    assert flags == (Flag(Fault.SEXES_MISSING, EVERYONE, 35, 40),)
    assert codes([cell_at(EVERYONE, Figure(40)), *ages(0, 10, 20, 0)]) == [Fault.AGES_MISSING]


def test_a_box_deep_in_the_grid_counts_where_the_totals_between_are_blank() -> None:
    women = EVERYONE._replace(sex=Sex.WOMEN)
    assert codes([cell_at(EVERYONE, Figure(40)), *ages(0, 30, 20, 0, at=women)]) == [
        Fault.SEXES_EXCEED
    ]


def test_a_blank_total_with_two_answers_is_told() -> None:
    assert faults([*sexes(None, 20, 18, 0, 0), *ages(0, 10, 20, 0)]) == (
        Flag(Fault.SPLITS_DIFFER, EVERYONE, 38, 30),
    )


def test_a_group_is_not_larger_than_everyone_and_groups_may_overlap() -> None:
    everyone = cell_at(EVERYONE, Figure(40))
    pastoralists = cell_at(EVERYONE._replace(row=GridRow.PASTORALISTS), Figure(40))
    assert codes([everyone, pastoralists, cell_at(FARMERS, Figure(40))]) == []
    assert faults([everyone, cell_at(FARMERS, Figure(41))]) == (
        Flag(Fault.GROUP_EXCEEDS, FARMERS, 41, 40),
    )


def test_there_are_not_more_persons_than_attendances() -> None:
    attended = cell_at(EVERYONE, Figure(40))
    assert codes([attended, cell_at(PERSONS, Figure(25))]) == []
    assert codes([attended, cell_at(PERSONS, Figure(41))]) == [Fault.PERSONS_EXCEED]


def test_planned_figures_are_not_measured_by_actual_ones() -> None:
    planned = EVERYONE._replace(stage=Stage.PLANNED)
    assert (
        codes([*sexes(Figure(10), None, None, None, None), *sexes(None, 90, 9, 0, 0, at=planned)])
        == []
    )


def test_each_fault_has_a_sentence_with_its_place_and_its_numbers() -> None:
    slot = FARMERS._replace(sex=Sex.WOMEN)
    with spoken():
        for fault in Fault:
            sentence = flag_sentence(Flag(fault, slot, 1300, 1340))
            assert sentence.startswith("Farming communities; Women; Attendances; Actual: ")
            assert "1,300" in sentence
            assert "1,340" in sentence
        missing = flag_sentence(Flag(Fault.SEXES_MISSING, EVERYONE, 35, 40))
    assert "missing: 5." in missing
