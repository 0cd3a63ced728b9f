"""A plan with activities that its Party lets others borrow, and the end of its review."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.kit.clock import now
from engage.plans.models import Plan, PlanRow
from engage.plans.review.actions import complete_review
from engage.plans.sharing.models import Offer
from engage.plans.sharing.queries import offers_of
from engage.plans.vocabulary import Status
from engage.reference.models import Party
from tests.factories import make_plan, make_user, make_version

EVENINGS: dict[str, Any] = {
    "title": "Listening evenings at the wells",
    "type": "community_visit",
    "groups": ["pastoralists", "women"],
    "when": {"start": "2026-05"},
    "places": ["Lower Ossa"],
    "reach": "local",
    "responsible": ["Directorate of Land"],
    "partners": ["Herders’ union"],
    "cost": {"amount": "14200.00", "currency": "EUR"},
    "methods": ["focus_group"],
    "channels": ["water_point"],
    "messages": ["You decide first."],
    "target_total": {"number": 310, "certainty": "about"},
    "results": ["A register at each well"],
    "status": "done",
    "may_be_borrowed": "yes",
}


def with_activities(session: Session, plan: Plan, *rows: dict[str, Any]) -> None:
    """Put the rows in place of those that the plan has."""
    plan.rows.clear()
    session.flush()
    for position, values in enumerate(rows, start=1):
        plan.rows.append(
            PlanRow(
                register="activities",
                key=f"a{position}",
                position=position,
                number="",
                parent_key=None,
                content=values,
                private={},
            )
        )
    session.flush()


def complete(session: Session, plan: Plan, *rows: dict[str, Any]) -> list[Offer]:
    """Submit the plan with these activities, review it, and give what is shared of it since."""
    with_activities(session, plan, *rows)
    plan.status, plan.submitted_at = Status.IN_REVIEW.value, now()
    plan.round += 1
    make_version(session, plan)
    complete_review(make_user(session, Role.REVIEWER), plan, "Clear.")
    return list(offers_of(plan))


def lend(session: Session, party: Party | None = None, **facts: Any) -> Offer:
    """One activity of a plan of its own; `facts` are answers besides the usual ones."""
    language = facts.pop("language", "en")
    plan = make_plan(session, party=party, language=language)
    [offer] = complete(session, plan, {**EVENINGS, **facts})
    return offer


def draft_of(session: Session, writer: User, **facts: Any) -> Plan:
    """A draft of the writer's Party."""
    return make_plan(session, party=writer.party, **facts)
