"""Things of the review desk that an address can name: checks, rules, filters, papers."""

from __future__ import annotations

import datetime as dt

from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.kit.clock import now
from engage.kit.uploads import Upload
from engage.plans.assignments.models import Assignment, AssignmentRule
from engage.plans.assignments.vocabulary import Topic
from engage.plans.checks.models import InternalCheck
from engage.plans.filters.models import SavedFilter
from engage.plans.models import Plan
from engage.plans.papers.actions import attach_page
from engage.plans.papers.details import PaperAt
from engage.plans.papers.models import Clearance
from engage.plans.review.actions import comment_on
from engage.plans.review.details import CommentDetails, ObjectionDetails
from engage.plans.review.objecting import object_to
from engage.plans.review.vocabulary import CommentKind
from engage.plans.vocabulary import Paper
from tests.factories import make_user
from tests.kit.scans import PDF


def rule_for(session: Session, reviewer: User) -> int:
    rule = AssignmentRule(topic=Topic.YOUTH.value, reviewer=reviewer)
    session.add(rule)
    session.flush()
    return rule.id


def assign(session: Session, plan: Plan, reviewer: User) -> None:
    """A topic that the reviewer reads."""
    made = Assignment(plan=plan, topic=Topic.GENDER.value, reviewer=reviewer, assigned_at=now())
    session.add(made)


def filter_of(session: Session, person: User) -> int:
    kept = SavedFilter(user_id=person.id, page="queue", name="Mine", query="state=all")
    session.add(kept)
    session.flush()
    return kept.id


def check_by(session: Session, plan: Plan, person: User, asked_by: User) -> int:
    check = InternalCheck(
        plan=plan,
        version=plan.version,
        adviser=person,
        language="en",
        asked_by=asked_by,
        asked_at=now(),
    )
    session.add(check)
    session.flush()
    return check.id


def given_to_the_minister(session: Session, plan: Plan, person: User) -> int:
    note = Clearance(
        plan=plan,
        version=plan.version,
        round=plan.round + 1,
        code="0000-0000",
        with_whom="the minister",
        language="en",
        given_on=dt.date(2026, 11, 18),
        noted_by=person,
        noted_at=now(),
    )
    session.add(note)
    session.flush()
    return note.id


def signed_page(plan: Plan, person: User) -> int:
    """A signed page of a paper that has not gone to the other side yet."""
    at = PaperAt(Paper.CLEARANCE, 1, 2) if person.party_code else PaperAt(Paper.LETTER, 1, 2)
    return attach_page(person, plan, at, Upload("signed.pdf", PDF, "application/pdf")).id


def disputed(session: Session, plan: Plan, reviewer: User, *, is_ours: bool = False) -> int:
    """A comment of a colleague that is not sent yet, objected to by the reviewer, or not."""
    colleague = make_user(session, Role.REVIEWER)
    details = CommentDetails(CommentKind.SUGGESTION, "More radio.", "en")
    comment = comment_on(colleague, plan, "awareness", details)
    if is_ours:
        object_to(reviewer, comment, ObjectionDetails("There is enough.", "en"))
    return comment.id
