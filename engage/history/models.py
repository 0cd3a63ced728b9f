"""The one table of what happened."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from engage.accounts.models import User
from engage.history.vocabulary import Verb
from engage.kit.clock import now
from engage.kit.db import Base
from engage.kit.locales import current
from engage.reference.models import name_in


class Entry(Base):
    """Who did what, when, to what. Never changed after it was written."""

    __tablename__ = "history_entry"
    __table_args__ = (Index(None, "subject_kind", "subject_id", "at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(default=now)
    actor_id: Mapped[int | None] = mapped_column(
        ForeignKey(User.id, ondelete="SET NULL"), index=True
    )
    actor_name: Mapped[str] = mapped_column(String(150))
    subject_kind: Mapped[str] = mapped_column(String(30))
    subject_id: Mapped[int]
    verb: Mapped[str] = mapped_column(String(30))
    note: Mapped[str] = mapped_column(Text, default="")
    details: Mapped[dict[str, Any]]

    @property
    def words(self) -> dict[str, str]:
        """The details as they stand in a sentence; a name with its languages in the one spoken
        now."""
        return {
            key: name_in(each, current()) if isinstance(each, dict) else str(each)
            for key, each in self.details.items()
        }

    @property
    def sentence(self) -> str:
        """What happened, in the language spoken now."""
        return str(Verb(self.verb).label) % {**self.words, "actor": self.actor_name}
