"""What changed in a plan since one of its versions: for its Party, and between versions for all."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from engage.accounts.access import actor, allowed_to
from engage.accounts.permissions import Permission
from engage.kit.errors import NotFound
from engage.plans.compared import Compared, ReadSection
from engage.plans.comparison import compare
from engage.plans.document import Json, compose
from engage.plans.imprint import label_of_version
from engage.plans.models import Plan, Version
from engage.plans.queries import get_plan, get_version, latest_version
from engage.plans.rules import is_own
from engage.plans.workflow import EDITABLE

blueprint = Blueprint("changes", __name__)


@dataclass(frozen=True, slots=True)
class Text:
    """A plan as it stood or stands, its title, and the language of its own words."""

    ref: str
    title: str
    language: str
    document: Json


@blueprint.get("/plans/<ref>/changes")
@allowed_to(Permission.PLAN_READ)
def page(ref: str) -> ResponseReturnValue:
    plan = get_plan(ref, visible_to=actor())
    since = _version_since(plan)
    was, now = _text_of(plan, since), _as_it_is(plan)
    return render_template(
        "plans/changes_page.html",
        plan=plan,
        is_own=is_own(actor(), plan),
        since=since,
        label=label_of_version(since),
        was=was,
        now=now,
        sections=_sections(was, now),
    )


def _version_since(plan: Plan) -> Version:
    """The version that the address names as its papers are named, `2.1`; else the last one."""
    number, _dot, round_ = request.args.get("since", "").partition(".")
    found = latest_version(plan)
    if number.isdecimal() and round_.isdecimal():
        return get_version(plan, int(number), int(round_))
    if found is None or number:
        raise NotFound(_("The plan has no such version."))
    return found


def _as_it_is(plan: Plan) -> Text:
    """For the Party while it writes, the text as it stands; else what was submitted last."""
    latest = latest_version(plan)
    if latest is None or (is_own(actor(), plan) and plan.state in EDITABLE):
        return Text(plan.ref, plan.title, plan.language, compose(plan))
    return _text_of(plan, latest)


def _text_of(plan: Plan, version: Version) -> Text:
    return Text(plan.ref, version.title, version.language, version.document)


def _sections(was: Text, now: Text) -> tuple[ReadSection, ...]:
    comparison = compare(was.document, now.document)
    return Compared(was.document, now.document).sections(comparison)
