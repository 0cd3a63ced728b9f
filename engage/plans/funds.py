"""What a plan costs and who pays, added up only where adding is honest: pure.

Amounts are added within one currency, one list (budget lines, sources of funds, or costs of
activities) and, in the budget, one stage of the figures. The lists may speak of the same money, so
they stand side by side. What is not known is counted, never taken for nought.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import Any

from engage.kit.values.links import keys_of
from engage.kit.values.number import Certainty
from engage.plans.document import Json, rows_of
from engage.reference.vocabulary.activities import Funded

SECURED = frozenset({Funded.FUNDED, Funded.IN_KIND})


class List(StrEnum):
    """Where an amount stands."""

    LINES = "lines"
    SOURCES = "sources"
    COSTS = "costs"


@dataclass(frozen=True, slots=True)
class Amount:
    """A known amount of one row, and how much of it is surely secured.

    `unsure` where more may be secured than is said.
    """

    list: List
    currency: str
    amount: Decimal
    certainty: str
    stage: str
    source: str
    state: str
    secured: Decimal
    unsure: bool


@dataclass(slots=True)
class Sum:
    """The amounts of one currency and stage; `unsure` where it is not said how much is secured."""

    currency: str
    stage: str = ""
    needed: Decimal = Decimal(0)
    secured: Decimal = Decimal(0)
    about: bool = False
    at_least: bool = False
    unsure: bool = False

    @property
    def gap(self) -> Decimal:
        return self.needed - self.secured

    def add(self, amount: Amount) -> None:
        self.needed += amount.amount
        self.about = self.about or amount.certainty == Certainty.ABOUT
        self.at_least = self.at_least or amount.certainty == Certainty.AT_LEAST
        self.secured += amount.secured
        self.unsure = self.unsure or amount.unsure


@dataclass(frozen=True, slots=True)
class Funds:
    """The amounts row by row, sums of the two lists that have a gap, and what is not known."""

    lines: tuple[Sum, ...]
    costs: tuple[Sum, ...]
    lines_unknown: int
    costs_unknown: int
    sources_unknown: int
    amounts: tuple[Amount, ...]


def funds_of(document: Json) -> Funds:
    givers = [row["values"] for row in rows_of(document, "resources", "funding")]
    budget = rows_of(document, "resources", "budget")
    activities = [row["values"] for row in rows_of(document, "activities", "activities")]
    lines = [_line(row, givers) for row in budget if not _is_none(row["values"].get("amount"))]
    costs = [
        _amount(List.COSTS, each.get("cost"), each, each.get("funded"))
        for each in activities
        if not _is_none(each.get("cost"))
    ]
    sources = [
        _amount(List.SOURCES, each.get("amount"), each, each.get("secured")) for each in givers
    ]
    return Funds(
        lines=_sums(lines),
        costs=_sums(costs),
        lines_unknown=lines.count(None),
        costs_unknown=costs.count(None),
        sources_unknown=sources.count(None),
        amounts=tuple(each for each in (*lines, *sources, *costs) if each),
    )


def _is_none(money: Any) -> bool:
    """Whether it is said that nothing is needed."""
    return isinstance(money, dict) and money.get("answer") == "none"


def _amount(where: List, money: Any, values: Json, state: Any) -> Amount | None:
    if not isinstance(money, dict) or "amount" not in money:
        return None
    amount = Decimal(money["amount"]) * int(money.get("unit", 1))
    return Amount(
        list=where,
        currency=money["currency"],
        amount=amount,
        certainty=money.get("certainty", ""),
        stage=_code(values.get("stage")),
        source=_code(values.get("source")) or money.get("source", ""),
        state=_code(state),
        secured=amount if _code(state) in SECURED else Decimal(0),
        unsure=_code(state) not in {*SECURED, Funded.NOT_FUNDED},
    )


def _code(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _line(row: Json, givers: Sequence[Json]) -> Amount | None:
    """A budget line; where it does not say that it is secured, its sources do.

    They never secure more of it than it needs, since the rest closes no gap elsewhere.
    """
    values = row["values"]
    line = _amount(List.LINES, values.get("amount"), values, values.get("funded"))
    its = [each for each in givers if row["key"] in keys_of(each.get("budget_line"))]
    if line is None or not its or line.state in SECURED:
        return line
    given = [_amount(List.SOURCES, each.get("amount"), each, each.get("secured")) for each in its]
    fitting = [each for each in given if each and each.currency == line.currency]
    secured = sum((each.secured for each in fitting), Decimal(0))
    unsure = len(fitting) < len(its) or any(each.unsure for each in fitting)
    return replace(line, secured=min(secured, line.amount), unsure=unsure)


def _sums(amounts: Iterable[Amount | None]) -> tuple[Sum, ...]:
    sums: dict[tuple[str, str], Sum] = {}
    for each in amounts:
        if each is not None:
            key = (each.currency, each.stage)
            sums.setdefault(key, Sum(*key)).add(each)
    return tuple(sums[key] for key in sorted(sums))


def shares(amounts: Iterable[Amount]) -> Iterator[tuple[Amount, Sum]]:
    """Amounts of one currency, list, stage, source and state, each with its sum."""
    found: dict[tuple[str, ...], tuple[Amount, Sum]] = {}
    for each in amounts:
        key = (each.currency, each.list, each.stage, each.source, each.state)
        found.setdefault(key, (each, Sum(each.currency, each.stage)))[1].add(each)
    yield from found.values()
