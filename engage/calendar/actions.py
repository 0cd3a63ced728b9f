"""Private addresses of calendars: made, used, closed."""

from __future__ import annotations

import secrets
from datetime import timedelta

import sqlalchemy as sa
from flask_babel import gettext as _

from engage.accounts.models import User
from engage.calendar.details import Filter
from engage.calendar.models import FeedToken
from engage.calendar.queries import digest_of
from engage.kit.clock import now
from engage.kit.db import db
from engage.kit.errors import NotAllowed, ensure
from engage.kit.locales import current

BYTES = 32
NOTED_EACH = timedelta(days=1)


def make_token(actor: User, name: str, asked: Filter) -> str:
    """A new private address. What is returned is told to its owner and kept nowhere."""
    token = secrets.token_urlsafe(BYTES)
    db.session.add(
        FeedToken(
            user_id=actor.id,
            name=name,
            digest=digest_of(token),
            query=asked.query(),
            language=current(),
            created_at=now(),
        )
    )
    db.session.flush()
    return token


def close_token(actor: User, token: FeedToken) -> None:
    """No calendar program is answered at this address any more, and it cannot be opened again."""
    ensure(token.user_id == actor.id, NotAllowed(_("Your account does not allow this.")))
    token.revoked_at = token.revoked_at or now()
    db.session.flush()


def note_use(token_id: int) -> None:
    """When the address was last read, at most once a day: it shows its owner what is in use."""
    moment = now()
    long_ago = sa.or_(FeedToken.used_at.is_(None), FeedToken.used_at < moment - NOTED_EACH)
    db.session.execute(
        sa.update(FeedToken).where(FeedToken.id == token_id, long_ago).values(used_at=moment)
    )


def is_to_note(token: FeedToken) -> bool:
    return token.used_at is None or token.used_at < now() - NOTED_EACH
