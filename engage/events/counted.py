"""The figures of one event, between its answers and the counting rules. Pure.

Three answers hold totals (`participants`, `persons`, `expected`), three hold the grids below them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from engage.events.counting.grid import Cell, Figure, Slot, cell_at
from engage.events.counting.head_counts import HeadCounts
from engage.events.counting.veils import points_at_people, shown, veils
from engage.events.outline.event import FIELDS
from engage.events.vocabulary import FigureOf
from engage.kit.values.base import is_as_typed, record
from engage.kit.values.number import Certainty
from engage.reference.vocabulary.counting import Age, GridRow, Sex, Stage, Unit

Json = dict[str, Any]

TOTALS: Mapping[str, Slot] = {
    "participants": Slot(Stage.ACTUAL, Unit.ATTENDANCE),
    "persons": Slot(Stage.ACTUAL, Unit.PERSONS),
    "expected": Slot(Stage.PLANNED, Unit.ATTENDANCE),
}
# What a figure of another source counts: people, split by sex, by age, or neither.
PEOPLE: Mapping[str, tuple[bool, bool]] = {
    FigureOf.PARTICIPANTS: (False, False),
    FigureOf.WOMEN: (True, False),
    FigureOf.YOUTH: (False, True),
}
# The speakers in all, then parts of them that overlap.
SPEAKERS = ("speakers", "speakers_women", "speakers_youth", "speakers_groups")
GRIDS: Mapping[str, HeadCounts] = {
    field.code: field.kind for field in FIELDS if isinstance(field.kind, HeadCounts)
}


def cells_of(values: Mapping[str, Any]) -> tuple[Cell, ...]:
    """All figures that the answers hold; what is not known, or could not be read, is absent."""
    totals = (
        cell_at(slot, figure)
        for code, slot in TOTALS.items()
        if (figure := figure_of(values.get(code)))
    )
    grids = (cell for code, kind in GRIDS.items() for cell in kind.cells(values.get(code)))
    return (*totals, *grids)


def hide_small(values: Mapping[str, Any]) -> tuple[Json, tuple[str, ...], tuple[str, ...]]:
    """The answers as those outside see them: figures of few people are left out (`veils`).

    Besides, the codes of totals that are fewer than five, and of what lacks something or is left
    out as a whole: grids and totals that could not be read, and parts of the speakers.
    """
    cells = cells_of(values)
    veiled = veils(cells)
    seen = shown(cells, veiled)
    kept = dict(values)
    few = tuple(code for code, slot in TOTALS.items() if slot in veiled and code in kept)
    for code in few:
        del kept[code]
    for code, kind in GRIDS.items():
        kept.pop(code, None)
        there = kind.value_of([c for c in seen if (c.stage, c.unit) == (kind.stage, kind.unit)])
        if there and code in values:
            kept[code] = there
    withheld = [
        code
        for code, kind in GRIDS.items()
        if code in values
        and any((slot.stage, slot.unit) == (kind.stage, kind.unit) for slot in veiled)
    ]
    withheld += [code for code in TOTALS if is_as_typed(kept.get(code))]
    few_speakers, their_parts = _few_speakers(kept)
    for code in (*withheld, *few_speakers, *their_parts):
        if code not in GRIDS:
            del kept[code]
    return kept, (*few, *few_speakers), (*withheld, *their_parts)


def _few_speakers(values: Mapping[str, Any]) -> tuple[list[str], list[str]]:
    """Of the speakers the total, where it is of few people, and the parts, where one of them or
    what it leaves of the total is."""
    told = {code: values[code] for code in SPEAKERS if code in values}
    total, *_parts = SPEAKERS
    few = [total] if _is_few(told.get(total)) else []
    parts = [code for code in told if code != total or is_as_typed(told[code])]
    whole = told.get(total)
    rests = [whole - told[c] for c in parts if isinstance(whole, int) and isinstance(told[c], int)]
    pointing = few or any(map(_is_few, (*(told[code] for code in parts), *rests)))
    return few, parts if pointing or any(map(is_as_typed, told.values())) else []


def _is_few(number: Any) -> bool:
    return isinstance(number, int) and points_at_people(number)


def hide_figures(rows: Sequence[Json], values: Mapping[str, Any]) -> list[Json]:
    """The figures of other sources as those outside see them: none of few people, and none of what
    the event's own figures do not tell (`values` are its answers)."""
    veiled = {
        (slot.sex is not Sex.ALL, slot.age is not Age.ALL)
        for slot in veils(cells_of(values))
        if slot.row is GridRow.EVERYONE
    }
    return [row for row in rows if not _points(row["values"], veiled)]


def _points(row: Mapping[str, Any], veiled: Collection[tuple[bool, bool]]) -> bool:
    split = PEOPLE.get(str(row.get("of")))
    if split is None:
        return False
    figure = figure_of(row.get("number"))
    return split in veiled or (figure is not None and points_at_people(figure.number))


def figure_of(value: Any) -> Figure | None:
    """The number of a `Count`, or nothing where it holds words alone."""
    count = record(value)
    number = count.get("number")
    if not isinstance(number, int):
        return None
    return Figure(number, Certainty(str(count.get("certainty") or Certainty.EXACT)))
