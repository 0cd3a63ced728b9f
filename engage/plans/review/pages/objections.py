"""How reviewers disagree about a comment: one says why, the lead keeps or drops it."""

from __future__ import annotations

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from engage.accounts.access import actor, allowed_to
from engage.accounts.permissions import Permission
from engage.kit.errors import EngageError, NotFound, OutOfTurn
from engage.kit.locales import current
from engage.kit.transaction import commits
from engage.plans.models import Plan
from engage.plans.queries import get_plan
from engage.plans.review.forms import DecisionForm, ObjectionForm
from engage.plans.review.models import Comment, Objection
from engage.plans.review.objecting import object_to, resolve, withdraw_objection
from engage.plans.review.objections import own_objection
from engage.plans.review.pages.desk import back_to
from engage.plans.review.pages.late import small_step, too_late_with
from engage.plans.review.queries import beside, get_comment
from engage.plans.review.reading import read_comment
from engage.plans.review.sentences import NO_OBJECTION_THERE, RESOLVED
from engage.plans.review.vocabulary import Outcome

OUTCOMES = {"keep": Outcome.KEPT, "drop": Outcome.DROPPED}


@allowed_to(Permission.PLAN_REVIEW)
def page(ref: str, comment_id: int) -> ResponseReturnValue:
    plan = get_plan(ref, visible_to=actor())
    comment = get_comment(actor(), plan, comment_id)
    mine = own_objection(actor(), comment)
    return _page(plan, comment, mine, ObjectionForm(data={"text": mine.text if mine else ""}))


@allowed_to(Permission.PLAN_REVIEW)
@commits
def keep(ref: str, comment_id: int) -> ResponseReturnValue:
    plan = get_plan(ref, visible_to=actor(), lock=True)
    form = ObjectionForm()
    try:
        comment = get_comment(actor(), plan, comment_id)
    except NotFound:
        return _is_gone(plan, form)
    mine = own_objection(actor(), comment)
    if not form.validate_on_submit():
        return _page(plan, comment, mine, form), 422
    try:
        object_to(actor(), comment, form.details())
    except EngageError as refused:
        return _page(plan, comment, mine, form, refused), refused.status
    flash(_("Your objection is kept. The lead resolves it before the letter goes."))
    return redirect(back_to(plan, comment.section), 303)


@allowed_to(Permission.PLAN_REVIEW)
@commits
def withdraw(ref: str, comment_id: int) -> ResponseReturnValue:
    plan = get_plan(ref, visible_to=actor(), lock=True)
    comment = get_comment(actor(), plan, comment_id)
    mine = own_objection(actor(), comment)
    if mine is None:
        raise NotFound(str(NO_OBJECTION_THERE))
    withdraw_objection(actor(), mine)
    flash(_("Your objection is withdrawn."))
    return redirect(back_to(plan, comment.section), 303)


@allowed_to(Permission.PLAN_REVIEW)
@commits
def resolve_it(ref: str, comment_id: int, what: str) -> ResponseReturnValue:
    plan = get_plan(ref, visible_to=actor(), lock=True)

    def take() -> str:
        comment = get_comment(actor(), plan, comment_id)
        resolve(actor(), comment, OUTCOMES[what])
        dropped = _("The comment is dropped. The Party never reads it.")
        flash(dropped if comment.dropped_at else _("The comment is kept. It goes with the letter."))
        return back_to(plan, comment.section)

    return small_step(plan, take)


def _is_gone(plan: Plan, form: ObjectionForm) -> ResponseReturnValue:
    """Its author took the comment away while the objection was typed."""
    refused, typed = OutOfTurn(str(RESOLVED)), form.text.data or ""
    return too_late_with(plan, refused, DecisionForm(formdata=None), [(_("How you see it"), typed)])


def _page(
    plan: Plan,
    comment: Comment,
    mine: Objection | None,
    form: ObjectionForm,
    refused: EngageError | None = None,
) -> str:
    here = url_for("review.object", ref=plan.ref, comment_id=comment.id)
    return render_template(
        "plans/review/objection_page.html",
        plan=plan,
        comment=read_comment(actor(), comment, beside(actor(), plan)),
        form=form,
        language=mine.language if mine else current(),
        action=here,
        withdraw=f"{here}/withdraw" if mine and mine.outcome is None else "",
        refused=str(refused.sentence) if refused else "",
        back=back_to(plan, comment.section),
    )
