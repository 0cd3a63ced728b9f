"""A plan as it is read: the document put into words, once, for page, print and PDF alike.

Everything chosen from a list comes out in the reader's language; the Party's own words stay as
written (`Line.own`), and a link is shown by the row it leads to. Templates only print what stands
here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from flask_babel import gettext as _

from engage.kit.locales import force
from engage.kit.values.base import Line
from engage.kit.values.links import Links
from engage.plans.document import Json, fields_of, in_tree_order, own_language, rows_of
from engage.plans.linked import Linked, spoken_in
from engage.plans.outline.asked import depth_of, is_asked, is_list_asked, level_in
from engage.plans.outline.plan import SECTIONS
from engage.plans.outline.shape import Field, Register, Section
from engage.plans.vocabulary import Level
from engage.reference.vocabulary.identity import Depth


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
    title_language: str = ""

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
    asked: bool = True

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

    @property
    def lists(self) -> tuple[ReadRegister, ...]:
        """Those that have rows, and those for which the plan asks at its depth."""
        return tuple(each for each in self.registers if each.asked)


def read_plan(document: Json, language: str) -> tuple[ReadSection, ...]:
    """All sections of a document in one language."""
    with force(language):
        linked = Linked.in_document(document, language)
        return tuple(_read_section(document, each, language, linked) for each in SECTIONS)


def read_section(document: Json, section: Section, language: str) -> ReadSection:
    """One section; labels are in the language spoken now, which must be `language`."""
    return _read_section(document, section, language, Linked.in_document(document, language))


def _read_section(document: Json, section: Section, language: str, linked: Linked) -> ReadSection:
    values, written_in = fields_of(document, section.code), own_language(document)
    depth = depth_of(fields_of(document, "identity"))
    registers = tuple(
        _read_register(
            rows_of(document, section.code, each.code), each, language, linked, written_in, depth
        )
        for each in section.registers
    )
    return ReadSection(
        code=section.code,
        number=section.number,
        title=str(section.title),
        entries=read_fields(section.fields, values, language, linked, depth=depth),
        registers=registers,
    )


def read_fields(
    fields: Sequence[Field],
    values: Mapping[str, Any],
    language: str,
    linked: Linked,
    spoken: str = "",
    written_in: str = "",
    depth: Depth = Depth.FULL,
) -> tuple[Entry, ...]:
    """`spoken` is the language of own words among the answers, where it is not the plan's, which
    is `written_in`: without it no standard words stand for an answer that was left blank. Nothing
    is needed that a plan does not ask for at its `depth`."""
    return tuple(
        Entry(
            code=field.code,
            label=str(field.label),
            lines=lines_of(field, values.get(field.code), language, linked, spoken)
            or _standard_lines(field, values, written_in),
            level=_level_of(field, values, depth),
            private=field.private,
        )
        for field in fields
    )


def _level_of(field: Field, values: Mapping[str, Any], depth: Depth) -> Level:
    needed = field.needed(values) and is_asked(field, depth, values)
    return level_in(field, depth) if needed else Level.MAY


def lines_of(
    field: Field, value: Any, language: str, linked: Linked, spoken: str = ""
) -> tuple[Line, ...]:
    """An answer as it is read; links by the rows they lead to, which speak for themselves.

    `spoken` is the language of the row, where it is not the plan's; words that name their own
    language keep it.
    """
    if isinstance(field.kind, Links) and isinstance(value, list):
        return linked.lines(field.kind, value)
    lines = field.kind.show(value, language)
    if not spoken:
        return lines
    return tuple(
        replace(line, language=spoken) if line.own and not line.language else line for line in lines
    )


def _standard_lines(field: Field, values: Mapping[str, Any], language: str) -> tuple[Line, ...]:
    """What the plan says where its Party wrote nothing, in its language, and that it is so."""
    words = field.standard(values) if field.standard is not None and language else None
    if words is None:
        return ()
    with force(language):
        text = str(words)
    return Line(text, own=True), Line(_("In the standard words of this level."), own=False)


def _read_register(
    rows: Sequence[Json],
    register: Register,
    language: str,
    linked: Linked,
    written_in: str,
    depth: Depth,
) -> ReadRegister:
    shown = tuple(
        read_row(
            row,
            register,
            language,
            linked,
            position=position,
            depth=below,
            written_in=written_in,
            plan_depth=depth,
        )
        for position, (row, below) in enumerate(in_tree_order(rows), start=1)
    )
    labels = {field.code: str(field.label) for field in register.fields}
    return ReadRegister(
        code=register.code,
        title=str(register.title),
        empty=str(register.empty),
        rows=shown,
        columns=tuple((code, labels[code]) for code in (register.named_by, *register.summary)),
        nested=register.nested,
        asked=is_list_asked(register, depth, filled=bool(rows)),
    )


def read_row(
    row: Json,
    register: Register,
    language: str,
    linked: Linked,
    *,
    position: int,
    depth: int = 0,
    written_in: str = "",
    plan_depth: Depth = Depth.FULL,
) -> ReadRow:
    values = row["values"]
    named_by, spoken = register.field(register.named_by), spoken_in(register, values)
    name = lines_of(named_by, values.get(named_by.code), language, linked, spoken)
    return ReadRow(
        key=row["key"],
        number=row.get("number") or (str(position) if register.numbered else ""),
        title=name[0].text if name else _("Without a name yet"),
        entries=read_fields(
            register.fields, values, language, linked, spoken, written_in, plan_depth
        ),
        title_is_own=bool(name and name[0].own),
        depth=depth,
        title_language=name[0].language if name else "",
    )
