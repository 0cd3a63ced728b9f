"""Who reads what of a plan, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from engage.accounts.models import User
from engage.kit.formats import show_date
from engage.kit.locales import current
from engage.plans.assignments import rules
from engage.plans.assignments.models import Assignment
from engage.plans.assignments.vocabulary import Topic


@dataclass(frozen=True, slots=True)
class Reader:
    """One reviewer of one topic, and what the person who looks may do with it."""

    topic: Topic
    name: str
    state: str
    shape: str
    may_finish: bool
    may_reopen: bool


def in_words(actor: User, assignments: Sequence[Assignment]) -> tuple[Reader, ...]:
    """In the order of the topics, the lead first."""
    places = {topic.value: place for place, topic in enumerate(Topic)}
    ordered = sorted(assignments, key=lambda each: places[each.topic])
    return tuple(_reader(actor, each) for each in ordered)


def _reader(actor: User, assignment: Assignment) -> Reader:
    finished = rules.is_finished(assignment)
    return Reader(
        topic=Topic(assignment.topic),
        name=assignment.reviewer.name,
        state=_state(assignment, finished=finished),
        shape="complete" if finished else "in_work",
        may_finish=rules.may_finish(actor, assignment),
        may_reopen=rules.may_reopen(actor, assignment),
    )


def _state(assignment: Assignment, *, finished: bool) -> str:
    if finished and assignment.finished_at is not None:
        day = show_date(assignment.finished_at.date(), language=current())
        return _("finished on %(date)s", date=day)
    day = show_date(assignment.assigned_at.date(), language=current())
    if assignment.topic == Topic.LEAD:
        return _("since %(date)s", date=day)
    return _("asked on %(date)s", date=day)
