"""Writing letters, called by the step that causes them, in its transaction; and reading them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.exc import IntegrityError

from engage.accounts.models import User
from engage.kit.clock import now
from engage.kit.db import db
from engage.kit.errors import OutOfTurn, ensure
from engage.post import rules
from engage.post.details import ChoiceDetails
from engage.post.envelopes import write_letter
from engage.post.letters import day_of
from engage.post.models import Mailing, Notice
from engage.post.vocabulary import Cause, State

Subject = tuple[str, int]


def tell(
    people: Iterable[User], cause: Cause, subject: Subject, turn: str = "", **details: Any
) -> list[Notice]:
    """Write a letter to each person: one for a cause, subject, turn and day of the person.

    `details` are what its words need, such as the plan's reference, title and language, and the
    names of its Party by language. A letter that goes out at once is put into the outbox with it;
    one that was written before on this day is written anew and sent no second time. Flushes; the
    step commits.
    """
    return [_told(person, cause, subject, turn, details) for person in people if person.is_active]


def mark_read(actor: User, letters: Sequence[Notice]) -> None:
    for letter in letters:
        if letter.person_id == actor.id and letter.read_at is None:
            letter.read_at = now()
    db.session.flush()


def mark_all_read(actor: User, until: dt.datetime) -> None:
    """Those written until then: what came meanwhile was not seen."""
    unread = sa.update(Notice).where(
        Notice.person_id == actor.id, Notice.read_at.is_(None), Notice.written_at <= until
    )
    db.session.execute(unread.values(read_at=now()))


def choose(actor: User, details: ChoiceDetails) -> None:
    """How often e-mail comes, and in which zone its times are."""
    actor.pace, actor.time_zone = details.pace.value, details.time_zone
    db.session.flush()


def send_again(actor: User, mailings: Sequence[Mailing]) -> None:
    """Put e-mails into the outbox anew, as if they had never been tried."""
    for mailing in mailings:
        ensure(
            rules.may_send_again(actor, mailing),
            OutOfTurn(_("This e-mail has been sent or is being sent now. Nothing was changed.")),
        )
        mailing.state, mailing.due_at, mailing.tries = State.WAITING.value, now(), 0
        mailing.address = mailing.person.email  # it may have been wrong
    db.session.flush()


def _told(
    person: User, cause: Cause, subject: Subject, turn: str, details: dict[str, Any]
) -> Notice:
    kind, subject_id = subject
    moment = now()
    notice = _one_of_the_day(
        {
            "person_id": person.id,
            "cause": cause.value,
            "subject_kind": kind,
            "subject_id": subject_id,
            "turn": turn,
            "day": day_of(moment, person),
        }
    )
    notice.details, notice.written_at, notice.read_at = dict(details), moment, None
    if notice.mailing_id is None and rules.goes_at_once(person.pace, cause):
        notice.mailing = write_letter(person, notice, moment)
    db.session.flush()  # the letter must stand before the next one looks for it
    return notice


def _one_of_the_day(same: dict[str, Any]) -> Notice:
    """The letter of this day, or a new one; of two who write at once, both find the same."""
    query = sa.select(Notice).filter_by(**same).with_for_update()
    found = db.session.scalar(query)
    if found is not None:
        return found
    notice = Notice(**same, details={}, written_at=now())
    try:
        with db.session.begin_nested():
            db.session.add(notice)
    except IntegrityError:
        return db.session.execute(query).scalar_one()
    return notice
