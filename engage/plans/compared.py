"""A comparison in words, in the language spoken now: of each answer, what it was and what it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_pgettext as _lp

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
LONG = 75  # characters; longer words of a Party are compared word by word
MOST = 1500  # words; the time that a comparison takes grows with their square
# With the space behind it; where words are not set apart, as in Chinese, each character is one.
_WORD = re.compile(r"(?:[\u2e80-\uffef]|[^\s\u2e80-\uffef]+)\s*|\s+")

Pieces = tuple[tuple[str, str], ...]


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
    def pieces(self) -> Pieces:
        match self.was, self.now:
            case [Line(own=True) as was], [Line(own=True) as now]:
                return old_and_new(was.text, now.text)
        return ()


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row that differs, and what happened to it; nothing is said where only answers differ."""

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
    title: str
    rows: tuple[ReadRow, ...]


@dataclass(frozen=True, slots=True)
class ReadSection:
    number: int
    title: str
    changes: tuple[ReadChange, ...]
    registers: tuple[ReadRegister, ...]


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
            number=declared.number,
            title=str(declared.title),
            changes=tuple(self._answer(each) for each in changes if not each.register),
            registers=tuple(self._register(code, list(found)) for code, found in rows),
        )

    def _register(self, code: str, changes: list[Change]) -> ReadRegister:
        by_row = groupby(changes, key=lambda each: each.key)
        rows = tuple(self._row(list(found)) for _key, found in by_row)
        return ReadRegister(str(_register(code).title), rows)

    def _row(self, changes: list[Change]) -> ReadRow:
        first = changes[0]
        return ReadRow(
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


def old_and_new(was: str, now: str) -> Pieces:
    """A text with what was taken out of it and what came in, word by word.

    Nothing where it is short enough to be seen at once, or too long to be compared in time.
    """
    old, new = _WORD.findall(was), _WORD.findall(now)
    if max(len(was), len(now)) <= LONG or max(len(old), len(new)) > MOST:
        return ()
    pieces: list[tuple[str, str]] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(("same", "".join(old[i1:i2])))
            continue
        pieces += [("old", "".join(old[i1:i2])), ("new", "".join(new[j1:j2]))]
    return tuple(each for each in pieces if each[1])


def _label_of(change: Change) -> str:
    field = declared_for(change)
    return str(field.label) if field else ""


def _register(code: str) -> Register:
    found = find_register(code)
    if found is None:
        raise KeyError(code)
    return found[1]
