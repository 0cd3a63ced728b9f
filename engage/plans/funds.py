"""What a plan costs, added up only where adding is honest: pure.

Amounts are added within one currency and one list (budget lines, or costs of activities). The two
lists may speak of the same money, so they stand side by side. What is not known is counted, never
taken for nought.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from engage.kit.values.number import Certainty
from engage.plans.document import Json, rows_of
from engage.reference.vocabulary.activities import Funded

SECURED = frozenset({Funded.FUNDED, Funded.IN_KIND})


@dataclass(slots=True)
class Sum:
    """The amounts of one currency; `unsure` where it is not said how much of a line is secured."""

    currency: str
    needed: Decimal = Decimal(0)
    secured: Decimal = Decimal(0)
    about: bool = False
    at_least: bool = False
    unsure: bool = False

    @property
    def gap(self) -> Decimal:
        return self.needed - self.secured

    def add(self, money: Mapping[str, Any], funded: Any) -> None:
        amount = Decimal(money["amount"]) * int(money.get("unit", 1))
        certainty = money.get("certainty")
        self.needed += amount
        self.about = self.about or certainty == Certainty.ABOUT
        self.at_least = self.at_least or certainty == Certainty.AT_LEAST
        if funded in SECURED:
            self.secured += amount
        elif funded != Funded.NOT_FUNDED:
            self.unsure = True


@dataclass(frozen=True, slots=True)
class Funds:
    """Sums by currency of the two lists, and how many of each have no known amount."""

    lines: tuple[Sum, ...]
    costs: tuple[Sum, ...]
    lines_unknown: int
    costs_unknown: int


def funds_of(document: Json) -> Funds:
    budget = [row["values"] for row in rows_of(document, "resources", "budget")]
    activities = [row["values"] for row in rows_of(document, "activities", "activities")]
    lines, lines_unknown = _sums((each.get("amount"), each.get("funded")) for each in budget)
    costs, costs_unknown = _sums((each.get("cost"), each.get("funded")) for each in activities)
    return Funds(lines, costs, lines_unknown, costs_unknown)


def _sums(amounts: Iterable[tuple[Any, Any]]) -> tuple[tuple[Sum, ...], int]:
    sums: dict[str, Sum] = {}
    unknown = 0
    for money, funded in amounts:
        if isinstance(money, dict) and money.get("answer") == "none":
            continue
        if not isinstance(money, dict) or "amount" not in money:
            unknown += 1
            continue
        currency = money["currency"]
        sums.setdefault(currency, Sum(currency)).add(money, funded)
    return tuple(sums[currency] for currency in sorted(sums)), unknown
