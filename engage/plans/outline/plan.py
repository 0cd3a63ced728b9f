"""The whole outline: the ten sections in order, and how to find a declaration in them."""

from __future__ import annotations

from collections.abc import Iterator

from engage.plans.outline import (
    activities,
    awareness,
    feedback,
    identity,
    monitoring,
    purpose,
    resources,
    signature,
    so_far,
    stakeholders,
)
from engage.plans.outline.shape import Field, Register, Section

SECTIONS: tuple[Section, ...] = (
    identity.SECTION,
    purpose.SECTION,
    so_far.SECTION,
    stakeholders.SECTION,
    activities.SECTION,
    awareness.SECTION,
    resources.SECTION,
    feedback.SECTION,
    monitoring.SECTION,
    signature.SECTION,
)

_BY_CODE = {section.code: section for section in SECTIONS}
_REGISTERS = {
    register.code: (section, register) for section in SECTIONS for register in section.registers
}


def find_section(code: str) -> Section | None:
    return _BY_CODE.get(code)


def find_register(code: str) -> tuple[Section, Register] | None:
    """The register with its section; a register's code is unique in the whole plan."""
    return _REGISTERS.get(code)


def every_field() -> Iterator[tuple[Section, Register | None, Field]]:
    """All declared fields in the order of the plan."""
    for section in SECTIONS:
        for each in section.fields:
            yield section, None, each
        for register in section.registers:
            for each in register.fields:
                yield section, register, each
