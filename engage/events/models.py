"""Events as they are kept: the event, its rows, its files, and the Parties it is held with.

What its own side alone may see stands in a column of its own (`private`), which is not loaded
unless a query asks for it by name (`queries.own_event`); reading it otherwise raises.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from engage.accounts.models import User
from engage.events.safety import end_of
from engage.events.vocabulary import FileKind, PartnerState
from engage.journeys.models import Journey, Stop
from engage.kit.db import Base, Document, UtcDateTime
from engage.kit.values.vocabulary import Label
from engage.plans.models import Plan
from engage.reference.models import Party


class Event(Base):
    """An awareness or outreach event of a Party, or of the secretariat (no `party_code`).

    `content` holds its answers by field code. The columns from `title` to `last_day` repeat
    answers for lists and calendars, and `card` those that a list shows (`cards.card_of`);
    `drafting.settle` keeps them. `first_day` and `last_day` are the outermost days that are known;
    an event known to the month or year has the first and last day of it, and `precision` says so.
    `groups` holds the codes of its groups between commas: `,women,youth,`.

    `stamp` changes with every change; `sequence` counts the changes of what a calendar shows.
    `entry_key` names the form that made it, so that one that is sent twice makes one event. A
    deleted event can be restored.
    """

    __tablename__ = "event"
    __table_args__ = (
        sa.Index(None, "first_day", "last_day"),
        sa.Index(None, "party_code", "first_day"),
        sa.Index(None, "journey_id", "first_day"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    ref: Mapped[str] = mapped_column(sa.String(40), unique=True)
    entry_key: Mapped[str] = mapped_column(sa.String(40), unique=True)
    party_code: Mapped[str | None] = mapped_column(sa.ForeignKey("party.code"))
    content: Mapped[dict[str, Any]] = mapped_column(Document)
    private: Mapped[dict[str, Any]] = mapped_column(
        Document, default=dict, deferred=True, deferred_raiseload=True
    )
    card: Mapped[dict[str, Any]] = mapped_column(Document, default=dict)
    title: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(sa.String(8))
    type: Mapped[str] = mapped_column(sa.String(30), default="")
    status: Mapped[str] = mapped_column(sa.String(20), default="")
    visibility: Mapped[str] = mapped_column(sa.String(10), default="")
    safety: Mapped[str] = mapped_column(sa.String(10), default="")
    occasion: Mapped[str] = mapped_column(sa.String(60), default="")
    groups: Mapped[str] = mapped_column(default="")
    search_text: Mapped[str] = mapped_column(default="")
    first_day: Mapped[dt.date | None]
    last_day: Mapped[dt.date | None]
    precision: Mapped[str] = mapped_column(sa.String(5), default="")
    is_counted: Mapped[bool] = mapped_column(default=False)
    parent_id: Mapped[int | None] = mapped_column(sa.ForeignKey("event.id"), index=True)
    plan_id: Mapped[int | None] = mapped_column(sa.ForeignKey("plan.id"), index=True)
    activity_key: Mapped[str] = mapped_column(sa.String(40), default="")
    journey_id: Mapped[int | None] = mapped_column(sa.ForeignKey("journey.id"))
    stop_id: Mapped[int | None] = mapped_column(sa.ForeignKey("journey_stop.id"), index=True)
    stamp: Mapped[str] = mapped_column(sa.String(16))
    sequence: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    changed_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    saved_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    saved_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("user_account.id"))
    deleted_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)

    party: Mapped[Party | None] = relationship(lazy="joined")
    parent: Mapped[Event | None] = relationship(remote_side="Event.id")
    plan: Mapped[Plan | None] = relationship()
    journey: Mapped[Journey | None] = relationship()
    stop: Mapped[Stop | None] = relationship()
    saved_by: Mapped[User | None] = relationship()
    rows: Mapped[list[EventRow]] = relationship(
        back_populates="event",
        cascade="all, delete-orphan",
        order_by="EventRow.position, EventRow.id",
    )
    partners: Mapped[list[EventPartner]] = relationship(
        back_populates="event", cascade="all, delete-orphan", order_by="EventPartner.id"
    )
    files: Mapped[list[EventFile]] = relationship(
        back_populates="event", cascade="all, delete-orphan", order_by="EventFile.id"
    )

    @property
    def told_after(self) -> dt.date | None:
        return end_of(self.status, self.last_day)


class EventRow(Base):
    """One row of a list of the event. `key` names it inside the event for good."""

    __tablename__ = "event_row"
    __table_args__ = (sa.UniqueConstraint("event_id", "register", "key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(sa.ForeignKey("event.id"))
    register: Mapped[str] = mapped_column(sa.String(30))
    key: Mapped[str] = mapped_column(sa.String(40))
    position: Mapped[int]
    content: Mapped[dict[str, Any]] = mapped_column(Document)
    saved_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    saved_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("user_account.id"))
    deleted_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)

    event: Mapped[Event] = relationship(back_populates="rows")
    saved_by: Mapped[User | None] = relationship()


class EventPartner(Base):
    """Another Party that was asked whether the event is held jointly with it; it is named to
    others only after it said yes."""

    __tablename__ = "event_partner"
    __table_args__ = (sa.UniqueConstraint("event_id", "party_code"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(sa.ForeignKey("event.id"))
    party_code: Mapped[str] = mapped_column(sa.ForeignKey("party.code"), index=True)
    state: Mapped[str] = mapped_column(sa.String(10), default=PartnerState.ASKED)
    reason: Mapped[str] = mapped_column(sa.Text, default="", server_default=sa.text("''"))
    asked_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    decided_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    decided_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("user_account.id"))

    event: Mapped[Event] = relationship(back_populates="partners")
    party: Mapped[Party] = relationship()
    decided_by: Mapped[User | None] = relationship()


class EventFile(Base):
    """A file of the event: `stored` is its name in the folder, `name` what its owner calls it.

    Nobody but the event's own side reads it unless it is a photograph or flyer that is said to be
    public, a photograph only with the consent of those on it.
    """

    __tablename__ = "event_file"

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(sa.ForeignKey("event.id"), index=True)
    kind: Mapped[str] = mapped_column(sa.String(20))
    name: Mapped[str] = mapped_column(sa.String(200))
    stored: Mapped[str] = mapped_column(sa.String(60), unique=True)
    media_type: Mapped[str] = mapped_column(sa.String(40))
    size: Mapped[int]
    digest: Mapped[str] = mapped_column(sa.String(64))
    caption: Mapped[str] = mapped_column(sa.String(300), default="", server_default=sa.text("''"))
    has_consent: Mapped[bool] = mapped_column(default=False)
    is_public: Mapped[bool] = mapped_column(default=False)
    added_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    added_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("user_account.id"))

    event: Mapped[Event] = relationship(back_populates="files")
    added_by: Mapped[User | None] = relationship()

    @property
    def kind_label(self) -> Label:
        return FileKind(self.kind).label
