"""What advice is measured by: the thresholds and the occasions in use, as one frozen value.

The numbers that stand here are defaults of ours, no norms of the Convention; an administrator
changes them, or takes one out of use, and then nothing is said of it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any


@dataclass(frozen=True, slots=True)
class KnownOccasion:
    """A day of every year (month and day), or a span of time (starts and ends).

    `names` are those of its row, by language, as JSON: they are read only when one is asked for.
    """

    code: str
    kind: str
    month: int | None = None
    day: int | None = None
    starts: str | None = None
    ends: str | None = None
    names: str = "{}"

    def name(self, language: str) -> str:
        names = self.all_names()
        return names.get(language) or names.get("en", self.code)

    def all_names(self) -> dict[str, str]:
        names: dict[str, str] = json.loads(self.names)
        return names


@dataclass(frozen=True, slots=True)
class Norms:
    """Each number under the code of its threshold; None where it is out of use."""

    women_share: int | None = 30
    consent_information: int | None = 30
    parliament_invitation: int | None = 21
    plan_period: int | None = 48
    session_length: int | None = 4
    late_start: int | None = 17
    occasion_days: int | None = 3
    season_span: int | None = 3
    occasions: tuple[KnownOccasion, ...] = ()

    @classmethod
    def of(
        cls, thresholds: Mapping[str, int | None], occasions: tuple[KnownOccasion, ...]
    ) -> Norms:
        """The defaults, with the thresholds that are known by their codes."""
        codes = {field.name for field in fields(cls)} - {"occasions"}
        known: dict[str, Any] = {code: thresholds[code] for code in codes & thresholds.keys()}
        return cls(**known, occasions=occasions)

    def occasion(self, code: str) -> KnownOccasion | None:
        return next((each for each in self.occasions if each.code == code), None)
