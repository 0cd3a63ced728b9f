"""Who came to one event, as a grid: a figure for a row, a sex and an age. Pure.

What is not known is not there; nought is a figure like any other. A total can follow from its
parts, parts never from their total.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from flask_babel import lazy_gettext as _l

from engage.kit.values.amounts import read_whole
from engage.kit.values.base import Problem
from engage.kit.values.clean import latin_digits
from engage.kit.values.figures import read_figure
from engage.kit.values.number import Certainty
from engage.kit.values.shape import out_of_range
from engage.kit.values.vocabulary import Label
from engage.reference.vocabulary.counting import Age, GridRow, Sex, Stage, Unit

LARGEST = 999_999_999
SEXES = tuple(sex for sex in Sex if sex is not Sex.ALL)
AGES = tuple(age for age in Age if age is not Age.ALL)

# From the surest to the weakest: “at least” still rules something out, “about” rules out nothing.
_WEAKER = (Certainty.EXACT, Certainty.AT_LEAST, Certainty.ABOUT)
_SIGNS = {Certainty.EXACT: "", Certainty.AT_LEAST: "≥", Certainty.ABOUT: "~"}
_PLUS = re.compile(r"(?<=[0-9])\s*[+＋]$")
_UNREAD: Label = _l(
    "Please write one number in digits: 40, ~40 for about 40, or 40+ for at least 40. Leave the "
    "box empty if the number is not known; 0 means nobody."
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that is known, from 0 to `LARGEST`, and how sure it is."""

    number: int
    certainty: Certainty = Certainty.EXACT


class Slot(NamedTuple):
    """A place in the grid; as it stands without row, sex and age, the one of all participants."""

    stage: Stage
    unit: Unit
    row: GridRow = GridRow.EVERYONE
    sex: Sex = Sex.ALL
    age: Age = Age.ALL


@dataclass(frozen=True, slots=True)
class Cell:
    """A slot with its figure, or nothing where that is not known."""

    stage: Stage
    unit: Unit
    row: GridRow
    sex: Sex
    age: Age
    figure: Figure | None
    is_derived: bool = False

    @property
    def slot(self) -> Slot:
        return Slot(self.stage, self.unit, self.row, self.sex, self.age)


def cell_at(slot: Slot, figure: Figure | None, *, is_derived: bool = False) -> Cell:
    return Cell(*slot, figure, is_derived)


def read_cell(text: str) -> Figure | Problem | None:
    """The figure in one box, such as `40`, `~40`, `about 40`, `40+`, `≥ 40` or `٤٠`; nothing where
    the box is blank, since unknown is not nought."""
    line = latin_digits(text)
    if not line:
        return None
    written = read_figure(_PLUS.sub(f" {_SIGNS[Certainty.AT_LEAST]}", line))
    number = read_whole(written.number) if written and written.is_bare else None
    if written is None or number is None:
        return Problem("number", _UNREAD)
    if number > LARGEST:
        return Problem("number", out_of_range(0, LARGEST))
    return Figure(number, Certainty(written.certainty or Certainty.EXACT))


def write_cell(figure: Figure | None) -> str:
    """What reads back as the same figure, in every language."""
    return f"{_SIGNS[figure.certainty]}{figure.number}" if figure else ""


def weakest(certainties: Iterable[Certainty]) -> Certainty:
    """How sure a sum is: no surer than the least sure figure in it."""
    return max(certainties, key=_WEAKER.index, default=Certainty.EXACT)


def added(figures: Sequence[Figure]) -> Figure:
    number = sum(figure.number for figure in figures)
    return Figure(number, weakest(figure.certainty for figure in figures))


def held(cells: Iterable[Cell]) -> dict[Slot, Figure]:
    """The figures that are known, by slot."""
    return {cell.slot: cell.figure for cell in cells if cell.figure is not None}


@cache
def by_sex(slot: Slot) -> tuple[Slot, ...]:
    """The parts of a total of all sexes; none for a slot that is no such total."""
    return tuple(slot._replace(sex=sex) for sex in SEXES) if slot.sex is Sex.ALL else ()


@cache
def by_age(slot: Slot) -> tuple[Slot, ...]:
    return tuple(slot._replace(age=age) for age in AGES) if slot.age is Age.ALL else ()


@cache
def splits(slot: Slot) -> tuple[tuple[Slot, ...], ...]:
    """The sets of parts, each of which makes up the slot: none, one or two."""
    return tuple(parts for parts in (by_sex(slot), by_age(slot)) if parts)


def figure_at(figures: Mapping[Slot, Figure], slot: Slot) -> Figure | None:
    """What stands in the slot, else what follows from its parts."""
    return figures.get(slot) or _from_parts(figures, slot)


def _from_parts(figures: Mapping[Slot, Figure], slot: Slot) -> Figure | None:
    """The sum of the parts where all are known; nothing where two sets of parts disagree."""
    sums = [total for parts in splits(slot) if (total := _sum(figures, parts))]
    return sums[0] if len({total.number for total in sums}) == 1 else None


def _sum(figures: Mapping[Slot, Figure], parts: Sequence[Slot]) -> Figure | None:
    known = []
    for part in parts:
        figure = figure_at(figures, part)
        if figure is None:
            return None
        known.append(figure)
    return added(known)


def totals_of(slots: Iterable[Slot]) -> tuple[Slot, ...]:
    """The slots of totals in the lines (stage, unit, row) that these slots stand in."""
    lines = dict.fromkeys(slot[:3] for slot in slots)
    return tuple(total for line in lines for total in _totals(Slot(*line)))


@cache
def _totals(line: Slot) -> tuple[Slot, ...]:
    return (line, *by_sex(line), *by_age(line))


def derived(cells: Iterable[Cell]) -> tuple[Cell, ...]:
    """Totals that are blank and follow from their parts, marked as derived."""
    figures = held(cells)
    filled = Counter(slot[:3] for slot in figures)  # a line with fewer figures has no whole split
    blank = totals_of(slot for slot in figures if filled[slot[:3]] >= len(SEXES))
    found = ((slot, _from_parts(figures, slot)) for slot in blank if slot not in figures)
    return tuple(cell_at(slot, figure, is_derived=True) for slot, figure in found if figure)
