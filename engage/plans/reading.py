"""A plan as it is read: the document put into words, once, for page, print and PDF alike.

Everything chosen from a list comes out in the reader's language; the Party's own words stay as
written (`Line.own`). Templates only print what stands here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _

from engage.kit.locales import force
from engage.kit.values.base import Line
from engage.plans.document import Json, fields_of, rows_of
from engage.plans.outline.plan import SECTIONS
from engage.plans.outline.shape import Field, Register, Section
from engage.plans.vocabulary import Level


@dataclass(frozen=True, slots=True)
class Entry:
    """One field: its label and its lines; without lines nothing was answered."""

    code: str
    label: str
    lines: tuple[Line, ...]
    level: Level
    private: bool = False


def worth_showing(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """What is answered, and what is blank where an answer is needed or would help."""
    return tuple(each for each in entries if each.lines or each.level is not Level.MAY)


@dataclass(frozen=True, slots=True)
class ReadRow:
    """One row of a register; `depth` counts the rows it stands below."""

    key: str
    number: str
    title: str
    entries: tuple[Entry, ...]
    title_is_own: bool
    depth: int = 0

    def entry(self, code: str) -> Entry | None:
        return next((each for each in self.entries if each.code == code), None)

    @property
    def shown(self) -> tuple[Entry, ...]:
        return worth_showing(self.entries)


@dataclass(frozen=True, slots=True)
class ReadRegister:
    code: str
    title: str
    empty: str
    rows: tuple[ReadRow, ...]
    columns: tuple[tuple[str, str], ...]
    nested: bool = False

    def lacks(self, entry: Entry) -> bool:
        """Whether a blank says that an answer is needed; rows that nest may leave it to others."""
        return not (self.nested or entry.lines) and entry.level is Level.MUST


@dataclass(frozen=True, slots=True)
class ReadSection:
    code: str
    number: int
    title: str
    entries: tuple[Entry, ...]
    registers: tuple[ReadRegister, ...]

    @property
    def shown(self) -> tuple[Entry, ...]:
        return worth_showing(self.entries)


def read_plan(document: Json, language: str) -> tuple[ReadSection, ...]:
    """All sections of a document in one language."""
    with force(language):
        return tuple(read_section(document, section, language) for section in SECTIONS)


def read_section(document: Json, section: Section, language: str) -> ReadSection:
    """One section; labels are in the language spoken now, which must be `language`."""
    values = fields_of(document, section.code)
    registers = tuple(
        _read_register(rows_of(document, section.code, each.code), each, language)
        for each in section.registers
    )
    return ReadSection(
        code=section.code,
        number=section.number,
        title=str(section.title),
        entries=read_fields(section.fields, values, language),
        registers=registers,
    )


def read_fields(
    fields: Sequence[Field], values: Mapping[str, Any], language: str
) -> tuple[Entry, ...]:
    return tuple(
        Entry(
            code=field.code,
            label=str(field.label),
            lines=lines_of(field, values.get(field.code), language),
            level=field.level if field.needed(values) else Level.MAY,
            private=field.private,
        )
        for field in fields
    )


def lines_of(field: Field, value: Any, language: str) -> tuple[Line, ...]:
    return field.kind.show(value, language)


def _read_register(rows: Sequence[Json], register: Register, language: str) -> ReadRegister:
    shown = tuple(
        read_row(row, register, language, position=position, depth=depth)
        for position, (row, depth) in enumerate(in_tree_order(rows), start=1)
    )
    labels = {field.code: str(field.label) for field in register.fields}
    return ReadRegister(
        code=register.code,
        title=str(register.title),
        empty=str(register.empty),
        rows=shown,
        columns=tuple((code, labels[code]) for code in (register.named_by, *register.summary)),
        nested=register.nested,
    )


def read_row(
    row: Json, register: Register, language: str, *, position: int, depth: int = 0
) -> ReadRow:
    name = lines_of(
        register.field(register.named_by), row["values"].get(register.named_by), language
    )
    return ReadRow(
        key=row["key"],
        number=row.get("number") or (str(position) if register.numbered else ""),
        title=name[0].text if name else _("Without a name yet"),
        entries=read_fields(register.fields, row["values"], language),
        title_is_own=bool(name and name[0].own),
        depth=depth,
    )


def in_tree_order(rows: Sequence[Json]) -> list[tuple[Json, int]]:
    """Rows with their depth, each below its parent, else in the author's order.

    A row whose parent is gone, or that stands below itself, is shown at the top.
    """
    children: dict[str, list[Json]] = {}
    keys = {row["key"] for row in rows}
    for row in rows:
        parent = row.get("parent", "")
        children.setdefault(parent if parent in keys else "", []).append(row)
    ordered: list[tuple[Json, int]] = []
    placed: set[str] = set()

    def place(row: Json, depth: int) -> None:
        if row["key"] in placed:
            return
        placed.add(row["key"])
        ordered.append((row, depth))
        for child in children.get(row["key"], []):
            place(child, depth + 1)

    for row in children.get("", []):
        place(row, 0)
    for row in rows:
        place(row, 0)
    return ordered
