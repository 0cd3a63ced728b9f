"""People, their attempts to sign in, and what they typed before they were signed out."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, text, true
from sqlalchemy.orm import Mapped, mapped_column, relationship

from engage.accounts.permissions import PERMISSIONS, Permission, Role
from engage.kit.clock import now
from engage.kit.db import Base
from engage.reference.models import Party


class User(Base):
    """A named person. Flask-Login reads `is_authenticated`, `is_active` and `get_id`."""

    __tablename__ = "user_account"

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(String(254), unique=True)
    name: Mapped[str] = mapped_column(String(150))
    function: Mapped[str] = mapped_column(String(150), default="")
    role: Mapped[str] = mapped_column(String(30))
    party_code: Mapped[str | None] = mapped_column(ForeignKey("party.code"), index=True)
    language: Mapped[str] = mapped_column(String(8), default="en")
    password_hash: Mapped[str] = mapped_column(String(200), default="")
    session_epoch: Mapped[int] = mapped_column(default=0)
    is_active: Mapped[bool] = mapped_column(default=True, server_default=true())
    created_at: Mapped[datetime] = mapped_column(default=now)
    # How often e-mail is wanted (`post.vocabulary.Pace`), and the zone of times, if it is known.
    pace: Mapped[str] = mapped_column(String(20), default="weekly", server_default="weekly")
    time_zone: Mapped[str] = mapped_column(String(60), default="", server_default=text("''"))

    party: Mapped[Party | None] = relationship(lazy="joined")

    is_authenticated = True
    is_anonymous = False

    def get_id(self) -> str:
        """A change of the epoch signs the person out everywhere."""
        return f"{self.id}:{self.session_epoch}"

    def may(self, permission: Permission) -> bool:
        return self.is_active and permission in PERMISSIONS[Role(self.role)]


class SignInAttempt(Base):
    """An attempt to sign in that failed; kept for a day, for the throttle."""

    __tablename__ = "sign_in_attempt"
    __table_args__ = (
        Index(None, "account", "at"),
        Index(None, "address", "at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(default=now)
    account: Mapped[str] = mapped_column(String(254))
    address: Mapped[str] = mapped_column(String(64))


class KeptText(Base):
    """What somebody typed into a form that could not be taken: shown again, never saved as is.

    `place` is the page that shows the form, `posted_to` the address the form was sent to.
    """

    __tablename__ = "kept_text"
    __table_args__ = (
        UniqueConstraint("user_id", "posted_to"),
        Index(None, "user_id", "place"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id", ondelete="CASCADE"))
    place: Mapped[str] = mapped_column(String(600))
    posted_to: Mapped[str] = mapped_column(String(600))
    fields: Mapped[dict[str, Any]]
    kept_at: Mapped[datetime] = mapped_column(default=now)
