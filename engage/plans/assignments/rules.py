"""Who may share the work of the review out: asked by the button, the page and the action alike."""

from __future__ import annotations

from engage.accounts.models import User
from engage.accounts.permissions import Permission
from engage.plans.assignments.models import Assignment
from engage.plans.assignments.vocabulary import Topic
from engage.plans.models import Plan
from engage.plans.vocabulary import Status


def may_assign(actor: User, plan: Plan) -> bool:
    """Every reviewer, so that nobody waits for somebody who is away."""
    return _reads(actor) and plan.status != Status.CLOSED


def may_be_assigned(person: User) -> bool:
    return _reads(person)


def may_take_lead(actor: User, plan: Plan) -> bool:
    """Of a review that has begun and that somebody else leads, or nobody yet."""
    is_open = plan.status == Status.IN_REVIEW
    return _reads(actor) and is_open and plan.lead_id != actor.id


def may_finish(actor: User, assignment: Assignment) -> bool:
    return _reads_now(actor, assignment) and not is_finished(assignment)


def may_reopen(actor: User, assignment: Assignment) -> bool:
    return _reads_now(actor, assignment) and is_finished(assignment)


def is_finished(assignment: Assignment) -> bool:
    """For the present round: whoever finished before the plan was submitted last begins anew."""
    finished, submitted = assignment.finished_at, assignment.plan.submitted_at
    return finished is not None and submitted is not None and finished > submitted


def _reads_now(actor: User, assignment: Assignment) -> bool:
    is_own = assignment.reviewer_id == actor.id and assignment.topic != Topic.LEAD
    return is_own and _reads(actor) and assignment.plan.status == Status.IN_REVIEW


def _reads(person: User) -> bool:
    return person.may(Permission.PLAN_REVIEW)
