"""Answering the checklist. The plan must come locked, so that of two answers none is lost."""

from __future__ import annotations

from engage.accounts.models import User
from engage.accounts.permissions import Permission
from engage.kit.clock import now
from engage.kit.db import db
from engage.kit.errors import NotAllowed, OutOfTurn, ensure
from engage.plans.checklist.details import ItemDetails
from engage.plans.checklist.models import ChecklistAnswer
from engage.plans.checklist.rules import may_answer
from engage.plans.models import Plan
from engage.plans.queries import last_entry
from engage.plans.sentences import MAY_NOT, too_late


def answer_item(
    actor: User, plan: Plan, item: str, details: ItemDetails, kept: ChecklistAnswer | None
) -> ChecklistAnswer:
    """Keep an answer, a note, or both; `kept` is what was answered to the item in this round."""
    ensure(actor.may(Permission.PLAN_REVIEW), NotAllowed(str(MAY_NOT)))
    ensure(may_answer(actor, plan), OutOfTurn(too_late(last_entry(plan), actor)))
    answer = kept or ChecklistAnswer(
        plan=plan, version=plan.version, round=plan.round, item=item, note="", language=""
    )
    if details.note != answer.note or not answer.language:
        answer.language = details.language
    answer.answer, answer.note = details.said
    answer.answered_by, answer.answered_at = actor, now()
    db.session.add(answer)
    db.session.flush()
    return answer
