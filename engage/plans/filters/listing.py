"""A list that is filtered and sorted by its address: what is asked, where its links lead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from engage.plans.filters.details import id_in
from engage.plans.filters.vocabulary import MINE

LONGEST_WORDS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What can be asked of every list; blank is not asked.

    `reviewer` is an id, `MINE` or `NOBODYS`; `reader` is the id that `MINE` stands for.
    """

    annex: str = ""
    language: str = ""
    group: str = ""
    reviewer: str = ""
    reader: int = 0
    words: str = ""
    descending: bool = False
    page: int = 1

    @property
    def reader_asked(self) -> int:
        """The id of the reviewer who is asked for; nought for nobody in particular."""
        return self.reader if self.reviewer == MINE else id_in(self.reviewer)


def asked_in(address: Mapping[str, str], reader: int) -> dict[str, Any]:
    """What an address asks for of every list, when this person reads it; order and page apart."""
    reviewer = address.get("reviewer", "")
    return {
        "annex": address.get("annex", ""),
        "language": address.get("language", ""),
        "group": address.get("group", ""),
        "reviewer": reviewer,
        "reader": reader if reviewer == MINE else 0,
        "words": address.get("words", "")[:LONGEST_WORDS],
    }


@dataclass(frozen=True, slots=True)
class Heading:
    """The head of a column, which sorts by it; `sorted` as `aria-sort` has it."""

    text: str
    url: str = ""
    sorted: str = ""


@dataclass(frozen=True, slots=True)
class Address:
    """A page with all that is asked of it; `state` and `column` are codes of its own."""

    path: str
    asked: Asked
    state: str
    column: str

    @property
    def order(self) -> str:
        return "down" if self.asked.descending else "up"

    def url(self, **changes: str | int) -> str:
        """The same address, changed in some points; blank wishes are left out."""
        wishes: dict[str, str | int] = {
            "state": self.state,
            "annex": self.asked.annex,
            "language": self.asked.language,
            "group": self.asked.group,
            "reviewer": self.asked.reviewer,
            "words": self.asked.words,
            "sort": self.column,
            "order": self.order,
            **changes,
        }
        return f"{self.path}?{urlencode({name: value for name, value in wishes.items() if value})}"

    def heading(self, column: str, label: str, *, begins_down: bool = False) -> Heading:
        """Sorts by the column, or turns its order round where it sorts already."""
        now, down = column == self.column, self.asked.descending
        url = self.url(sort=column, order="down" if (not down if now else begins_down) else "up")
        return Heading(label, url, ("descending" if down else "ascending") if now else "")
