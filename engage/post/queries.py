"""Finding letters and e-mails; letters are read by those to whom they were written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import joinedload, selectinload

from engage.accounts.models import User
from engage.kit.db import db
from engage.kit.errors import NotFound
from engage.post.models import Mailing, Notice
from engage.post.rules import MAY_GO_AGAIN, may_read_outbox
from engage.post.vocabulary import State

PAGE = 50
NEWEST_FIRST = (Notice.written_at.desc(), Notice.id.desc())


def letters_of(person: User, page: int = 1) -> Sequence[Notice]:
    """The newest first, a page of them."""
    query = sa.select(Notice).where(Notice.person_id == person.id).order_by(*NEWEST_FIRST)
    return db.session.scalars(query.limit(PAGE).offset((page - 1) * PAGE)).all()


def count_letters(person: User) -> tuple[int, int, dt.datetime | None]:
    """How many there are, how many of them are not read, and when the newest was written."""
    unread = sa.func.count().filter(Notice.read_at.is_(None))
    newest = sa.func.max(Notice.written_at)
    query = sa.select(sa.func.count(), unread, newest).where(Notice.person_id == person.id)
    total, not_read, written_at = db.session.execute(query).one()
    return total, not_read, written_at


def unread_for(person: User, limit: int) -> Sequence[Notice]:
    """The newest letters that the person has not read."""
    query = sa.select(Notice).where(Notice.person_id == person.id, Notice.read_at.is_(None))
    return db.session.scalars(query.order_by(*NEWEST_FIRST).limit(limit)).all()


def get_letter(letter_id: int, *, visible_to: User) -> Notice:
    query = sa.select(Notice).options(joinedload(Notice.mailing))
    mine = query.where(Notice.id == letter_id, Notice.person_id == visible_to.id)
    letter = db.session.scalar(mine)
    if letter is None:
        raise NotFound(_("There is no such letter, or you have no access to it."))
    return letter


def count_mailings(*, visible_to: User) -> dict[State, int]:
    """How many e-mails stand where, each state named."""
    query = sa.select(Mailing.state, sa.func.count()).where(_open_to(visible_to))
    found = {row[0]: row[1] for row in db.session.execute(query.group_by(Mailing.state))}
    return {state: found.get(state.value, 0) for state in State}


def mailings_to_look_at(page: int = 1, *, visible_to: User) -> Sequence[Mailing]:
    """What could not be sent, then what waits or is being sent, the longest first."""
    open_states = [state.value for state in (*MAY_GO_AGAIN, State.SENDING)]
    failed_first = sa.case((Mailing.state == State.FAILED.value, 0), else_=1)
    query = (
        sa.select(Mailing)
        .where(_open_to(visible_to), Mailing.state.in_(open_states))
        .options(selectinload(Mailing.attempts))
        .order_by(failed_first, Mailing.written_at, Mailing.id)
    )
    return db.session.scalars(query.limit(PAGE).offset((page - 1) * PAGE)).all()


def failed_mailings(*, visible_to: User) -> Sequence[Mailing]:
    failed = sa.and_(_open_to(visible_to), Mailing.state == State.FAILED.value)
    query = sa.select(Mailing).where(failed).order_by(Mailing.id)
    return db.session.scalars(query.with_for_update()).all()


def get_mailing(mailing_id: int, *, visible_to: User) -> Mailing:
    """Locked, so that a sender who takes it at the same moment has it or waits."""
    query = sa.select(Mailing).where(_open_to(visible_to), Mailing.id == mailing_id)
    mailing = db.session.scalar(query.with_for_update())
    if mailing is None:
        raise NotFound(_("There is no such e-mail, or you have no access to it."))
    return mailing


def _open_to(person: User) -> sa.ColumnElement[bool]:
    return sa.true() if may_read_outbox(person) else sa.false()
