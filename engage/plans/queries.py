"""What can be asked about plans; every answer is limited to what the reader may see."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import defer, selectinload, undefer

from engage.accounts.models import User
from engage.accounts.permissions import Permission
from engage.history.models import Entry
from engage.history.queries import entries_for
from engage.history.vocabulary import WITHIN_SECRETARIAT, Verb
from engage.kit.db import db
from engage.kit.errors import NotFound
from engage.plans.models import Plan, PlanRow, PlanSection, Version

# What happens beside the way of a plan: its activities travel, reviewers are named, a Party checks
# it by itself, it goes round on paper.
BESIDE = WITHIN_SECRETARIAT | {
    Verb.BORROWED,
    Verb.LENT,
    Verb.CHECK_ASKED,
    Verb.CHECK_DONE,
    Verb.GIVEN,
    Verb.CAME_BACK,
    Verb.PAGE_ATTACHED,
    Verb.PAGE_REMOVED,
}


@cache
def _readable(*, by_party: bool, by_review: bool) -> sa.Select[Plan]:
    """A Party sees its own plans; the secretariat those that were submitted at least once.

    Built once: nearly every page asks it. Takes `ref` and `party`.
    """
    visible: sa.ColumnElement[bool] = sa.false()
    if by_party:
        visible = Plan.party_code == sa.bindparam("party")
    elif by_review:
        visible = sa.exists().where(Version.plan_id == Plan.id)
    return sa.select(Plan).where(Plan.ref == sa.bindparam("ref"), visible)


def get_plan(ref: str, *, visible_to: User, lock: bool = False) -> Plan:
    """The plan, locked for a step if asked. Raises NotFound also for another Party's plan."""
    party = visible_to.party_code
    found = _readable(by_party=party is not None, by_review=visible_to.may(Permission.PLAN_REVIEW))
    return _one(found, {"ref": ref, "party": party} if party else {"ref": ref}, lock=lock)


def own_plan(ref: str, *, visible_to: User, lock: bool = False, rows: bool = True) -> Plan:
    """A Party's own plan with all its content, the private answers too.

    Without `rows` the rows are loaded when they are asked for, and without what is private.
    """
    parts = [selectinload(Plan.sections).options(undefer(PlanSection.private))]
    if rows:
        parts.append(selectinload(Plan.rows).options(undefer(PlanRow.private)))
    found = (
        sa.select(Plan)
        .where(Plan.ref == ref, Plan.party_code == visible_to.party_code)
        .options(*parts)
        # A plan that was read before without its private answers is read anew.
        .execution_options(populate_existing=True)
    )
    return _one(found, lock=lock)


_OWN_SECTION = (
    sa.select(PlanSection)
    .where(PlanSection.plan_id == sa.bindparam("plan_id"), PlanSection.code == sa.bindparam("code"))
    .options(undefer(PlanSection.private))
)
_OWN_ROW = (
    sa.select(PlanRow)
    .where(
        PlanRow.plan_id == sa.bindparam("plan_id"),
        PlanRow.register == sa.bindparam("register"),
        PlanRow.key == sa.bindparam("key"),
    )
    .options(undefer(PlanRow.private))
)


def own_section(plan: Plan, code: str) -> PlanSection | None:
    """One section with its private answers, of a plan that the reader may edit."""
    asked = {"plan_id": plan.id, "code": code}
    return db.session.scalars(_OWN_SECTION, asked).one_or_none()


def own_row(plan: Plan, register: str, key: str) -> PlanRow:
    """One row with its private answers, of a plan that the reader may edit."""
    asked = {"plan_id": plan.id, "register": register, "key": key}
    row = db.session.scalars(_OWN_ROW, asked).one_or_none()
    if row is None:
        raise NotFound(_("There is no such row in this plan."))
    return row


def _one(found: sa.Select[Plan], asked: Mapping[str, str] | None = None, *, lock: bool) -> Plan:
    if lock:
        found = found.with_for_update(of=Plan).execution_options(populate_existing=True)
    plan = db.session.scalars(found, asked or {}).one_or_none()
    if plan is None:
        raise NotFound(_("There is no such plan, or you have no access to it."))
    return plan


def plans_of(actor: User) -> Sequence[Plan]:
    """The plans of the reader's Party, the latest first."""
    found = (
        sa.select(Plan)
        .where(Plan.party_code == actor.party_code)
        .order_by(Plan.changed_at.desc(), Plan.id.desc())
    )
    return db.session.scalars(found).all()


def get_version(plan: Plan, number: int, round_: int) -> Version:
    found = sa.select(Version).where(
        Version.plan_id == plan.id, Version.number == number, Version.round == round_
    )
    version = db.session.scalars(found).one_or_none()
    if version is None:
        raise NotFound(_("The plan has no such version."))
    return version


def latest_version(plan: Plan) -> Version | None:
    found = sa.select(Version).where(Version.plan_id == plan.id).order_by(Version.id.desc())
    return db.session.scalars(found.limit(1)).one_or_none()


def reviewed_version(plan: Plan) -> Version | None:
    """The version that a revised plan began from; None before its first review is completed."""
    found = sa.select(Version).where(Version.plan_id == plan.id, Version.number == plan.version - 1)
    return db.session.scalars(found.order_by(Version.id.desc()).limit(1)).one_or_none()


def last_round(plan: Plan) -> int:
    """How often the present version was submitted, also where it was withdrawn in between."""
    found = sa.select(sa.func.max(Version.round)).where(
        Version.plan_id == plan.id, Version.number == plan.version
    )
    return db.session.scalar(found) or 0


def versions_of(plan: Plan) -> Sequence[Version]:
    """Everything that was submitted, the latest first; without the documents."""
    found = (
        sa.select(Version)
        .where(Version.plan_id == plan.id)
        .options(defer(Version.document))
        .order_by(Version.id.desc())
    )
    return db.session.scalars(found).all()


def find_row(plan: Plan, register: str, key: str) -> PlanRow:
    """A living or deleted row of a plan that was loaded with its content."""
    for row in plan.rows:
        if row.register == register and row.key == key:
            return row
    raise NotFound(_("There is no such row in this plan."))


def next_ref(party_code: str, year: int) -> str:
    """The next free reference of a Party's plan, as `XA-2026-1`."""
    stem = f"{party_code}-{year}-"
    taken = db.session.scalars(
        sa.select(Plan.ref).where(Plan.ref.startswith(stem, autoescape=True))
    ).all()
    highest = max((int(ref.removeprefix(stem)) for ref in taken), default=0)
    return f"{stem}{highest + 1}"


def last_entry(plan: Plan) -> Entry | None:
    """What happened to the plan last; what happens beside its way does not move it."""
    entries = entries_for(("plan", plan.id))
    return next((entry for entry in entries if entry.verb not in BESIDE), None)


def any_plan(ref: str) -> Plan:
    """The plan, whoever asks: for commands, which are given by those who run the server."""
    return _one(sa.select(Plan).where(Plan.ref == ref), lock=False)
