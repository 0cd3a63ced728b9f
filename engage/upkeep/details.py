"""What comes from a form: one frozen record for a row, one for the annexes of a Party."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, kw_only=True, slots=True)
class RowDetails:
    """`facts` are the columns that only this kind of row has."""

    names: Mapping[str, str]
    note: str
    is_active: bool
    facts: Mapping[str, Any]


@dataclass(frozen=True, kw_only=True, slots=True)
class AnnexDetails:
    annexes: tuple[str, ...]
