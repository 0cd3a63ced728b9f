"""What the rows of a sheet become: values as a form would take them, and what to look at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from flask_babel import lazy_gettext as _l

from engage.kit.values.base import Json, Kind, Line, Problem
from engage.kit.values.cells import Cell, Habits, pieces_of, read_cell, take_cells
from engage.kit.values.clean import lines_of, short, tidy
from engage.kit.values.links import Links, keys_of
from engage.kit.values.named import currency_of
from engage.plans.completeness import register_findings
from engage.plans.document import NUMBER_MAX
from engage.plans.document import Json as Document
from engage.plans.incoming import RING, ROW_NUMBER
from engage.plans.outline.plan import find_register
from engage.plans.outline.shape import Field, Register
from engage.plans.pasting.columns import NUMBER, PARENT, Target, targets_of
from engage.plans.pasting.names import Names
from engage.plans.pasting.sheets import Sheet
from engage.plans.vocabulary import Level
from engage.reference.vocabulary.identity import Depth

Texts = Mapping[str, str]  # what a row holds, by the target of its columns, in their order


@dataclass(frozen=True, slots=True)
class Became:
    """One answer: its text in the sheet, and what that became."""

    target: Target
    pasted: str
    lines: tuple[Line, ...]
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()

    @property
    def is_same(self) -> bool:
        """Taken word for word, so that it need not be shown twice."""
        shown = "\n".join(line.text for line in self.lines)
        return not (self.problems or self.warnings) and lines_of(shown) == lines_of(self.pasted)


@dataclass(frozen=True, slots=True)
class Row:
    """`place` is its number in the sheet, `number` the author's own, `parent` a key."""

    place: int
    key: str
    number: str = ""
    parent: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    became: tuple[Became, ...] = ()

    @property
    def is_blank(self) -> bool:
        """Nothing of it is in a column that is taken."""
        return not (self.values or self.number)

    @property
    def problems(self) -> tuple[Problem, ...]:
        return tuple(problem for each in self.became for problem in each.problems)


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the rows of a sheet into a register. `names` tell which rows are meant by a name; the
    keys of the new rows begin with `batch`."""

    register: Register
    names: Names
    habits: Habits
    language: str
    batch: str

    def rows(self, sheet: Sheet) -> tuple[Row, ...]:
        texts = [(place, _texts(sheet, cells)) for place, cells in sheet.lines]
        keyed = [(f"{self.batch}-{count}", *each) for count, each in enumerate(texts, 1)]
        named_by = self.register.named_by
        called = ((key, each.get(NUMBER, ""), each.get(named_by, "")) for key, _p, each in keyed)
        self.names.paste(self.register.code, called)
        habits = {each.match.target: each.match.habits for each in sheet.columns}
        by_id = {each.id: each for each in targets_of(self.register)}
        rows = [
            self._row(key, place, each, [by_id[target] for target in each], habits)
            for key, place, each in keyed
        ]
        return _without_rings(rows)

    def _row(
        self,
        key: str,
        place: int,
        texts: Texts,
        targets: Sequence[Target],
        habits: Mapping[str, Habits],
    ) -> Row:
        asked = {each.field.code: each.field for each in targets if each.field}
        answers = {
            code: self._answer([e for e in targets if e.field is each], each, texts, habits)
            for code, each in asked.items()
        }
        number, parent = self._number(texts), self._parent(texts)
        placed = [each for each in (number, parent) if each]
        return Row(
            place=place,
            key=key,
            number=number.lines[0].text if number and number.lines else "",
            parent=self.names.key_of(self.register.code, texts[PARENT]) if parent else "",
            values={code: value for code, (value, _b) in answers.items() if value is not None},
            became=(*placed, *(became for _value, became in answers.values())),
        )

    def _answer(
        self,
        targets: Sequence[Target],
        asked: Field,
        texts: Texts,
        habits: Mapping[str, Habits],
    ) -> tuple[Json, Became]:
        kind = asked.kind
        cells = [
            self._linked(kind, texts[each.id])
            if isinstance(kind, Links)
            else read_cell(kind, texts[each.id], self._habits(each, texts, habits), each.part)
            for each in targets
        ]
        taken = take_cells(kind, cells)
        target = targets[0] if len(targets) == 1 else Target(asked.code, asked)
        # How an amount was read is seen beside it: a doubt about it would only say it again.
        warnings = tuple(each for each in taken.warnings if each.code != "read_as")
        pasted = "\n".join(texts[each.id] for each in targets)
        lines = self._lines(kind, taken.value)
        return taken.value, Became(target, pasted, lines, taken.problems, warnings)

    def _habits(self, target: Target, texts: Texts, of_columns: Mapping[str, Habits]) -> Habits:
        """What the row says in a column of its own goes before the heading, and that before all."""
        told = of_columns.get(target.id, Habits())
        beside = currency_of(texts.get(f"{target.id}-currency", ""))
        return replace(
            self.habits, currency=beside or told.currency or self.habits.currency, unit=told.unit
        )

    def _lines(self, kind: Kind, value: Json) -> tuple[Line, ...]:
        if isinstance(kind, Links) and isinstance(value, list):
            titles = (self.names.title_of(kind.register, key) for key in keys_of(value))
            return tuple(Line(title, own=True) for title in titles)
        return kind.show(value, self.language)

    def _linked(self, kind: Links, text: str) -> Cell:
        """Rows by number or title: one, or several parted as in a list."""
        whole = self.names.key_of(kind.register, text)
        names = [text] if whole or kind.one else pieces_of(text)
        if not whole and len(names) == 1 and not self.names.key_of(kind.register, names[0]):
            parted = [tidy(each) for each in text.split(",")]
            names = parted if all(self._known(kind, each) for each in parted) else names
        found = [self.names.key_of(kind.register, name) or name for name in names]
        strangers = tuple(name for name in names if not self._known(kind, name))
        problems = (_no_such_row("; ".join(strangers), kind.register),) if strangers else ()
        return Cell({"": found}, problems)

    def _known(self, kind: Links, name: str) -> bool:
        return bool(self.names.key_of(kind.register, name))

    def _number(self, texts: Texts) -> Became | None:
        text = " ".join(lines_of(texts.get(NUMBER, "")))
        if not text:
            return None
        if len(text) > NUMBER_MAX:
            return Became(Target(NUMBER), text, (), (Problem("too_long", ROW_NUMBER),))
        return Became(Target(NUMBER), texts[NUMBER], (Line(text, own=True),))

    def _parent(self, texts: Texts) -> Became | None:
        text = texts.get(PARENT, "")
        if not text:
            return None
        code, target = self.register.code, Target(PARENT)
        key = self.names.key_of(code, text)
        if not key:
            return Became(target, text, (), (_no_such_row(text, code),))
        return Became(target, text, (Line(self.names.title_of(code, key), own=True),))


def left_open(
    rows: Sequence[Row], register: Register, there: Sequence[Document] = ()
) -> list[tuple[Field, int]]:
    """Which musts the rows will leave open, and in how many rows; those above may be `there`."""
    found = find_register(register.code)
    documents = [*there, *map(_as_document, rows)]
    open_ = register_findings(documents, found[0].code if found else "", register, Depth.SIMPLE)
    keys = {row.key for row in rows}
    times = Counter(each.field for each in open_ if each.level is Level.MUST and each.key in keys)
    return [(each, times[each.code]) for each in register.fields if times[each.code]]


def _as_document(row: Row) -> Document:
    parent = {"parent": row.parent} if row.parent else {}
    return {"key": row.key, "values": dict(row.values), **parent}


def _texts(sheet: Sheet, cells: Sequence[str]) -> Texts:
    """Cells by target; columns that hold the same answer are joined as lines."""
    texts: dict[str, list[str]] = {}
    for column, text in zip(sheet.columns, cells, strict=False):
        if column.match.target and text:
            texts.setdefault(column.match.target, []).append(text)
    return {target: "\n".join(each) for target, each in texts.items()}


def _no_such_row(name: str, register: str) -> Problem:
    found = find_register(register)
    sentence = _l(
        "“%(name)s” is not the number or the title of one row in the list “%(list)s”.",
        name=short(name),
        list=found[1].title if found else register,
    )
    return Problem("no_row", sentence)


def _without_rings(rows: list[Row]) -> tuple[Row, ...]:
    """A row that would stand below itself stands at the top, and says so."""
    above = {row.key: row.parent for row in rows}
    return tuple(_at_the_top(row) if _is_in_ring(row.key, above) else row for row in rows)


def _is_in_ring(key: str, above: Mapping[str, str]) -> bool:
    seen, here = set[str](), above.get(key, "")
    while here and here not in seen:
        if here == key:
            return True
        seen.add(here)
        here = above.get(here, "")
    return False


def _at_the_top(row: Row) -> Row:
    became = tuple(
        replace(each, lines=(), problems=(Problem("ring", RING),))
        if each.target.id == PARENT
        else each
        for each in row.became
    )
    return replace(row, parent="", became=became)
