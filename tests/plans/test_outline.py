from __future__ import annotations

from collections import Counter

from engage.plans.outline.plan import SECTIONS, every_field, find_register, find_section
from engage.plans.vocabulary import Level

FIELDS = list(every_field())


def test_sections_are_numbered_one_to_ten() -> None:
    assert [section.number for section in SECTIONS] == list(range(1, 11))
    assert all(find_section(section.code) is section for section in SECTIONS)


def test_codes_are_told_apart() -> None:
    registers = [register.code for section in SECTIONS for register in section.registers]
    assert max(Counter(registers).values()) == 1
    for section in SECTIONS:
        for fields in (section.fields, *(register.fields for register in section.registers)):
            assert max(Counter(field.code for field in fields).values(), default=1) == 1


def test_a_register_is_named_by_a_field_of_its_own_that_all_may_see() -> None:
    for section in SECTIONS:
        for register in section.registers:
            shown = {field.code for field in register.fields if not field.private}
            assert {register.named_by, *register.summary} <= shown
            assert find_register(register.code) == (section, register)


def test_labels_are_told_apart_where_they_stand_together() -> None:
    for section in SECTIONS:
        for fields in (section.fields, *(register.fields for register in section.registers)):
            labels = [str(field.label) for field in fields]
            assert len(labels) == len(set(labels)), section.code


def test_private_are_what_the_field_table_marks_so() -> None:
    assert {field.ref for _s, _r, field in FIELDS if field.private} == {"D8", "D16", "G7", "L5"}


def test_nothing_private_is_asked_of_anybody() -> None:
    assert all(field.level is Level.MAY for _s, _r, field in FIELDS if field.private)


def test_every_field_has_a_number_of_the_field_table() -> None:
    parts = {"A": 17, "B": 7, "C": 5, "D": 17, "E": 10, "F": 13, "G": 7, "H": 5, "I": 6, "J": 4}
    parts |= {"A": 18, "K": 7, "L": 7}
    for _section, _register, field in FIELDS:
        assert 1 <= int(field.ref[1:]) <= parts[field.ref[0]], field.code
