"""Letters in the outbox of a shared database, written as steps write them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from flask import Flask
from sqlalchemy.orm import selectinload

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.kit.clock import now, telling
from engage.kit.db import db
from engage.post.actions import tell
from engage.post.models import Mailing, Notice
from engage.post.vocabulary import Cause
from tests.factories import make_user

DETAILS: dict[str, Any] = {
    "ref": "MN-2026-1",
    "title": "Gens de la steppe",
    "language": "fr",
    "version": "1",
    "party": {"en": "Mongolia", "fr": "Mongolie"},
}
A_WEEK = dt.timedelta(days=8)


@dataclass(frozen=True, slots=True)
class Stands:
    """Where a mailing stands: its state, and how each attempt ended."""

    state: str
    outcomes: list[str | None]


def write_letters(app: Flask, count: int) -> list[str]:
    """So many letters to one person, which go out at once; their Message-IDs."""
    with app.app_context():
        person = make_user(db.session, Role.REVIEWER)
        for number in range(count):
            tell([person], Cause.RETURNED, ("plan", number), **DETAILS)
        db.session.commit()
        query = sa.select(Mailing.message_id).where(Mailing.person_id == person.id)
        return list(db.session.scalars(query))


def write_for_digest(app: Flask) -> User:
    """A letter of last week to a person who gets a digest."""
    with app.app_context(), telling(now() - A_WEEK):
        person = make_user(db.session, Role.REVIEWER)
        tell([person], Cause.SUBMITTED, ("plan", 1), **DETAILS)
        db.session.commit()
        return person


def digests_of(app: Flask, person: User) -> list[str]:
    """The Message-IDs of the digests that bring what was written to a person."""
    with app.extensions["engage.sessions"]() as session:
        query = sa.select(Mailing.message_id).join(Notice, Notice.mailing_id == Mailing.id)
        return list(session.scalars(query.where(Notice.person_id == person.id).distinct()))


def standing(app: Flask) -> dict[str, Stands]:
    """Each mailing by its Message-ID."""
    with app.extensions["engage.sessions"]() as session:
        query = sa.select(Mailing).options(selectinload(Mailing.attempts))
        return {
            each.message_id: Stands(each.state, [one.outcome for one in each.attempts])
            for each in session.scalars(query)
        }
