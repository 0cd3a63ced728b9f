"""A page of a longer list: which of its lines stand on it, and whether more follow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """`lines` of `total`; pages are counted from 1 and hold `size` lines, or all on page 0."""

    lines: tuple[T, ...]
    total: int
    page: int
    size: int

    @property
    def first(self) -> int:
        return (self.page - 1) * self.size + 1 if self.page else 1

    @property
    def last(self) -> int:
        return self.first + len(self.lines) - 1

    @property
    def has_more(self) -> bool:
        return self.last < self.total
