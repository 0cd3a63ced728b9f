"""What the address of a calendar asks for: the same on the screen and in its feed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, Protocol
from urllib.parse import urlencode

from engage.calendar.vocabulary import EntryKind
from engage.reference.vocabulary.activities import ActivityType
from engage.reference.vocabulary.groups import Group
from engage.reference.vocabulary.identity import Region

KIND = "kind"
LONGEST = 200  # characters of a value that may name anything
# Filters whose values are codes that never change; the others name rows of tables.
CODES: Mapping[str, frozenset[str]] = {
    "annex": frozenset(Region),
    "group": frozenset(Group),
    "type": frozenset(ActivityType),
    KIND: frozenset(EntryKind),
}


class Arguments(Protocol):
    """The part of an address behind the question mark, as werkzeug reads it."""

    def get(self, key: str) -> str | None: ...

    def getlist(self, key: str) -> Sequence[str]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What is asked for; blank asks for nothing. Without kinds each page shows its own."""

    party: str = ""
    annex: str = ""
    group: str = ""
    journey: str = ""
    type: str = ""
    occasion: str = ""
    kinds: tuple[EntryKind, ...] = ()

    def pairs(self) -> list[tuple[str, str]]:
        """Name and value of each in a fixed order, so that one wish has one address."""
        named = [(name, str(getattr(self, name))) for name in NAMED]
        return [pair for pair in named if pair[1]] + [(KIND, kind.value) for kind in self.kinds]

    def query(self, **more: str | int) -> str:
        further = [(name, str(value)) for name, value in more.items() if value]
        return urlencode([*self.pairs(), *further])

    def shows(self, kind: EntryKind) -> bool:
        """Whether entries of this kind can fit: a day of the Convention belongs to no journey, and
        a stop is nothing but a stop."""
        if self.kinds and kind not in self.kinds:
            return False
        if kind is EntryKind.STOP:
            return not self.group and self.type in ("", ActivityType.CARAVAN)
        if kind is EntryKind.OCCASION:
            return not (self.group or self.journey or self.type)
        return True


NAMED = tuple(field.name for field in fields(Filter) if field.name != "kinds")


def filter_in(asked: Arguments) -> tuple[Filter, tuple[str, ...]]:
    """The filter, and the values in it that nobody knows, which are left out.

    Parties, journeys and occasions are taken as they stand: only the database knows them.
    """
    unknown: list[str] = []
    given: dict[str, Any] = {}
    for name in NAMED:
        value = " ".join((asked.get(name) or "").split())[:LONGEST]
        if value and value not in CODES.get(name, {value}):
            unknown.append(value)
        elif value:
            given[name] = value
    kinds = set(asked.getlist(KIND))
    unknown += sorted(kind[:LONGEST] for kind in kinds - CODES[KIND] if kind)
    return Filter(**given, kinds=tuple(each for each in EntryKind if each in kinds)), tuple(unknown)
