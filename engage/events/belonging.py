"""What an event may belong to: an activity of a plan, a larger event, a journey and its stop.

Everything is limited to what the writer may use; what may not be used is as if it were not there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import sqlalchemy as sa

from engage.accounts.models import User
from engage.events.models import Event
from engage.events.queries import living
from engage.journeys.models import Journey, Stop
from engage.journeys.vocabulary import AGREED
from engage.kit.db import db
from engage.kit.locales import current
from engage.kit.values.tongues import Tongues
from engage.plans.models import Plan, PlanRow
from engage.plans.outline.activities import ACTIVITIES

DEEPEST = 50  # so many larger events stand above one at most


class Activity(NamedTuple):
    """An activity of a plan by its key; `title` is blank where it has none."""

    plan: Plan
    key: str
    title: str


@dataclass(frozen=True, slots=True)
class Belonging:
    """What an event belongs to, each part by itself; a stop goes with its journey."""

    plan: Plan | None = None
    activity: Activity | None = None
    journey: Journey | None = None
    stop: Stop | None = None
    parent: Event | None = None

    def columns(self) -> dict[str, Any]:
        return {
            "plan_id": self.plan.id if self.plan else None,
            "activity_key": self.activity.key if self.activity else "",
            "journey_id": self.journey.id if self.journey else None,
            "stop_id": self.stop.id if self.stop else None,
            "parent_id": self.parent.id if self.parent else None,
        }

    @property
    def journey_name(self) -> tuple[str, str]:
        """For a reader of the language spoken now, and its language."""
        return Tongues.in_language(
            self.journey.content.get("name") if self.journey else None, current()
        )

    def outside(self, *, hides_place: bool) -> Belonging:
        """What those outside may know: plans are the Party's own, and a stop tells the place."""
        journey = self.journey if self.journey and self.journey.is_open else None
        stop = self.stop if journey and not hides_place else None
        is_told = stop is not None and stop.deleted_at is None and stop.state in AGREED
        return Belonging(journey=journey, stop=stop if is_told else None)


def wished(writer: User, asked: Mapping[str, str]) -> Belonging:
    """What an address asks for: `plan` and `activity`, `journey` and `stop`, `parent`."""
    plan = usable_plan(writer, asked.get("plan", ""))
    journey = usable_journey(asked.get("journey", ""))
    return Belonging(
        plan=plan,
        activity=activity_of(plan, asked.get("activity", "")) if plan else None,
        journey=journey,
        stop=usable_stop(writer, journey, asked.get("stop", "")) if journey else None,
        parent=usable_event(writer, asked.get("parent", "")),
    )


def standing(event: Event) -> Belonging:
    """What the event belongs to now."""
    return Belonging(
        plan=event.plan,
        activity=activity_of(event.plan, event.activity_key) if event.plan else None,
        journey=event.journey,
        stop=event.stop,
        parent=event.parent,
    )


def usable_plan(writer: User, ref: str) -> Plan | None:
    if not ref or writer.party_code is None:
        return None
    found = sa.select(Plan).where(Plan.ref == ref, Plan.party_code == writer.party_code)
    return db.session.scalars(found).one_or_none()


def activity_of(plan: Plan, key: str) -> Activity | None:
    if not key:
        return None
    row = db.session.execute(
        sa.select(PlanRow.key, PlanRow.content).where(
            PlanRow.plan_id == plan.id, *_ACTIVITIES, PlanRow.key == key
        )
    ).one_or_none()
    return Activity(plan, row.key, _title(row.content)) if row else None


def activities_for(writer: User) -> list[Activity]:
    """The activities of the plans of the writer's Party, the plan that was changed last first."""
    if writer.party_code is None:
        return []
    found = (
        sa.select(Plan, PlanRow.key, PlanRow.content)
        .join(PlanRow, PlanRow.plan_id == Plan.id)
        .where(Plan.party_code == writer.party_code, *_ACTIVITIES)
        .order_by(Plan.changed_at.desc(), Plan.id.desc(), PlanRow.position, PlanRow.id)
    )
    return [
        Activity(plan, key, _title(content)) for plan, key, content in db.session.execute(found)
    ]


def usable_journey(ref: str) -> Journey | None:
    found = sa.select(Journey).where(Journey.ref == ref, Journey.is_open)
    return db.session.scalars(found).one_or_none() if ref else None


def usable_stop(writer: User, journey: Journey, key: str) -> Stop | None:
    found = sa.select(Stop).where(
        Stop.journey_id == journey.id, Stop.key == key, *_hosted_by(writer)
    )
    return db.session.scalars(found).one_or_none() if key else None


def open_journeys() -> Sequence[Journey]:
    found = sa.select(Journey).where(Journey.is_open).order_by(Journey.changed_at.desc())
    return db.session.scalars(found.order_by(Journey.id)).all()


def stops_for(writer: User) -> Sequence[Stop]:
    """The stops that the writer's Party hosts, of open journeys, in order."""
    found = (
        sa.select(Stop)
        .join(Stop.journey)
        .where(Journey.is_open, *_hosted_by(writer))
        .order_by(Stop.journey_id, Stop.position, Stop.id)
    )
    return db.session.scalars(found).all()


def usable_event(writer: User, ref: str) -> Event | None:
    """An event of the writer's own side."""
    found = sa.select(Event).where(Event.ref == ref, living(), of_side(writer))
    return db.session.scalars(found).one_or_none() if ref else None


def of_side(writer: User) -> sa.ColumnElement[bool]:
    """Events of the writer's Party; of the secretariat, where the writer works for it."""
    if writer.party_code is None:
        return Event.party_code.is_(None)
    return Event.party_code == writer.party_code


def would_ring(event: Event, parent: Event | None) -> bool:
    """Whether the event would stand below itself."""
    above: Event | None = parent
    for _step in range(DEEPEST):
        if above is None:
            return False
        if above.id == event.id:
            return True
        above = above.parent
    return True


_ACTIVITIES = (PlanRow.register == ACTIVITIES.code, PlanRow.deleted_at.is_(None))


def _hosted_by(writer: User) -> tuple[sa.ColumnElement[bool], ...]:
    hosted = (
        Stop.party_code.is_(None)
        if writer.party_code is None
        else Stop.party_code == writer.party_code
    )
    return hosted, Stop.deleted_at.is_(None)


def _title(content: Mapping[str, Any]) -> str:
    title = content.get(ACTIVITIES.named_by)
    return title if isinstance(title, str) else ""
