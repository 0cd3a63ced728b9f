"""The Party's steps: begin a plan, submit it, withdraw it, start a new version, close it."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from engage.accounts.access import actor, allowed_to
from engage.accounts.permissions import Permission
from engage.kit.clock import today
from engage.kit.errors import NotAllowed, ensure
from engage.kit.transaction import commits
from engage.plans import actions, rules
from engage.plans.completeness import Finding, dated_ahead, holds_up
from engage.plans.cost import cost_of_a_new_plan
from engage.plans.document import compose
from engage.plans.forms import NewPlanForm
from engage.plans.gaps import in_words
from engage.plans.models import Plan
from engage.plans.outline import signature
from engage.plans.queries import get_plan, own_plan, plans_of
from engage.plans.review.queries import unanswered
from engage.plans.sentences import MAY_NOT
from engage.plans.views.remembered import overview, section_as_read

blueprint = Blueprint("steps", __name__)


@blueprint.get("/plans/new")
@allowed_to(Permission.PLAN_EDIT)
def new() -> ResponseReturnValue:
    ensure(rules.may_draft(actor()), NotAllowed(MAY_NOT))
    form = NewPlanForm.choosing(plans_of(actor()))
    return render_template("plans/new_page.html", form=form, cost=cost_of_a_new_plan())


@blueprint.post("/plans/new")
@allowed_to(Permission.PLAN_EDIT)
@commits
def begin() -> ResponseReturnValue:
    form = NewPlanForm.choosing(plans_of(actor()))
    party = actor().party
    if not form.validate_on_submit() or party is None:
        return render_template("plans/new_page.html", form=form, cost=cost_of_a_new_plan()), 422
    chosen = form.start_from.data
    former = own_plan(chosen, visible_to=actor()) if chosen != form.NOTHING else None
    plan = actions.draft_plan(actor(), party, former, form.parts.data or ())
    flash(_("The plan is begun. You can leave at any time; what is saved stays."))
    return redirect(url_for("plans.plan", ref=plan.ref), 303)


@blueprint.get("/plans/<ref>/submit")
@allowed_to(Permission.PLAN_SUBMIT)
def before_submitting(ref: str) -> ResponseReturnValue:
    return _submit_page(get_plan(ref, visible_to=actor()))


@blueprint.post("/plans/<ref>/submit")
@allowed_to(Permission.PLAN_SUBMIT)
@commits
def submit(ref: str) -> ResponseReturnValue:
    plan = own_plan(ref, visible_to=actor(), lock=True)
    if unanswered(plan) or _musts(plan):
        return _submit_page(plan), 422
    actions.submit_plan(actor(), plan)
    flash(
        _("The plan is with the secretariat. What you sent is kept as it was and can be printed.")
    )
    return redirect(url_for("plans.plan", ref=ref), 303)


def _submit_page(plan: Plan) -> str:
    seen = overview(plan)
    return render_template(
        "plans/submit_page.html",
        plan=plan,
        musts=in_words(_musts(plan), seen.names, plan.ref),
        unanswered=unanswered(plan),
        signature=section_as_read(actor(), plan, signature.SECTION),
        may_submit=rules.may_submit(actor(), plan),
    )


def _musts(plan: Plan) -> tuple[Finding, ...]:
    """What holds up submission today."""
    return holds_up(overview(plan).findings) + dated_ahead(compose(plan), today().isoformat())


@blueprint.get("/plans/<ref>/<any(withdraw, revise, close):step>")
@allowed_to(Permission.PLAN_SUBMIT)
def before_step(ref: str, step: str) -> ResponseReturnValue:
    plan = get_plan(ref, visible_to=actor())
    return render_template("plans/step_page.html", plan=plan, step=step)


@blueprint.post("/plans/<ref>/<any(withdraw, revise, close):step>")
@allowed_to(Permission.PLAN_SUBMIT)
@commits
def take_step(ref: str, step: str) -> ResponseReturnValue:
    plan = own_plan(ref, visible_to=actor(), lock=True)
    take, sentence = {
        "withdraw": (
            actions.withdraw_plan,
            _("The plan is a draft again. Nobody had begun to review it."),
        ),
        "revise": (
            actions.revise_plan,
            _("A new version is begun. The former one stays as it was."),
        ),
        "close": (actions.close_plan, _("The plan is closed. It can be read and copied.")),
    }[step]
    take(actor(), plan)
    flash(sentence)
    return redirect(url_for("plans.plan", ref=ref), 303)
