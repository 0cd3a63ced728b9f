"""Who may ask for an internal check, and who may end one: people of the Party only."""

from __future__ import annotations

from engage.accounts.models import User
from engage.plans import rules
from engage.plans.checks.models import InternalCheck
from engage.plans.models import Plan


def may_ask(actor: User, plan: Plan) -> bool:
    """Those who write the plan, while the Party holds it."""
    return rules.may_edit(actor, plan)


def may_finish(actor: User, check: InternalCheck) -> bool:
    """Who was asked; also after the plan was submitted, which does not wait for a check."""
    is_asked = check.adviser_id == actor.id and check.finished_at is None
    return is_asked and rules.is_own(actor, check.plan)
