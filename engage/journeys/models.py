"""Journeys and campaigns as they are kept: participating Parties, stops in order, baton lists."""

from __future__ import annotations

import datetime as dt
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from engage.accounts.models import User
from engage.journeys.vocabulary import JourneyKind, StopState
from engage.kit.db import Base, Document, UtcDateTime
from engage.reference.models import Party


class Journey(Base):
    """A journey with ordered stops, or a campaign of many events without an order.

    `ref` stands in its address. Until it is `is_open` only the secretariat sees it. First and last
    day are derived from the stops and kept nowhere. `stamp` changes with every change.
    """

    __tablename__ = "journey"

    id: Mapped[int] = mapped_column(primary_key=True)
    ref: Mapped[str] = mapped_column(sa.String(60), unique=True)
    kind: Mapped[str] = mapped_column(sa.String(20), default=JourneyKind.JOURNEY)
    content: Mapped[dict[str, Any]] = mapped_column(Document)
    is_open: Mapped[bool] = mapped_column(default=False, server_default=sa.false())
    stamp: Mapped[str] = mapped_column(sa.String(16))
    created_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    changed_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    saved_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    saved_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("user_account.id"))

    saved_by: Mapped[User | None] = relationship()
    parties: Mapped[list[JourneyParty]] = relationship(
        back_populates="journey", cascade="all, delete-orphan", order_by="JourneyParty.id"
    )
    stops: Mapped[list[Stop]] = relationship(
        back_populates="journey", cascade="all, delete-orphan", order_by="Stop.position, Stop.id"
    )


class JourneyParty(Base):
    """A Party that takes part, as the document says that is named in `source`."""

    __tablename__ = "journey_party"
    __table_args__ = (sa.UniqueConstraint("journey_id", "party_code"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    journey_id: Mapped[int] = mapped_column(sa.ForeignKey("journey.id"))
    party_code: Mapped[str] = mapped_column(sa.ForeignKey("party.code"))

    journey: Mapped[Journey] = relationship(back_populates="parties")
    party: Mapped[Party] = relationship()


class Stop(Base):
    """A place on the way, hosted by one Party. `key` names it inside the journey for good.

    `first_day` and `last_day` repeat its dates for lists and feeds, where they are known; a stop
    known to the month or year has the first and last day of it, and `precision` says so.
    `sequence` counts the changes of what a calendar shows. A deleted stop can be restored.
    """

    __tablename__ = "journey_stop"
    __table_args__ = (
        sa.UniqueConstraint("journey_id", "key"),
        sa.Index(None, "journey_id", "position"),
        sa.Index(None, "party_code", "state"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    journey_id: Mapped[int] = mapped_column(sa.ForeignKey("journey.id"))
    key: Mapped[str] = mapped_column(sa.String(40))
    position: Mapped[int]
    party_code: Mapped[str | None] = mapped_column(sa.ForeignKey("party.code"))
    state: Mapped[str] = mapped_column(sa.String(20), default=StopState.PROPOSED)
    reason: Mapped[str] = mapped_column(sa.Text, default="", server_default=sa.text("''"))
    content: Mapped[dict[str, Any]] = mapped_column(Document)
    private: Mapped[dict[str, Any]] = mapped_column(
        Document, default=dict, deferred=True, deferred_raiseload=True
    )
    first_day: Mapped[dt.date | None]
    last_day: Mapped[dt.date | None]
    precision: Mapped[str] = mapped_column(sa.String(5), default="", server_default=sa.text("''"))
    sequence: Mapped[int] = mapped_column(default=0, server_default="0")
    changed_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    decided_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    decided_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("user_account.id"))
    saved_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    saved_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("user_account.id"))
    deleted_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)

    journey: Mapped[Journey] = relationship(back_populates="stops")
    party: Mapped[Party | None] = relationship()
    decided_by: Mapped[User | None] = relationship(foreign_keys=[decided_by_id])
    saved_by: Mapped[User | None] = relationship(foreign_keys=[saved_by_id])
    baton: Mapped[list[BatonItem]] = relationship(
        back_populates="stop",
        cascade="all, delete-orphan",
        order_by="BatonItem.position, BatonItem.id",
    )


class BatonItem(Base):
    """One thing on the baton list of a stop; `source` is the reference of the event that promised
    it, where one did."""

    __tablename__ = "journey_baton"
    __table_args__ = (sa.UniqueConstraint("stop_id", "key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    stop_id: Mapped[int] = mapped_column(sa.ForeignKey("journey_stop.id"))
    key: Mapped[str] = mapped_column(sa.String(60))
    position: Mapped[int]
    content: Mapped[dict[str, Any]] = mapped_column(Document)
    source: Mapped[str] = mapped_column(sa.String(40), default="", server_default=sa.text("''"))
    done_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    done_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("user_account.id"))
    saved_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    saved_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("user_account.id"))
    deleted_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)

    stop: Mapped[Stop] = relationship(back_populates="baton")
    done_by: Mapped[User | None] = relationship(foreign_keys=[done_by_id])
    saved_by: Mapped[User | None] = relationship(foreign_keys=[saved_by_id])
