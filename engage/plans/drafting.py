"""Writing a plan: its answers and its rows. Whatever is typed is kept, right or wrong."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from engage.accounts.models import User
from engage.kit.clock import now
from engage.kit.errors import NotAllowed, ensure
from engage.kit.folding import fold
from engage.kit.values.fingerprint import Merge, merge
from engage.plans.models import Plan, PlanRow, PlanSection
from engage.plans.outline.asked import depth_of
from engage.plans.outline.shape import Field, Register, Section
from engage.plans.outline.signature import SET_ASIDE
from engage.plans.rules import may_edit
from engage.plans.sentences import LOCKED
from engage.reference.vocabulary.identity import Depth

Content = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Typed:
    """What a form brings: the answers, and fingerprints of what the writer had seen.

    `number` and `parent` are for rows only; None leaves them as they are.
    """

    values: Mapping[str, Any]
    seen: Mapping[str, str]
    number: str | None = None
    parent: str | None = None


def save_section(actor: User, plan: Plan, section: Section, typed: Typed) -> Merge:
    """Keep the answers of a section; what somebody else changed meanwhile is not overwritten."""
    ensure(may_edit(actor, plan), NotAllowed(LOCKED))
    kept = section_of(plan, section.code)
    former = kept.content | kept.private
    merged = merged_answers(section.fields, typed, former)
    kept.content, kept.private = _apart(section.fields, merged.result)
    if not merged.collisions or merged.result != former:  # else nothing of the actor's is in it
        _sign(kept, actor)
    if section.code == "identity":
        name_plan(plan, kept.content)
    touch(plan)
    return merged


def save_row(actor: User, plan: Plan, register: Register, row: PlanRow, typed: Typed) -> Merge:
    ensure(may_edit(actor, plan), NotAllowed(LOCKED))
    former = row.content | row.private
    merged = merged_answers(register.fields, typed, former)
    row.content, row.private = _apart(register.fields, merged.result)
    if typed.number is not None:
        row.number = typed.number.strip()
    if register.nested and typed.parent is not None:
        row.parent_key = _allowed_parent(plan, row, typed.parent)
    if not merged.collisions or merged.result != former:
        _sign(row, actor)
    touch(plan)
    return merged


def add_row(actor: User, plan: Plan, register: Register, key: str = "") -> PlanRow:
    """A new row at the end of the register."""
    ensure(may_edit(actor, plan), NotAllowed(LOCKED))
    rows = [row for row in plan.rows if row.register == register.code]
    row = PlanRow(
        register=register.code,
        key=key or new_key(),
        position=max((each.position for each in rows), default=0) + 1,
        number="",
        parent_key=None,
        content={},
        private={},
    )
    plan.rows.append(row)
    _sign(row, actor)
    touch(plan)
    return row


def duplicate_row(actor: User, plan: Plan, register: Register, row: PlanRow) -> PlanRow:
    """A copy right below the row, without the author's number, which belongs to one row only."""
    copy = add_row(actor, plan, register)
    copy.content, copy.private = dict(row.content), dict(row.private)
    copy.parent_key = row.parent_key
    siblings = [each for each in living(plan, register.code) if each is not copy]
    siblings.insert(siblings.index(row) + 1, copy)
    _number_positions(siblings)
    return copy


def move_row(actor: User, plan: Plan, register: Register, row: PlanRow, *, up: bool) -> None:
    """One place up or down among the rows that stand below the same row; the ends stay."""
    ensure(may_edit(actor, plan), NotAllowed(LOCKED))
    rows = living(plan, register.code)
    peers = [each for each in rows if each.parent_key == row.parent_key]
    place = peers.index(row) + (-1 if up else 1)
    if not 0 <= place < len(peers):
        return
    first, second = rows.index(row), rows.index(peers[place])
    rows[first], rows[second] = rows[second], rows[first]
    _number_positions(rows)
    touch(plan)


def delete_row(actor: User, plan: Plan, row: PlanRow) -> None:
    """Set the row aside; `restore_row` brings it back as it was."""
    ensure(may_edit(actor, plan), NotAllowed(LOCKED))
    row.deleted_at = now()
    touch(plan)


def restore_row(actor: User, plan: Plan, row: PlanRow) -> None:
    ensure(may_edit(actor, plan), NotAllowed(LOCKED))
    row.deleted_at = None
    touch(plan)


def set_aside(actor: User, plan: Plan, name: str, values: Mapping[str, Any]) -> PlanRow:
    """Set an advice aside, by its name; one that was taken up again has the new reason."""
    ensure(may_edit(actor, plan), NotAllowed(LOCKED))
    rows = (row for row in plan.rows if (row.register, row.key) == (SET_ASIDE.code, name))
    row = next(rows, None) or add_row(actor, plan, SET_ASIDE, name)
    row.content, row.deleted_at = dict(values), None
    _sign(row, actor)
    touch(plan)
    return row


def living(plan: Plan, register: str) -> list[PlanRow]:
    """The rows of a register that are not deleted, in order."""
    rows = [row for row in plan.rows if row.register == register and row.deleted_at is None]
    return sorted(rows, key=lambda row: (row.position, row.id or 0))


def section_of(plan: Plan, code: str) -> PlanSection:
    """The kept answers of a section, made on first use."""
    for section in plan.sections:
        if section.code == code:
            return section
    made = PlanSection(code=code, content={}, private={})
    plan.sections.append(made)
    return made


def name_plan(plan: Plan, identity: Mapping[str, Any]) -> None:
    """Repeat on the plan what lists of plans and forms show of its first section."""
    title = identity.get("title")
    plan.title = title if isinstance(title, str) else ""
    language = identity.get("language")
    if isinstance(language, str):
        plan.language = language
    plan.depth = depth_of(identity)
    lead = identity.get("lead_institution")
    words = [plan.ref, plan.title, lead if isinstance(lead, str) else ""]
    plan.search_text = fold(" ".join(words))


def change_depth(actor: User, plan: Plan, depth: Depth) -> None:
    """Ask for less or for more; what is filled stays, and stays asked for."""
    ensure(may_edit(actor, plan), NotAllowed(LOCKED))
    identity = section_of(plan, "identity")
    identity.content = identity.content | {"depth": depth.value}
    _sign(identity, actor)
    name_plan(plan, identity.content)
    touch(plan)


def touch(plan: Plan) -> None:
    """Mark the plan's content as changed, for lists and for what is remembered about it."""
    plan.changed_at = now()
    plan.stamp = secrets.token_hex(8)


def new_key() -> str:
    return f"r{secrets.token_hex(4)}"


def _sign(kept: PlanSection | PlanRow, actor: User) -> None:
    kept.saved_at = now()
    kept.saved_by_id = actor.id


def merged_answers(fields: tuple[Field, ...], typed: Typed, current: Content) -> Merge:
    """What was typed joined with what is kept; ticked boxes keep the author's order."""
    kinds = {field.code: field.kind for field in fields}
    mine = {
        code: kinds[code].keep_order(value, current.get(code)) if code in kinds else value
        for code, value in typed.values.items()
    }
    return merge(typed.seen, mine, current)


def _apart(fields: tuple[Field, ...], values: Mapping[str, Any]) -> tuple[Content, Content]:
    """What all may see and what the Party alone may see; blank answers fall away."""
    secret = {field.code for field in fields if field.private}
    filled = {code: value for code, value in values.items() if value is not None}
    shown = {code: value for code, value in filled.items() if code not in secret}
    return shown, {code: value for code, value in filled.items() if code in secret}


def _allowed_parent(plan: Plan, row: PlanRow, wished: str) -> str | None:
    """The row to stand below: a living one that does not itself stand below this row."""
    above = {each.key: each.parent_key for each in living(plan, row.register)}
    key: str | None = wished
    while key:
        if key == row.key or key not in above:
            return row.parent_key if wished else None
        key = above[key]
    return wished or None


def _number_positions(rows: list[PlanRow]) -> None:
    for position, row in enumerate(rows, start=1):
        row.position = position
