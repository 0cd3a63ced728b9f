"""Comments beside the parts of a plan, the Party's answers, and letters that send them."""

from __future__ import annotations

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from engage.accounts.models import User
from engage.kit.db import Base, Document, UtcDateTime
from engage.plans.models import Plan
from engage.plans.review.vocabulary import CommentKind, CommentState
from engage.reference.vocabulary.identity import AnswerToComment


class Comment(Base):
    """A comment on a part of a plan, made in one round of review.

    The part is the whole plan (no `section`), a section, a row of a list (`register` and
    `row_key`), or one answer of either (`field`). What the lead has dropped (`dropped_at`) is kept
    at the secretariat and never sent.

    `from_secretariat` comments are read by the Party once the review is returned or complete
    (`sent_at`); an adviser's comments stay inside the Party. The answer (K7 of the field table)
    says done, partly or not done; unless all is done it needs a reason. A reviewer who is not
    content with an answer keeps the comment open (`kept_open_at`), and it asks again.
    """

    __tablename__ = "plan_comment"
    __table_args__ = (
        sa.CheckConstraint("(answer IS NULL) = (answered_at IS NULL)", name="answers_say_when"),
        sa.CheckConstraint("dropped_at IS NULL OR sent_at IS NULL", name="dropped_is_never_sent"),
        sa.Index("ix_plan_comment_plan_id_section", "plan_id", "section"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(sa.ForeignKey("plan.id", ondelete="CASCADE"))
    section: Mapped[str]
    register: Mapped[str] = mapped_column(default="", server_default=sa.text("''"))
    row_key: Mapped[str] = mapped_column(default="", server_default=sa.text("''"))
    field: Mapped[str] = mapped_column(default="", server_default=sa.text("''"))
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
    kept_open_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    dropped_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)

    plan: Mapped[Plan] = relationship()
    written_by: Mapped[User] = relationship(foreign_keys=[written_by_id])
    answered_by: Mapped[User | None] = relationship(foreign_keys=[answered_by_id])

    @property
    def asks(self) -> bool:
        """Praise asks for nothing; everything else wants an answer."""
        return self.kind != CommentKind.PRAISE

    @property
    def answer_so_far(self) -> str | None:
        """The answer that stands; an answer that was not enough is asked for anew."""
        return None if self.kept_open_at is not None else self.answer

    @property
    def lacks_reason(self) -> bool:
        """The answer is chosen, but not yet why it is not done, or only in part."""
        return self.answer not in (None, AnswerToComment.DONE) and not self.answer_text

    @property
    def state(self) -> CommentState:
        if self.closed_at is not None or self.dropped_at is not None or not self.asks:
            return CommentState.CLOSED
        if self.answer is None or self.lacks_reason or self.kept_open_at is not None:
            return CommentState.OPEN
        return CommentState.ANSWERED


class Objection(Base):
    """A reviewer who sees a colleague's comment otherwise; the lead resolves it before the letter
    goes: the comment is kept or dropped (`outcome`)."""

    __tablename__ = "comment_objection"
    __table_args__ = (
        sa.UniqueConstraint("comment_id", "written_by_id"),
        sa.CheckConstraint("(outcome IS NULL) = (resolved_at IS NULL)", name="outcomes_say_when"),
        sa.CheckConstraint("outcome IN ('kept', 'dropped')", name="outcome"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    comment_id: Mapped[int] = mapped_column(sa.ForeignKey("plan_comment.id", ondelete="CASCADE"))
    text: Mapped[str]
    language: Mapped[str]
    written_by_id: Mapped[int] = mapped_column(sa.ForeignKey("user_account.id"))
    written_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    outcome: Mapped[str | None]
    resolved_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    resolved_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("user_account.id"))

    comment: Mapped[Comment] = relationship()
    written_by: Mapped[User] = relationship(foreign_keys=[written_by_id])
    resolved_by: Mapped[User | None] = relationship(foreign_keys=[resolved_by_id])


class Letter(Base):
    """What the secretariat writes when it returns a plan or completes its review.

    Each reviewer has a draft; the one that goes out has `sent_at`, and there is one a round.
    Strengths come first; a return has a reason.
    """

    __tablename__ = "plan_letter"
    __table_args__ = (
        sa.UniqueConstraint("plan_id", "version", "round", "written_by_id"),
        sa.Index(
            "uq_plan_letter_one_is_sent",
            "plan_id",
            "version",
            "round",
            unique=True,
            sqlite_where=sa.text("sent_at IS NOT NULL"),
            postgresql_where=sa.text("sent_at IS NOT NULL"),
        ),
        sa.CheckConstraint("step IN ('return', 'complete')", name="step"),
        sa.CheckConstraint(
            "sent_at IS NULL OR step = 'complete' OR (step = 'return' AND reason <> '')",
            name="a_return_has_a_reason",
        ),
        sa.CheckConstraint("sent_at IS NULL OR strengths <> ''", name="strengths_come_first"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(sa.ForeignKey("plan.id", ondelete="CASCADE"))
    version: Mapped[int]
    round: Mapped[int]
    step: Mapped[str | None]
    strengths: Mapped[str] = mapped_column(default="")
    reason: Mapped[str] = mapped_column(default="")
    # What help the secretariat can offer, in one or two sentences.
    support: Mapped[str] = mapped_column(default="", server_default=sa.text("''"))
    # The numbers of the comments that it brought; unknown of older letters.
    listed: Mapped[list[int] | None] = mapped_column(Document)
    language: Mapped[str]
    written_by_id: Mapped[int] = mapped_column(sa.ForeignKey("user_account.id"))
    written_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    sent_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)

    plan: Mapped[Plan] = relationship()
    written_by: Mapped[User] = relationship()
