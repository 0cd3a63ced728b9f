"""Links between rows: what a row is called where another leads to it; which lead nowhere."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from engage.kit.locales import CODES
from engage.kit.values.base import Line
from engage.kit.values.links import Links, keys_of
from engage.plans.document import Json, in_tree_order, living_rows, rows_of
from engage.plans.models import Plan
from engage.plans.outline.plan import find_register
from engage.plans.outline.shape import Field, Register

GONE = _l("A row that is no longer there")

# By the code of a register: its rows as they stand in a document, and the keys of those there are.
RowsOf = Callable[[str], Sequence[Json]]
KeysOf = Callable[[str], Collection[str]]


class Linked:
    """The rows of a plan by what they are called; worked out, once, when a link is met.

    `rows_of` gives the rows of a register as they stand in a document. The language must be
    spoken while names are asked for.
    """

    def __init__(self, rows_of: RowsOf, language: str) -> None:
        self._rows_of, self._language = rows_of, language
        self._names: dict[str, dict[str, Line]] = {}

    @classmethod
    def in_document(cls, document: Json, language: str) -> Linked:
        return cls(lambda register: rows_in(document, register), language)

    @classmethod
    def in_plan(cls, plan: Plan, language: str) -> Linked:
        """As the plan stands now."""
        return cls(lambda register: living_rows(plan.rows).get(register, []), language)

    def names(self, register: str) -> Mapping[str, Line]:
        """The rows of a register in order: key to number and title."""
        if register not in self._names:
            found = find_register(register)
            named = _named(self._rows_of(register), found[1], self._language) if found else ()
            self._names[register] = dict(named)
        return self._names[register]

    def lines(self, kind: Links, value: Any) -> tuple[Line, ...]:
        """Where the links lead, in their order; a sentence for each that leads nowhere."""
        names = self.names(kind.register)
        gone = Line(str(GONE), own=False)
        return tuple(names.get(key, gone) for key in keys_of(value))


def rows_in(document: Json, register: str) -> Sequence[Json]:
    """The rows of a register, wherever in the document it stands."""
    found = find_register(register)
    return rows_of(document, found[0].code, register) if found else ()


def keys_in(document: Json) -> KeysOf:
    """The keys of a register's rows, each register looked up once."""

    @cache
    def keys(register: str) -> frozenset[str]:
        return frozenset(row["key"] for row in rows_in(document, register))

    return keys


def spoken_in(register: Register, values: Mapping[str, Any]) -> str:
    """The language of a row's own words, where the row names one; else it is the plan's."""
    code = values.get(register.spoken_in)
    return code if isinstance(code, str) and code in CODES else ""


def dangling(
    fields: Sequence[Field], values: Mapping[str, Any], there: KeysOf
) -> Iterator[tuple[Field, list[str]]]:
    """The fields with links to rows that are not there, each with the links that do lead on."""
    for field in fields:
        if isinstance(field.kind, Links):
            keys, known = keys_of(values.get(field.code)), there(field.kind.register)
            leading = [key for key in keys if key in known]
            if leading != keys:
                yield field, leading


def without_dangling(
    fields: Sequence[Field], values: Mapping[str, Any], there: KeysOf
) -> dict[str, Any]:
    """The answers less the links that lead nowhere."""
    kept = dict(values)
    for field, leading in dangling(fields, values, there):
        kept[field.code] = leading
        if not leading:
            del kept[field.code]
    return kept


def _named(rows: Sequence[Json], register: Register, language: str) -> Iterator[tuple[str, Line]]:
    for position, (row, _depth) in enumerate(in_tree_order(rows), start=1):
        yield row["key"], _name_of(row, register, language, position)


def _name_of(row: Json, register: Register, language: str, position: int) -> Line:
    field, values = register.field(register.named_by), row["values"]
    title = field.kind.show(values.get(field.code), language)
    number = row.get("number") or (str(position) if register.numbered else "")
    if not title:
        shown = number or str(position)
        return Line(_("%(list)s, row %(number)s", list=register.title, number=shown), own=False)
    named = f"{number} {title[0].text}".lstrip()
    return replace(title[0], text=named, language=spoken_in(register, values))
