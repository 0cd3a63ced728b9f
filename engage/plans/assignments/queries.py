"""What can be asked about assignments; pages of the secretariat alone ask it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager, joinedload, raiseload

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.accounts.queries import reviewers
from engage.kit.collation import sort_key
from engage.kit.db import db
from engage.kit.errors import NotFound
from engage.kit.locales import current
from engage.plans.assignments.matching import Rule
from engage.plans.assignments.models import Assignment, AssignmentRule
from engage.plans.assignments.reading import Reader, in_words
from engage.plans.assignments.sentences import NO_RULE, NO_TOPIC
from engage.plans.assignments.vocabulary import TOPICS, Topic
from engage.plans.models import Plan
from engage.plans.vocabulary import HELD_BY, Holder

WITH_US = tuple(status for status, holder in HELD_BY.items() if holder is Holder.SECRETARIAT)


def assignments_of(plan: Plan) -> Sequence[Assignment]:
    """Who reads what of the plan, with the people; one query."""
    found = (
        sa.select(Assignment)
        .where(Assignment.plan_id == plan.id)
        .options(joinedload(Assignment.reviewer, innerjoin=True).options(raiseload(User.party)))
        .order_by(Assignment.id)
    )
    return db.session.scalars(found).all()


def readers_of(actor: User, plan: Plan) -> tuple[Reader, ...]:
    return in_words(actor, assignments_of(plan))


def find_assignment(plan: Plan, topic: Topic) -> Assignment | None:
    found = sa.select(Assignment).where(
        Assignment.plan_id == plan.id, Assignment.topic == topic.value
    )
    return db.session.scalar(found)


def get_assignment(plan: Plan, code: str) -> Assignment:
    """Raises NotFound for an unknown topic, and for one that nobody reads."""
    found = find_assignment(plan, Topic(code)) if code in set(TOPICS) else None
    if found is None:
        raise NotFound(str(NO_TOPIC))
    return found


def topics_of(person: User, plan: Plan) -> tuple[Topic, ...]:
    """What the person reads of the plan; the lead reads all and is not among them."""
    codes = {each.topic for each in assignments_of(plan) if each.reviewer_id == person.id}
    return tuple(topic for topic in TOPICS if topic.value in codes)


def without_lead() -> sa.ColumnElement[bool]:
    """Of a plan: that nobody leads its review, or nobody who still reviews."""
    there = sa.select(User.id).where(User.is_active, User.role == Role.REVIEWER.value)
    return sa.or_(Plan.lead_id.is_(None), Plan.lead_id.not_in(there))


def reviewers_by_name() -> list[User]:
    """Those who review, in the order of their names in the language spoken now."""
    return sorted(reviewers(), key=lambda each: (sort_key(each.name, language=current()), each.id))


def names_of_reviewers() -> tuple[tuple[int, str], ...]:
    """Id and name of those who review, by name: for a list to choose from."""
    found = db.session.execute(
        sa.select(User.id, User.name).where(User.role == Role.REVIEWER.value, User.is_active)
    )
    people = [(row.id, row.name) for row in found]
    return tuple(sorted(people, key=lambda each: (sort_key(each[1], language=current()), each[0])))


# ---------------------------------------------------------------- rules


def rules_in_use() -> list[AssignmentRule]:
    """By topic, then by annex and language, the general ones last."""
    places = {topic.value: place for place, topic in enumerate(Topic)}
    found = db.session.scalars(
        sa.select(AssignmentRule).options(joinedload(AssignmentRule.reviewer, innerjoin=True))
    )
    return sorted(found, key=lambda each: (places[each.topic], rule_of(each).rank, each.language))


def rules_that_count() -> list[Rule]:
    """Those whose reviewer is still there."""
    return [rule_of(each) for each in rules_in_use() if each.reviewer.is_active]


def rule_of(row: AssignmentRule) -> Rule:
    return Rule(row.topic, row.annex, row.language, row.reviewer_id)


def get_rule(rule_id: int) -> AssignmentRule:
    found = db.session.get(AssignmentRule, rule_id)
    if found is None:
        raise NotFound(str(NO_RULE))
    return found


def find_rule(topic: str, annex: str, language: str) -> AssignmentRule | None:
    found = sa.select(AssignmentRule).where(
        AssignmentRule.topic == topic,
        AssignmentRule.annex == annex,
        AssignmentRule.language == language,
    )
    return db.session.scalar(found)


# ---------------------------------------------------------------- workload


@dataclass(frozen=True, slots=True)
class Load:
    """What one reviewer has of the plans that are with the secretariat now.

    `topics` counts by topic what the reviewer has not finished; `since` is when the plan that
    waits longest for this person was submitted.
    """

    reviewer_id: int
    name: str
    leads: int
    topics: Mapping[Topic, int]
    since: dt.datetime | None


def workload() -> list[Load]:
    """Everybody who reviews, by name: two queries, however much there is to read."""
    mine: dict[int, list[Assignment]] = {}
    for each in _open_assignments():
        mine.setdefault(each.reviewer_id, []).append(each)
    return [_load(person, mine.get(person.id, ())) for person in reviewers_by_name()]


def _open_assignments() -> Iterable[Assignment]:
    """Of plans that the secretariat holds, what is not finished in the present round."""
    unfinished = sa.or_(
        Assignment.finished_at.is_(None), Assignment.finished_at <= Plan.submitted_at
    )
    found = (
        sa.select(Assignment)
        .join(Assignment.plan)
        .where(Plan.status.in_(WITH_US), unfinished)
        .options(contains_eager(Assignment.plan).options(raiseload(Plan.party)))
        .order_by(Assignment.id)
    )
    return db.session.scalars(found)


def _load(person: User, mine: Sequence[Assignment]) -> Load:
    counts = {topic: sum(each.topic == topic for each in mine) for topic in Topic}
    since = min((each.plan.submitted_at for each in mine if each.plan.submitted_at), default=None)
    topics = {topic: counts[topic] for topic in TOPICS if counts[topic]}
    return Load(person.id, person.name, counts[Topic.LEAD], topics, since)
