"""What others than the Party and the secretariat see of a grid. Pure.

Cells of one to four people are not printed in public, since they point at persons. A figure that is
left out alone could be worked out from a total and the other parts, so that a line of the grid
(stage and row, attendances and persons together) has three blocks beside its total: its sexes, its
ages, and the sexes by age. A block is shown whole or not at all. It is left out

* where a figure in it is one to four people, or is what one to four people are missing from: those
  of a total whose parts are not all known, or those in a box who are not of the group;
* where a block above it is left out, since its own figures make up those;
* where the block of all participants is left out, since a group is part of them.

A total of one to four is shown as “fewer than 5”, and nothing below it. Nought is shown where its
block is: it is about nobody, and to leave it out alone would say less and protect no one.

What is added up for others is added up from what they see (`for_others`), so that no difference
between totals, however they are filtered, tells more than the pages of the events do.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from engage.events.counting.grid import Cell, Figure, Slot, derived, held, splits
from engage.reference.vocabulary.counting import Age, GridRow, Sex, Stage, Veil

# Cells under five people are suppressed in public print: a custom of statistical offices and a
# default of ours, not a norm of the Convention.
FEWEST = 5


class Block(NamedTuple):
    """A block of a line: split by sex, by age, by both, or its total."""

    stage: Stage
    row: GridRow
    by_sex: bool
    by_age: bool


def veils(cells: Iterable[Cell]) -> dict[Slot, Veil]:
    """The slots whose figure, written or derived, is not for others, and what stands there."""
    figures = held(whole(cells))
    left_out = frozenset(_pointing(figures))
    found = ((slot, _veil(slot, figure, left_out)) for slot, figure in figures.items())
    return {slot: veil for slot, veil in found if veil}


def whole(cells: Iterable[Cell]) -> tuple[Cell, ...]:
    """The cells, with the totals that follow from them."""
    given = tuple(cells)
    return (*given, *derived(given))


def shown(cells: Iterable[Cell], veiled: Collection[Slot]) -> tuple[Cell, ...]:
    """The cells that others see, with the totals that follow from all of them."""
    return tuple(cell for cell in whole(cells) if cell.slot not in veiled)


def points_at_people(number: int) -> bool:
    return 0 < number < FEWEST


def _pointing(figures: Mapping[Slot, Figure]) -> Iterator[Block]:
    """The blocks with something in them that points at people."""
    for slot, figure in figures.items():
        block = _block(slot)
        if points_at_people(figure.number) or (_is_part(block) and _leaves_few(figures, slot)):
            yield block
        for parts in splits(slot):
            known = [figures[part].number for part in parts if part in figures]
            if 0 < len(known) < len(parts) and points_at_people(figure.number - sum(known)):
                yield _block(parts[0])


def _leaves_few(figures: Mapping[Slot, Figure], slot: Slot) -> bool:
    everyone = figures.get(slot._replace(row=GridRow.EVERYONE))
    return everyone is not None and points_at_people(everyone.number - figures[slot].number)


def _block(slot: Slot) -> Block:
    return Block(slot.stage, slot.row, slot.sex is not Sex.ALL, slot.age is not Age.ALL)


def _is_part(block: Block) -> bool:
    return block.by_sex or block.by_age


def _veil(slot: Slot, figure: Figure, left_out: Collection[Block]) -> Veil | None:
    block = _block(slot)
    if _is_part(block):
        return Veil.WITHHELD if any(each in left_out for each in _above(block)) else None
    return Veil.FEWER if points_at_people(figure.number) else None


def _above(block: Block) -> Iterator[Block]:
    """The block itself and those that its figures make up, of its row and of everyone."""
    for row in dict.fromkeys((block.row, GridRow.EVERYONE)):
        for sexes in {False, block.by_sex}:
            for ages in {False, block.by_age}:
                yield Block(block.stage, row, sexes, ages)
