"""Who is told of a step of a plan: called by the step, in its transaction.

Nobody is told of a step of one's own. The secretariat reads of a plan what was submitted, never
a draft; the Party reads of the secretariat no names.
"""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa

from engage.accounts.models import User
from engage.accounts.permissions import Permission
from engage.accounts.queries import people_of, reviewers
from engage.kit.db import db
from engage.plans.assignments.models import Assignment
from engage.plans.models import Plan
from engage.plans.telling import tell_about
from engage.post.vocabulary import Cause


def plan_submitted(actor: User, plan: Plan) -> None:
    _tell(actor, plan, readers_of(plan), Cause.SUBMITTED)


def plan_withdrawn(actor: User, plan: Plan) -> None:
    _tell(actor, plan, readers_of(plan), Cause.WITHDRAWN)


def review_taken_up(actor: User, plan: Plan) -> None:
    _tell(actor, plan, writers_of(plan.party_code), Cause.TAKEN_UP)


def plan_returned(actor: User, plan: Plan) -> None:
    _tell(actor, plan, writers_of(plan.party_code), Cause.RETURNED)


def review_completed(actor: User, plan: Plan) -> None:
    _tell(actor, plan, writers_of(plan.party_code), Cause.COMPLETED)


def readers_of(plan: Plan) -> Sequence[User]:
    """The lead and the reviewers of topics; all reviewers while the plan has none of them."""
    assigned = (
        sa.select(User)
        .where(
            User.id.in_(sa.select(Assignment.reviewer_id).where(Assignment.plan_id == plan.id)),
            User.is_active,
        )
        .order_by(User.name, User.id)
    )
    return db.session.scalars(assigned).all() or reviewers()


def writers_of(party_code: str) -> list[User]:
    """Those of the Party who may edit its plans."""
    return [person for person in people_of(party_code) if person.may(Permission.PLAN_EDIT)]


def _tell(actor: User, plan: Plan, people: Sequence[User], cause: Cause) -> None:
    """One letter each; `turn` is the round, as it stands in the address of its letter."""
    others = [person for person in people if person.id != actor.id]
    round_ = f"{plan.version}.{plan.round}"
    tell_about(plan, others, cause, round_, number=plan.version, round=plan.round)
