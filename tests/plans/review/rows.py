"""Plans with a few activities, by their keys, as places of comments need them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from engage.plans.models import Plan, PlanRow
from engage.plans.vocabulary import Status
from tests.factories import make_plan, make_version


def add_rows(session: Session, plan: Plan, activities: Mapping[str, str]) -> None:
    for position, (key, title) in enumerate(activities.items()):
        plan.rows.append(
            PlanRow(
                register="activities",
                key=key,
                position=position,
                content={"title": title},
                private={},
            )
        )
    session.flush()


def plan_with_rows(
    session: Session, status: Status, activities: Mapping[str, str], **facts: Any
) -> Plan:
    """Its version was frozen with the rows in it, as round 2."""
    plan = make_plan(session, status, **facts)
    add_rows(session, plan, activities)
    if status is not Status.DRAFT:
        plan.round = 2
        make_version(session, plan)
    return plan
