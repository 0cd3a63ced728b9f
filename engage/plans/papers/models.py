"""Where a plan lies on paper, and the signed pages that came back."""

from __future__ import annotations

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from engage.accounts.models import User
from engage.kit.db import Base, UtcDateTime
from engage.plans.models import Plan


class Clearance(Base):
    """A plan that was given to somebody on paper, as to the minister, and when it came back.

    `version` and `round` are those under which it is to be submitted, `code` names the text that
    was given; `language` is that of the words.
    """

    __tablename__ = "plan_clearance"
    __table_args__ = (
        sa.CheckConstraint("back_on IS NULL OR back_on >= given_on", name="back_after_given"),
        sa.Index("ix_plan_clearance_plan_id", "plan_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(sa.ForeignKey("plan.id", ondelete="CASCADE"))
    version: Mapped[int]
    round: Mapped[int]
    code: Mapped[str] = mapped_column(sa.String(20))
    with_whom: Mapped[str] = mapped_column(sa.String(200))
    given_on: Mapped[dt.date]
    back_on: Mapped[dt.date | None]
    note: Mapped[str] = mapped_column(sa.Text, default="")
    language: Mapped[str] = mapped_column(sa.String(8))
    noted_by_id: Mapped[int] = mapped_column(sa.ForeignKey("user_account.id"))
    noted_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)

    plan: Mapped[Plan] = relationship()
    noted_by: Mapped[User] = relationship()


class SignedPage(Base):
    """A signed page, photographed or scanned; the file lies in the instance folder.

    `paper` is the kind of the paper that was signed, `version` and `round` which one.
    `stored_as` is the name of the file there, made by us; `file_name` is what its owner called it.
    """

    __tablename__ = "signed_page"
    __table_args__ = (sa.Index("ix_signed_page_plan_id", "plan_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(sa.ForeignKey("plan.id", ondelete="CASCADE"))
    paper: Mapped[str] = mapped_column(sa.String(30))
    version: Mapped[int]
    round: Mapped[int]
    file_name: Mapped[str] = mapped_column(sa.String(200))
    media_type: Mapped[str] = mapped_column(sa.String(40))
    size: Mapped[int]
    digest: Mapped[str] = mapped_column(sa.String(64))
    # Of the text when the page was attached: whether it is still the same can be seen.
    code: Mapped[str] = mapped_column(sa.String(20), default="", server_default=sa.text("''"))
    stored_as: Mapped[str] = mapped_column(sa.String(80), unique=True)
    from_secretariat: Mapped[bool]
    attached_by_id: Mapped[int] = mapped_column(sa.ForeignKey("user_account.id"))
    attached_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)

    plan: Mapped[Plan] = relationship()
    attached_by: Mapped[User] = relationship()
