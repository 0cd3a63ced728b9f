"""What a declaration holds: a field, a register of rows, a section."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from engage.kit.values.base import Kind
from engage.kit.values.vocabulary import Label
from engage.plans.vocabulary import Level

Values = Mapping[str, Any]
Condition = Callable[[Values], bool]
Words = Callable[[Values], Label | None]


def always(_values: Values) -> bool:
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One question of the plan.

    `ref` is its number in the field table; `private` answers never leave the Party;
    `needed` tells from the other answers beside it whether its level applies; `whole` names the
    parts without which an answer of several parts is only half given. A `simple` question is
    asked in a simple plan too, as every must is; a `fixed` answer comes from a step and is never
    typed; a `minor` answer may change after the review without another one. `standard` gives the
    words that a reader finds where the Party writes none of its own; an `example` shows a writer
    what an answer can look like.
    """

    code: str
    ref: str
    label: str
    kind: Kind
    level: Level = Level.MAY
    help: str = ""
    private: bool = False
    needed: Condition = always
    whole: tuple[str, ...] = ()
    simple: bool = False
    fixed: bool = False
    minor: bool = False
    standard: Words | None = None
    example: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """A list of rows of one kind, in the author's own order and numbering.

    A `simple` list is asked for in a simple plan too, as every must is; `spoken_in` names the
    field whose code is the language of a row's own words; rows that are not made `by_hand` come
    from a step.
    """

    code: str
    title: str
    add: str
    empty: str
    fields: tuple[Field, ...]
    named_by: str
    level: Level = Level.MAY
    most: int | None = None
    nested: bool = False
    numbered: bool = True
    summary: tuple[str, ...] = ()
    help: str = ""
    simple: bool = False
    spoken_in: str = ""
    by_hand: bool = True

    def field(self, code: str) -> Field:
        return next(each for each in self.fields if each.code == code)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One of the ten sections, with its single answers and its registers."""

    code: str
    number: int
    title: str
    help: str
    fields: tuple[Field, ...] = ()
    registers: tuple[Register, ...] = field(default=())

    def register(self, code: str) -> Register | None:
        return next((each for each in self.registers if each.code == code), None)
