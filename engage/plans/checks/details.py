"""What comes from outside: a request to read a plan, and the remark that ends a check."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RequestDetails:
    """Whom to ask, by their ids, and what to look at."""

    people: tuple[int, ...]
    text: str
    language: str


@dataclass(frozen=True, slots=True)
class RemarkDetails:
    text: str
    language: str
