"""Figures of one event that cannot all be right: told, never refused. Pure.

Somebody who counted at a gate and somebody who counted badges may both be kept as they are; only
what no reading of “about” and “at least” can join is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from flask_babel import lazy_gettext as _l

from engage.events.counting.grid import (
    Cell,
    Figure,
    Slot,
    by_age,
    by_sex,
    figure_at,
    held,
    totals_of,
)
from engage.kit.formats import show_items, show_number
from engage.kit.locales import current
from engage.kit.values.number import Certainty
from engage.kit.values.vocabulary import Label
from engage.reference.vocabulary.counting import Age, GridRow, Sex, Unit

# “About 40” may be anything within a tenth; a default of ours, not a norm of the Convention.
ABOUT_WITHIN = 10

Figures = Mapping[Slot, Figure]

_SENTENCES: Mapping[str, Label] = {
    "sexes_exceed": _l(
        "%(where)s: women, men, other and not stated make %(counted)s together, more than the "
        "total of %(total)s. Please look at them once more; if they were counted so, they can stay."
    ),
    "sexes_missing": _l(
        "%(where)s: women, men, other and not stated make %(counted)s together, and the total is "
        "%(total)s; missing: %(missing)s. If nobody knows more, add them under “not stated”."
    ),
    "ages_exceed": _l(
        "%(where)s: the ages make %(counted)s together, more than the total of %(total)s. Please "
        "look at them once more; if they were counted so, they can stay."
    ),
    "ages_missing": _l(
        "%(where)s: the ages make %(counted)s together, and the total is %(total)s; missing: "
        "%(missing)s. If nobody knows more, add them under “age not stated”."
    ),
    "splits_differ": _l(
        "%(where)s: the sexes make %(counted)s together, the ages %(total)s, and there is no "
        "total. Please write the total that holds."
    ),
    "group_exceeds": _l(
        "%(where)s: here stands %(counted)s, more than the %(total)s among all participants. "
        "Please look at both once more; if they were counted so, they can stay."
    ),
    "persons_exceed": _l(
        "%(where)s: here stands %(counted)s, more than the %(total)s attendances. A person attends "
        "at least once; please look at both once more."
    ),
}


class Fault(StrEnum):
    """What is amiss."""

    SEXES_EXCEED = "sexes_exceed"
    SEXES_MISSING = "sexes_missing"
    AGES_EXCEED = "ages_exceed"
    AGES_MISSING = "ages_missing"
    SPLITS_DIFFER = "splits_differ"
    GROUP_EXCEEDS = "group_exceeds"
    PERSONS_EXCEED = "persons_exceed"


@dataclass(frozen=True, slots=True)
class Flag:
    """A fault at a slot: `counted` is what stands against `total`.

    For parts of a split both are numbers of people: the parts together, and their total.
    """

    code: Fault
    slot: Slot
    counted: int
    total: int


def faults(cells: Iterable[Cell]) -> tuple[Flag, ...]:
    """In the order of the grid. Nothing is told of totals whose parts are not all known, as long
    as the known parts do not exceed them."""
    figures = held(cells)
    return (
        *(flag for slot in totals_of(figures) for flag in _of_total(figures, slot)),
        *(flag for slot in figures for flag in _of_cell(figures, slot)),
    )


def lowest(figure: Figure) -> int:
    """The smallest number that the figure may mean."""
    if figure.certainty is Certainty.ABOUT:
        return figure.number - _give(figure)
    return figure.number


def highest(figure: Figure) -> int | None:
    """The largest number that the figure may mean; nothing where it may be any."""
    if figure.certainty is Certainty.AT_LEAST:
        return None
    return figure.number + (_give(figure) if figure.certainty is Certainty.ABOUT else 0)


def _give(figure: Figure) -> int:
    return min(figure.number, max(1, figure.number // ABOUT_WITHIN))


def _floor(figures: Figures, slot: Slot) -> Figure | None:
    """What is there for certain: the figure, else the sum of those of its parts that are known."""
    if slot in figures:
        return figures[slot]
    sums = [_known(figures, parts) for parts in (by_sex(slot), by_age(slot))]
    return max((s for s in sums if s), key=lowest, default=None)


def _known(figures: Figures, parts: Sequence[Slot]) -> Figure | None:
    """The known parts as one figure, in its smallest meaning."""
    floors = [floor for part in parts if (floor := _floor(figures, part))]
    return Figure(sum(map(lowest, floors))) if floors else None


def _of_total(figures: Figures, slot: Slot) -> Iterator[Flag]:
    if slot not in figures:
        yield from _differing(figures, slot)
        return
    kinds = (
        (by_sex(slot), Fault.SEXES_EXCEED, Fault.SEXES_MISSING),
        (by_age(slot), Fault.AGES_EXCEED, Fault.AGES_MISSING),
    )
    written = [kind for kind in kinds if any(part in figures for part in kind[0])]
    # Boxes by sex and age with no totals between make both splits: what they say is told once.
    for parts, exceed, missing in written or kinds[:1]:
        total, known = figures[slot], _known(figures, parts)
        if known and _exceeds(known, total):
            yield Flag(exceed, slot, _counted(figures, parts), total.number)
        elif known and _falls_short(figures, parts, total):
            yield Flag(missing, slot, _counted(figures, parts), total.number)


def _counted(figures: Figures, parts: Sequence[Slot]) -> int:
    """The parts together as they are written."""
    floors = (_floor(figures, part) for part in parts)
    return sum(floor.number for floor in floors if floor)


def _exceeds(figure: Figure, other: Figure) -> bool:
    most = highest(other)
    return most is not None and lowest(figure) > most


def _falls_short(figures: Figures, parts: Sequence[Slot], total: Figure) -> bool:
    """All parts are known, and even at their largest they do not make up the total."""
    known = [figure_at(figures, part) for part in parts]
    most = [highest(figure) if figure else None for figure in known]
    numbers = [number for number in most if number is not None]
    return len(numbers) == len(parts) and sum(numbers) < lowest(total)


def _differing(figures: Figures, slot: Slot) -> Iterator[Flag]:
    """A blank total that would be one number by sex and another by age."""
    if slot.sex is not Sex.ALL or slot.age is not Age.ALL:
        return
    parts = (by_sex(slot), by_age(slot))
    if all(figure_at(figures, part) for split in parts for part in split):
        sexes, ages = (_counted(figures, split) for split in parts)
        if sexes != ages:
            yield Flag(Fault.SPLITS_DIFFER, slot, sexes, ages)


def _of_cell(figures: Figures, slot: Slot) -> Iterator[Flag]:
    """A group is part of everyone; a person attends at least once."""
    everyone = slot._replace(row=GridRow.EVERYONE)
    if slot.row is not GridRow.EVERYONE:
        yield from _within(figures, slot, everyone, Fault.GROUP_EXCEEDS)
    if slot.unit is Unit.PERSONS:
        attended = slot._replace(unit=Unit.ATTENDANCE)
        yield from _within(figures, slot, attended, Fault.PERSONS_EXCEED)


def _within(figures: Figures, slot: Slot, other: Slot, fault: Fault) -> Iterator[Flag]:
    whole = figure_at(figures, other)
    if whole and _exceeds(figures[slot], whole):
        yield Flag(fault, slot, figures[slot].number, whole.number)


def flag_sentence(flag: Flag) -> str:
    """What does not agree, and what to do; the language must be spoken already."""
    language = current()
    words = {
        "where": show_items(_labels(flag.slot), language=language),
        "counted": show_number(flag.counted, language=language),
        "total": show_number(flag.total, language=language),
        "missing": show_number(abs(flag.total - flag.counted), language=language),
    }
    return str(_SENTENCES[flag.code]) % words


def _labels(slot: Slot) -> list[str]:
    labels = [str(slot.row.label)]
    labels += [str(slot.sex.label)] if slot.sex is not Sex.ALL else []
    labels += [str(slot.age.label)] if slot.age is not Age.ALL else []
    return [*labels, str(slot.unit.label), str(slot.stage.label)]
