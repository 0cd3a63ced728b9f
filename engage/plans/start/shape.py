"""What a start page is made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engage.kit.pieces import Cell


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits: a link that begins with a verb, why, and since when.

    `level` makes of the end a tag; without an address nothing is linked.
    """

    url: str
    text: Cell
    sentence: Cell
    end: str = ""
    level: str = ""


@dataclass(frozen=True, slots=True)
class Waits:
    """A list of things that wait, and what is said where there is none."""

    title: str
    entries: Sequence[Waiting]
    nothing: str
