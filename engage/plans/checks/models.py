"""Who was asked to check a plan inside the Party, and what they said."""

from __future__ import annotations

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from engage.accounts.models import User
from engage.kit.db import Base, UtcDateTime
from engage.plans.models import Plan


class InternalCheck(Base):
    """One person of the Party who is asked to read a version before it is submitted."""

    __tablename__ = "internal_check"
    __table_args__ = (
        sa.Index("ix_internal_check_plan_id", "plan_id"),
        sa.Index("ix_internal_check_adviser_id", "adviser_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(sa.ForeignKey("plan.id", ondelete="CASCADE"))
    version: Mapped[int]
    adviser_id: Mapped[int] = mapped_column(sa.ForeignKey("user_account.id"))
    request: Mapped[str] = mapped_column(sa.Text, default="")
    language: Mapped[str] = mapped_column(sa.String(8))
    asked_by_id: Mapped[int] = mapped_column(sa.ForeignKey("user_account.id"))
    asked_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    remark: Mapped[str] = mapped_column(sa.Text, default="")
    remark_language: Mapped[str] = mapped_column(sa.String(8), default="")
    finished_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)

    plan: Mapped[Plan] = relationship()
    adviser: Mapped[User] = relationship(foreign_keys=[adviser_id])
    asked_by: Mapped[User] = relationship(foreign_keys=[asked_by_id])
