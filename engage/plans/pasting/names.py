"""Rows by what they are called, for columns that name other rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from engage.kit.values.named import plain
from engage.plans.document import Json, in_tree_order
from engage.plans.linked import RowsOf
from engage.plans.outline.plan import find_register

Called = tuple[str, str, str]  # key, number, title


class Names:
    """Rows of the plan, and rows that are being pasted; the latter are meant first.

    `rows_of` gives the rows of a register as they stand in a document.
    """

    def __init__(self, rows_of: RowsOf, language: str) -> None:
        self._rows_of, self._language = rows_of, language
        self._pasted: dict[str, tuple[Called, ...]] = {}
        self._known: dict[str, tuple[Called, ...]] = {}
        self._keys: dict[str, tuple[dict[str, list[str]], ...]] = {}

    def paste(self, register: str, rows: Iterable[Called]) -> None:
        self._pasted[register] = tuple(rows)
        self._keys.pop(register, None)

    def key_of(self, register: str, name: str) -> str:
        """The one row with this number or title; blank where there is none, or more than one."""
        if register not in self._keys:
            both = (self._pasted.get(register, ()), self._in_plan(register))
            self._keys[register] = tuple(map(_by_name, both))
        found = (keys[plain(name)] for keys in self._keys[register] if plain(name) in keys)
        rows = next(found, [])
        return rows[0] if len(rows) == 1 else ""

    def title_of(self, register: str, key: str) -> str:
        rows = (*self._pasted.get(register, ()), *self._in_plan(register))
        return next(
            (f"{number} {title}".strip() for each, number, title in rows if each == key), ""
        )

    def _in_plan(self, register: str) -> tuple[Called, ...]:
        if register not in self._known:
            self._known[register] = tuple(self._called(register, self._rows_of(register)))
        return self._known[register]

    def _called(self, code: str, rows: Sequence[Json]) -> Iterable[Called]:
        found = find_register(code)
        if found is None:
            return
        register = found[1]
        named_by = register.field(register.named_by)
        for position, (row, _depth) in enumerate(in_tree_order(rows), start=1):
            lines = named_by.kind.show(row["values"].get(named_by.code), self._language)
            number = row.get("number") or (str(position) if register.numbered else "")
            yield row["key"], number, lines[0].text if lines else ""


def _by_name(rows: Iterable[Called]) -> dict[str, list[str]]:
    """Number, title, and both as lists show them."""
    named: dict[str, list[str]] = {}
    for key, number, title in rows:
        for name in {plain(number), plain(title), plain(f"{number} {title}")} - {""}:
            named.setdefault(name, []).append(key)
    return named
