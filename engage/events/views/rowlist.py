"""The rows of a list as a writer sees them closed: a title and a line of facts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engage.events.document import living_rows
from engage.events.models import Event
from engage.events.reading import UNLINKED
from engage.kit.values.base import Line
from engage.plans.outline.shape import Register
from engage.plans.reading import read_row
from engage.plans.views.rowlist import facts_of


@dataclass(frozen=True, slots=True)
class ClosedRow:
    key: str
    number: str
    title: str
    title_is_own: bool
    title_language: str
    facts: tuple[tuple[Line, ...], ...]


def closed_rows(event: Event, register: Register, language: str) -> Sequence[ClosedRow]:
    """The living rows of a list, in order."""
    rows = living_rows(event).get(register.code, [])
    read = [
        read_row(row, register, language, UNLINKED, position=position)
        for position, row in enumerate(rows, start=1)
    ]
    return [
        ClosedRow(
            key=row.key,
            number=row.number,
            title=row.title,
            title_is_own=row.title_is_own,
            title_language=row.title_language,
            facts=facts_of(row, register),
        )
        for row in read
    ]
