"""Writing letters: called by the step that causes them, in its transaction."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa

from engage.accounts.models import User
from engage.kit.clock import now
from engage.kit.db import db
from engage.post.models import Notice
from engage.post.vocabulary import Cause

Subject = tuple[str, int]


def tell(
    people: Iterable[User], cause: Cause, subject: Subject, turn: str = "", **details: Any
) -> list[Notice]:
    """Write a letter to each person: one for a cause, subject, turn and day.

    `details` are what its words need, such as the plan's reference, title and language, and the
    names of its Party by language. Flushes; the step commits.
    """
    return [_told(person, cause, subject, turn, details) for person in people if person.is_active]


def _told(
    person: User, cause: Cause, subject: Subject, turn: str, details: dict[str, Any]
) -> Notice:
    kind, subject_id = subject
    moment = now()
    same = {
        "person_id": person.id,
        "cause": cause.value,
        "subject_kind": kind,
        "subject_id": subject_id,
        "turn": turn,
        "day": moment.date(),
    }
    notice = db.session.scalar(sa.select(Notice).filter_by(**same))
    if notice is None:
        notice = Notice(**same, person=person)
        db.session.add(notice)
    notice.details, notice.written_at, notice.read_at = dict(details), moment, None
    db.session.flush()
    return notice
