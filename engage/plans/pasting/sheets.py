"""A sheet as it was pasted: its columns with what they hold, and its rows of text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from engage.kit import tabular
from engage.kit.values.cells import Habits
from engage.plans.outline.shape import Register
from engage.plans.pasting.columns import Match, known, match, targets_of

ROWS, COLUMNS, SIZE = 300, 100, 1_000_000


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody said of the sheet: whether its first line holds the headings, what parts its
    cells, which column is which (by place), and how it writes dates and amounts."""

    headings: bool = True
    mark: str | None = None
    columns: Mapping[int, str] = field(default_factory=dict)
    habits: Habits = field(default_factory=Habits)


@dataclass(frozen=True, slots=True)
class Column:
    """`sample` is the first text below the heading."""

    place: int
    heading: str
    sample: str
    match: Match


@dataclass(frozen=True, slots=True)
class Sheet:
    """`lines` are the rows that say something, each with its number in the sheet."""

    mark: str
    columns: tuple[Column, ...]
    lines: tuple[tuple[int, Sequence[str]], ...]

    @property
    def fits(self) -> bool:
        return len(self.lines) <= ROWS and len(self.columns) <= COLUMNS

    @property
    def strangers(self) -> tuple[Column, ...]:
        """Columns that hold something and stand for nothing."""
        return tuple(each for each in self.columns if each.sample and not each.match.target)


def read_sheet(text: str, register: Register, wish: Wish) -> Sheet:
    mark = likely_mark(text, register, wish) if wish.mark is None else wish.mark
    lines = [
        (number, row) for number, row in enumerate(tabular.cells_of(text, mark), 1) if any(row)
    ]
    headings = list(lines.pop(0)[1]) if lines and wish.headings else []
    width = max((len(row) for _number, row in lines), default=len(headings))
    headings += [""] * (max(width, len(headings)) - len(headings))
    return Sheet(mark, tuple(_columns(headings, lines, register, wish)), tuple(lines))


def likely_mark(text: str, register: Register, wish: Wish) -> str:
    """The mark between the cells that makes sense of most headings; else the likeliest one."""
    likely = tabular.likely_mark(text)
    if likely == tabular.TAB or not wish.headings:
        return likely
    lines = {mark: tabular.cells_of(text, mark) for mark in tabular.MARKS if mark in text}
    understood = {
        mark: known(next(filter(any, rows)), register) for mark, rows in lines.items() if any(rows)
    }
    best = max(understood, key=lambda mark: (understood[mark], mark == likely), default=likely)
    return best if understood.get(best) else likely


def _columns(
    headings: Sequence[str],
    lines: Sequence[tuple[int, Sequence[str]]],
    register: Register,
    wish: Wish,
) -> list[Column]:
    matched = match(headings, register) if wish.headings else [Match()] * len(headings)
    there = {"", *(each.id for each in targets_of(register))}
    wished = {place: target for place, target in wish.columns.items() if target in there}
    return [
        Column(
            place,
            heading,
            _sample(lines, place),
            Match(wished.get(place, matched[place].target), matched[place].habits),
        )
        for place, heading in enumerate(headings)
    ]


def _sample(lines: Sequence[tuple[int, Sequence[str]]], place: int) -> str:
    return next((row[place] for _number, row in lines if place < len(row) and row[place]), "")
