"""What is found between two documents: every declared answer, and what became of each row."""

from __future__ import annotations

import copy
import itertools
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engage.plans.comparison import (
    Change,
    Place,
    What,
    compare,
    declared_for,
    is_small,
    longest_rise,
)
from engage.plans.document import Json, fields_of, in_tree_order, rows_of
from engage.plans.outline.plan import SECTIONS, every_field
from engage.plans.outline.shape import Field, Register, Section
from tests.plans.documents import Marks, documents, filled_document

PUBLIC = [each for each in every_field() if not each[2].private]
FILLED = filled_document()
OTHER = Marks()
OTHER.number = 300


def place_of(section: Section, register: Register | None, field: Field) -> str:
    return ".".join((section.code, register.code if register else "", field.code))


def values_at(document: Json, section: Section, register: Register | None) -> Json:
    """The answers of the section, or those of the first row of the list."""
    if register is None:
        return fields_of(document, section.code)
    found: Json = rows_of(document, section.code, register.code)[0]["values"]
    return found


def another(field: Field, value: Any) -> Any:
    """Another value of the same kind, as far as it has one; else what stands instead of one."""
    other = OTHER.of(field.kind)
    if other != value:
        return other
    options = field.kind.options()
    return options[0].code if isinstance(value, str) and len(options) > 1 else {"answer": "none"}


def with_rows(*rows: Json, register: str = "stakeholders") -> Json:
    document = copy.deepcopy(FILLED)
    document["sections"]["stakeholders"]["registers"][register] = list(rows)
    return document


def row(key: str, parent: str = "", number: str = "") -> Json:
    found: Json = {"key": key, "values": {"name": f"People of {key}"}}
    return found | ({"parent": parent} if parent else {}) | ({"number": number} if number else {})


@pytest.mark.parametrize(
    ("section", "register", "field"), PUBLIC, ids=[place_of(*e) for e in PUBLIC]
)
def test_a_change_of_any_declared_answer_is_found_and_nothing_else(
    section: Section, register: Register | None, field: Field
) -> None:
    changed = copy.deepcopy(FILLED)
    values = values_at(changed, section, register)
    before = values[field.code]
    after = values[field.code] = another(field, before)
    where = (register.code, "r1") if register else ("", "")
    wanted = Change(section.code, *where, field.code, What.CHANGED, before, after)
    assert compare(FILLED, changed).changes == (wanted,)
    assert declared_for(wanted) is field
    del values[field.code]
    [gone] = compare(FILLED, changed).changes
    assert (gone.what, gone.field, gone.after) == (What.REMOVED, field.code, None)
    [back] = compare(changed, FILLED).changes
    assert (back.what, back.field, back.before) == (What.ADDED, field.code, None)


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.code)
def test_a_row_that_comes_or_goes_is_found_in_every_list(section: Section) -> None:
    for register in section.registers:
        fuller = copy.deepcopy(FILLED)
        added = {"key": "new", "values": {}}
        rows_of(fuller, section.code, register.code).insert(0, added)
        place = (section.code, register.code, "new", "")
        assert compare(FILLED, fuller).changes == (Change(*place, What.ADDED, None, added),)
        assert compare(fuller, FILLED).changes == (Change(*place, What.REMOVED, added, None),)


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.code)
def test_a_row_that_moves_is_found_in_every_list(section: Section) -> None:
    for register in section.registers:
        one, other = copy.deepcopy(FILLED), copy.deepcopy(FILLED)
        for document, keys in ((one, "abc"), (other, "bca")):
            rows = rows_of(document, section.code, register.code)
            rows[:] = [{"key": key, "values": {}} for key in keys]
        [moved] = compare(one, other).changes
        assert (moved.register, moved.key, moved.what) == (register.code, "a", What.MOVED)
        assert (moved.before, moved.after) == (Place(behind=""), Place(behind="c"))
        [back] = compare(other, one).changes
        assert (back.key, back.before, back.after) == ("a", moved.after, moved.before)


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.code)
def test_a_row_that_moved_and_changed_is_found_as_both_in_every_list(section: Section) -> None:
    for register in section.registers:
        field = next(each for each in register.fields if not each.private)
        value = values_at(FILLED, section, register)[field.code]
        one, other = copy.deepcopy(FILLED), copy.deepcopy(FILLED)
        for document, keys in ((one, "abc"), (other, "bca")):
            rows = rows_of(document, section.code, register.code)
            rows[:] = [{"key": key, "values": {}} for key in keys]
        rows_of(other, section.code, register.code)[-1]["values"][field.code] = value
        for before, after, what in ((one, other, What.ADDED), (other, one, What.REMOVED)):
            found = [(each.key, each.field, each.what) for each in compare(before, after).changes]
            assert found == [("a", "", What.MOVED), ("a", field.code, what)]


def test_a_row_that_others_were_moved_around_has_not_moved() -> None:
    before = with_rows(*(row(key) for key in "abcdef"))
    after = with_rows(*(row(key) for key in "fabcde"))
    [moved] = compare(before, after).changes
    assert (moved.key, moved.before.behind, moved.after.behind) == ("f", "e", "")


def test_rows_that_move_together_are_found_by_the_first_of_them() -> None:
    before = with_rows(*(row(key) for key in "abcde"))
    after = with_rows(*(row(key) for key in "cdeab"))
    assert [each.key for each in compare(before, after).changes] == ["a"]


def test_a_row_below_another_is_moved_and_so_is_one_with_another_number() -> None:
    before = with_rows(row("a"), row("b", number="1.1"))
    after = with_rows(row("a"), row("b", parent="a", number="1.2"))
    [moved] = compare(before, after).changes
    assert (moved.what, moved.before) == (What.MOVED, Place("", "a", "1.1"))
    assert moved.after == Place("a", "", "1.2")


def test_a_row_whose_row_above_is_gone_stands_at_the_top() -> None:
    before = with_rows(row("a"), row("b", parent="a"))
    found = compare(before, with_rows(row("b", parent="a"))).changes
    assert [(each.key, each.what) for each in found] == [("b", What.MOVED), ("a", What.REMOVED)]


def test_a_row_that_moved_and_changed_is_both() -> None:
    changed = row("b") | {"values": {"name": "Others"}}
    found = compare(with_rows(row("a"), row("b")), with_rows(changed, row("a"))).changes
    assert {(each.key, each.what, each.field) for each in found} >= {("b", What.CHANGED, "name")}
    assert sum(each.what is What.MOVED for each in found) == 1


def test_a_version_that_is_older_than_a_list_has_no_rows_of_it() -> None:
    older = copy.deepcopy(FILLED)
    del older["sections"]["resources"]["registers"]["partnerships"]
    [added] = compare(older, FILLED).changes
    assert (added.register, added.what) == ("partnerships", What.ADDED)


def test_only_answers_that_are_declared_small_are_small() -> None:
    for section, register, field in PUBLIC:
        place = (register.code, "r1") if register else ("", "")
        change = Change(section.code, *place, field.code, What.CHANGED)
        assert is_small(change) == field.minor
    for what in (What.ADDED, What.REMOVED, What.MOVED):
        assert not is_small(Change("activities", "activities", "r1", "", what))


def in_reading_order(document: Json) -> Json:
    """The document with the rows of each list as they are read, and without what is not shown."""
    shown = copy.deepcopy(document)
    for section in SECTIONS:
        registers = shown["sections"][section.code]["registers"]
        for code, rows in registers.items():
            keys = {each["key"] for each in rows}
            for each in rows:
                if each.get("parent") not in keys:
                    each.pop("parent", None)
            registers[code] = [each for each, _depth in in_tree_order(rows)]
    return shown


@settings(max_examples=150, deadline=None)
@given(documents(), documents(), st.booleans())
def test_nothing_differs_only_where_two_plans_read_alike(
    one: Json, other: Json, alike: bool
) -> None:
    other = copy.deepcopy(one) if alike else other
    same = in_reading_order(one) == in_reading_order(other)
    assert (compare(one, other).changes == ()) == same


def rises(numbers: tuple[int, ...]) -> bool:
    return list(numbers) == sorted(numbers)


@given(st.permutations(range(6)))
def test_as_many_rows_as_can_be_are_said_to_have_stayed(numbers: list[int]) -> None:
    rise = tuple(numbers[place] for place in longest_rise(numbers))
    assert rises(rise)
    longer = itertools.combinations(numbers, len(rise) + 1)
    assert not any(rises(each) for each in longer)


@given(st.permutations(list("abcdef")))
def test_rows_in_another_order_are_never_overlooked(keys: list[str]) -> None:
    before, after = (with_rows(*(row(key) for key in order)) for order in ("abcdef", keys))
    moved = compare(before, after).changes
    assert (moved == ()) == (keys == list("abcdef"))
    assert all(each.what is What.MOVED and each.before != each.after for each in moved)
