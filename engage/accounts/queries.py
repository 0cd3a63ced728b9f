"""Finding people, failed attempts and kept text."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import bindparam, select

from engage.accounts.models import KeptText, SignInAttempt, User
from engage.accounts.permissions import Role
from engage.kit.db import db

EMAIL_LENGTH = 254


def folded_email(email: str) -> str:
    """The one spelling under which an address is kept and looked for."""
    return unicodedata.normalize("NFKC", email).strip().casefold()[:EMAIL_LENGTH]


def find_user(email: str) -> User | None:
    return db.session.scalar(select(User).where(User.email == folded_email(email)))


def find_user_of_session(session_id: str) -> User | None:
    """The person of a session, unless signed out everywhere or no longer active."""
    user_id, _colon, epoch = session_id.partition(":")
    if not (user_id.isdecimal() and epoch.isdecimal()):
        return None
    user = db.session.get(User, int(user_id))
    if user is None or not user.is_active or user.session_epoch != int(epoch):
        return None
    return user


def names_of(people: Collection[int]) -> dict[int, str]:
    """What they are called, by their ids."""
    found = db.session.execute(select(User.id, User.name).where(User.id.in_(people)))
    return {row.id: row.name for row in found}


def reviewers() -> Sequence[User]:
    query = select(User).where(User.role == Role.REVIEWER.value, User.is_active)
    return db.session.scalars(query.order_by(User.name, User.id)).all()


def people_of(party_code: str) -> Sequence[User]:
    """Those who work for the Party."""
    query = select(User).where(User.party_code == party_code, User.is_active)
    return db.session.scalars(query.order_by(User.name, User.id)).all()


def failures_of(account: str, since: datetime) -> Sequence[datetime]:
    query = select(SignInAttempt.at).where(
        SignInAttempt.account == account, SignInAttempt.at > since
    )
    return db.session.scalars(query.order_by(SignInAttempt.at)).all()


def failures_from(address: str, since: datetime) -> Sequence[datetime]:
    query = select(SignInAttempt.at).where(
        SignInAttempt.address == address, SignInAttempt.at > since
    )
    return db.session.scalars(query.order_by(SignInAttempt.at)).all()


# Built once: every form asks it.
_KEPT = (
    select(KeptText)
    .where(KeptText.user_id == bindparam("user_id"), KeptText.place == bindparam("place"))
    .order_by(KeptText.kept_at.desc(), KeptText.id)
)


def kept_at(user: User, place: str) -> Sequence[KeptText]:
    """What this person typed into the forms of one page, the latest first."""
    return db.session.scalars(_KEPT, {"user_id": user.id, "place": place}).all()


def find_kept(user: User, posted_to: str) -> KeptText | None:
    query = select(KeptText).where(KeptText.user_id == user.id, KeptText.posted_to == posted_to)
    return db.session.scalar(query)
