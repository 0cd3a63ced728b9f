"""What a plan asks for at its depth: less in a simple one, and never less than what is filled."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask

from engage.kit.locales import force
from engage.plans.completeness import findings, holds_up
from engage.plans.document import Json, assemble
from engage.plans.outline.asked import (
    ONE_LEAF,
    is_basic,
    is_further,
    leaves_of_row,
    leaves_of_section,
    lists_asked,
)
from engage.plans.outline.plan import SECTIONS, every_field, find_register
from engage.plans.outline.shape import Field, Register, Section
from engage.plans.reading import ReadSection, read_plan
from engage.plans.vocabulary import Level
from engage.reference.vocabulary.groups import Group
from engage.reference.vocabulary.identity import Depth
from tests.plans.answers import ROWS
from tests.plans.answers import SECTIONS as ANSWERS

REGISTERS = [register for section in SECTIONS for register in section.registers]
EVERY_FIELD = [
    pytest.param(*each, id=f"{each[0].code}-{each[1].code if each[1] else ''}-{each[2].code}")
    for each in every_field()
    if not each[2].fixed
]


def asked_codes(
    section: Section, register: Register | None, depth: Depth, values: dict[str, Any]
) -> list[str]:
    leaves = (
        leaves_of_section(section, depth, values)
        if register is None
        else leaves_of_row(register, depth, values)
    )
    return [each.code for each in leaves.all]


@pytest.mark.parametrize(("section", "register", "field"), EVERY_FIELD)
def test_what_is_filled_is_asked_for_at_both_depths(
    section: Section, register: Register | None, field: Field
) -> None:
    for depth in Depth:
        codes = asked_codes(section, register, depth, {field.code: "filled"})
        assert codes.count(field.code) == 1


@pytest.mark.parametrize(("section", "register", "field"), EVERY_FIELD)
def test_a_full_plan_asks_for_everything_and_a_simple_one_for_every_must(
    section: Section, register: Register | None, field: Field
) -> None:
    assert field.code in asked_codes(section, register, Depth.FULL, {})
    if field.level is Level.MUST:
        assert field.code in asked_codes(section, register, Depth.SIMPLE, {})


def test_a_simple_plan_asks_for_much_less() -> None:
    counts = {
        depth: sum(
            len(asked_codes(section, None, depth, {}))
            + sum(
                len(asked_codes(section, register, depth, {}))
                for register in lists_asked(section, depth, ())
            )
            for section in SECTIONS
        )
        for depth in Depth
    }
    assert counts[Depth.SIMPLE] < counts[Depth.FULL] / 2


def test_a_list_with_rows_is_shown_at_both_depths() -> None:
    for section in SECTIONS:
        codes = {each.code for each in section.registers}
        assert {each.code for each in lists_asked(section, Depth.SIMPLE, codes)} == codes


def test_a_list_that_only_a_step_fills_is_shown_once_it_has_rows() -> None:
    made = [each for each in REGISTERS if not each.by_hand]
    shown = {
        each.code for section in SECTIONS for each in lists_asked(section, Depth.FULL, frozenset())
    }
    assert made
    assert not shown & {each.code for each in made}


@pytest.mark.parametrize("register", REGISTERS, ids=lambda register: register.code)
def test_a_question_stands_on_the_same_leaf_at_both_depths(register: Register) -> None:
    filled = {each.code: "filled" for each in register.fields}
    simple, full = (leaves_of_row(register, depth, filled) for depth in Depth)
    assert [each.code for each in simple.first] == [each.code for each in full.first]
    assert [each.code for each in simple.further] == [each.code for each in full.further]


@pytest.mark.parametrize("register", REGISTERS, ids=lambda register: register.code)
def test_no_row_begins_with_an_empty_leaf(register: Register) -> None:
    for depth in Depth:
        leaves = leaves_of_row(register, depth, {})
        assert leaves.first
        assert len(register.fields) > ONE_LEAF or not leaves.further


def test_what_names_a_row_stands_on_its_first_leaf() -> None:
    for register in REGISTERS:
        assert not is_further(register, register.field(register.named_by))


# ---------------------------------------------------------------- what follows for completeness


def a_document(depth: str, rows: dict[str, dict[str, Any]] | None = None, **more: Any) -> Json:
    sections = {**ANSWERS, "identity": {**ANSWERS["identity"], "depth": depth}}
    for code, values in more.items():
        sections[code] = {**sections.get(code, {}), **values}
    filled = {code: [{"key": "r1", "values": values}] for code, values in (rows or ROWS).items()}
    return assemble("XA", sections, filled)


def advised(document: Json) -> set[tuple[str, str]]:
    return {(each.register, each.field) for each in findings(document) if each.level != Level.MUST}


def test_a_simple_plan_is_not_advised_of_what_it_does_not_ask_for() -> None:
    simple, full = advised(a_document("simple")), advised(a_document("full"))
    assert simple - {("", "feedback_ways")} < full
    for code, field in simple:
        found = find_register(code)
        if found is None:
            declared = [each for _s, register, each in every_field() if register is None]
            assert is_basic(next(each for each in declared if each.code == field))
        else:
            assert is_basic(found[1].field(field) if field else found[1])


def test_the_musts_of_a_plan_are_the_same_at_both_depths_but_for_one() -> None:
    simple, full = (
        {(each.section, each.field) for each in holds_up(findings(assemble("XA", start, {})))}
        for start in ({"identity": {"depth": "simple"}}, {"identity": {"depth": "full"}})
    )
    assert full - simple == {("feedback", "feedback_ways")}
    assert simple <= full


def test_how_people_can_complain_is_asked_for_in_both_and_needed_in_a_full_plan() -> None:
    [section] = [each for each in SECTIONS if each.code == "feedback"]
    levels = [
        next(
            each.level
            for each in leaves_of_section(section, depth, {}).first
            if each.code == "feedback_ways"
        )
        for depth in Depth
    ]
    assert levels == [Level.SHOULD, Level.MUST]
    assert holds_up(findings(a_document("simple"))) == ()
    answered = a_document("full", feedback={"feedback_ways": "At the herders’ assembly."})
    assert holds_up(findings(answered)) == ()


def test_an_answer_beyond_a_simple_plan_that_is_only_half_given_is_still_advised_of() -> None:
    unreadable = {"as_typed": {"": ["often"]}}
    document = a_document("simple", identity={"depth": "simple", "body_meetings": unreadable})
    assert [each.field for each in holds_up(findings(document))] == ["body_meetings"]


def test_every_must_of_a_simple_plan_can_be_met_on_its_first_leaf() -> None:
    """Also those that are a must for some groups only."""
    everybody = {"name": "Everybody", "groups": [group.value for group in Group]}
    for finding in holds_up(findings(a_document("simple", {"stakeholders": everybody}))):
        found = find_register(finding.register)
        if found is not None and finding.field:
            assert not is_further(found[1], found[1].field(finding.field))


# ---------------------------------------------------------------- and for the plan as it is read


def read(depth: str) -> dict[str, ReadSection]:
    with force("en"):
        return {each.code: each for each in read_plan(a_document(depth), "en")}


def test_a_simple_plan_is_read_without_the_blanks_that_it_does_not_ask_for(app: Flask) -> None:
    with app.test_request_context():
        simple, full = read("simple"), read("full")
    assert "other_languages" not in [each.code for each in simple["identity"].shown]
    assert "other_languages" in [each.code for each in full["identity"].shown]
    assert "versions" not in [each.code for each in simple["identity"].lists]
    assert "versions" in [each.code for each in full["identity"].lists]
    assert "activities" in [each.code for each in simple["activities"].lists]
