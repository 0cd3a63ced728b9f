"""All sections of an event, in their order."""

from __future__ import annotations

from engage.events.outline.people import EXPECTED, PEOPLE
from engage.events.outline.place import PLACE
from engage.events.outline.results import REACH, RESULTS
from engage.events.outline.sharing import SHARING
from engage.events.outline.what import MORE, WHAT
from engage.plans.outline.shape import Field, Register, Section

SECTIONS: tuple[Section, ...] = (WHAT, MORE, PLACE, PEOPLE, EXPECTED, RESULTS, REACH, SHARING)
FIELDS: tuple[Field, ...] = tuple(field for each in SECTIONS for field in each.fields)
REGISTERS: tuple[Register, ...] = tuple(each for one in SECTIONS for each in one.registers)
PRIVATE = frozenset(field.code for field in FIELDS if field.private)


def find_section(code: str) -> Section | None:
    return next((each for each in SECTIONS if each.code == code), None)


def find_register(code: str) -> Register | None:
    return next((each for each in REGISTERS if each.code == code), None)
