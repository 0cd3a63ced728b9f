"""Assignments of reviewers to plans, and the rules by which they are made."""

from __future__ import annotations

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from engage.accounts.models import User
from engage.kit.db import Base, UtcDateTime
from engage.plans.models import Plan


class Assignment(Base):
    """One reviewer for one topic of a plan; `topic` is a code of `vocabulary.Topic`.

    `finished_at` is when the reviewer last said to have finished; it holds for the present round
    only if it lies after the plan's last submission.
    """

    __tablename__ = "review_assignment"
    __table_args__ = (
        sa.UniqueConstraint("plan_id", "topic"),
        sa.Index("ix_review_assignment_reviewer_id", "reviewer_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(sa.ForeignKey("plan.id", ondelete="CASCADE"))
    topic: Mapped[str] = mapped_column(sa.String(30))
    reviewer_id: Mapped[int] = mapped_column(sa.ForeignKey("user_account.id"))
    assigned_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("user_account.id"))
    assigned_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    finished_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)

    plan: Mapped[Plan] = relationship()
    reviewer: Mapped[User] = relationship(foreign_keys=[reviewer_id])


class AssignmentRule(Base):
    """Who reads a topic of plans from an annex and in a language; blank stands for any of them."""

    __tablename__ = "assignment_rule"
    __table_args__ = (sa.UniqueConstraint("topic", "annex", "language"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    topic: Mapped[str] = mapped_column(sa.String(30))
    annex: Mapped[str] = mapped_column(sa.String(30), default="")
    language: Mapped[str] = mapped_column(sa.String(8), default="")
    reviewer_id: Mapped[int] = mapped_column(sa.ForeignKey("user_account.id"))

    reviewer: Mapped[User] = relationship()
