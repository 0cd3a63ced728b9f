"""Letters that no step causes but time: drafts that rest, calls, reviews that wait.

Asked for by `engage work`, as often as it likes: what was told before is not told again. The rules
of `due` decide; nothing here changes a plan.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import partial

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from engage.accounts.models import User
from engage.accounts.permissions import PERMISSIONS, Permission, Role
from engage.accounts.queries import reviewers
from engage.kit.clock import today
from engage.kit.db import db
from engage.plans.assignments.models import Assignment
from engage.plans.assignments.vocabulary import Topic
from engage.plans.due import (
    PAUSE_DRAFTS,
    PAUSE_REVIEWS,
    Limits,
    ends_soon,
    rests_long,
    waits_long,
)
from engage.plans.models import Plan
from engage.plans.review.sentences import WAITING
from engage.plans.telling import tell_about
from engage.plans.vocabulary import Status
from engage.post.actions import tell
from engage.post.models import Notice
from engage.post.vocabulary import Cause
from engage.reference.models import CallForPlans
from engage.reference.queries import threshold

WRITERS = tuple(role for role, allowed in PERMISSIONS.items() if Permission.PLAN_EDIT in allowed)

Known = set[tuple[int, int, str]]  # whom, of what, in which turn


def remind() -> int:
    """Write the letters that are due today; how many there were. The caller commits."""
    day = today()
    limits = Limits(threshold("draft_rest"), threshold("call_reminder"), threshold("feedback"))
    drafts = _remind_of_drafts(day, limits.draft_rest)
    calls = _tell_of_calls(day, limits.call_reminder)
    return drafts + calls + _remind_of_reviews(day, limits.feedback)


def _remind_of_drafts(day: dt.date, limit: int | None) -> int:
    drafts = sa.select(Plan).where(Plan.status == Status.DRAFT.value).order_by(Plan.id)
    resting = [
        plan
        for plan in db.session.scalars(drafts)
        if rests_long(plan.changed_at.date(), day, limit)
    ]
    if not resting:
        return 0
    writers = people_by_party(WRITERS)
    known = told_before(Cause.DRAFT_RESTS, after=day - PAUSE_DRAFTS)
    return sum(
        _tell_of_plan(plan, writers[plan.party_code], Cause.DRAFT_RESTS, plan.changed_at, known)
        for plan in resting
    )


def _remind_of_reviews(day: dt.date, limit: int | None) -> int:
    plans = sa.select(Plan).where(Plan.status.in_(WAITING)).order_by(Plan.id)
    waiting = [
        (plan, plan.submitted_at)
        for plan in db.session.scalars(plans)
        if plan.submitted_at and waits_long(plan.submitted_at.date(), day, limit)
    ]
    if not waiting:
        return 0
    leads, everybody = _leads(), reviewers()
    known = told_before(Cause.REVIEW_WAITS, after=day - PAUSE_REVIEWS)
    return sum(
        _tell_of_plan(plan, leads.get(plan.id, everybody), Cause.REVIEW_WAITS, since, known)
        for plan, since in waiting
    )


def _tell_of_plan(
    plan: Plan, people: Sequence[User], cause: Cause, since: dt.datetime, known: Known
) -> int:
    """The turn is the day since which it lasts; who was told a short while ago is left out."""
    recently = {person for person, subject, _turn in known if subject == plan.id}
    turn, days = since.date().isoformat(), (today() - since.date()).days
    return sum(
        once(partial(tell_about, plan, (person,), cause, turn, days=days))
        for person in people
        if person.id not in recently
    )


def _tell_of_calls(day: dt.date, limit: int | None) -> int:
    open_now = sa.select(CallForPlans).where(
        CallForPlans.is_active, CallForPlans.opens_on <= day, CallForPlans.due_on >= day
    )
    calls = db.session.scalars(open_now.order_by(CallForPlans.due_on, CallForPlans.id)).all()
    if not calls:
        return 0
    people = [person for each in people_by_party((Role.FOCAL_POINT,)).values() for person in each]
    submitted = _last_submissions()
    opened, ending = told_before(Cause.CALL_OPENED), told_before(Cause.CALL_ENDS)
    written = 0
    for call in calls:
        written += _tell_of_call(call, people, Cause.CALL_OPENED, "", opened)
        if ends_soon(call.opens_on, call.due_on, day, limit):
            late = [
                person
                for person in people
                if submitted.get(person.party_code or "", dt.date.min) < call.opens_on
            ]
            turn = call.due_on.isoformat()
            written += _tell_of_call(call, late, Cause.CALL_ENDS, turn, ending)
    return written


def _tell_of_call(
    call: CallForPlans, people: Iterable[User], cause: Cause, turn: str, known: Known
) -> int:
    """That a call ends has its day as its turn: if the day is moved, it is told again."""
    details = {"call": dict(call.names), "due": call.due_on.isoformat()}
    return sum(
        once(partial(tell, (person,), cause, ("call", call.id), turn, **details))
        for person in people
        if (person.id, call.id, turn) not in known
    )


def once(write: Callable[[], list[Notice]]) -> int:
    """Write, unless another process wrote the same at the same moment."""
    try:
        with db.session.begin_nested():
            return len(write())
    except IntegrityError:
        return 0


def told_before(cause: Cause, after: dt.date = dt.date.min) -> Known:
    """Who was told of what, and in which turn, by letters of this cause."""
    found = sa.select(Notice.person_id, Notice.subject_id, Notice.turn).where(
        Notice.cause == cause.value, Notice.day > after
    )
    return {(person, subject, turn) for person, subject, turn in db.session.execute(found)}


def people_by_party(roles: Sequence[Role]) -> dict[str, list[User]]:
    """The people of all Parties who have one of the roles."""
    found = (
        sa.select(User)
        .where(User.party_code.is_not(None), User.is_active, User.role.in_(roles))
        .order_by(User.party_code, User.name, User.id)
    )
    people = defaultdict(list)
    for person in db.session.scalars(found):
        people[person.party_code or ""].append(person)
    return people


def _leads() -> dict[int, Sequence[User]]:
    """Who leads the review, by plan."""
    found = (
        sa.select(Assignment.plan_id, User)
        .join(User, User.id == Assignment.reviewer_id)
        .where(Assignment.topic == Topic.LEAD.value, User.is_active)
        .order_by(Assignment.id)
    )
    return {plan_id: (person,) for plan_id, person in db.session.execute(found)}


def _last_submissions() -> dict[str, dt.date]:
    """When each Party submitted a plan last that it did not withdraw."""
    withdrawn = sa.and_(Plan.status == Status.DRAFT.value, Plan.submitted_version == Plan.version)
    found = (
        sa.select(Plan.party_code, sa.func.max(Plan.submitted_at))
        .where(Plan.submitted_at.is_not(None), sa.not_(withdrawn))
        .group_by(Plan.party_code)
    )
    return {code: at.date() for code, at in db.session.execute(found) if at}
