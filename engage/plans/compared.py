"""A comparison in words, in the language spoken now: of each answer, what it was and what it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_pgettext as _lp

from engage.kit.difference import NEW, OLD, SAME, Pieces, old_and_new
from engage.kit.locales import current
from engage.kit.pieces import Cell, own, run_on
from engage.kit.values.base import Line
from engage.kit.values.vocabulary import Label
from engage.plans.comparison import Change, Comparison, Place, What, declared_for
from engage.plans.document import Json, rows_of
from engage.plans.linked import Linked, spoken_in
from engage.plans.outline.plan import find_register, find_section
from engage.plans.outline.shape import Field, Register
from engage.plans.reading import lines_of

WHAT_OF_ROWS: Mapping[What, Label] = {
    What.ADDED: _lp("row", "Added"),
    What.REMOVED: _lp("row", "Taken away"),
    What.MOVED: _lp("row", "Moved"),
}


@dataclass(frozen=True, slots=True)
class ReadChange:
    """One answer. `pieces` are a long text with what is old and new in it, else there are none."""

    label: str
    was: tuple[Line, ...]
    now: tuple[Line, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """What stands there, or stood, where only one of the two does."""
        return self.now or self.was

    @property
    def gone(self) -> tuple[Line, ...]:
        """The lines that no longer stand there; all of them where only their order changed."""
        return self.was if self._is_turned else tuple(e for e in self.was if e not in self.now)

    @property
    def came(self) -> tuple[Line, ...]:
        return self.now if self._is_turned else tuple(e for e in self.now if e not in self.was)

    @property
    def marked(self) -> tuple[tuple[str, Line], ...]:
        """Each line once: what stayed, then what went, then what came."""
        gone, came = self.gone, self.came
        stayed = tuple((SAME, each) for each in self.now if each not in came)
        return (*stayed, *((OLD, each) for each in gone), *((NEW, each) for each in came))

    @property
    def _is_turned(self) -> bool:
        return set(self.was) == set(self.now)

    @property
    def pieces(self) -> Pieces:
        match self.was, self.now:
            case [Line(own=True) as was], [Line(own=True) as now]:
                return old_and_new(was.text, now.text)
        return ()


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row that differs, and what happened to it; nothing is said where only answers differ."""

    key: str
    title: Line
    what: What
    changes: tuple[ReadChange, ...]

    @property
    def label(self) -> str:
        return str(WHAT_OF_ROWS.get(self.what, ""))

    @property
    def is_whole(self) -> bool:
        """It stands in one of the documents only, and is shown with all its answers."""
        return self.what in (What.ADDED, What.REMOVED)


@dataclass(frozen=True, slots=True)
class ReadRegister:
    code: str
    title: str
    rows: tuple[ReadRow, ...]


@dataclass(frozen=True, slots=True)
class ReadSection:
    code: str
    number: int
    title: str
    changes: tuple[ReadChange, ...]
    registers: tuple[ReadRegister, ...]


@dataclass(frozen=True, slots=True)
class ReadPlace:
    """One row that differs, or one answer of a section, and in which section and list it stands."""

    first: Change
    where: Cell
    row: ReadRow | None
    changes: tuple[ReadChange, ...]


class _Side:
    """One of the two documents, with what its rows are called."""

    def __init__(self, document: Json) -> None:
        self._document = document
        self._linked = Linked.in_document(document, current())

    def name(self, register: str, key: str) -> Line:
        return self._linked.names(register).get(key) or Line(_("No other row"), own=False)

    def lines(self, field: Field, value: Any, spoken: str = "") -> tuple[Line, ...]:
        return lines_of(field, value, current(), self._linked, spoken)

    def language_of(self, change: Change, register: Register) -> str:
        """In which language the row speaks, where it has one of its own."""
        if not register.spoken_in:
            return ""
        rows = rows_of(self._document, change.section, change.register)
        return next((spoken_in(register, r["values"]) for r in rows if r["key"] == change.key), "")


class Compared:
    """Both documents, to put differences between them into words."""

    def __init__(self, before: Json, after: Json) -> None:
        self._before, self._after = _Side(before), _Side(after)

    def sections(self, comparison: Comparison) -> tuple[ReadSection, ...]:
        """The sections that differ, in the order of the plan."""
        by_section = groupby(comparison.changes, key=lambda each: each.section)
        return tuple(self._section(code, list(changes)) for code, changes in by_section)

    def place(self, changes: Sequence[Change]) -> ReadPlace:
        """The changes of one row, or the one of an answer (`Comparison.places`)."""
        first, row = changes[0], self._row(changes) if changes[0].register else None
        read = row.changes if row else tuple(self._answer(each) for each in changes)
        return ReadPlace(first, where_of(first.section, first.register), row, read)

    def name(self, change: Change) -> Cell:
        """What differs, in a few words: the question, or the list and the row."""
        if not change.register:
            return _label_of(change)
        title = self._side_of(change).name(change.register, change.key)
        row = own(title.text, title.language) if title.own else title.text
        listed = run_on(str(_register(change.register).title), " · ", row)
        return run_on(listed, " · ", _label_of(change)) if change.field else listed

    def _section(self, code: str, changes: list[Change]) -> ReadSection:
        declared = find_section(code)
        if declared is None:
            raise KeyError(code)
        rows = groupby((each for each in changes if each.register), key=lambda each: each.register)
        return ReadSection(
            code=code,
            number=declared.number,
            title=str(declared.title),
            changes=tuple(self._answer(each) for each in changes if not each.register),
            registers=tuple(self._register(code, list(found)) for code, found in rows),
        )

    def _register(self, code: str, changes: list[Change]) -> ReadRegister:
        by_row = groupby(changes, key=lambda each: each.key)
        rows = tuple(self._row(list(found)) for _key, found in by_row)
        return ReadRegister(code, str(_register(code).title), rows)

    def _row(self, changes: Sequence[Change]) -> ReadRow:
        first = changes[0]
        return ReadRow(
            key=first.key,
            title=self._side_of(first).name(first.register, first.key),
            what=What.CHANGED if first.field else first.what,
            changes=tuple(read for each in changes for read in self._in_row(each)),
        )

    def _side_of(self, change: Change) -> _Side:
        gone = change.what is What.REMOVED and not change.field
        return self._before if gone else self._after

    def _in_row(self, change: Change) -> Iterable[ReadChange]:
        if change.field:
            return (self._answer(change),)
        if isinstance(change.before, Place):
            return self._moved(change.register, change.before, change.after)
        return self._whole(change)

    def _answer(self, change: Change) -> ReadChange:
        field = declared_for(change)
        if field is None:
            raise KeyError(change.field)
        spoken = [""] * 2
        if change.register:
            register = _register(change.register)
            sides = (self._before, self._after)
            spoken = [side.language_of(change, register) for side in sides]
        return ReadChange(
            label=str(field.label),
            was=self._before.lines(field, change.before, spoken[0]),
            now=self._after.lines(field, change.after, spoken[1]),
        )

    def _whole(self, change: Change) -> Iterator[ReadChange]:
        """All answers of a row that came or went."""
        register, side = _register(change.register), self._side_of(change)
        values = (change.after or change.before)["values"]
        for field in register.fields:
            lines = side.lines(field, values.get(field.code), spoken_in(register, values))
            if lines:
                came = change.what is What.ADDED
                label = str(field.label)
                yield ReadChange(label, (), lines) if came else ReadChange(label, lines, ())

    def _moved(self, register: str, left: Place, reached: Place) -> Iterator[ReadChange]:
        if left.number != reached.number:
            numbers = (left.number, reached.number)
            was, now = (tuple(Line(each, own=True) for each in (n,) if each) for n in numbers)
            yield ReadChange(_("Your own number"), was, now)
        if left.parent != reached.parent:
            yield self._led(_("Stands below"), register, left.parent, reached.parent)
        elif left.behind != reached.behind:
            yield self._led(_("Comes after"), register, left.behind, reached.behind)

    def _led(self, label: str, register: str, was: str, now: str) -> ReadChange:
        before, after = self._before.name(register, was), self._after.name(register, now)
        return ReadChange(label, (before,), (after,))


def where_of(section: str, register: str) -> Cell:
    """`5 Activities and events · Activities`: the section, and the list where it is one's."""
    declared = find_section(section)
    if declared is None:
        raise KeyError(section)
    named = f"{declared.number} {declared.title}"
    return run_on(named, " · ", str(_register(register).title)) if register else named


def _label_of(change: Change) -> str:
    field = declared_for(change)
    return str(field.label) if field else ""


def _register(code: str) -> Register:
    found = find_register(code)
    if found is None:
        raise KeyError(code)
    return found[1]
