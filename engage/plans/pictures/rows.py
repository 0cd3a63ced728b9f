"""The rows of a register as pictures name them: by a short number, with the whole name beside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _

from engage.kit.drawing import Shape, path, width_of
from engage.kit.pieces import Cell, Piece, said
from engage.plans.document import Json, in_tree_order
from engage.plans.outline.shape import Register
from engage.plans.tables import shown

# A number of more letters does not fit into a mark.
LONGEST_NUMBER = 5
# Of the frame around a number, in pixels.
HALF_HEIGHT = 13


@dataclass(frozen=True, slots=True)
class Numbered:
    number: str
    name: str | Piece
    values: Json

    @property
    def named(self) -> Cell:
        """The number as in the picture, then the whole name."""
        return [{"text": self.number, "bold": True}, " ", self.name]


def numbered(rows: Sequence[Json], register: Register, language: str) -> tuple[Numbered, ...]:
    """In the order of the plan, with the author's own numbers where each is short and but once."""
    ordered = [row for row, _depth in in_tree_order(rows)]
    numbers = _numbers(ordered)
    return tuple(
        Numbered(number, _name(row["values"], register, language), row["values"])
        for number, row in zip(numbers, ordered, strict=True)
    )


def _numbers(rows: Sequence[Json]) -> list[str]:
    positions = [str(position) for position in range(1, len(rows) + 1)]
    found = [row.get("number") or place for row, place in zip(rows, positions, strict=True)]
    short = all(len(each) <= LONGEST_NUMBER for each in found)
    return found if short and len(set(found)) == len(found) else positions


def _name(values: Json, register: Register, language: str) -> str | Piece:
    lines = shown(register, register.named_by, values, language)
    return said(lines[0]) if lines else _("Without a name yet")


def frame_of(rows: Sequence[Numbered]) -> list[Shape]:
    """The frame around a number: wide enough for the longest, with cut corners."""
    x, y, cut = half_width(rows), HALF_HEIGHT, 7
    corners = [(cut - x, -y), (x - cut, -y), (x, cut - y), (x, y - cut)]
    corners += [(-across, -down) for across, down in corners]
    return [path(*corners, look="hollow", closed=True)]


def half_width(rows: Sequence[Numbered]) -> float:
    widest = max((width_of(each.number) for each in rows), default=0)
    return max(HALF_HEIGHT, round(widest * 7 + 3.5))


def label_of(register: Register, code: str) -> str:
    return str(register.field(code).label)


def code_of(value: Any) -> str:
    """The code of a choice; nothing where it is blank, another answer or kept as typed."""
    return value if isinstance(value, str) else ""
