"""Private addresses of calendars: a long random token, which its owner can revoke."""

from __future__ import annotations

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from engage.accounts.models import User
from engage.kit.db import Base, UtcDateTime


class FeedToken(Base):
    """An address at which a calendar program reads what its owner may see, until it is revoked.

    Only a digest of the token is kept; `query` is the filter that the address carries, as it
    stands in the address of the calendar page.
    """

    __tablename__ = "feed_token"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(sa.ForeignKey("user_account.id"), index=True)
    name: Mapped[str] = mapped_column(sa.String(100), default="")
    digest: Mapped[str] = mapped_column(sa.String(64), unique=True)
    query: Mapped[str] = mapped_column(sa.Text, default="")
    language: Mapped[str] = mapped_column(sa.String(8))
    created_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    used_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    revoked_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)

    user: Mapped[User] = relationship()
