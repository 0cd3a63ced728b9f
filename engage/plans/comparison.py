"""What differs between two documents of one plan: in codes, complete, and pure.

The outline says what there is to compare: every answer of every section, and every row of every
list by its key. A row that was only carried along when others moved, came or went is not moved
itself. `plans.compared` puts a comparison into words.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby
from typing import Any

from engage.plans.document import Json, fields_of, in_tree_order, rows_of
from engage.plans.outline.plan import SECTIONS, find_register, find_section
from engage.plans.outline.shape import Field, Register, Section


class What(StrEnum):
    """What happened to an answer or a row."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row stands: below which row, behind which, and under which number of its author."""

    parent: str = ""
    behind: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. Without a field it is that of a whole row.

    `before` and `after` are values of the field; the row itself where one was added or removed;
    a `Place` where one was moved.
    """

    section: str
    register: str = ""
    key: str = ""
    field: str = ""
    what: What = What.CHANGED
    before: Any = None
    after: Any = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """All differences, in the order of the plan; removed rows come last in their list."""

    changes: tuple[Change, ...]

    @property
    def places(self) -> tuple[tuple[Change, ...], ...]:
        """The changes of each row together, and each answer of a section by itself."""
        return tuple(tuple(found) for _place, found in groupby(self.changes, key=_place_of))

    @property
    def beyond_small(self) -> tuple[Change, ...]:
        """The changes for which a plan goes through another review."""
        return tuple(each for each in self.changes if not is_small(each))

    @property
    def is_small(self) -> bool:
        return not self.beyond_small


def _place_of(change: Change) -> tuple[str, ...]:
    answer = "" if change.register else change.field
    return change.section, change.register, change.key, answer


def compare(before: Json, after: Json) -> Comparison:
    return Comparison(
        tuple(each for section in SECTIONS for each in _in_section(section, before, after))
    )


def is_small(change: Change) -> bool:
    """Whether it may be made after the review without another one: a date, a contact, a state."""
    declared = declared_for(change)
    return declared is not None and declared.minor


def declared_for(change: Change) -> Field | None:
    """The field that differs; None for a whole row."""
    fields = _fields_at(change.section, change.register)
    return next((each for each in fields if each.code == change.field), None)


def _fields_at(section: str, register: str) -> tuple[Field, ...]:
    if register:
        found = find_register(register)
        return found[1].fields if found else ()
    declared = find_section(section)
    return declared.fields if declared else ()


def _in_section(section: Section, before: Json, after: Json) -> Iterator[Change]:
    old, new = fields_of(before, section.code), fields_of(after, section.code)
    yield from _in_answers(section.fields, old, new, Change(section.code))
    for register in section.registers:
        left, right = (rows_of(each, section.code, register.code) for each in (before, after))
        yield from _in_register(register, left, right, Change(section.code, register.code))


def _in_answers(
    fields: Sequence[Field], old: Mapping[str, Any], new: Mapping[str, Any], here: Change
) -> Iterator[Change]:
    for field in fields:
        before, after = old.get(field.code), new.get(field.code)
        if before != after:
            what = _what(before, after)
            yield replace(here, field=field.code, what=what, before=before, after=after)


def _what(before: Any, after: Any) -> What:
    if before is None:
        return What.ADDED
    return What.REMOVED if after is None else What.CHANGED


def _in_register(
    register: Register, before: Sequence[Json], after: Sequence[Json], here: Change
) -> Iterator[Change]:
    old, new = ({row["key"]: row for row in rows} for rows in (before, after))
    moves = _moves(before, after)
    for row, _depth in in_tree_order(after):
        at = replace(here, key=row["key"])
        if row["key"] not in old:
            yield replace(at, what=What.ADDED, after=row)
            continue
        if row["key"] in moves:
            left, reached = moves[row["key"]]
            yield replace(at, what=What.MOVED, before=left, after=reached)
        yield from _in_answers(register.fields, old[row["key"]]["values"], row["values"], at)
    for row, _depth in in_tree_order(before):
        if row["key"] not in new:
            yield replace(here, key=row["key"], what=What.REMOVED, before=row)


# ---------------------------------------------------------------- rows that moved


def _moves(before: Sequence[Json], after: Sequence[Json]) -> dict[str, tuple[Place, Place]]:
    """By key, where a row of both documents stood and where it stands now, if it was moved."""
    old, new = _places(before), _places(after)
    stayed = _stayed(old, new)
    moves = {}
    for key in old.keys() & new.keys():
        left, reached = old[key], new[key]
        if key in stayed:  # what comes before it may have changed, its place has not
            left = replace(left, behind=reached.behind)
        if left != reached:
            moves[key] = (left, reached)
    return moves


def _places(rows: Sequence[Json]) -> dict[str, Place]:
    """The place of each row, in the order in which the rows are read."""
    keys = {row["key"] for row in rows}
    last: dict[str, str] = {}
    places = {}
    for row, _depth in in_tree_order(rows):
        parent = row.get("parent", "")
        parent = parent if parent in keys else ""
        places[row["key"]] = Place(parent, last.get(parent, ""), row.get("number", ""))
        last[parent] = row["key"]
    return places


def _stayed(old: Mapping[str, Place], new: Mapping[str, Place]) -> set[str]:
    """The most rows that follow each other as before below the same row."""
    order = {key: place for place, key in enumerate(old)}
    families: dict[str, list[str]] = {}
    for key, place in new.items():
        if key in old and old[key].parent == place.parent:
            families.setdefault(place.parent, []).append(key)
    stayed: set[str] = set()
    for keys in families.values():
        stayed |= {keys[place] for place in longest_rise([order[key] for key in keys])}
    return stayed


def longest_rise(numbers: Sequence[int]) -> list[int]:
    """Where the longest row of rising numbers stands among distinct numbers."""
    ends: list[int] = []  # by length: the place of the smallest number that ends such a row
    before: list[int | None] = []
    for place, number in enumerate(numbers):
        length = bisect_left(ends, number, key=lambda end: numbers[end])
        before.append(ends[length - 1] if length else None)
        ends[length : length + 1] = [place]
    rise: list[int] = []
    at = ends[-1] if ends else None
    while at is not None:
        rise.append(at)
        at = before[at]
    return rise[::-1]
