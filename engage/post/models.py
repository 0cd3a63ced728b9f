"""Letters to people, the e-mails that bring them, and each attempt to send one."""

from __future__ import annotations

import datetime as dt
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from engage.accounts.models import User
from engage.kit.db import Base, UtcDateTime


class Mailing(Base):
    """One e-mail in the outbox: to one person, its text as written, and where it stands.

    `message_id` never changes, so that a mail that went out twice can be known as one.
    `claimed_by` is the sender that has it in hand; after `claimed_until` another may take it.
    A digest names the day on which its `period` began: a person gets one for it and no second.
    """

    __tablename__ = "mailing"
    __table_args__ = (
        sa.Index("ix_mailing_state_due_at", "state", "due_at"),
        sa.UniqueConstraint("person_id", "period"),
        sa.CheckConstraint("(claimed_by IS NULL) = (claimed_until IS NULL)", name="claims_end"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    message_id: Mapped[str] = mapped_column(sa.String(200), unique=True)
    person_id: Mapped[int] = mapped_column(sa.ForeignKey("user_account.id", ondelete="CASCADE"))
    period: Mapped[dt.date | None]
    address: Mapped[str] = mapped_column(sa.String(254))
    language: Mapped[str] = mapped_column(sa.String(8))
    subject: Mapped[str]
    plain: Mapped[str] = mapped_column(sa.Text)
    html: Mapped[str] = mapped_column(sa.Text)
    written_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    due_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    state: Mapped[str] = mapped_column(sa.String(20))
    claimed_by: Mapped[str | None] = mapped_column(sa.String(80))
    claimed_until: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    tries: Mapped[int] = mapped_column(default=0)
    sent_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)

    person: Mapped[User] = relationship()
    attempts: Mapped[list[Attempt]] = relationship(
        back_populates="mailing", cascade="all, delete-orphan", order_by="Attempt.id"
    )


class Attempt(Base):
    """One attempt to send a mailing; without an end it is under way, or its sender has died."""

    __tablename__ = "mailing_attempt"

    id: Mapped[int] = mapped_column(primary_key=True)
    mailing_id: Mapped[int] = mapped_column(
        sa.ForeignKey("mailing.id", ondelete="CASCADE"), index=True
    )
    begun_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    ended_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    outcome: Mapped[str | None] = mapped_column(sa.String(20))
    answer: Mapped[str] = mapped_column(sa.Text, default="")

    mailing: Mapped[Mailing] = relationship(back_populates="attempts")


class Notice(Base):
    """What one person should know: in codes and names, put into words when it is read.

    There is one for a person, cause, subject, `turn` (such as the round) and day: who submits
    three times a day writes one letter, whose details are the last ones.
    """

    __tablename__ = "notice"
    __table_args__ = (
        sa.UniqueConstraint("person_id", "cause", "subject_kind", "subject_id", "turn", "day"),
        sa.Index("ix_notice_person_id_written_at", "person_id", "written_at"),
        sa.Index("ix_notice_subject_kind_subject_id", "subject_kind", "subject_id"),
        sa.Index("ix_notice_mailing_id", "mailing_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(sa.ForeignKey("user_account.id", ondelete="CASCADE"))
    cause: Mapped[str] = mapped_column(sa.String(40))
    subject_kind: Mapped[str] = mapped_column(sa.String(30))
    subject_id: Mapped[int]
    turn: Mapped[str] = mapped_column(sa.String(40), default="")
    day: Mapped[dt.date]
    details: Mapped[dict[str, Any]]
    written_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    read_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    mailing_id: Mapped[int | None] = mapped_column(sa.ForeignKey("mailing.id", ondelete="SET NULL"))

    person: Mapped[User] = relationship()
    mailing: Mapped[Mailing | None] = relationship()
