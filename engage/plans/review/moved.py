"""What moved since the reviewers last wrote: beside each comment first, then the rest.

Pure: two documents and the places go in, words in the language spoken now come out. What is shown
of a huge comparison is bounded; the page of changes has it all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from engage.kit.locales import current
from engage.kit.pieces import Cell, run_on, said
from engage.kit.values.base import Line
from engage.plans.compared import Compared, ReadPlace, where_of
from engage.plans.comparison import Change, Comparison, compare
from engage.plans.document import Json, fields_of, rows_of
from engage.plans.linked import GONE, Linked
from engage.plans.models import Version
from engage.plans.outline.plan import SECTIONS, find_register, find_section
from engage.plans.outline.shape import Field, Section
from engage.plans.reading import lines_of
from engage.plans.review.models import Comment

PLACES = 5  # rows and answers of a section, where all of it is shown

Places = Sequence[tuple[Change, ...]]


@dataclass(frozen=True, slots=True)
class Pair:
    """What was submitted last, and the version that it is compared with."""

    before: Version
    after: Version

    @property
    def key(self) -> tuple[object, ...]:
        """Names both for good: a version is frozen, and its number is never given again."""
        return tuple((each.id, each.submitted_at) for each in (self.before, self.after))

    def asked_by(self, comment: Comment) -> bool:
        """Whether the Party had read the comment when it submitted the later version."""
        is_earlier = (comment.version, comment.round) < (self.after.number, self.after.round)
        return is_earlier and comment.sent_at is not None


@dataclass(frozen=True, slots=True)
class Spot:
    """What a comment speaks of: the whole plan, a section, a row, or one answer."""

    section: str = ""
    register: str = ""
    key: str = ""
    field: str = ""

    @classmethod
    def of(cls, comment: Comment) -> Spot:
        return cls(comment.section, comment.register, comment.row_key, comment.field)

    def holds(self, change: Change) -> bool:
        """A row that came, went or moved concerns each of its answers."""
        if not self.section or self.section != change.section:
            return False
        if self.register not in ("", change.register) or self.key not in ("", change.key):
            return False
        if self.field and not self.register and change.register:
            return False  # an answer of the section may be called as one of a row
        return self.field in ("", change.field) or (bool(self.key) and not change.field)


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside the comments on one spot: what changed there, and how much more.

    Where nothing did, `where` says what the spot is, and `as_is` the answer that stands there.
    """

    where: Cell
    places: tuple[ReadPlace, ...]
    more: int
    as_is: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class MovedSection:
    """The first changes in a section that nobody asked for, and how many more there are."""

    code: str
    number: int
    title: str
    places: tuple[ReadPlace, ...]
    more: int


@dataclass(frozen=True, slots=True)
class SameSection:
    code: str
    number: int
    title: str
    answers: int


@dataclass(frozen=True, slots=True)
class Moved:
    """`others` counts what else moved, also beyond what is shown of it."""

    asked: Mapping[Spot, Beside]
    sections: tuple[MovedSection, ...]
    others: int
    same: tuple[SameSection, ...]

    @property
    def same_answers(self) -> int:
        return sum(each.answers for each in self.same)


def read_moved(before: Json, after: Json, spots: Iterable[Spot]) -> Moved:
    """The spots come out in the order of the plan."""
    comparison, texts = compare(before, after), Compared(before, after)
    asked = sorted(set(spots), key=lambda spot: _order(spot, before, after))
    rest = [each for each in comparison.changes if not any(spot.holds(each) for spot in asked)]
    others = Comparison(tuple(rest)).places
    return Moved(
        asked={spot: _beside(spot, comparison, texts, after) for spot in asked},
        sections=tuple(_sections(others, texts)),
        others=len(others),
        same=tuple(_same(comparison, after)),
    )


def about_of(change: Change, *, whole_row: bool = False) -> str:
    """The code of a place: `activities.r1.cost`, `activities.r1`, or `purpose..purpose`."""
    field = "" if whole_row else change.field
    return f"{change.register or change.section}.{change.key}.{field}".rstrip(".")


def _beside(spot: Spot, comparison: Comparison, texts: Compared, after: Json) -> Beside:
    found = Comparison(tuple(each for each in comparison.changes if spot.holds(each))).places
    places = tuple(texts.place(each) for each in found[:PLACES])
    where, as_is = ("", ()) if found or not spot.section else _as_is(spot, after)
    return Beside(where, places, max(0, len(found) - PLACES), as_is)


def _as_is(spot: Spot, document: Json) -> tuple[Cell, tuple[Line, ...]]:
    """Where the spot is, and the answer there; of a row or a section only where it is."""
    linked = Linked.in_document(document, current())
    where = [where_of(spot.section, spot.register)]
    if spot.key:
        gone = Line(str(GONE), own=False)
        where.append(said(linked.names(spot.register).get(spot.key, gone)))
    field = next((each for each in _fields_at(spot) if each.code == spot.field), None)
    if field is None:
        return _led(where), ()
    value = _values_at(spot, document).get(field.code)
    return _led([*where, str(field.label)]), lines_of(field, value, current(), linked)


def _led(cells: Sequence[Cell]) -> Cell:
    first, *rest = cells
    return run_on(first, *(part for cell in rest for part in (" · ", cell)))


def _fields_at(spot: Spot) -> Sequence[Field]:
    found = find_register(spot.register)
    return found[1].fields if found else _section(spot.section).fields


def _values_at(spot: Spot, document: Json) -> Mapping[str, Any]:
    if not spot.register:
        return fields_of(document, spot.section)
    rows = rows_of(document, spot.section, spot.register)
    return next((row["values"] for row in rows if row["key"] == spot.key), {})


def _order(spot: Spot, before: Json, after: Json) -> tuple[int, ...]:
    """The place of a spot in the plan; a row that is gone comes behind those that are there."""
    if not spot.section:
        return (-1,)
    section = _section(spot.section)
    registers = [each.code for each in section.registers]
    documents = (after, before) if spot.register else ()
    keys = [row["key"] for each in documents for row in rows_of(each, spot.section, spot.register)]
    fields = [each.code for each in _fields_at(spot)]
    return (
        section.number,
        _index(registers, spot.register),
        _index(keys, spot.key),
        _index(fields, spot.field),
    )


def _index(codes: Sequence[str], code: str) -> int:
    return codes.index(code) if code in codes else -1


def _section(code: str) -> Section:
    found = find_section(code)
    if found is None:
        raise KeyError(code)
    return found


def _sections(places: Places, texts: Compared) -> Iterable[MovedSection]:
    for code, group in groupby(places, key=lambda place: place[0].section):
        found, section = list(group), _section(code)
        shown = tuple(texts.place(each) for each in found[:PLACES])
        more = len(found) - len(shown)
        yield MovedSection(code, section.number, str(section.title), shown, more)


def _same(comparison: Comparison, after: Json) -> Iterable[SameSection]:
    differing = {change.section for change in comparison.changes}
    for section in SECTIONS:
        if section.code not in differing:
            answers = _answers_in(section, after)
            yield SameSection(section.code, section.number, str(section.title), answers)


def _answers_in(section: Section, document: Json) -> int:
    rows = (
        row
        for register in section.registers
        for row in rows_of(document, section.code, register.code)
    )
    return len(fields_of(document, section.code)) + sum(len(row["values"]) for row in rows)
