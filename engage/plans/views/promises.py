"""The promises of a plan on one page, for its Party and for those who review what it sent."""

from __future__ import annotations

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from engage.accounts.access import actor, allowed_to
from engage.accounts.permissions import Permission
from engage.kit.clock import today
from engage.kit.locales import current
from engage.plans.document import compose
from engage.plans.promises import narrowed, promises_in
from engage.plans.queries import get_plan, latest_version
from engage.plans.rules import is_own
from engage.reference.vocabulary.groups import Group
from engage.reference.vocabulary.resources import PromiseState

blueprint = Blueprint("promises", __name__)


@blueprint.get("/plans/<ref>/promises")
@allowed_to(Permission.PLAN_READ)
def page(ref: str) -> ResponseReturnValue:
    plan = get_plan(ref, visible_to=actor())
    version = None if is_own(actor(), plan) else latest_version(plan)
    promises = promises_in(version.document if version else compose(plan), current(), today())
    group, state = request.args.get("group", ""), request.args.get("state", "")
    return render_template(
        "plans/promises_page.html",
        plan=plan,
        shown=version or plan,
        is_own=version is None,
        every=promises,
        promises=narrowed(promises, group, state),
        groups=[each for each in Group if any(each in one.groups for one in promises)],
        group=group,
        states=list(PromiseState),
        state=state,
    )
