"""What a plan still lacks, found in its document: pure, and the only judge of submission.

A must holds up submission, a should is advice; a simple plan is not advised of what it does not
ask for. A finding is codes only; `plans.gaps` puts it into words. The rules are the S and A columns
of the field table, with three that go across fields: every one of the twelve groups has a row or a
reason, an approach may stand on a row above, and the person who speaks for Indigenous Peoples is
named.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from engage.plans.document import Json, fields_of, rows_of
from engage.plans.outline.approach import APPROACH
from engage.plans.outline.asked import depth_of, is_asked, is_list_asked, level_in
from engage.plans.outline.plan import SECTIONS
from engage.plans.outline.register import concerns_indigenous_peoples
from engage.plans.outline.shape import Field, Register, Section
from engage.plans.vocabulary import Level
from engage.reference.vocabulary.groups import Group
from engage.reference.vocabulary.identity import Depth

_APPROACH = frozenset(field.code for field in APPROACH)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is open: where it is and which rule speaks.

    `rule` is one of blank, half, no_rows, too_many, as_typed, dated_ahead, group_missing; `group`
    is set for the last only; `key` names the row.
    """

    level: Level
    rule: str
    section: str
    register: str = ""
    key: str = ""
    field: str = ""
    group: str = ""


def findings(document: Json) -> tuple[Finding, ...]:
    """Everything open in the plan, in the order of the plan."""
    depth = depth_of(fields_of(document, "identity"))
    return tuple(
        each for section in SECTIONS for each in _section_findings(document, section, depth)
    )


def holds_up(found: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The musts among the findings."""
    return tuple(each for each in found if each.level is Level.MUST)


def dated_ahead(document: Json, today: str) -> tuple[Finding, ...]:
    """Signatures of a day after today, an ISO date (rule K2: submitted that day or later)."""
    signed = fields_of(document, "signature")
    return tuple(
        Finding(Level.MUST, "dated_ahead", "signature", field=code)
        for code in ("prepared_by", "authorised_by")
        if signed.get(code, {}).get("on", "") > today
    )


def _section_findings(document: Json, section: Section, depth: Depth) -> Iterator[Finding]:
    values = fields_of(document, section.code)
    for field in section.fields:
        yield from _field_findings(field, values, Finding(Level.MAY, "", section.code), depth)
    for register in section.registers:
        rows = rows_of(document, section.code, register.code)
        yield from register_findings(rows, section.code, register, depth)
    if section.code == "stakeholders":
        yield from _groups_without_a_word(document)


def register_findings(
    rows: Sequence[Json], section: str, register: Register, depth: Depth
) -> Iterator[Finding]:
    """What is open in the rows of one register, given as they stand in a document."""
    place = Finding(register.level, "", section, register.code)
    asked = is_list_asked(register, depth, filled=bool(rows))
    if not rows and asked and register.level is not Level.MAY:
        yield _at(place, register.level, "no_rows")
    if register.most is not None and len(rows) > register.most:
        yield _at(place, Level.SHOULD, "too_many")
    parents = {row.get("parent") for row in rows}
    by_key = {row["key"]: row for row in rows}
    for row in rows:
        here = Finding(Level.MAY, "", section, register.code, row["key"])
        gathers = row["key"] in parents
        for field in register.fields:
            if register.nested and _said_elsewhere(field, row, by_key, gathers=gathers):
                continue
            yield from _field_findings(field, row["values"], here, depth)


def _said_elsewhere(field: Field, row: Json, by_key: Mapping[str, Json], *, gathers: bool) -> bool:
    """Whether a nested row may leave the field to others.

    A row that only gathers others needs no more than its name; a row below takes over, field by
    field, the approach and the groups of the rows above it.
    """
    if field.code == "name":
        return False
    if gathers and field.code not in row["values"]:
        return True
    if field.code not in _APPROACH and field.code not in ("groups", "role"):
        return False
    return any(field.code in above["values"] for above in _above(row, by_key))


def _above(row: Json, by_key: Mapping[str, Json]) -> Iterator[Json]:
    seen = {row["key"]}
    parent = by_key.get(row.get("parent", ""))
    while parent is not None and parent["key"] not in seen:
        seen.add(parent["key"])
        yield parent
        parent = by_key.get(parent.get("parent", ""))


def _field_findings(
    field: Field, values: Mapping[str, Any], place: Finding, depth: Depth
) -> Iterator[Finding]:
    value = values.get(field.code)
    if isinstance(value, dict) and "as_typed" in value:
        yield _at(place, Level.MUST, "as_typed", field.code)
        return
    level = _level_of(field, values, depth)
    if level is Level.MAY:
        return
    if value is None:
        yield _at(place, level, "blank", field.code)
    elif isinstance(value, dict) and "answer" not in value and not value.keys() >= set(field.whole):
        yield _at(place, level, "half", field.code)


def _level_of(field: Field, values: Mapping[str, Any], depth: Depth) -> Level:
    if field.code == "representation" and concerns_indigenous_peoples(values):
        return Level.MUST
    needed = is_asked(field, depth, values) and field.needed(values)
    return level_in(field, depth) if needed else Level.MAY


def _groups_without_a_word(document: Json) -> Iterator[Finding]:
    """Each of the twelve groups of decision 8/COP.16 has a row, or a reason why not."""
    spoken_of = set(fields_of(document, "stakeholders").get("not_relevant") or {})
    for row in rows_of(document, "stakeholders", "stakeholders"):
        groups = row["values"].get("groups")
        spoken_of |= set(groups) if isinstance(groups, list) else set()
    for group in Group:
        if group.value not in spoken_of:
            yield Finding(
                Level.MUST, "group_missing", "stakeholders", "stakeholders", group=group.value
            )


def _at(place: Finding, level: Level, rule: str, field: str = "") -> Finding:
    return Finding(level, rule, place.section, place.register, place.key, field, place.group)
