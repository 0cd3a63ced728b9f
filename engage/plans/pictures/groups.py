"""Levels by group, and who is reached when: two tables over the groups of the plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from engage.kit.folding import fold
from engage.kit.pieces import Cell, own
from engage.plans.document import Json, fields_of, rows_of
from engage.plans.tables import in_effect
from engage.reference.vocabulary.approach import EngagementLevel
from engage.reference.vocabulary.groups import Group


@dataclass(frozen=True, slots=True)
class Met:
    """A group: its name, why it is not relevant, its levels, and its activities."""

    name: Cell
    reason: str
    levels: tuple[EngagementLevel, ...]
    activities: tuple[Json, ...]


def groups_of(document: Json) -> tuple[Met, ...]:
    """The twelve in the decision's order, the plan's own groups, then others that are named."""
    stakeholders = list(in_effect(document))
    doings = [row["values"] for row in rows_of(document, "activities", "activities")]
    own_rows = [row["values"] for row in rows_of(document, "stakeholders", "own_groups")]
    counted = _counted_with(own_rows)
    reasons = fields_of(document, "stakeholders").get("not_relevant") or {}
    found = [
        Met(
            str(group.label),
            _text(reasons, group.value),
            _levels(each for each in stakeholders if group.value in _codes(each["groups"])),
            tuple(each for each in doings if group.value in _groups_reached(each, counted)),
        )
        for group in Group
    ]
    names = _own_names(own_rows, doings, stakeholders)
    return (*found, *(_own_group(name, stakeholders, doings) for name in names))


def _text(reasons: Any, group: str) -> str:
    text = reasons.get(group) if isinstance(reasons, dict) else None
    return text if isinstance(text, str) else ""


def _levels(met: Iterable[dict[str, Any]]) -> tuple[EngagementLevel, ...]:
    """From the least to the most."""
    met_at = {each["level"] for each in met if isinstance(each["level"], str)}
    return tuple(level for level in EngagementLevel if level in met_at)


def _own_group(name: str, stakeholders: Sequence[dict[str, Any]], doings: Sequence[Json]) -> Met:
    folded = fold(name)
    named = (each for each in stakeholders if _is_named(each["name"], folded))
    reached = tuple(each for each in doings if folded in _own_words(each.get("groups")))
    return Met(own(name), "", _levels(named), reached)


def _own_names(
    own_rows: Sequence[Json], doings: Sequence[Json], stakeholders: Sequence[dict[str, Any]]
) -> Iterator[str]:
    """Each once, as it is written first."""
    named = [each.get("name") for each in own_rows]
    named += [each.get("words") for doing in doings for each in _open_words(doing.get("groups"))]
    named += [
        each["name"]
        for each in stakeholders
        if each["level"] and not (each["gathers"] or isinstance(each["groups"], list))
    ]
    seen: set[str] = set()
    for name in named:
        if isinstance(name, str) and fold(name) not in seen:
            seen.add(fold(name))
            yield name


def _counted_with(own_rows: Sequence[Json]) -> dict[str, frozenset[str]]:
    """The decision's groups that an own group belongs to, by its name."""
    return {
        fold(each["name"]): frozenset(_codes(each.get("groups")))
        for each in own_rows
        if isinstance(each.get("name"), str)
    }


def _groups_reached(doing: Json, counted: dict[str, frozenset[str]]) -> set[str]:
    reached = set(_codes(doing.get("groups")))
    for name in _own_words(doing.get("groups")):
        reached |= counted.get(name, frozenset())
    return reached


def _codes(groups: Any) -> list[str]:
    return [each for each in groups if isinstance(each, str)] if isinstance(groups, list) else []


def _open_words(groups: Any) -> list[Json]:
    return [each for each in groups if isinstance(each, dict)] if isinstance(groups, list) else []


def _own_words(groups: Any) -> set[str]:
    return {fold(str(each["words"])) for each in _open_words(groups) if "words" in each}


def _is_named(name: Any, folded: str) -> bool:
    return isinstance(name, str) and fold(name) == folded
