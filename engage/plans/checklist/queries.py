"""What can be asked about the checklist; only the secretariat gets an answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from engage.accounts.models import User
from engage.kit.db import db
from engage.plans.checklist.models import ChecklistAnswer
from engage.plans.checklist.reading import Answers, in_order
from engage.plans.checklist.rules import may_read
from engage.plans.models import Plan, Version
from engage.reference.models import ChecklistItem
from engage.reference.queries import rows_of


@dataclass(frozen=True, slots=True)
class Held:
    """The answers of one round, and of each item the last one of an earlier round."""

    answers: Answers
    before: Answers


@dataclass(frozen=True, slots=True)
class Tally:
    """How many items are answered, of how many."""

    answered: int
    asked: int


def answers_on(actor: User, plan: Plan, version: Version) -> Held:
    """By the code of the item; one query."""
    here = (version.number, version.round)
    answers, before = {}, {}
    for each in _answers(actor, plan):
        if (each.version, each.round) == here:
            answers[each.item] = each
        elif (each.version, each.round) < here and each.answer:
            before[each.item] = each
    return Held(answers, before)


def items_with(answers: Answers) -> list[ChecklistItem]:
    """The items in use, and those that were answered before they went out of use."""
    every = rows_of(ChecklistItem, with_inactive=True)
    return in_order(each for each in every if each.is_active or each.code in answers)


def tally(actor: User, plan: Plan, version: Version) -> Tally:
    held = answers_on(actor, plan, version)
    items = items_with(held.answers)
    answered = sum(
        bool(held.answers[each.code].answer) for each in items if each.code in held.answers
    )
    return Tally(answered, len(items))


def _answers(actor: User, plan: Plan) -> Sequence[ChecklistAnswer]:
    if not may_read(actor, plan):
        return ()
    found = (
        sa.select(ChecklistAnswer)
        .where(ChecklistAnswer.plan_id == plan.id)
        .options(joinedload(ChecklistAnswer.answered_by))
        .order_by(ChecklistAnswer.version, ChecklistAnswer.round, ChecklistAnswer.id)
    )
    return db.session.scalars(found).all()
