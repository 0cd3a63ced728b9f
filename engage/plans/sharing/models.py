"""Activities that Parties share, who borrowed them, and templates for plans."""

from __future__ import annotations

import datetime as dt
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from engage.accounts.models import User
from engage.kit.db import Base, Document, UtcDateTime
from engage.plans.models import Plan
from engage.reference.models import EditableRow


class Offer(Base):
    """An activity of a plan whose review is complete, which its Party lets others borrow.

    `content` is the row as it was when the review was completed, without anything private.
    """

    __tablename__ = "shared_activity"
    __table_args__ = (sa.UniqueConstraint("plan_id", "key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(sa.ForeignKey("plan.id"))
    key: Mapped[str]
    year: Mapped[int]
    language: Mapped[str]
    title: Mapped[str]
    search_text: Mapped[str]
    content: Mapped[dict[str, Any]] = mapped_column(Document)
    offered_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    is_open: Mapped[bool] = mapped_column(default=True, server_default=sa.true())

    plan: Mapped[Plan] = relationship()


class Borrowing(Base):
    """That a Party took an activity over into a plan of its own."""

    __tablename__ = "borrowed_activity"
    __table_args__ = (
        sa.UniqueConstraint("plan_id", "key"),
        sa.Index("ix_borrowed_activity_offer_id", "offer_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    offer_id: Mapped[int] = mapped_column(sa.ForeignKey("shared_activity.id"))
    plan_id: Mapped[int] = mapped_column(sa.ForeignKey("plan.id"))
    key: Mapped[str]
    borrowed_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    borrowed_by_id: Mapped[int] = mapped_column(sa.ForeignKey("user_account.id"))

    offer: Mapped[Offer] = relationship()
    plan: Mapped[Plan] = relationship()
    borrowed_by: Mapped[User] = relationship()


class PlanTemplate(EditableRow):
    """A plan document to begin from, kept by the secretariat; `names` say what it is called.

    `language` is the one that its words are written in.
    """

    __tablename__ = "plan_template"

    language: Mapped[str] = mapped_column(sa.String(8))
    document: Mapped[dict[str, Any]] = mapped_column(Document)

    def name(self, language: str) -> str:
        """In the language, else in English, else in the one that it was written in."""
        first = next(iter(self.names.values()), "")
        return super().name(language) or self.names.get(self.language) or first
