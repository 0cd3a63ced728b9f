"""A list that is filtered and sorted by its address: where its links lead, how its heads read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode


@dataclass(frozen=True, slots=True)
class Heading:
    """The head of a column, which sorts by it; `sorted` as `aria-sort` has it."""

    text: str
    url: str
    sorted: str


@dataclass(frozen=True, slots=True)
class Address:
    """A page with all that is asked of it; blank wishes are left out."""

    path: str
    asked: Mapping[str, str]
    column: str
    descending: bool

    def url(self, **changes: str | int) -> str:
        """The same address, changed in some points."""
        wishes: dict[str, str | int] = {
            **self.asked,
            "sort": self.column,
            "order": "down" if self.descending else "up",
            **changes,
        }
        return f"{self.path}?{urlencode({name: value for name, value in wishes.items() if value})}"

    def heading(self, column: str, label: str, *, begins_down: bool = False) -> Heading:
        """Sorts by the column, or turns its order round where it sorts already."""
        now = column == self.column
        down = not self.descending if now else begins_down
        order = "descending" if self.descending else "ascending"
        url = self.url(sort=column, order="down" if down else "up")
        return Heading(label, url, order if now else "")
