"""What comes from outside: to whom a plan was given, and which paper is meant."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from engage.plans.numbers import paper_number
from engage.plans.vocabulary import Paper


@dataclass(frozen=True, slots=True)
class ClearanceDetails:
    with_whom: str
    given_on: dt.date
    back_on: dt.date | None
    note: str
    language: str


@dataclass(frozen=True, slots=True)
class PaperAt:
    """One paper of a plan: its kind, and the version and round of which it speaks."""

    paper: Paper
    version: int
    round: int

    @property
    def key(self) -> str:
        """How a form names it: `clearance-2.1`."""
        return f"{self.paper.value}-{self.version}.{self.round}"

    def number(self, ref: str) -> str:
        return paper_number(ref, self.paper, self.version, self.round)
