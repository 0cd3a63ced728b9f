"""Comments: what a reader of the plan writes beside a section, and the Party's answer."""

from __future__ import annotations

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from engage.accounts.models import User
from engage.kit.db import Base, UtcDateTime
from engage.plans.models import Plan


class Comment(Base):
    """A comment on one section of a plan, made in one round of review.

    `from_secretariat` comments are read by the Party once the review is returned or complete
    (`sent_at`); an adviser's comments stay inside the Party. The answer (K7 of the field table)
    says done, partly or not done, with a reason.
    """

    __tablename__ = "plan_comment"
    __table_args__ = (
        sa.CheckConstraint("(answer IS NULL) = (answered_at IS NULL)", name="answers_say_when"),
        sa.Index("ix_plan_comment_plan_id_section", "plan_id", "section"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(sa.ForeignKey("plan.id", ondelete="CASCADE"))
    section: Mapped[str]
    version: Mapped[int]
    round: Mapped[int]
    kind: Mapped[str]
    text: Mapped[str]
    language: Mapped[str]
    from_secretariat: Mapped[bool]
    written_by_id: Mapped[int] = mapped_column(sa.ForeignKey("user_account.id"))
    written_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    sent_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    answer: Mapped[str | None]
    answer_text: Mapped[str] = mapped_column(default="")
    answered_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("user_account.id"))
    answered_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    closed_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)

    plan: Mapped[Plan] = relationship()
    written_by: Mapped[User] = relationship(foreign_keys=[written_by_id])
    answered_by: Mapped[User | None] = relationship(foreign_keys=[answered_by_id])


class Letter(Base):
    """What the secretariat wrote when it returned a plan or completed its review.

    Strengths come first; a return has a reason.
    """

    __tablename__ = "plan_letter"
    __table_args__ = (
        sa.UniqueConstraint("plan_id", "version", "round"),
        sa.CheckConstraint("step IN ('return', 'complete')", name="step"),
        sa.CheckConstraint("step <> 'return' OR reason <> ''", name="a_return_has_a_reason"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(sa.ForeignKey("plan.id", ondelete="CASCADE"))
    version: Mapped[int]
    round: Mapped[int]
    step: Mapped[str]
    strengths: Mapped[str]
    reason: Mapped[str] = mapped_column(default="")
    language: Mapped[str]
    written_by_id: Mapped[int] = mapped_column(sa.ForeignKey("user_account.id"))
    written_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)

    plan: Mapped[Plan] = relationship()
    written_by: Mapped[User] = relationship()
