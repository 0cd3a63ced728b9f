"""The Party's steps: begin a plan, submit it, withdraw it, start a new version, close it."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from engage.accounts.access import actor, allowed_to
from engage.accounts.permissions import Permission
from engage.kit.clock import today
from engage.kit.errors import NotAllowed, ensure
from engage.kit.pieces import Cell
from engage.kit.transaction import commits
from engage.plans import actions, rules
from engage.plans.amending import Revision, amend_plan, revision_of
from engage.plans.compared import Compared
from engage.plans.completeness import Finding, dated_ahead, holds_up
from engage.plans.cost import cost_of_a_new_plan
from engage.plans.document import compose
from engage.plans.forms import NewPlanForm
from engage.plans.gaps import in_words
from engage.plans.imprint import label_of, label_of_version
from engage.plans.models import Plan
from engage.plans.outline import signature
from engage.plans.papers.actions import follow
from engage.plans.papers.details import PaperAt
from engage.plans.queries import get_plan, own_plan, plans_of
from engage.plans.review.queries import unanswered
from engage.plans.sentences import MAY_NOT
from engage.plans.sharing.actions import begin_from
from engage.plans.sharing.beginnings import choices, find_beginning
from engage.plans.views.advised import open_advice
from engage.plans.views.remembered import overview, section_as_read
from engage.plans.vocabulary import Paper
from engage.reference.models import Party

blueprint = Blueprint("steps", __name__)
NAMED = 3  # of the changes that make a review necessary


@blueprint.get("/plans/new")
@allowed_to(Permission.PLAN_EDIT)
def new() -> ResponseReturnValue:
    ensure(rules.may_draft(actor()), NotAllowed(MAY_NOT))
    form = _new_plan_form()
    return render_template("plans/new_page.html", form=form, cost=cost_of_a_new_plan())


@blueprint.post("/plans/new")
@allowed_to(Permission.PLAN_EDIT)
@commits
def begin() -> ResponseReturnValue:
    form, party = _new_plan_form(), actor().party
    if not form.validate_on_submit() or party is None:
        return render_template("plans/new_page.html", form=form, cost=cost_of_a_new_plan()), 422
    plan = _begun(form, party)
    flash(_("The plan is begun. You can leave at any time; what is saved stays."))
    return redirect(url_for("plans.plan", ref=plan.ref), 303)


def _new_plan_form() -> NewPlanForm:
    party = actor().party
    return NewPlanForm.choosing(plans_of(actor()), choices(party.ui_language) if party else ())


def _begun(form: NewPlanForm, party: Party) -> Plan:
    """A new plan from what was chosen: nothing, a set, a template, or a former plan."""
    chosen = form.start_from.data
    if chosen == form.NOTHING:
        return actions.draft_plan(actor(), party)
    beginning = find_beginning(chosen, party.ui_language)
    if beginning is not None:
        return begin_from(actor(), party, beginning)
    former = own_plan(chosen, visible_to=actor())
    return actions.draft_plan(actor(), party, former, form.parts.data or ())


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


@blueprint.post("/plans/<ref>/amend")
@allowed_to(Permission.PLAN_SUBMIT)
@commits
def amend(ref: str) -> ResponseReturnValue:
    plan = own_plan(ref, visible_to=actor(), lock=True)
    revision = revision_of(plan)
    if _musts(plan) or (revision and not revision.comparison.is_small):
        return _submit_page(plan), 422
    filed = PaperAt(Paper.CLEARANCE, plan.version, plan.round + 1)
    amend_plan(actor(), plan)
    follow(plan, filed)
    flash(_("Version %(version)s is published.", version=label_of(plan)))
    return redirect(url_for("plans.plan", ref=ref), 303)


def _submit_page(plan: Plan) -> str:
    seen, revision = overview(plan), revision_of(plan)
    return render_template(
        "plans/submit_page.html",
        plan=plan,
        musts=in_words(_musts(plan), seen.names, plan.ref),
        unanswered=unanswered(plan),
        advice=open_advice(plan),
        signature=section_as_read(actor(), plan, signature.SECTION),
        may_submit=rules.may_submit(actor(), plan),
        revision=revision,
        may_amend=revision is not None and revision.may_be_published(actor(), plan),
        reviewed=label_of_version(revision.reviewed) if revision else "",
        reviewed_for=_reviewed_for(revision) if revision else [],
    )


def _reviewed_for(revision: Revision) -> list[Cell]:
    """The first of the changes for which the plan goes through another review."""
    first = revision.comparison.beyond_small[:NAMED]
    compared = Compared(revision.reviewed.document, revision.document)
    return [compared.name(each) for each in first]


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
