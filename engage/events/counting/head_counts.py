"""Head counts as a kind of value: a figure for a group, a sex and an age, each in a box of its own.

    {"everyone": {"women.all": {"number": 12}, "all.youth": {"number": 40, "certainty": "about"}}}

Keys are codes of `GridRow`, then `sex.age`. What is not known is absent; nought is a figure. The
number of all participants stands in a question of its own (`participants`), so the slot
`everyone`, `all.all` is none of this value's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import ClassVar

from flask_babel import gettext as _

from engage.events.counting.grid import LARGEST, Cell, Figure, Slot, cell_at, read_cell, write_cell
from engage.kit.formats import show_number
from engage.kit.values.base import Json, Kind, Line, Problem, Taken, is_as_typed, record
from engage.kit.values.given import Given
from engage.kit.values.number import Certainty, with_certainty
from engage.kit.values.options import Option, options_of
from engage.kit.values.shape import Schema, record_shape
from engage.kit.values.vocabulary import Vocabulary
from engage.reference.vocabulary.counting import Age, GridRow, Sex, Stage, Unit

TOTAL = "all.all"
_HEADINGS: Mapping[str, type[Vocabulary]] = {"rows": GridRow, "sexes": Sex, "ages": Age}


@dataclass(frozen=True)
class HeadCounts(Kind):
    """Figures of one stage and unit. Boxes take `40`, `~40`, `40+`; see `grid.read_cell`."""

    name: ClassVar[str] = "head_counts"
    stage: Stage = Stage.ACTUAL
    unit: Unit = Unit.ATTENDANCE

    def cells(self, value: Json) -> list[Cell]:
        """The figures as cells, in the order of the grid; none where they could not be read."""
        if is_as_typed(value):
            return []
        return [
            cell_at(Slot(self.stage, self.unit, row, sex, age), _figure(each))
            for row, sex, age, each in _walk(value)
        ]

    def aged(self, row: str) -> tuple[str, ...]:
        """The parts of a row that ask for an age."""
        return tuple(f"{row}.{key}" for key in _keys(row) if not key.endswith(f".{Age.ALL}"))

    def value_of(self, cells: Sequence[Cell]) -> Json:
        """Back to a value; the slot of all participants is left out."""
        value: dict[str, dict[str, Json]] = {}
        for cell in cells:
            key = _key(cell.sex, cell.age)
            if cell.figure is not None and (cell.row, key) != (GridRow.EVERYONE, TOTAL):
                value.setdefault(cell.row.value, {})[key] = _kept(cell.figure)
        return value or None

    def _parts(self) -> tuple[str, ...]:
        return _all_parts()

    def _options(self, part: str) -> tuple[Option, ...]:
        """The rows, sexes and ages by which the boxes are headed."""
        headings = _HEADINGS.get(part)
        return options_of(headings) if headings else ()

    def _read(self, given: Given) -> Taken:
        value: dict[str, dict[str, Json]] = {}
        problems: list[Problem] = []
        for part in given.parts:
            read = read_cell(given.one(part))
            if isinstance(read, Problem):
                problems.append(replace(read, part=part))
            elif read is not None:
                row, _dot, key = part.partition(".")
                value.setdefault(row, {})[key] = _kept(read)
        ordered: dict[str, Json] = {
            row: {key: value[row][key] for key in _keys(row) if key in value[row]}
            for row in GridRow.labels()
            if row in value
        }
        return Taken(ordered or None, tuple(problems))

    def _write(self, value: Json) -> dict[str, list[str]]:
        return {
            f"{row}.{_key(sex, age)}": [write_cell(_figure(each))]
            for row, sex, age, each in _walk(value)
        }

    def _shape(self) -> Schema:
        figure = record_shape(
            {
                "number": {"type": "integer", "minimum": 0, "maximum": LARGEST},
                "certainty": {
                    "type": "string",
                    "enum": [Certainty.ABOUT.value, Certainty.AT_LEAST.value],
                },
            },
            required=["number"],
        )
        return record_shape(
            {row: record_shape(dict.fromkeys(_keys(row), figure)) for row in GridRow.labels()}
        )

    def _lines(self, value: Json, language: str) -> Sequence[Line]:
        return [
            Line(said(row, sex, age, _figure(each), language), own=False)
            for row, sex, age, each in _walk(value)
        ]


def said(row: GridRow, sex: Sex, age: Age, figure: Figure, language: str) -> str:
    """“Pastoralists, women, youth: about 40”; the language must be spoken already."""
    number = with_certainty(show_number(figure.number, language=language), figure.certainty)
    named = [str(row.label)]
    named += [str(each.label) for each in (sex, age) if each.value != "all"]
    return _("%(group)s: %(answer)s", group=_(", ").join(named), answer=number)


@cache
def _keys(row: str) -> tuple[str, ...]:
    keys = tuple(_key(sex, age) for sex in Sex for age in Age)
    return keys[1:] if row == GridRow.EVERYONE else keys


@cache
def _all_parts() -> tuple[str, ...]:
    return tuple(f"{row}.{key}" for row in GridRow.labels() for key in _keys(row))


def _key(sex: Sex, age: Age) -> str:
    return f"{sex.value}.{age.value}"


def _walk(value: Json) -> Iterator[tuple[GridRow, Sex, Age, Json]]:
    for row, figures in record(value).items():
        for key, figure in record(figures).items():
            sex, _dot, age = key.partition(".")
            yield GridRow(row), Sex(sex), Age(age), figure


def _figure(kept: Json) -> Figure:
    held = record(kept)
    return Figure(int(str(held["number"])), Certainty(str(held.get("certainty", Certainty.EXACT))))


def _kept(figure: Figure) -> dict[str, Json]:
    kept: dict[str, Json] = {"number": figure.number}
    if figure.certainty is not Certainty.EXACT:
        kept["certainty"] = figure.certainty.value
    return kept
