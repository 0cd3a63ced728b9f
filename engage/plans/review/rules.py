"""Who may take which step of the review: asked by the button, the page and the action alike."""

from __future__ import annotations

from engage.accounts.models import User
from engage.accounts.permissions import Permission
from engage.plans import rules
from engage.plans.models import Plan
from engage.plans.review.models import Comment, Objection
from engage.plans.review.vocabulary import CommentState
from engage.plans.vocabulary import Status, Step
from engage.plans.workflow import EDITABLE, allows


def may_take_up(actor: User, plan: Plan) -> bool:
    return _may_step(actor, plan, Step.TAKE_UP)


def may_return(actor: User, plan: Plan) -> bool:
    return _may_step(actor, plan, Step.RETURN) and leads(actor, plan)


def may_complete(actor: User, plan: Plan) -> bool:
    return _may_step(actor, plan, Step.COMPLETE) and leads(actor, plan)


def leads(actor: User, plan: Plan) -> bool:
    """Who decides: the lead, or everybody at the desk while there is none, or has left."""
    if plan.lead_id in (None, actor.id):
        return True
    return plan.lead is None or not plan.lead.may(Permission.PLAN_REVIEW)


def may_write_letter(actor: User, plan: Plan) -> bool:
    return may_return(actor, plan) or may_complete(actor, plan)


def may_comment(actor: User, plan: Plan) -> bool:
    return rules.may_comment(actor, plan)


def may_use_stock(actor: User, plan: Plan) -> bool:
    """The stock of comments is the secretariat's."""
    return _reviews(actor, plan) and may_comment(actor, plan)


def may_change_comment(actor: User, comment: Comment) -> bool:
    """One's own, until it is sent or dropped."""
    is_own = comment.written_by_id == actor.id
    return is_own and is_ahead(comment) and may_comment(actor, comment.plan)


def may_object(actor: User, comment: Comment) -> bool:
    """A colleague who sees a comment otherwise, before it is sent."""
    if not comment.from_secretariat or comment.written_by_id == actor.id:
        return False
    return is_ahead(comment) and _reviews_now(actor, comment.plan)


def may_change_objection(actor: User, objection: Objection) -> bool:
    """One's own, to change or withdraw, until the lead has resolved it."""
    is_open_own = objection.written_by_id == actor.id and objection.outcome is None
    return is_open_own and may_object(actor, objection.comment)


def may_resolve(actor: User, plan: Plan) -> bool:
    return _reviews_now(actor, plan) and leads(actor, plan)


def may_answer(actor: User, comment: Comment) -> bool:
    """Those who write the plan, while they hold it, and until the comment is closed."""
    if not rules.may_edit(actor, comment.plan):
        return False
    is_read = comment.from_secretariat and comment.sent_at is not None
    return is_read and comment.asks and comment.closed_at is None


def may_close(actor: User, comment: Comment) -> bool:
    return comment.state is not CommentState.CLOSED and _may_settle(actor, comment)


def may_keep_open(actor: User, comment: Comment) -> bool:
    """A reviewer who is not content with the answer, or who opens a closed comment again."""
    if comment.closed_at is None and (comment.answer is None or comment.kept_open_at is not None):
        return False
    return comment.asks and _may_settle(actor, comment)


def _may_settle(actor: User, comment: Comment) -> bool:
    """The secretariat settles what it sent, while it reviews; a Party its own, while it writes."""
    plan = comment.plan
    if comment.from_secretariat:
        return comment.sent_at is not None and _reviews_now(actor, plan)
    if not rules.is_own(actor, plan) or plan.status not in EDITABLE:
        return False
    return actor.may(Permission.PLAN_EDIT) or comment.written_by_id == actor.id


def _reviews(actor: User, plan: Plan) -> bool:
    return actor.may(Permission.PLAN_REVIEW) and not rules.is_own(actor, plan)


def _reviews_now(actor: User, plan: Plan) -> bool:
    return _reviews(actor, plan) and plan.status == Status.IN_REVIEW


def is_ahead(comment: Comment) -> bool:
    """It goes with the next letter."""
    return comment.sent_at is None and comment.dropped_at is None


def _may_step(actor: User, plan: Plan, step: Step) -> bool:
    return _reviews(actor, plan) and allows(Status(plan.status), step)
