"""The pages on which a Party reads its plans: the list, one plan, and what happened to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from engage.accounts.access import actor, allowed_to
from engage.accounts.models import User
from engage.accounts.permissions import Permission
from engage.history.models import Entry
from engage.history.queries import entries_for
from engage.history.vocabulary import Verb
from engage.kit.locales import current
from engage.kit.pieces import Cell
from engage.plans import rules
from engage.plans.checks.queries import open_checks
from engage.plans.checks.reading import in_check
from engage.plans.completeness import holds_up
from engage.plans.cost import cost_in_words
from engage.plans.imprint import label_of_version, number_of
from engage.plans.models import Plan
from engage.plans.outline.plan import SECTIONS, find_section
from engage.plans.outline.shape import Section
from engage.plans.page import explanation_of, holder_of, way_of
from engage.plans.papers.queries import clearances_out_of
from engage.plans.papers.sentences import lies_with
from engage.plans.queries import get_plan, plans_of, versions_of
from engage.plans.review.queries import comments_for, unanswered
from engage.plans.review.records import timeline_for
from engage.plans.review.vocabulary import STATE_SHAPES
from engage.plans.views.advised import Advised
from engage.plans.views.remembered import (
    Overview,
    findings_in_html,
    overview,
    section_in_html,
    side_list_in_html,
)
from engage.plans.workflow import EDITABLE

blueprint = Blueprint("plans", __name__)


@blueprint.get("/plans")
@allowed_to(Permission.PLAN_READ)
def plans() -> ResponseReturnValue:
    if actor().party_code is None:
        return redirect(url_for("review.queue"))
    return render_template(
        "plans/plans_page.html",
        plans=plans_of(actor()),
        number_of=number_of,
        shapes=STATE_SHAPES,
        may_draft=rules.may_draft(actor()),
        may_choose=actor().may(Permission.PLAN_SUBMIT),
    )


@blueprint.get("/plans/<ref>")
@allowed_to(Permission.PLAN_READ)
def plan(ref: str) -> ResponseReturnValue:
    if actor().party_code is None:
        return redirect(url_for("review.desk", ref=ref))
    plan = get_plan(ref, visible_to=actor())
    seen = overview(plan)
    section = find_section(request.args.get("section", "")) or _first_open(seen)
    comments = comments_for(actor(), plan)
    counts = {code: len(listed) for code, listed in comments.items()}
    may_edit = rules.may_edit(actor(), plan)
    return render_template(
        "plans/plan_page.html",
        plan=plan,
        side_list=side_list_in_html(plan, seen, section, counts),
        section=section,
        musts=bool(holds_up(seen.findings)),
        section_body=section_in_html(actor(), plan, section, request.args.get("row", "")),
        cost=cost_in_words(seen.findings) if plan.state in EDITABLE else "",
        findings=findings_in_html(actor(), plan, seen) if plan.state in EDITABLE else "",
        advice=Advised.plan(plan).section_in_html(section.code, linked=may_edit),
        comments=comments.get(section.code, ()),
        on_whole=comments.get("", ()),
        **_standing(plan),
        **_allowed(actor(), plan),
    )


def _standing(plan: Plan) -> dict[str, Any]:
    """Where the plan is on its way, who holds it, and what that means."""
    party, waiting = plan.party.name(current()), len(unanswered(plan))
    entries = entries_for(("plan", plan.id))
    return {
        "party": party,
        "number": number_of(plan),
        "way": way_of(plan, entries),
        "holder": holder_of(plan, party),
        "explanation": explanation_of(plan, waiting),
        "lying": _lying(plan, entries),
        "waiting": waiting,
        "in_check": [in_check(each) for each in open_checks(actor(), plan)],
    }


def _lying(plan: Plan, entries: Sequence[Entry]) -> list[Cell]:
    """With whom the plan is on paper; asked only where it was ever given to somebody."""
    was_given = any(entry.verb == Verb.GIVEN for entry in entries)
    out = clearances_out_of(actor(), plan) if was_given else []
    return [lies_with(each.with_whom, each.language, each.given_on) for each in out]


def _first_open(seen: Overview) -> Section:
    """The section to show when none is asked for: the first with a must, else the first."""
    waiting = {finding.section for finding in seen.findings if finding.level == "must"}
    return next((each for each in SECTIONS if each.code in waiting), SECTIONS[0])


def _allowed(reader: User, plan: Plan) -> dict[str, bool]:
    """What the page offers; each step asks the same rule again."""
    return {
        "may_edit": rules.may_edit(reader, plan),
        "may_type": rules.may_see_private(reader, plan),
        "may_submit": rules.may_submit(reader, plan),
        "may_withdraw": rules.may_withdraw(reader, plan),
        "may_revise": rules.may_revise(reader, plan),
        "may_close": rules.may_close(reader, plan),
        "may_comment": rules.may_comment(reader, plan),
        "is_open": plan.state in EDITABLE,
    }


@blueprint.get("/plans/<ref>/history")
@allowed_to(Permission.PLAN_READ)
def history(ref: str) -> ResponseReturnValue:
    if actor().party_code is None:
        return redirect(url_for("review.timeline", ref=ref))
    plan = get_plan(ref, visible_to=actor())
    return render_template(
        "plans/history_page.html",
        plan=plan,
        moments=timeline_for(actor(), plan),
        versions=versions_of(plan),
        label_of=label_of_version,
        is_open=plan.state in EDITABLE,
    )
