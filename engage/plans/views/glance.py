"""The plan at a glance: its pictures, for the Party and for those who review what it sent."""

from __future__ import annotations

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from engage.accounts.access import actor, allowed_to
from engage.accounts.models import User
from engage.accounts.permissions import Permission
from engage.frame.fragments import Fragments, macro
from engage.kit.locales import current
from engage.plans.document import Json, compose, compose_own
from engage.plans.models import Plan, Version
from engage.plans.pictures.gallery import gallery
from engage.plans.queries import get_plan, latest_version, own_plan
from engage.plans.rules import is_own, may_see_private

blueprint = Blueprint("glance", __name__)

_pictures = Fragments(200)


@blueprint.get("/plans/<ref>/pictures")
@allowed_to(Permission.PLAN_READ)
def glance(ref: str) -> ResponseReturnValue:
    plan = get_plan(ref, visible_to=actor())
    version = None if is_own(actor(), plan) else latest_version(plan)
    shown = version or plan
    return render_template(
        "plans/pictures/glance_page.html",
        plan=plan,
        shown=shown,
        pictures=_drawn(actor(), plan, version),
    )


def _drawn(reader: User, plan: Plan, version: Version | None) -> Markup:
    """Who reviews sees what was submitted; attitudes are for those of the Party who write."""
    private = may_see_private(reader, plan)
    draw = macro("plans/pictures/_picture.html", "gallery")

    def render() -> str:
        document = _document(reader, plan, version)
        language = version.language if version else plan.language
        return str(draw(gallery(document, current(), private=private), language))

    place = ("version", plan.ref, version.id) if version else ("plan", plan.stamp)
    return _pictures.get((*place, private), render)


def _document(reader: User, plan: Plan, version: Version | None) -> Json:
    if version is not None:
        found: Json = version.document
        return found
    if may_see_private(reader, plan):
        return compose_own(own_plan(plan.ref, visible_to=reader))
    return compose(plan)
