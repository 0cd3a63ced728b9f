"""Writing the digests that are due: what came since the last one, in one e-mail a person."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Iterator, Sequence
from itertools import islice

import sqlalchemy as sa
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.config import settings
from engage.kit.clock import now
from engage.kit.db import db
from engage.kit.zones import known_zone
from engage.post.envelopes import write_digest
from engage.post.letters import asking, zone_of
from engage.post.models import Mailing, Notice
from engage.post.rules import DAYS_OF, RECENT, period_begun
from engage.post.vocabulary import Cause, Pace

STEPS = 3

log = logging.getLogger(__name__)


def write_digests() -> int:
    """How many were written. What fails for one person holds up nobody else."""
    moment, written = now(), 0
    with db.sessions() as session:
        due = list(_people_due(session, moment))
    for person_id in due:
        try:
            written += _write_for(person_id, moment)
        except Exception:
            log.exception("The digest for person %s could not be written", person_id)
    return written


def _people_due(session: Session, moment: dt.datetime) -> Iterator[int]:
    """From the letters that wait, not from all the people: most have none."""
    last = sa.select(sa.func.max(Mailing.period)).where(Mailing.person_id == User.id)
    query = (
        sa.select(
            User.id,
            User.pace,
            User.time_zone,
            sa.func.min(Notice.written_at).label("oldest"),
            last.scalar_subquery().label("last"),
        )
        .join(Notice, Notice.person_id == User.id)
        .where(*_unsent(moment), User.is_active, User.pace.in_([pace.value for pace in DAYS_OF]))
        .group_by(User.id, User.pace, User.time_zone)
        .order_by(User.id)
    )
    for row in session.execute(query):
        zone = known_zone(row.time_zone, settings().time_zone)
        begun = period_begun(Pace(row.pace), moment, zone)
        if row.oldest < begun and (row.last is None or row.last < begun.date()):
            yield row.id


def _write_for(person_id: int, moment: dt.datetime) -> bool:
    """In a transaction of its own, which holds the person: of two workers one writes."""
    with db.sessions.begin() as session:
        person = session.scalar(_held_person(person_id))
        if person is None or person.pace not in DAYS_OF:
            return False
        day = period_begun(Pace(person.pace), moment, zone_of(person)).date()
        query = sa.select(Notice).where(Notice.person_id == person.id)
        newest_first = (Notice.written_at.desc(), Notice.id.desc())
        waiting = session.scalars(query.where(*_unsent(moment)).order_by(*newest_first)).all()
        if not waiting or session.scalar(_digests_since(person, day)):
            return False
        recent = query.where(Notice.written_at > moment - RECENT).order_by(*newest_first)
        steps = next_steps(session.scalars(recent).all(), asking(person))
        mailing = write_digest(person, waiting, steps, day, moment)
        session.add(mailing)
        for notice in waiting:
            notice.mailing = mailing
        return True


def next_steps(newest_first: Sequence[Notice], asking: frozenset[Cause]) -> list[Notice]:
    """Three at most: what the newest letter about each thing asks for, if it is not read yet."""
    newest: dict[tuple[str, int], Notice] = {}
    for notice in newest_first:
        newest.setdefault((notice.subject_kind, notice.subject_id), notice)
    asked = (each for each in newest.values() if each.read_at is None and each.cause in asking)
    return list(islice(asked, STEPS))


def _unsent(moment: dt.datetime) -> tuple[sa.ColumnElement[bool], ...]:
    return (
        Notice.mailing_id.is_(None),
        Notice.read_at.is_(None),
        Notice.written_at > moment - RECENT,
    )


def _held_person(person_id: int) -> sa.Select[User]:
    """Whom another worker has in hand is left to it. Letters may be written meanwhile."""
    query = sa.select(User).where(User.id == person_id, User.is_active)
    return query.with_for_update(of=User, skip_locked=True, key_share=True)


def _digests_since(person: User, day: dt.date) -> sa.Select[int]:
    found = sa.select(sa.func.count()).select_from(Mailing)
    return found.where(Mailing.person_id == person.id, Mailing.period >= day)
