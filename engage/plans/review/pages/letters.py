"""The letter of the secretariat: kept while it is written, looked at before it goes, then read."""

from __future__ import annotations

import json

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from engage.accounts.access import actor, allowed_to
from engage.accounts.permissions import Permission
from engage.frame.languages import only_this_answer
from engage.frame.papers import Manuscript, in_each_language, language_of_paper, pdf_answer
from engage.kit import paper
from engage.kit.errors import EngageError
from engage.kit.locales import force
from engage.kit.transaction import commits
from engage.plans.models import Plan
from engage.plans.queries import get_plan, get_version
from engage.plans.review import rules
from engage.plans.review.actions import keep_letter, send_letter
from engage.plans.review.details import LetterDetails
from engage.plans.review.forms import DecisionForm, decision_form
from engage.plans.review.letter import file_name, letter_mark, letter_paper
from engage.plans.review.models import Letter
from engage.plans.review.pages.desk import desk_page
from engage.plans.review.pages.late import too_late
from engage.plans.review.pages.unsent import THE_LETTER, keep_unsent
from engage.plans.review.queries import comments_in, draft_letter, get_letter
from engage.plans.vocabulary import Step
from engage.reference.vocabulary.identity import UnLanguage


@allowed_to(Permission.PLAN_REVIEW)
@commits
def decide(ref: str) -> ResponseReturnValue:
    """Keep the letter; then show it as it will be read, or go on later."""
    plan = get_plan(ref, visible_to=actor(), lock=True)
    form, later = DecisionForm(), request.form.get("do") == "later"
    keep_unsent(plan, THE_LETTER)
    try:
        keep_letter(actor(), plan, form.details(offers=not later))
    except EngageError as refused:
        return too_late(plan, refused)
    if later:
        flash(_("Your letter is kept. Nobody else reads it yet."))
        return redirect(url_for("review.desk", ref=ref), 303)
    if form.find_missing():
        return desk_page(plan, form), 422
    return redirect(url_for("review.preview", ref=ref), 303)


@allowed_to(Permission.PLAN_REVIEW)
def preview(ref: str) -> ResponseReturnValue:
    plan = get_plan(ref, visible_to=actor())
    draft = draft_letter(actor(), plan)
    if draft is None or not rules.may_write_letter(actor(), plan):
        return redirect(url_for("review.desk", ref=ref), 303)
    if decision_form(draft).find_missing():
        return redirect(url_for("review.desk", ref=ref, _anchor="decision-title"), 303)
    return _preview(plan, draft)


@allowed_to(Permission.PLAN_REVIEW)
@commits
def send(ref: str) -> ResponseReturnValue:
    """Take the step that was looked at; a letter that changed since is shown once more."""
    plan = get_plan(ref, visible_to=actor(), lock=True)
    draft = draft_letter(actor(), plan)
    if draft is None:
        return redirect(url_for("review.desk", ref=ref), 303)
    if request.form.get("seen") != _mark(plan, draft):
        flash(_("The letter has changed since you looked at it. Please look again."), "warning")
        return redirect(url_for("review.preview", ref=ref), 303)
    try:
        sent = send_letter(actor(), plan, details_of(draft))
    except EngageError as refused:
        return _preview(plan, draft, refused), refused.status
    flash(_told(sent))
    return redirect(url_for("review.desk", ref=ref), 303)


@allowed_to(Permission.PLAN_READ)
def letter(ref: str, number: int, round_: int) -> ResponseReturnValue:
    plan = get_plan(ref, visible_to=actor())
    sent = get_letter(plan, number, round_)
    language, here = language_of_paper(), f"/plans/{ref}/letter/{number}.{round_}"
    only_this_answer()
    with force(language):
        return render_template(
            "plans/review/letter_page.html",
            plan=plan,
            payload=_paper(plan, sent, language),
            pdf_url=f"{here}.pdf?lang={language}",
            languages=in_each_language(here),
        )


@allowed_to(Permission.PLAN_READ)
def letter_pdf(ref: str, number: int, round_: int) -> ResponseReturnValue:
    plan = get_plan(ref, visible_to=actor())
    sent = get_letter(plan, number, round_)
    language = language_of_paper()
    payload = _paper(plan, sent, language)
    key = ("letter", ref, json.dumps(payload))
    return pdf_answer(key, lambda: Manuscript("letter", payload, file_name(sent, language)))


def details_of(letter: Letter) -> LetterDetails:
    step = Step(letter.step) if letter.step else None
    return LetterDetails(letter.strengths, letter.reason, step, letter.language, letter.support)


def _paper(plan: Plan, letter: Letter, language: str) -> paper.Letter:
    version = get_version(plan, letter.version, letter.round)
    return letter_paper(letter, version, comments_in(actor(), plan, letter), language)


def _mark(plan: Plan, letter: Letter) -> str:
    return letter_mark(letter, comments_in(actor(), plan, letter))


def _preview(plan: Plan, draft: Letter, refused: EngageError | None = None) -> str:
    return render_template(
        "plans/review/preview_page.html",
        plan=plan,
        payload=_paper(plan, draft, plan.language),
        language=UnLanguage(plan.language).label,
        mark=_mark(plan, draft),
        returns=draft.step == Step.RETURN,
        refused=str(refused.sentence) if refused else "",
    )


def _told(letter: Letter) -> str:
    told: str = _("The review is complete. The Party reads your letter now.")
    if letter.step == Step.RETURN:
        told = _("The plan is returned for revision. The Party reads your letter and comments now.")
    return told
