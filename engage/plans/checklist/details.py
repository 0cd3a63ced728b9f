"""What a reviewer answered to one item, as typed."""

from __future__ import annotations

from dataclasses import dataclass

from engage.plans.checklist.vocabulary import Verdict


@dataclass(frozen=True, slots=True)
class ItemDetails:
    """`verdict` is None while nothing is chosen; a note may stand alone."""

    verdict: Verdict | None
    note: str
    language: str

    @property
    def said(self) -> tuple[str, str]:
        return (self.verdict.value if self.verdict else "", self.note)
