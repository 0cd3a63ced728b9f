"""What can be asked about the calendar and its private addresses."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa

from engage.accounts.models import User
from engage.calendar.models import FeedToken
from engage.kit.db import db


def tokens_of(owner: User) -> Sequence[FeedToken]:
    """The addresses that still work, the newest first."""
    found = (
        sa.select(FeedToken)
        .where(FeedToken.user_id == owner.id, FeedToken.revoked_at.is_(None))
        .order_by(FeedToken.id.desc())
    )
    return db.session.scalars(found).all()
