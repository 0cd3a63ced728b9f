"""The events that carry out a plan, and its activities."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from engage.accounts.access import actor, allowed_to
from engage.accounts.models import User
from engage.accounts.permissions import Permission
from engage.events.cards import Card
from engage.events.page import ListedEvent, listed
from engage.events.queries import events_of_plan
from engage.events.rules import may_write
from engage.kit.locales import current
from engage.kit.values.base import Line
from engage.plans.linked import Linked
from engage.plans.models import Plan
from engage.plans.outline.activities import ACTIVITIES
from engage.plans.queries import get_plan, latest_version

blueprint = Blueprint("events_of_plan", __name__)

Group = tuple[str, Line | None, list[ListedEvent]]


@blueprint.get("/plans/<ref>/events")
@allowed_to(Permission.PLAN_READ)
def events(ref: str) -> ResponseReturnValue:
    plan = get_plan(ref, visible_to=actor())
    is_own = plan.party_code == actor().party_code
    found = events_of_plan(plan.id, actor())
    return render_template(
        "events/of_plan_page.html",
        plan=plan,
        groups=_grouped(_activities(plan, actor()), found),
        count=len(found),
        may_add=is_own and may_write(actor()),
    )


def _activities(plan: Plan, reader: User) -> Mapping[str, Line]:
    """The activities by key: as the plan stands now for its Party, for others as it was sent."""
    if reader.party_code == plan.party_code:
        return Linked.in_plan(plan, current()).names(ACTIVITIES.code)
    version = latest_version(plan)
    if version is None:
        return {}
    return Linked.in_document(version.document, current()).names(ACTIVITIES.code)


def _grouped(activities: Mapping[str, Line], cards: list[Card]) -> list[Group]:
    """The events of each activity in the order of the plan, then those of none; others than the
    plan's own Party are not told for which activity an event was held."""
    by_key: dict[str, list[ListedEvent]] = {key: [] for key in activities}
    without: list[ListedEvent] = []
    for card in cards:
        by_key.get(card.activity_key, without).append(listed(card, current()))
    groups: list[Group] = [(key, name, by_key[key]) for key, name in activities.items()]
    return [*groups, ("", None, without)]
