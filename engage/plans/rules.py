"""Who may do what with a plan: one predicate each, asked by the button, the page and the action."""

from __future__ import annotations

from engage.accounts.models import User
from engage.accounts.permissions import Permission
from engage.plans.models import Plan
from engage.plans.vocabulary import Status, Step
from engage.plans.workflow import EDITABLE, allows


def is_own(actor: User, plan: Plan) -> bool:
    return actor.party_code is not None and actor.party_code == plan.party_code


def may_draft(actor: User) -> bool:
    return actor.party_code is not None and actor.may(Permission.PLAN_EDIT)


def may_edit(actor: User, plan: Plan) -> bool:
    return is_own(actor, plan) and actor.may(Permission.PLAN_EDIT) and plan.status in EDITABLE


def may_see_private(actor: User, plan: Plan) -> bool:
    """Private answers are for the people of the Party who work on the plan."""
    return is_own(actor, plan) and actor.may(Permission.PLAN_EDIT)


def may_submit(actor: User, plan: Plan) -> bool:
    return _may_step(actor, plan, Step.SUBMIT, Permission.PLAN_SUBMIT)


def may_withdraw(actor: User, plan: Plan) -> bool:
    return _may_step(actor, plan, Step.WITHDRAW, Permission.PLAN_SUBMIT)


def may_revise(actor: User, plan: Plan) -> bool:
    return _may_step(actor, plan, Step.REVISE, Permission.PLAN_SUBMIT)


def may_amend(actor: User, plan: Plan, *, is_small: bool) -> bool:
    """Publish a revised plan without another review: only what is small has changed since."""
    was_reviewed = plan.version > 1  # a new version begins after a completed one
    return was_reviewed and is_small and _may_step(actor, plan, Step.AMEND, Permission.PLAN_SUBMIT)


def may_close(actor: User, plan: Plan) -> bool:
    return _may_step(actor, plan, Step.CLOSE, Permission.PLAN_SUBMIT)


def may_comment(actor: User, plan: Plan) -> bool:
    """Advisers of the Party while it writes; the secretariat while it reviews."""
    if not actor.may(Permission.PLAN_COMMENT):
        return False
    if is_own(actor, plan):
        return plan.status in EDITABLE
    return actor.may(Permission.PLAN_REVIEW) and plan.status == Status.IN_REVIEW


def _may_step(actor: User, plan: Plan, step: Step, permission: Permission) -> bool:
    return is_own(actor, plan) and actor.may(permission) and allows(Status(plan.status), step)
