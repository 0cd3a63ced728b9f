"""Reading a cell in a test: its value, or what is asked about it."""

from __future__ import annotations

from typing import Any

from engage.kit.values.base import Kind, Taken
from engage.kit.values.cells import Habits, read_cell, take_cells


def taken(kind: Kind, text: str, habits: Habits | None = None, part: str = "") -> Taken:
    return take_cells(kind, [read_cell(kind, text, habits or Habits(), part)])


def value(kind: Kind, text: str, habits: Habits | None = None, part: str = "") -> Any:
    found = taken(kind, text, habits, part)
    assert [str(each.sentence) for each in found.problems] == []
    return found.value


def asked(kind: Kind, text: str, part: str = "") -> str:
    """What is asked about a cell that is kept as typed."""
    found = taken(kind, text, part=part)
    assert isinstance(found.value, dict)
    assert "as_typed" in found.value
    return " ".join(str(each.sentence) for each in found.problems)
