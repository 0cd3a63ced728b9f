"""Naming who reads what. Each change is written into the history, and who is asked is told."""

from __future__ import annotations

from sqlalchemy.exc import IntegrityError

from engage.accounts.models import User
from engage.accounts.permissions import Permission
from engage.history.actions import record
from engage.history.vocabulary import Verb
from engage.kit.clock import now
from engage.kit.db import db
from engage.kit.errors import Invalid, NotAllowed, OutOfTurn, ensure
from engage.kit.locales import CODES, force
from engage.plans.assignments import rules
from engage.plans.assignments.details import RuleDetails
from engage.plans.assignments.matching import best_rule
from engage.plans.assignments.models import Assignment, AssignmentRule
from engage.plans.assignments.queries import (
    assignments_of,
    find_assignment,
    find_rule,
    rules_that_count,
)
from engage.plans.assignments.sentences import CLOSED, NO_REVIEWER, NOT_NOW, SAME_RULE
from engage.plans.assignments.vocabulary import Topic
from engage.plans.models import Plan
from engage.plans.sentences import MAY_NOT
from engage.plans.telling import tell_about
from engage.post.vocabulary import Cause


class SameRule(Invalid):
    """There is a rule already for the topic, annex and language."""


def assign(actor: User, plan: Plan, topic: Topic, reviewer: User | None) -> None:
    """Name who reads a topic, or nobody; a new reviewer begins anew and is told."""
    ensure(actor.may(Permission.PLAN_REVIEW), NotAllowed(str(MAY_NOT)))
    ensure(rules.may_assign(actor, plan), OutOfTurn(str(CLOSED)))
    ensure(reviewer is None or rules.may_be_assigned(reviewer), Invalid(str(NO_REVIEWER)))
    before = find_assignment(plan, topic)
    if (before.reviewer if before else None) == reviewer:
        return
    if reviewer is None:
        _take_off(actor, plan, topic)
    else:
        _put(actor, plan, topic, reviewer)


def assign_by_rules(plan: Plan) -> None:
    """Fill the topics that nobody reads yet, as the rules say; whoever reads already stays."""
    taken = {each.topic for each in assignments_of(plan)}
    known = rules_that_count()
    for topic in Topic:
        rule = best_rule(known, topic.value, plan.party.annexes, plan.submitted_language)
        reviewer = db.session.get(User, rule.reviewer_id) if rule else None
        if topic.value not in taken and reviewer and rules.may_be_assigned(reviewer):
            _put(None, plan, topic, reviewer)


def take_lead(actor: User, plan: Plan) -> None:
    """Lead a review that has begun, in the place of a colleague or of nobody."""
    ensure(actor.may(Permission.PLAN_REVIEW), NotAllowed(str(MAY_NOT)))
    ensure(rules.may_take_lead(actor, plan), OutOfTurn(str(NOT_NOW)))
    _keep(actor, plan, Topic.LEAD, actor)
    record(actor, Verb.LEAD_TAKEN, ("plan", plan.id))


def lead_if_nobody_does(actor: User, plan: Plan) -> None:
    """Whoever takes the review up leads it; that it was taken up is written already."""
    if plan.lead_id is None:
        _keep(actor, plan, Topic.LEAD, actor)


def finish_topic(actor: User, plan: Plan, assignment: Assignment) -> None:
    """Say that one has read a topic in the present round."""
    _ensure_own(actor, assignment)
    if rules.may_finish(actor, assignment):
        assignment.finished_at = now()
        _record(actor, Verb.TOPIC_FINISHED, plan, assignment.topic)


def reopen_topic(actor: User, plan: Plan, assignment: Assignment) -> None:
    """Read on, after having finished too soon."""
    _ensure_own(actor, assignment)
    if rules.may_reopen(actor, assignment):
        assignment.finished_at = None
        _record(actor, Verb.TOPIC_REOPENED, plan, assignment.topic)


# ---------------------------------------------------------------- rules


def add_rule(actor: User, details: RuleDetails) -> AssignmentRule:
    """A rule for plans that are submitted from now on. Raises SameRule where there is one."""
    ensure(actor.may(Permission.PLAN_REVIEW), NotAllowed(str(MAY_NOT)))
    reviewer = db.session.get(User, details.reviewer_id)
    if reviewer is None or not rules.may_be_assigned(reviewer):
        raise Invalid(str(NO_REVIEWER))
    same = find_rule(details.topic, details.annex, details.language)
    ensure(same is None, _same_rule())
    rule = AssignmentRule(
        topic=details.topic, annex=details.annex, language=details.language, reviewer=reviewer
    )
    try:
        with db.session.begin_nested():  # a colleague may add the same one at this moment
            db.session.add(rule)
    except IntegrityError:
        raise _same_rule() from None
    return rule


def remove_rule(actor: User, rule: AssignmentRule) -> None:
    """Those who were named by it stay."""
    ensure(actor.may(Permission.PLAN_REVIEW), NotAllowed(str(MAY_NOT)))
    db.session.delete(rule)
    db.session.flush()


# ---------------------------------------------------------------- inside


def _put(actor: User | None, plan: Plan, topic: Topic, reviewer: User) -> None:
    """Keep it, write it down, and tell the reviewer, unless it was the reviewer's own doing."""
    _keep(actor, plan, topic, reviewer)
    _record(actor, Verb.ASSIGNED, plan, topic, reviewer)
    if reviewer != actor:
        labels = labels_of(topic)
        tell_about(plan, [reviewer], Cause.ASSIGNED, turn=topic.value, topic=labels)


def _keep(actor: User | None, plan: Plan, topic: Topic, reviewer: User) -> None:
    kept = find_assignment(plan, topic)
    if kept is None:
        kept = Assignment(plan=plan, topic=topic.value)
        db.session.add(kept)
    kept.reviewer, kept.finished_at = reviewer, None
    kept.assigned_by_id, kept.assigned_at = actor.id if actor else None, now()
    if topic is Topic.LEAD:
        plan.lead = reviewer
    db.session.flush()  # lists and rules read the lead from the plan


def _take_off(actor: User, plan: Plan, topic: Topic) -> None:
    kept = find_assignment(plan, topic)
    if kept is None:
        return
    _record(actor, Verb.UNASSIGNED, plan, topic, kept.reviewer)
    db.session.delete(kept)
    if topic is Topic.LEAD:
        plan.lead = None
    db.session.flush()


def _record(
    actor: User | None, verb: Verb, plan: Plan, topic: str, person: User | None = None
) -> None:
    named = {"person": person.name} if person else {}
    record(actor, verb, ("plan", plan.id), topic=labels_of(Topic(topic)), **named)


def labels_of(topic: Topic) -> dict[str, str]:
    """What a topic is called, by language: history and letters are read in any."""
    labels = {}
    for code in CODES:
        with force(code):
            labels[code] = str(topic.label)
    return labels


def _ensure_own(actor: User, assignment: Assignment) -> None:
    is_own = assignment.reviewer_id == actor.id and actor.may(Permission.PLAN_REVIEW)
    ensure(is_own, NotAllowed(str(MAY_NOT)))
    can_be = rules.may_finish(actor, assignment) or rules.may_reopen(actor, assignment)
    ensure(can_be, OutOfTurn(str(NOT_NOW)))


def _same_rule() -> SameRule:
    return SameRule(str(SAME_RULE))
