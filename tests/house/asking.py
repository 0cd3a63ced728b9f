"""Who asks for which address: nobody, each role of the Party that the things belong to, each of
another Party, and the secretariat.

The words of an address are known by the step before them: `plans/<ref>` apart from
`sections/<code>`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from werkzeug.routing import AnyConverter, Rule

from engage.accounts.permissions import PARTY_ROLES, Role
from engage.plans.models import Plan

ARGUMENT = re.compile(r"<(?:[^:>]*:)?(\w+)>")


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody at the door; `role` is None for who is not signed in."""

    role: Role | None = None
    is_abroad: bool = False  # of another Party than the one that the things belong to

    def __str__(self) -> str:
        whose = " of another Party" if self.is_abroad else ""
        return f"{self.role}{whose}" if self.role else "nobody"

    @property
    def is_of_the_secretariat(self) -> bool:
        return self.role is not None and self.role not in PARTY_ROLES


NOBODY = Reader()
READERS = (
    NOBODY,
    *(Reader(role) for role in Role),
    *(Reader(role, is_abroad=True) for role in Role if role in PARTY_ROLES),
)


@dataclass(frozen=True, slots=True)
class Asking:
    """Who asks, for which plan, and whether that plan, or a thing of one's own, is there at all.

    Where it is not, the things of somebody else are named.
    """

    reader: Reader
    plan: Plan
    is_shown: bool = True

    @property
    def owner(self) -> Reader:
        """Whose letters and comments are named."""
        writer = Reader(Role.FOCAL_POINT)
        return self.reader if self.is_shown and self.reader.role is not None else writer


@dataclass(frozen=True, slots=True)
class Asked:
    """The rule whose address is asked for, and by whom."""

    rule: Rule
    asking: Asking

    @property
    def step(self) -> str:
        return self.rule.rule.rpartition("/")[2]


def keys_of(rule: Rule) -> Iterator[tuple[str, str]]:
    """The arguments that name things, each with the step of the path before it."""
    before = ""
    for step in rule.rule.split("/"):
        bare = ARGUMENT.sub(r"<\1>", step)
        for name in ARGUMENT.findall(step):
            if not isinstance(rule._converters[name], AnyConverter):
                yield name, f"{before}/<{name}>"
        before = bare


def words_of(rule: Rule) -> dict[str, Sequence[str]]:
    """The arguments that are one of a few words, with the words."""
    few = {name: each for name, each in rule._converters.items() if isinstance(each, AnyConverter)}
    return {name: ONLY.get((rule.endpoint, name), sorted(each.items)) for name, each in few.items()}


# Where not every word goes with what stands beside it: one guide has no parts.
ONLY: Mapping[tuple[str, str], Sequence[str]] = {
    ("guides.part", "kind"): ["focal-point"],
    ("filters.remove", "page"): ["queue"],
}
