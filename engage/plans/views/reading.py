"""The pages on which a Party reads its plans: the list, one plan, and what happened to it."""

from __future__ import annotations

from collections.abc import Mapping, Sized
from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from engage.accounts.access import actor, allowed_to
from engage.accounts.models import User
from engage.accounts.permissions import Permission
from engage.history.queries import entries_for
from engage.kit.locales import current
from engage.plans import rules
from engage.plans.advice import in_words
from engage.plans.models import Plan
from engage.plans.outline.plan import SECTIONS, find_section
from engage.plans.outline.shape import Section
from engage.plans.page import SectionState, explanation_of, holder_of, section_states, way_of
from engage.plans.queries import get_plan, plans_of, versions_of
from engage.plans.review.queries import comments_for, unanswered
from engage.plans.views.remembered import Overview, overview, section_as_read
from engage.plans.vocabulary import Status

blueprint = Blueprint("plans", __name__)


@blueprint.get("/plans")
@allowed_to(Permission.PLAN_READ)
def plans() -> ResponseReturnValue:
    if actor().party_code is None:
        return redirect(url_for("review.queue"))
    return render_template(
        "plans/plans_page.html", plans=plans_of(actor()), may_draft=rules.may_draft(actor())
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
    return render_template(
        "plans/plan_page.html",
        plan=plan,
        states=_states(plan, seen, section, comments),
        section=section_as_read(actor(), plan, section),
        findings=in_words(seen.findings, seen.names, plan.ref),
        opened=request.args.get("row", ""),
        comments=comments.get(section.code, []),
        **_standing(plan),
        **_allowed(actor(), plan),
    )


def _standing(plan: Plan) -> dict[str, Any]:
    """Where the plan is on its way, who holds it, and what that means."""
    party, waiting = plan.party.name(current()), len(unanswered(plan))
    return {
        "party": party,
        "way": way_of(plan, entries_for(("plan", plan.id))),
        "holder": holder_of(plan, party),
        "explanation": explanation_of(plan, waiting),
        "waiting": waiting,
    }


def _states(
    plan: Plan, seen: Overview, shown: Section, comments: Mapping[str, Sized]
) -> list[SectionState]:
    urls = {each.code: f"/plans/{plan.ref}?section={each.code}" for each in SECTIONS}
    counts = {code: len(listed) for code, listed in comments.items()}
    return section_states(seen.findings, seen.begun, counts, urls, shown.code)


def _first_open(seen: Overview) -> Section:
    """The section to show when none is asked for: the first with a must, else the first."""
    waiting = {finding.section for finding in seen.findings if finding.level == "must"}
    return next((each for each in SECTIONS if each.code in waiting), SECTIONS[0])


def _allowed(reader: User, plan: Plan) -> dict[str, bool]:
    """What the page offers; each step asks the same rule again."""
    return {
        "may_edit": rules.may_edit(reader, plan),
        "may_submit": rules.may_submit(reader, plan),
        "may_withdraw": rules.may_withdraw(reader, plan),
        "may_revise": rules.may_revise(reader, plan),
        "may_close": rules.may_close(reader, plan),
        "may_comment": rules.may_comment(reader, plan),
        "is_open": plan.status in (Status.DRAFT, Status.RETURNED),
    }


@blueprint.get("/plans/<ref>/history")
@allowed_to(Permission.PLAN_READ)
def history(ref: str) -> ResponseReturnValue:
    plan = get_plan(ref, visible_to=actor())
    return render_template(
        "plans/history_page.html",
        plan=plan,
        entries=entries_for(("plan", plan.id)),
        versions=versions_of(plan),
    )
