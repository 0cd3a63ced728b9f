"""Answers to the items of the checklist; the items are rows of the reference data."""

from __future__ import annotations

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from engage.accounts.models import User
from engage.kit.db import Base, UtcDateTime
from engage.plans.models import Plan


class ChecklistAnswer(Base):
    """What the secretariat answered to one item in one round; `item` is the code of its row.

    Never shown to a Party and never counted into a score: it helps the reviewer to forget nothing.
    """

    __tablename__ = "checklist_answer"
    __table_args__ = (sa.UniqueConstraint("plan_id", "version", "round", "item"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(sa.ForeignKey("plan.id", ondelete="CASCADE"))
    version: Mapped[int]
    round: Mapped[int]
    item: Mapped[str] = mapped_column(sa.String(60))
    answer: Mapped[str] = mapped_column(sa.String(20), default="")
    note: Mapped[str] = mapped_column(sa.Text, default="")
    language: Mapped[str] = mapped_column(sa.String(8))
    answered_by_id: Mapped[int] = mapped_column(sa.ForeignKey("user_account.id"))
    answered_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)

    plan: Mapped[Plan] = relationship()
    answered_by: Mapped[User] = relationship()
