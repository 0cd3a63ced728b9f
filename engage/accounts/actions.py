"""Changing accounts: adding people, signing in, passwords, text that was kept."""

from __future__ import annotations

from datetime import datetime, timedelta

from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy import delete

from engage.accounts.details import AccountDetails, Typed, UserDetails
from engage.accounts.models import KeptText, SignInAttempt, User
from engage.accounts.passwords import LONGEST, SHORTEST, hash_password, is_outdated, matches
from engage.accounts.permissions import PARTY_ROLES
from engage.accounts.queries import (
    failures_from,
    failures_of,
    find_kept,
    find_user,
    folded_email,
)
from engage.accounts.throttle import (
    PER_ACCOUNT,
    PER_ADDRESS,
    WINDOW,
    free_again_at,
    minutes_until,
)
from engage.kit.clock import now
from engage.kit.db import db
from engage.kit.errors import EngageError, Invalid, ensure
from engage.kit.locales import CODES
from engage.reference.queries import get_party

ATTEMPTS_KEPT = timedelta(days=1)


class TooManyAttempts(EngageError):
    """Somebody tried too often; `seconds` says how long to wait."""

    status = 429

    def __init__(self, free_at: datetime, moment: datetime) -> None:
        minutes = minutes_until(free_at, moment)
        self.seconds = minutes * 60
        super().__init__(
            ngettext(
                "There were too many attempts to sign in. Please try again in %(num)d minute.",
                "There were too many attempts to sign in. Please try again in %(num)d minutes.",
                minutes,
            )
        )


def add_user(details: UserDetails, password: str) -> User:
    """Add a person. Those who work for a Party need one; the others have none."""
    ensure("@" in details.email, Invalid(_("An account needs an email address.")))
    ensure(details.name.strip(), Invalid(_("An account needs the name of a person.")))
    ensure(details.language in CODES, Invalid(_("This language is not offered.")))
    taken = find_user(details.email)
    ensure(taken is None, Invalid(_("There is an account with this email address already.")))
    needs_party = details.role in PARTY_ROLES
    ensure(
        needs_party == bool(details.party_code),
        Invalid(_("This role works for a Party: please name it."))
        if needs_party
        else Invalid(_("This role belongs to the secretariat and to no Party.")),
    )
    user = User(
        email=folded_email(details.email),
        name=details.name.strip(),
        function=details.function.strip(),
        role=details.role.value,
        party=get_party(details.party_code) if details.party_code else None,
        language=details.language,
        password_hash=hash_checked(password),
    )
    db.session.add(user)
    db.session.flush()
    return user


def hash_checked(password: str) -> str:
    """The hash of a password that is long enough."""
    ensure(
        SHORTEST <= len(password) <= LONGEST,
        Invalid(
            ngettext(
                "A password needs at least %(num)d character.",
                "A password needs at least %(num)d characters.",
                SHORTEST,
            )
        ),
    )
    return hash_password(password)


def sign_in(email: str, password: str, address: str) -> User:
    """The person, if the password is theirs; a failure is counted against both throttles."""
    account, moment = folded_email(email), now()
    refuse_too_many(account, address, moment)
    user = find_user(account)
    known = user.password_hash if user is not None and user.is_active else ""
    if not matches(known, password[:LONGEST]) or user is None:
        count_failure(account, address, moment)
        raise Invalid(_("The email address or the password is not right."))
    if is_outdated(user.password_hash):
        user.password_hash = hash_password(password)
    db.session.execute(delete(SignInAttempt).where(SignInAttempt.account == account))
    db.session.flush()
    return user


def refuse_too_many(account: str, address: str, moment: datetime) -> None:
    since = moment - WINDOW
    free_at = [
        free_again_at(failures_of(account, since), PER_ACCOUNT, moment),
        free_again_at(failures_from(address, since), PER_ADDRESS, moment),
    ]
    latest = max((at for at in free_at if at is not None), default=None)
    if latest is not None:
        raise TooManyAttempts(latest, moment)


def count_failure(account: str, address: str, moment: datetime) -> None:
    db.session.execute(delete(SignInAttempt).where(SignInAttempt.at < moment - ATTEMPTS_KEPT))
    db.session.add(SignInAttempt(at=moment, account=account, address=address))
    db.session.flush()


def change_account(actor: User, details: AccountDetails) -> None:
    ensure(details.name.strip(), Invalid(_("Please give your name.")))
    ensure(details.language in CODES, Invalid(_("This language is not offered.")))
    actor.name = details.name.strip()
    actor.function = details.function.strip()
    actor.language = details.language
    db.session.flush()


def change_password(actor: User, current: str, new: str) -> None:
    """The new epoch signs the person out on every other machine."""
    right = matches(actor.password_hash, current[:LONGEST])
    ensure(right, Invalid(_("The current password is not right.")))
    set_password(actor, new)


def set_password(user: User, new: str) -> None:
    user.password_hash = hash_checked(new)
    user.session_epoch += 1
    db.session.flush()


def keep_text(actor: User, typed: Typed) -> None:
    """Keep what was typed; a later text for the same form takes the place of an earlier one."""
    if not typed.fields:
        return
    kept = find_kept(actor, typed.posted_to)
    if kept is None:
        kept = KeptText(user_id=actor.id, posted_to=typed.posted_to)
        db.session.add(kept)
    kept.place, kept.fields, kept.kept_at = typed.place, dict(typed.fields), now()
    db.session.flush()


def forget_text(actor: User, posted_to: str) -> bool:
    """The form was taken: what was kept of it is no longer needed."""
    kept = find_kept(actor, posted_to)
    if kept is None:
        return False
    db.session.delete(kept)
    db.session.flush()
    return True
