"""Sending what lies in the outbox, by as many senders at once as one likes.

A sender claims one mailing in a short transaction, which also notes the attempt; hands it over
outside of any transaction; and notes in another what became of it, if the claim is still its own.
A claim whose sender died runs out, and the mailing goes out again under the same Message-ID. Only
if the sender died after the mail server had taken it and before that was noted does it arrive
twice; that cannot be avoided where two machines must agree, so it is told in the log.
"""

from __future__ import annotations

import datetime as dt
import logging
import os
import socket
import time
from collections import Counter
from dataclasses import dataclass
from uuid import uuid4

import sqlalchemy as sa
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from engage.config import settings
from engage.kit.clock import now
from engage.kit.db import db
from engage.post.models import Attempt, Mailing
from engage.post.rules import pause_after
from engage.post.server import Carrier, Line, Mail, Reply, Shelf
from engage.post.vocabulary import Outcome, State

# Longer than the longest time that it may take to send a mailing (`server.LONGEST_SEND`).
LEASE = dt.timedelta(minutes=30)
# What has gone must be noted: a database that is away for a moment is asked again.
SECONDS_UNTIL_NOTED = (1, 5, 15)
DONE = {Outcome.SENT: State.SENT, Outcome.SHOWN: State.SHOWN, Outcome.REFUSED: State.FAILED}

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Claim:
    """A mailing that this sender has in hand."""

    token: str
    mailing_id: int
    attempt_id: int
    mail: Mail


def send_due() -> Counter[State]:
    """Send all that is due now; how many mailings came to stand where."""
    tally: Counter[State] = Counter()
    carrier = make_carrier()
    try:
        while (claim := claim_next()) is not None:
            reply = carrier.carry(claim.mail)
            tally[note(claim, reply)] += 1
            if not reply.goes_on:
                log.warning("The mail server takes no letters now: %s", reply.answer)
                break
    finally:
        carrier.close()
    return tally


def make_carrier() -> Carrier:
    server = settings().mail_server
    return Line(server, settings().mail_from) if server else Shelf()


def claim_next() -> Claim | None:
    """The mailing that has been due for longest and that nobody has in hand."""
    moment = now()
    with db.sessions.begin() as session:
        mailing = session.scalars(_due(moment)).first()
        if mailing is None:
            return None
        if mailing.state == State.SENDING:
            _tell_of_interruption(session, mailing, moment)
        attempt = Attempt(mailing_id=mailing.id, begun_at=moment)
        session.add(attempt)
        mailing.state = State.SENDING.value
        mailing.claimed_by, mailing.claimed_until = _new_token(), moment + LEASE
        session.flush()  # the attempt needs its number
        return Claim(mailing.claimed_by, mailing.id, attempt.id, _mail_of(mailing))


def note(claim: Claim, reply: Reply) -> State:
    for seconds in SECONDS_UNTIL_NOTED:
        try:
            return _note(claim, reply)
        except OperationalError:
            log.warning("Mailing %s is not noted yet", claim.mailing_id, exc_info=True)
            time.sleep(seconds)
    return _note(claim, reply)


def _note(claim: Claim, reply: Reply) -> State:
    moment = now()
    with db.sessions.begin() as session:
        attempt = session.get(Attempt, claim.attempt_id)
        if attempt is not None:  # a mailing goes with its person, even while it is sent
            attempt.ended_at, attempt.outcome, attempt.answer = (
                moment,
                reply.outcome.value,
                reply.answer,
            )
        mailing = session.scalar(_held(claim))
        if mailing is None:
            log.warning(
                "Mailing %s (%s) was in hand for too long: %s; another sender may have it",
                *(claim.mailing_id, claim.mail.message_id, reply.outcome.value),
            )
            return DONE.get(reply.outcome, State.WAITING)
        mailing.claimed_by = mailing.claimed_until = None
        return _settle(mailing, reply, moment)


def _settle(mailing: Mailing, reply: Reply, moment: dt.datetime) -> State:
    state = DONE.get(reply.outcome, State.WAITING)
    if state in (State.WAITING, State.FAILED):
        mailing.tries += 1
        pause = pause_after(mailing.tries)
        if pause is None:
            state = State.FAILED
        else:
            mailing.due_at = moment + pause
    if state is State.SENT:
        mailing.sent_at = moment
    if reply.outcome is Outcome.INTERRUPTED:
        _log_repeat(mailing)
    mailing.state = state.value
    return state


def _due(moment: dt.datetime) -> sa.Select[Mailing]:
    waits = sa.and_(Mailing.state == State.WAITING.value, Mailing.due_at <= moment)
    left = sa.and_(Mailing.state == State.SENDING.value, Mailing.claimed_until <= moment)
    query = sa.select(Mailing).where(sa.or_(waits, left)).order_by(Mailing.due_at, Mailing.id)
    return query.limit(1).with_for_update(skip_locked=True)


def _held(claim: Claim) -> sa.Select[Mailing]:
    query = sa.select(Mailing).where(Mailing.id == claim.mailing_id)
    return query.where(Mailing.claimed_by == claim.token).with_for_update()


def _tell_of_interruption(session: Session, mailing: Mailing, moment: dt.datetime) -> None:
    """Its last sender died with it in hand, before or after the mail server had answered."""
    unfinished = sa.update(Attempt).where(
        Attempt.mailing_id == mailing.id, Attempt.ended_at.is_(None)
    )
    session.execute(unfinished.values(ended_at=moment, outcome=Outcome.INTERRUPTED.value))
    mailing.tries += 1
    _log_repeat(mailing)


def _log_repeat(mailing: Mailing) -> None:
    log.warning(
        "Mailing %s was interrupted and may have been sent; it goes out again under the same "
        "Message-ID %s",
        *(mailing.id, mailing.message_id),
    )


def _new_token() -> str:
    """Names this claim and no other; machine and process help who looks for a sender."""
    return f"{socket.gethostname()[:30]}:{os.getpid()}:{uuid4().hex}"


def _mail_of(mailing: Mailing) -> Mail:
    return Mail(
        message_id=mailing.message_id,
        address=mailing.address,
        language=mailing.language,
        subject=mailing.subject,
        plain=mailing.plain,
        html=mailing.html,
        written_at=mailing.written_at,
    )
