"""What a plan asks for at its depth: a simple one the least and what helps most, a full one all.

What is filled is always asked for, so that a change of depth never hides an answer. A row with many
questions asks them on two leaves; which question stands on which leaf never changes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from engage.plans.outline.shape import Field, Register, Section, Values
from engage.plans.vocabulary import Level
from engage.reference.vocabulary.identity import Depth

ONE_LEAF = 15  # questions of a row that still fit one leaf
MUST_IN_FULL = frozenset({"feedback_ways"})  # rule I1: a should in a simple plan


def depth_of(identity: Values) -> Depth:
    """The depth that the answers of the first section name; simple while they name none."""
    return Depth.FULL if identity.get("depth") == Depth.FULL else Depth.SIMPLE


def is_basic(declared: Field | Register) -> bool:
    """Asked in a simple plan too."""
    return declared.simple or declared.level is Level.MUST


def is_asked(field: Field, depth: Depth, values: Values) -> bool:
    return depth is Depth.FULL or is_basic(field) or values.get(field.code) is not None


def is_list_asked(register: Register, depth: Depth, *, filled: bool) -> bool:
    """Whether rows are asked for; those that only a step makes are shown once there are any."""
    return filled or (register.by_hand and (depth is Depth.FULL or is_basic(register)))


def level_in(field: Field, depth: Depth) -> Level:
    """How much the answer is needed."""
    stricter = depth is Depth.FULL and field.code in MUST_IN_FULL
    return Level.MUST if stricter else field.level


def asked_of(fields: Iterable[Field], depth: Depth, values: Values) -> tuple[Field, ...]:
    """The questions of a form, in their order; what a step answers is never typed."""
    return tuple(
        _as_asked(each, depth)
        for each in fields
        if not each.fixed and is_asked(each, depth, values)
    )


def _as_asked(field: Field, depth: Depth) -> Field:
    """With the level that it has at this depth."""
    if level_in(field, depth) is field.level:
        return field
    return _stricter.setdefault(field.code, replace(field, level=Level.MUST))


_stricter: dict[str, Field] = {}


def asked_of_row(register: Register, depth: Depth, values: Values) -> tuple[Field, ...]:
    """The same for a row. A list that a simple plan does not ask for is asked about in full, once
    it has rows."""
    return asked_of(register.fields, depth if is_basic(register) else Depth.FULL, values)


@dataclass(frozen=True, slots=True)
class Leaves:
    """The questions of a form: those that a simple plan asks too, and the further ones."""

    first: tuple[Field, ...]
    further: tuple[Field, ...] = ()

    @property
    def all(self) -> tuple[Field, ...]:
        return self.first + self.further


def leaves_of_section(section: Section, depth: Depth, values: Values) -> Leaves:
    """Both stand on the section's one page."""
    asked = asked_of(section.fields, depth, values)
    return Leaves(
        tuple(each for each in asked if is_basic(each)),
        tuple(each for each in asked if not is_basic(each)),
    )


def leaves_of_row(register: Register, depth: Depth, values: Values) -> Leaves:
    """Each is a page."""
    asked = asked_of_row(register, depth, values)
    return Leaves(
        tuple(each for each in asked if not is_further(register, each)),
        tuple(each for each in asked if is_further(register, each)),
    )


def is_further(register: Register, field: Field) -> bool:
    """Whether the question stands on the second leaf of a row."""
    return len(register.fields) > ONE_LEAF and not is_basic(field)


def lists_asked(section: Section, depth: Depth, filled: Collection[str]) -> tuple[Register, ...]:
    """The lists of a section; `filled` are the codes of those that have rows."""
    return tuple(
        each for each in section.registers if is_list_asked(each, depth, filled=each.code in filled)
    )


def answered(fields: Iterable[Field], values: Values) -> int:
    """How many of the questions are answered."""
    return sum(values.get(each.code) is not None for each in fields)
