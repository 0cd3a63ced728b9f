"""Disagreeing before a letter goes: a reviewer sees a comment otherwise, and the lead decides.

The plan must come locked, as for every step of the review.
"""

from __future__ import annotations

from engage.accounts.models import User
from engage.kit.clock import now
from engage.kit.db import db
from engage.kit.errors import Invalid, NotAllowed, OutOfTurn, ensure
from engage.plans.queries import last_entry
from engage.plans.review import rules
from engage.plans.review.details import ObjectionDetails
from engage.plans.review.models import Comment, Objection
from engage.plans.review.objections import objections_to, own_objection
from engage.plans.review.sentences import NO_OBJECTION, RESOLVED
from engage.plans.review.vocabulary import Outcome
from engage.plans.sentences import MAY_NOT, too_late
from engage.plans.vocabulary import Status


def object_to(actor: User, comment: Comment, details: ObjectionDetails) -> Objection:
    """Say why one sees a colleague's comment otherwise, or say it anew until it is resolved."""
    _ensure_in_review(actor, comment)
    ensure(rules.is_ahead(comment), OutOfTurn(str(RESOLVED)))
    ensure(rules.may_object(actor, comment), NotAllowed(str(MAY_NOT)))
    ensure(details.text.strip(), Invalid(str(NO_OBJECTION)))
    objection = own_objection(actor, comment) or Objection(comment=comment, written_by=actor)
    ensure(objection.outcome is None, OutOfTurn(str(RESOLVED)))
    objection.text, objection.language = details.text.strip(), details.language
    objection.written_at = now()
    db.session.add(objection)
    db.session.flush()  # the desk asks for it
    return objection


def withdraw_objection(actor: User, objection: Objection) -> None:
    _ensure_in_review(actor, objection.comment)
    ensure(rules.may_change_objection(actor, objection), OutOfTurn(str(RESOLVED)))
    db.session.delete(objection)


def resolve(actor: User, comment: Comment, outcome: Outcome) -> None:
    """Keep or drop a comment to which reviewers object; the lead can still change it until the
    letter goes."""
    _ensure_in_review(actor, comment)
    ensure(rules.may_resolve(actor, comment.plan), NotAllowed(str(MAY_NOT)))
    objections = objections_to(comment)
    ensure(objections and comment.sent_at is None, OutOfTurn(str(RESOLVED)))
    moment = now()
    comment.dropped_at = moment if outcome is Outcome.DROPPED else None
    for each in objections:
        each.outcome, each.resolved_at, each.resolved_by = outcome.value, moment, actor


def _ensure_in_review(actor: User, comment: Comment) -> None:
    plan = comment.plan
    ensure(plan.status == Status.IN_REVIEW, OutOfTurn(too_late(last_entry(plan), actor)))
