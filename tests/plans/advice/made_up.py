"""Small plans for the rules of practice: each holds no more than what a rule looks at."""

from __future__ import annotations

from typing import Any

from engage.plans.advice.rules import found
from engage.plans.advice.shape import Advice
from engage.plans.document import Json, assemble
from engage.reference.norms import KnownOccasion, Norms
from engage.reference.vocabulary.advice import AdviceCode

Row = dict[str, Any]
# By what is told: the code, and a plan of which the rule speaks or is silent.
Cases = dict[str, tuple[AdviceCode, Json]]

PERIOD = {"start": "2026-01", "end": "2027-12"}
NORMS = Norms(
    occasions=(
        KnownOccasion("desertification_drought", "observance", 6, 17),
        KnownOccasion("rural_women", "observance", 10, 15),
        KnownOccasion("bees", "observance", 5, 20),
        KnownOccasion("cop17", "conference", starts="2026-08-17", ends="2026-08-28"),
    )
)


def plan(*rows: tuple[str, Row], fields: dict[str, Row] | None = None, depth: str = "full") -> Json:
    """A plan of these rows; each says for itself in which list it stands."""
    lists: dict[str, list[Row]] = {}
    for register, row in rows:
        lists.setdefault(register, []).append({"key": f"r{len(lists[register]) + 1}", **row})
    contents: dict[str, Row] = {"identity": {"depth": depth, "period": PERIOD}}
    for section, values in (fields or {}).items():
        contents[section] = contents.get(section, {}) | values
    return assemble("XA", contents, lists)


def stakeholder(*groups: str, key: str = "", parent: str = "", **values: Any) -> tuple[str, Row]:
    row: Row = {"values": {"groups": list(groups), **values} if groups else values}
    if key:
        row["key"] = key
    if parent:
        row["parent"] = parent
    return "stakeholders", row


def activity(*groups: str, when: Any = "2026-05", **values: Any) -> tuple[str, Row]:
    written = {"start": when} if isinstance(when, str) else when
    return "activities", {"values": {"groups": list(groups), "when": written, **values}}


def calendar(months: dict[int, str], *groups: str, **values: Any) -> tuple[str, Row]:
    strip = {str(month): state for month, state in months.items()}
    named = {"groups": list(groups)} if groups else {}
    return "calendars", {"values": {"months": strip, **named, **values}}


def partnership(**values: Any) -> tuple[str, Row]:
    return "partnerships", {"values": {"type": "private_sector", **values}}


def advice_on(document: Json, norms: Norms = NORMS) -> dict[AdviceCode, Advice]:
    """What the rules say, by their codes; the last where one says it of several rows."""
    return {each.code: each for each in found(document, norms)}
