"""The internal check of a plan: whom to ask, who reads, and what they say. Own Party only."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from engage.accounts.access import actor, allowed_to
from engage.accounts.permissions import Permission
from engage.kit.errors import EngageError
from engage.kit.formats import show_items
from engage.kit.locales import current
from engage.kit.transaction import commits
from engage.plans.checks import rules
from engage.plans.checks.actions import ask_for_check, finish_check
from engage.plans.checks.forms import AskForm, RemarkForm
from engage.plans.checks.models import InternalCheck
from engage.plans.checks.queries import checks_of, get_check, people_to_ask, plan_inside
from engage.plans.checks.reading import read_check
from engage.plans.models import Plan
from engage.plans.rules import may_comment

blueprint = Blueprint("checks", __name__)


@blueprint.get("/plans/<ref>/check")
@allowed_to(Permission.PLAN_READ)
def checks(ref: str) -> ResponseReturnValue:
    plan = plan_inside(ref, visible_to=actor())
    return _page(plan, _ask_form(plan))


@blueprint.post("/plans/<ref>/check")
@allowed_to(Permission.PLAN_EDIT)
@commits
def ask(ref: str) -> ResponseReturnValue:
    plan = plan_inside(ref, visible_to=actor(), lock=True)
    form = _ask_form(plan)
    if not form.validate_on_submit():
        return _page(plan, form), 422
    try:
        asked = ask_for_check(actor(), plan, form.details())
    except EngageError as refused:
        return _page(plan, form, refused), refused.status
    flash(_("Asked: %(people)s. Each gets a letter.", people=_names(asked)))
    return redirect(url_for("checks.checks", ref=ref), 303)


@blueprint.get("/plans/<ref>/check/<int:check_id>")
@allowed_to(Permission.PLAN_COMMENT)
def check(ref: str, check_id: int) -> ResponseReturnValue:
    plan = plan_inside(ref, visible_to=actor())
    return _check_page(plan, get_check(actor(), plan, check_id), RemarkForm())


@blueprint.post("/plans/<ref>/check/<int:check_id>")
@allowed_to(Permission.PLAN_COMMENT)
@commits
def finish(ref: str, check_id: int) -> ResponseReturnValue:
    plan = plan_inside(ref, visible_to=actor(), lock=True)
    asked, form = get_check(actor(), plan, check_id), RemarkForm()
    if not form.validate_on_submit():
        return _check_page(plan, asked, form), 422
    try:
        finish_check(actor(), asked, form.details())
    except EngageError as refused:
        return _check_page(plan, asked, form, refused), refused.status
    flash(_("Your check is finished. Who asked you is told."))
    return redirect(url_for("checks.checks", ref=ref), 303)


def _ask_form(plan: Plan) -> AskForm:
    return AskForm.choosing(people_to_ask(actor(), plan))


def _names(asked: list[InternalCheck]) -> str:
    return show_items([each.adviser.name for each in asked], language=current())


def _page(plan: Plan, form: AskForm, refused: EngageError | None = None) -> str:
    return render_template(
        "plans/checks/checks_page.html",
        plan=plan,
        checks=[read_check(actor(), each) for each in checks_of(actor(), plan)],
        form=form,
        may_ask=rules.may_ask(actor(), plan),
        refused=str(refused.sentence) if refused else "",
    )


def _check_page(
    plan: Plan, asked: InternalCheck, form: RemarkForm, refused: EngageError | None = None
) -> str:
    return render_template(
        "plans/checks/check_page.html",
        plan=plan,
        check=read_check(actor(), asked),
        form=form,
        may_comment=may_comment(actor(), plan),
        refused=str(refused.sentence) if refused else "",
    )
