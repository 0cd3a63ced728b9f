"""Plans as they are kept: the plan, its sections, its rows and its frozen versions.

What a Party alone may see stands in columns of its own (`private`), so that a document, a print
or another reader's page, which read `content` only, cannot give it away. The columns are not loaded
unless a query asks for them by name (`queries.own_plan`); reading them otherwise raises.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from engage.accounts.models import User
from engage.kit.db import Base, Document, UtcDateTime
from engage.plans.vocabulary import Status
from engage.reference.models import Party
from engage.reference.vocabulary.identity import Depth


class Plan(Base):
    """A stakeholder engagement plan of one Party.

    `title`, `language`, `depth` and `search_text` repeat answers of the first section for lists
    and forms; `submitted_…` say the same of the last submission for the lists of the secretariat,
    which does not see drafts, and `minor` how many small changes after the review it brought.
    `stamp` changes with every change of content. `moved_at` is when the plan came to its state;
    small changes leave it when the review was completed. `lead_id` repeats who of the secretariat
    leads the review (`assignments.actions.assign` keeps it), for lists and rules.
    """

    __tablename__ = "plan"
    __table_args__ = (
        sa.CheckConstraint("version >= 1", name="version_counts_from_one"),
        sa.CheckConstraint("round >= 0", name="round_counts_from_nought"),
        sa.CheckConstraint(
            "status NOT IN ('submitted', 'in_review', 'returned', 'complete')"
            " OR submitted_at IS NOT NULL",
            name="submitted_plans_say_when",
        ),
        sa.Index("ix_plan_party_code_id", "party_code", "id"),
        sa.Index("ix_plan_status_submitted_at", "status", "submitted_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    ref: Mapped[str] = mapped_column(unique=True)
    party_code: Mapped[str] = mapped_column(sa.ForeignKey("party.code"))
    title: Mapped[str] = mapped_column(default="")
    language: Mapped[str]
    search_text: Mapped[str] = mapped_column(default="")
    depth: Mapped[str] = mapped_column(default=Depth.SIMPLE, server_default=Depth.SIMPLE)
    status: Mapped[str] = mapped_column(default=Status.DRAFT)
    version: Mapped[int] = mapped_column(default=1)
    round: Mapped[int] = mapped_column(default=0)
    minor: Mapped[int] = mapped_column(default=0, server_default="0")
    stamp: Mapped[str]
    created_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    changed_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    moved_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    submitted_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    submitted_version: Mapped[int | None]
    submitted_round: Mapped[int | None]
    submitted_title: Mapped[str] = mapped_column(default="")
    submitted_language: Mapped[str] = mapped_column(default="")
    submitted_text: Mapped[str] = mapped_column(default="")
    submitted_groups: Mapped[list[str]] = mapped_column(default=list, server_default="[]")
    lead_id: Mapped[int | None] = mapped_column(sa.ForeignKey("user_account.id"))
    copied_from: Mapped[str | None]

    party: Mapped[Party] = relationship(lazy="joined", innerjoin=True)
    lead: Mapped[User | None] = relationship()
    sections: Mapped[list[PlanSection]] = relationship(
        back_populates="plan", cascade="all, delete-orphan", order_by="PlanSection.id"
    )
    rows: Mapped[list[PlanRow]] = relationship(
        back_populates="plan",
        cascade="all, delete-orphan",
        order_by="PlanRow.position, PlanRow.id",
    )
    versions: Mapped[list[Version]] = relationship(
        back_populates="plan", cascade="all, delete-orphan", order_by="Version.id"
    )

    @property
    def state(self) -> Status:
        return Status(self.status)

    @property
    def small_changes(self) -> int:
        """How many came after the review of the present version; a newer draft has none yet."""
        return self.minor if self.version == self.submitted_version else 0


class PlanSection(Base):
    """The single answers of one section, by field code."""

    __tablename__ = "plan_section"
    __table_args__ = (sa.UniqueConstraint("plan_id", "code"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(sa.ForeignKey("plan.id"))
    code: Mapped[str]
    content: Mapped[dict[str, Any]] = mapped_column(Document)
    private: Mapped[dict[str, Any]] = mapped_column(
        Document, default=dict, deferred=True, deferred_raiseload=True
    )
    saved_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    saved_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("user_account.id"))

    plan: Mapped[Plan] = relationship(back_populates="sections")
    saved_by: Mapped[User | None] = relationship()


class PlanRow(Base):
    """One row of a register. `key` names it inside the plan for good; `number` is the author's.

    A deleted row stays until the plan is submitted, so that deleting can be undone.
    """

    __tablename__ = "plan_row"
    __table_args__ = (
        sa.UniqueConstraint("plan_id", "register", "key"),
        sa.Index("ix_plan_row_plan_id_register_position", "plan_id", "register", "position"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(sa.ForeignKey("plan.id"))
    register: Mapped[str]
    key: Mapped[str]
    position: Mapped[int]
    number: Mapped[str] = mapped_column(default="")
    parent_key: Mapped[str | None]
    content: Mapped[dict[str, Any]] = mapped_column(Document)
    private: Mapped[dict[str, Any]] = mapped_column(
        Document, default=dict, deferred=True, deferred_raiseload=True
    )
    saved_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    saved_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("user_account.id"))
    deleted_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)

    plan: Mapped[Plan] = relationship(back_populates="rows")
    saved_by: Mapped[User | None] = relationship()


class Version(Base):
    """A plan as it was submitted: a whole document, never changed afterwards."""

    __tablename__ = "plan_version"
    __table_args__ = (sa.UniqueConstraint("plan_id", "number", "round"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(sa.ForeignKey("plan.id"))
    number: Mapped[int]
    round: Mapped[int]
    minor: Mapped[int] = mapped_column(default=0, server_default="0")
    title: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(default="")
    document: Mapped[dict[str, Any]] = mapped_column(Document)
    submitted_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    submitted_by_id: Mapped[int] = mapped_column(sa.ForeignKey("user_account.id"))

    plan: Mapped[Plan] = relationship(back_populates="versions")
    submitted_by: Mapped[User] = relationship()


class Presence(Base):
    """Who has which page of a plan open: `place` is its address below the plan's."""

    __tablename__ = "plan_presence"
    __table_args__ = (sa.UniqueConstraint("plan_id", "place", "user_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(sa.ForeignKey("plan.id"))
    place: Mapped[str]
    user_id: Mapped[int] = mapped_column(sa.ForeignKey("user_account.id"))
    seen_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)

    user: Mapped[User] = relationship()


@sa.event.listens_for(Version, "before_update")
def _refuse_to_change(_mapper: object, _connection: object, version: Version) -> None:
    raise ValueError(f"Version {version.number} is frozen and cannot be changed.")
