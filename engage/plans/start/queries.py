"""What a start page asks for; each answer is limited to what its reader may see, in one query."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager

from engage.accounts.models import User
from engage.kit.clock import today
from engage.kit.db import db
from engage.plans.assignments.models import Assignment
from engage.plans.assignments.queries import without_lead
from engage.plans.assignments.vocabulary import Topic
from engage.plans.models import Plan
from engage.plans.review.models import Comment, Objection
from engage.plans.review.sentences import WAITING
from engage.plans.review.vocabulary import CommentKind, CommentState
from engage.plans.vocabulary import Status
from engage.post.models import Mailing
from engage.post.vocabulary import State
from engage.reference.models import CallForPlans

AT_THE_DESK = (*WAITING, Status.RETURNED)


def open_comments(plans: Collection[Plan]) -> Mapping[int, Counter[CommentKind]]:
    """What the Party has still to answer in its returned plans, by plan and kind."""
    returned = [plan.id for plan in plans if plan.status == Status.RETURNED]
    found: dict[int, Counter[CommentKind]] = defaultdict(Counter)
    if not returned:
        return found
    sent = (
        sa.select(Comment)
        .join(Comment.plan)
        .where(
            Comment.plan_id.in_(returned),
            Comment.version == Plan.version,
            Comment.from_secretariat,
            Comment.sent_at.is_not(None),
        )
    )
    for comment in db.session.scalars(sent):
        if comment.state is CommentState.OPEN:
            found[comment.plan_id][CommentKind(comment.kind)] += 1
    return found


def plans_to_lead(actor: User) -> list[tuple[Plan, bool]]:
    """Plans at the desk that the reviewer leads (true) or nobody leads, the longest wait first."""
    found = (
        sa.select(Plan)
        .where(
            Plan.status.in_(AT_THE_DESK),
            sa.or_(Plan.lead_id == actor.id, without_lead()),
        )
        .order_by(Plan.submitted_at, Plan.id)
    )
    return [(plan, plan.lead_id == actor.id) for plan in db.session.scalars(found)]


def topics_to_read(actor: User) -> Mapping[Plan, list[Topic]]:
    """The topics that the reviewer has not finished in this round, by plan."""
    found = (
        sa.select(Assignment)
        .join(Assignment.plan)
        .where(
            Assignment.reviewer_id == actor.id,
            Assignment.topic != Topic.LEAD.value,
            Plan.status.in_(WAITING),
            sa.or_(Assignment.finished_at.is_(None), Assignment.finished_at < Plan.submitted_at),
        )
        .options(contains_eager(Assignment.plan))
        .order_by(Plan.submitted_at, Plan.id, Assignment.id)
    )
    topics: dict[Plan, list[Topic]] = defaultdict(list)
    for assignment in db.session.scalars(found):
        topics[assignment.plan].append(Topic(assignment.topic))
    return topics


def objections_in(plans: Collection[Plan]) -> Counter[int]:
    """How many objections wait for the lead's decision, by plan."""
    if not plans:
        return Counter()
    found = (
        sa.select(Comment.plan_id, sa.func.count(Objection.id).label("number"))
        .join(Objection.comment)
        .where(
            Comment.plan_id.in_([plan.id for plan in plans]),
            Objection.outcome.is_(None),
            Comment.sent_at.is_(None),
        )
        .group_by(Comment.plan_id)
    )
    return Counter({row.plan_id: row.number for row in db.session.execute(found)})


def calls_open() -> Sequence[CallForPlans]:
    """The calls for plans of today."""
    day = today()
    found = sa.select(CallForPlans).where(
        CallForPlans.is_active, CallForPlans.opens_on <= day, CallForPlans.due_on >= day
    )
    return db.session.scalars(found.order_by(CallForPlans.due_on, CallForPlans.id)).all()


def mail_not_sent() -> int:
    """How many e-mails were given up."""
    failed = Mailing.state == State.FAILED.value
    return db.session.scalar(sa.select(sa.func.count(Mailing.id)).where(failed)) or 0
