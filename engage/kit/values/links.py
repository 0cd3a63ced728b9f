"""Links to rows of a register of the same plan, by their keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from engage.kit.values.base import Json, Kind, Line, Problem, Taken, listed
from engage.kit.values.given import Given
from engage.kit.values.shape import ROW_KEY, Schema, misfits


@dataclass(frozen=True)
class Links(Kind):
    """Keys of rows, in the author's order; with `one`, at most one.

    The kind itself knows no rows: any well-formed key will do, and what a row is called, and
    whether there is such a row, is known only to the plan.
    """

    name: ClassVar[str] = "links"
    repeated: ClassVar[frozenset[str]] = frozenset({""})
    register: str
    one: bool = False

    def keep_order(self, value: Json, former: Json) -> Json:
        """Boxes to tick are sent in the order of the page: what was there keeps its place."""
        if not (isinstance(value, list) and isinstance(former, list)):
            return value
        kept = [key for key in former if key in value]
        return kept + [key for key in value if key not in kept]

    def _parts(self) -> tuple[str, ...]:
        return ("",)

    def _read(self, given: Given) -> Taken:
        keys: list[Json] = list(dict.fromkeys(given.every("")))
        found = misfits(keys, self._shape()) if keys else ()
        return Taken(keys or None, tuple(Problem("shape", each.sentence) for each in found))

    def _write(self, value: Json) -> dict[str, list[str]]:
        return {"": keys_of(value)}

    def _shape(self) -> Schema:
        item = {"type": "string", "pattern": ROW_KEY}
        most = {"maxItems": 1} if self.one else {}
        return {"type": "array", "items": item, "minItems": 1, "uniqueItems": True, **most}

    def _lines(self, value: Json, _language: str) -> Sequence[Line]:
        return [Line(key, own=True) for key in keys_of(value)]


def keys_of(value: Json) -> list[str]:
    """The keys that a value links to; none where it is blank, another answer or kept text."""
    return [str(key) for key in listed(value)]
