"""Asking colleagues to read a plan before it is submitted, and ending such a check.

The plan must come locked, so that nobody is asked twice. Nothing of it leaves the Party.
"""

from __future__ import annotations

from engage.accounts.models import User
from engage.history.actions import record
from engage.history.vocabulary import Verb
from engage.kit.clock import now
from engage.kit.db import db
from engage.kit.errors import Invalid, NotAllowed, OutOfTurn, ensure
from engage.plans.checks import rules
from engage.plans.checks.details import RemarkDetails, RequestDetails
from engage.plans.checks.models import InternalCheck
from engage.plans.checks.queries import people_to_ask
from engage.plans.checks.sentences import ASKED_ALREADY, FINISHED, NOBODY
from engage.plans.models import Plan
from engage.plans.sentences import LOCKED, MAY_NOT
from engage.plans.telling import tell_about
from engage.post.vocabulary import Cause


def ask_for_check(actor: User, plan: Plan, details: RequestDetails) -> list[InternalCheck]:
    """Ask each of several people of the Party to read the plan as it stands."""
    ensure(rules.may_ask(actor, plan), NotAllowed(str(LOCKED)))
    ensure(details.people, Invalid(str(NOBODY)))
    there = {each.id: each for each in people_to_ask(actor, plan)}
    ensure(there.keys() >= set(details.people), Invalid(str(ASKED_ALREADY)))
    return [_ask(actor, plan, there[each], details) for each in dict.fromkeys(details.people)]


def finish_check(actor: User, check: InternalCheck, details: RemarkDetails) -> None:
    """End a check, with a remark or without one; who asked is told."""
    ensure(check.adviser_id == actor.id, NotAllowed(str(MAY_NOT)))
    ensure(rules.may_finish(actor, check), OutOfTurn(str(FINISHED)))
    check.remark, check.remark_language = details.text.strip(), details.language
    check.finished_at = now()
    record(actor, Verb.CHECK_DONE, ("plan", check.plan_id))
    # Each check is a turn of its own: of two that end on one day, both are told.
    tell_about(check.plan, [check.asked_by], Cause.CHECK_DONE, f"check {check.id}", by=actor.name)


def _ask(actor: User, plan: Plan, person: User, details: RequestDetails) -> InternalCheck:
    check = InternalCheck(
        plan=plan,
        version=plan.version,
        adviser=person,
        request=details.text.strip(),
        language=details.language,
        asked_by=actor,
        asked_at=now(),
    )
    db.session.add(check)
    db.session.flush()  # the letter names it
    record(actor, Verb.CHECK_ASKED, ("plan", plan.id), person=person.name)
    tell_about(plan, [person], Cause.CHECK_ASKED, f"check {check.id}", by=actor.name)
    return check
