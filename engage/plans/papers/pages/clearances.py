"""Noting to whom the plan was given on paper, and when it came back."""

from __future__ import annotations

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from engage.accounts.access import actor, allowed_to
from engage.accounts.permissions import Permission
from engage.kit.errors import EngageError, NotAllowed, ensure
from engage.kit.transaction import commits
from engage.plans.models import Plan
from engage.plans.papers import rules
from engage.plans.papers.actions import change_clearance, note_clearance, remove_clearance
from engage.plans.papers.forms import ClearanceForm, clearance_form
from engage.plans.papers.models import Clearance
from engage.plans.papers.queries import get_clearance
from engage.plans.queries import get_plan
from engage.plans.sentences import LOCKED


@allowed_to(Permission.PLAN_EDIT)
def new(ref: str) -> ResponseReturnValue:
    plan = get_plan(ref, visible_to=actor())
    ensure(rules.may_note_clearance(actor(), plan), NotAllowed(str(LOCKED)))
    return _page(plan, clearance_form())


@allowed_to(Permission.PLAN_EDIT)
@commits
def note(ref: str) -> ResponseReturnValue:
    plan, form = get_plan(ref, visible_to=actor(), lock=True), clearance_form()
    if not form.validate_on_submit():
        return _page(plan, form), 422
    try:
        note_clearance(actor(), plan, form.details())
    except EngageError as refused:
        return _page(plan, form, refused=refused), refused.status
    flash(_("Noted. Only your Party sees with whom the plan is."))
    return _back(plan)


@allowed_to(Permission.PLAN_EDIT)
def change_page(ref: str, clearance_id: int) -> ResponseReturnValue:
    plan = get_plan(ref, visible_to=actor())
    ensure(rules.may_note_clearance(actor(), plan), NotAllowed(str(LOCKED)))
    clearance = get_clearance(actor(), plan, clearance_id)
    return _page(plan, clearance_form(clearance), clearance)


@allowed_to(Permission.PLAN_EDIT)
@commits
def change(ref: str, clearance_id: int) -> ResponseReturnValue:
    plan = get_plan(ref, visible_to=actor(), lock=True)
    clearance = get_clearance(actor(), plan, clearance_id)
    form = clearance_form(clearance)
    if not form.validate_on_submit():
        return _page(plan, form, clearance), 422
    try:
        change_clearance(actor(), clearance, form.details())
    except EngageError as refused:
        return _page(plan, form, clearance, refused), refused.status
    flash(_("The note is kept."))
    return _back(plan)


@allowed_to(Permission.PLAN_EDIT)
@commits
def remove(ref: str, clearance_id: int) -> ResponseReturnValue:
    plan = get_plan(ref, visible_to=actor(), lock=True)
    remove_clearance(actor(), get_clearance(actor(), plan, clearance_id))
    flash(_("The note is removed."))
    return _back(plan)


def _back(plan: Plan) -> ResponseReturnValue:
    return redirect(url_for("papers.papers_page", ref=plan.ref), 303)


def _page(
    plan: Plan,
    form: ClearanceForm,
    clearance: Clearance | None = None,
    refused: EngageError | None = None,
) -> str:
    return render_template(
        "plans/papers/clearance_page.html",
        plan=plan,
        form=form,
        clearance=clearance,
        refused=str(refused.sentence) if refused else "",
    )
