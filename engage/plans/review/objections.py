"""What can be asked about objections to comments: by the secretariat, never by a Party."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from engage.accounts.models import User
from engage.accounts.permissions import Permission
from engage.kit.db import db
from engage.plans.models import Plan
from engage.plans.review.models import Comment, Objection
from engage.plans.rules import is_own

# Built once: every desk asks it.
_OF_PLAN = (
    sa.select(Objection)
    .join(Objection.comment)
    .where(Comment.plan_id == sa.bindparam("plan_id"))
    .options(joinedload(Objection.written_by).joinedload(User.party))
    .order_by(Objection.id)
)


def objections_on(actor: User, plan: Plan) -> Mapping[int, list[Objection]]:
    """What reviewers object to each comment of a plan, by the comment's id."""
    found: dict[int, list[Objection]] = {}
    if is_own(actor, plan) or not actor.may(Permission.PLAN_REVIEW):
        return found
    for each in db.session.scalars(_OF_PLAN, {"plan_id": plan.id}):
        found.setdefault(each.comment_id, []).append(each)
    return found


def objections_to(comment: Comment) -> Sequence[Objection]:
    found = sa.select(Objection).where(Objection.comment_id == comment.id)
    return db.session.scalars(found.order_by(Objection.id)).all()


def own_objection(actor: User, comment: Comment) -> Objection | None:
    found = sa.select(Objection).where(
        Objection.comment_id == comment.id, Objection.written_by_id == actor.id
    )
    return db.session.scalar(found)


def is_disputed(plan: Plan) -> bool:
    """Whether an objection waits for the lead; no letter can go before."""
    found = sa.select(Objection.id).join(Objection.comment)
    waiting = found.where(Comment.plan_id == plan.id, Objection.outcome.is_(None))
    return db.session.scalar(waiting.limit(1)) is not None
