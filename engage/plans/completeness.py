"""What a plan still lacks, found in its document: pure, and the only judge of submission.

A must holds up submission, a should is advice; a simple plan is not advised of what it does not
ask for. A finding is codes only; `plans.gaps` puts it into words. The rules are the S and A columns
of the field table, with three that go across fields: every one of the twelve groups has a row or a
reason, an approach may stand on a row above, and the person who speaks for Indigenous Peoples is
named. Two rules of practice (`plans.advice`) hold up submission as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from engage.plans.advice.rules import blocks
from engage.plans.document import Json, fields_of, groups_met, rows_of
from engage.plans.linked import KeysOf, dangling, keys_in
from engage.plans.outline.approach import APPROACH
from engage.plans.outline.asked import depth_of, is_asked, is_list_asked, level_in
from engage.plans.outline.plan import SECTIONS
from engage.plans.outline.register import concerns_indigenous_peoples
from engage.plans.outline.shape import Field, Register, Section
from engage.plans.vocabulary import Level
from engage.reference.vocabulary.advice import AdviceCode
from engage.reference.vocabulary.groups import Group
from engage.reference.vocabulary.identity import Depth

_BLOCKS = {AdviceCode.R_IND1: "consent_open", AdviceCode.R_PRI1: "diligence_open"}
# What rows of a nested register take over from the rows above them.
_TAKEN_OVER = {"stakeholders": frozenset({"groups", "role", *(field.code for field in APPROACH)})}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is open: where it is and which rule speaks.

    `rule` is one of blank, half, no_rows, too_many, as_typed, dangling, dated_ahead, consent_open,
    diligence_open, group_missing; `group` is set for the last only; `key` names the row.
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
    keys = keys_in(document)
    held_up = _blocks(document)
    return tuple(
        each
        for section in SECTIONS
        for each in (
            *(one for one in held_up if one.section == section.code),
            *_section_findings(document, section, depth, keys),
        )
    )


def _blocks(document: Json) -> tuple[Finding, ...]:
    """The two rules of practice that hold up submission."""
    return tuple(
        Finding(Level.MUST, _BLOCKS[each.code], each.section, each.register, each.key, each.field)
        for each in blocks(document)
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


def _section_findings(
    document: Json, section: Section, depth: Depth, keys: KeysOf
) -> Iterator[Finding]:
    values, here = fields_of(document, section.code), Finding(Level.MAY, "", section.code)
    for field in section.fields:
        yield from _field_findings(field, values, here, depth)
    yield from _links_to_nowhere(section.fields, values, here, keys)
    for register in section.registers:
        rows = rows_of(document, section.code, register.code)
        yield from register_findings(rows, section.code, register, depth)
        for row in rows:
            place = Finding(Level.MAY, "", section.code, register.code, row["key"])
            yield from _links_to_nowhere(register.fields, row["values"], place, keys)
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
            if not _said_elsewhere(field.code, register, row, by_key, gathers=gathers):
                yield from _field_findings(field, row["values"], here, depth)


def _said_elsewhere(
    field: str, register: Register, row: Json, by_key: Mapping[str, Json], *, gathers: bool
) -> bool:
    """Whether a row may leave the field to others, as only nested ones may.

    A row that only gathers others needs no more than its name; a row below takes over, field by
    field, what the register says is taken over from the rows above it, as the approach.
    """
    if field == register.named_by or not register.nested:
        return False
    if gathers and field not in row["values"]:
        return True
    if field not in _TAKEN_OVER.get(register.code, ()):
        return False
    return any(field in above["values"] for above in _above(row, by_key))


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


def _links_to_nowhere(
    fields: Sequence[Field], values: Mapping[str, Any], place: Finding, keys: KeysOf
) -> Iterator[Finding]:
    for field, _leading in dangling(fields, values, keys):
        yield _at(place, Level.SHOULD, "dangling", field.code)


def _groups_without_a_word(document: Json) -> Iterator[Finding]:
    """Each of the twelve groups of decision 8/COP.16 has a row, or a reason why not."""
    reasons = fields_of(document, "stakeholders").get("not_relevant") or {}
    spoken_of = {*reasons, *groups_met(document)}
    for group in Group:
        if group.value not in spoken_of:
            yield Finding(
                Level.MUST, "group_missing", "stakeholders", "stakeholders", group=group.value
            )


def _at(place: Finding, level: Level, rule: str, field: str = "") -> Finding:
    return Finding(level, rule, place.section, place.register, place.key, field, place.group)
