"""What in a catalogue breaks a rule for a reason: the lines of translations/exceptions.csv."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from engage.config import ROOT

EXCEPTIONS = ROOT / "translations" / "exceptions.csv"
SAME = "same as English"


@dataclass(frozen=True)
class Fault:
    language: str
    rule: str
    sentence: str
    text: str

    def __str__(self) -> str:
        return f"\n  {self.rule}: “{self.sentence}”\n    {self.text}"


@dataclass(frozen=True)
class Excuse:
    language: str
    rule: str
    sentence: str
    reason: str

    def covers(self, fault: Fault) -> bool:
        asked = (self.language, self.rule, self.sentence)
        return asked == (fault.language, fault.rule, fault.sentence)


def read(path: Path = EXCEPTIONS) -> list[Excuse]:
    with path.open(encoding="utf-8", newline="") as file:
        return [Excuse(**row) for row in csv.DictReader(file)]


def unexcused(faults: Iterable[Fault], excuses: list[Excuse]) -> list[Fault]:
    return [fault for fault in faults if not any(excuse.covers(fault) for excuse in excuses)]


def stale(faults: list[Fault], excuses: list[Excuse], language: str) -> list[Excuse]:
    """The exceptions of a language that no sentence needs."""
    return [
        excuse
        for excuse in excuses
        if excuse.language == language and not any(map(excuse.covers, faults))
    ]
