"""Who may read the checklist of a plan, and who may answer it."""

from __future__ import annotations

from engage.accounts.models import User
from engage.accounts.permissions import Permission
from engage.plans.models import Plan
from engage.plans.rules import is_own
from engage.plans.vocabulary import Status


def may_read(actor: User, plan: Plan) -> bool:
    """The secretariat; never a Party, whose plan it is about."""
    return actor.may(Permission.PLAN_REVIEW) and not is_own(actor, plan)


def may_answer(actor: User, plan: Plan) -> bool:
    return may_read(actor, plan) and plan.status == Status.IN_REVIEW
