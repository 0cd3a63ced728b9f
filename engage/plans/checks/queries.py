"""What can be asked about internal checks: by people of the plan's Party only."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager, joinedload

from engage.accounts.models import User
from engage.accounts.permissions import Permission
from engage.kit.db import db
from engage.kit.errors import NotFound, ensure
from engage.plans.checks.models import InternalCheck
from engage.plans.checks.sentences import NO_CHECK, NO_PLAN
from engage.plans.models import Plan
from engage.plans.queries import get_plan
from engage.plans.rules import is_own
from engage.plans.workflow import EDITABLE

_CHECKS = sa.select(InternalCheck).options(
    joinedload(InternalCheck.adviser).joinedload(User.party),
    joinedload(InternalCheck.asked_by).joinedload(User.party),
)
# Built once: the page of every draft asks it.
_OPEN = (
    _CHECKS.where(
        InternalCheck.plan_id == sa.bindparam("plan_id"),
        InternalCheck.version == sa.bindparam("version"),
        InternalCheck.finished_at.is_(None),
    )
).order_by(InternalCheck.asked_at, InternalCheck.id)


def plan_inside(ref: str, *, visible_to: User, lock: bool = False) -> Plan:
    """A plan of the reader's own Party; to everybody else there is none."""
    plan = get_plan(ref, visible_to=visible_to, lock=lock)
    ensure(is_own(visible_to, plan), NotFound(str(NO_PLAN)))
    return plan


def checks_of(actor: User, plan: Plan) -> Sequence[InternalCheck]:
    """All checks of a plan, the latest first."""
    if not is_own(actor, plan):
        return []
    found = _CHECKS.where(InternalCheck.plan_id == plan.id)
    order = InternalCheck.asked_at.desc(), InternalCheck.id.desc()
    return db.session.scalars(found.order_by(*order)).all()


def open_checks(actor: User, plan: Plan) -> Sequence[InternalCheck]:
    """Who reads the present version, while the Party holds it; who was asked first comes first."""
    if not is_own(actor, plan) or plan.state not in EDITABLE:
        return []
    return db.session.scalars(_OPEN, {"plan_id": plan.id, "version": plan.version}).all()


def get_check(actor: User, plan: Plan, check_id: int) -> InternalCheck:
    found = _CHECKS.where(InternalCheck.plan_id == plan.id, InternalCheck.id == check_id)
    check = db.session.scalar(found) if is_own(actor, plan) else None
    if check is None:
        raise NotFound(str(NO_CHECK))
    return check


def people_to_ask(actor: User, plan: Plan) -> Sequence[User]:
    """Colleagues who may comment and are not asked already, by name."""
    asked = {each.adviser_id for each in open_checks(actor, plan)}
    found = (
        sa.select(User)
        .where(User.party_code == plan.party_code, User.is_active, User.id != actor.id)
        .order_by(User.name, User.id)
    )
    people = db.session.scalars(found).all() if is_own(actor, plan) else []
    return [each for each in people if each.may(Permission.PLAN_COMMENT) and each.id not in asked]


def checks_in_party(person: User) -> Sequence[InternalCheck]:
    """All checks of what the person's Party writes now, the latest first."""
    latest_first = InternalCheck.asked_at.desc(), InternalCheck.id.desc()
    return db.session.scalars(_written_now(person).order_by(*latest_first)).all()


def checks_waiting_for(person: User) -> Sequence[InternalCheck]:
    """What the person is asked to read in plans that the Party still holds, the oldest first."""
    asked = InternalCheck.adviser_id == person.id, InternalCheck.finished_at.is_(None)
    oldest_first = InternalCheck.asked_at, InternalCheck.id
    return db.session.scalars(_written_now(person).where(*asked).order_by(*oldest_first)).all()


def _written_now(person: User) -> sa.Select[InternalCheck]:
    return (
        _CHECKS.join(InternalCheck.plan)
        .options(contains_eager(InternalCheck.plan))
        .where(
            InternalCheck.version == Plan.version,
            Plan.party_code == person.party_code,
            Plan.status.in_([each.value for each in EDITABLE]),
        )
    )
