"""Signed pages: attached to a paper, given out to those who may see them, and removed."""

from __future__ import annotations

from flask import Response, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from werkzeug.exceptions import RequestEntityTooLarge

from engage.accounts.access import actor, allowed_to
from engage.accounts.permissions import Permission
from engage.frame.files import given_out, refused_unread
from engage.kit.db import db
from engage.kit.errors import EngageError, NotAllowed, ensure
from engage.kit.transaction import commits
from engage.kit.uploads import Upload
from engage.plans.models import Plan
from engage.plans.papers import files, rules
from engage.plans.papers.actions import attach_page, remove_page
from engage.plans.papers.details import PaperAt
from engage.plans.papers.forms import SignedPageForm
from engage.plans.papers.queries import get_page, papers_to_sign
from engage.plans.papers.sentences import FAR_TOO_LARGE, NOT_THIS_PAPER, PAGE_IS_SEEN, PAGE_IS_SENT
from engage.plans.queries import get_plan
from engage.plans.sentences import MAY_NOT


@allowed_to(Permission.PAPER_ATTACH)
def new(ref: str) -> ResponseReturnValue:
    plan = _plan_to_sign(ref)
    return _page(plan, _form(papers_to_sign(actor(), plan), plan))


@allowed_to(Permission.PAPER_ATTACH)
@commits
def attach(ref: str) -> ResponseReturnValue:
    _plan_to_sign(ref)
    db.session.rollback()  # nobody waits while the file is looked at
    upload = _looked_at()
    plan = get_plan(ref, visible_to=actor(), lock=True)
    papers = papers_to_sign(actor(), plan)
    form = _form(papers, plan)
    at = next((each for each in papers if each.key == form.paper.data), None)
    if not form.validate_on_submit() or at is None or isinstance(upload, EngageError):
        return _unfit(plan, form, at, upload), 422
    try:
        attach_page(actor(), plan, at, upload)
    except EngageError as refused:
        return _unfit(plan, form, at, refused), refused.status
    flash(_("The signed page is attached."))
    return redirect(url_for("papers.papers_page", ref=ref), 303)


@allowed_to(Permission.PLAN_READ)
def signed_page(ref: str, page_id: int) -> ResponseReturnValue:
    page = get_page(actor(), get_plan(ref, visible_to=actor()), page_id).page
    data = files.SHELF.content_of(page.stored_as, page.digest)
    return given_out(Upload(page.file_name, data, page.media_type))


@allowed_to(Permission.PAPER_ATTACH)
@commits
def remove(ref: str, page_id: int) -> ResponseReturnValue:
    plan = get_plan(ref, visible_to=actor(), lock=True)
    remove_page(actor(), get_page(actor(), plan, page_id))
    flash(_("The signed page is removed, and its file with it."))
    return redirect(url_for("papers.papers_page", ref=ref), 303)


def too_large(_error: RequestEntityTooLarge) -> Response:
    return refused_unread(str(FAR_TOO_LARGE))


def _plan_to_sign(ref: str) -> Plan:
    plan = get_plan(ref, visible_to=actor())
    ensure(rules.may_attach(actor(), plan), NotAllowed(str(MAY_NOT)))
    return plan


def _looked_at() -> Upload | EngageError:
    try:
        return files.examined(request.files.get("file"))
    except EngageError as refused:
        return refused


def _form(papers: list[PaperAt], plan: Plan) -> SignedPageForm:
    return SignedPageForm().choosing((at, _label(at, plan)) for at in papers)


def _label(at: PaperAt, plan: Plan) -> str:
    text: str = _("%(paper)s, %(number)s", paper=at.paper.label, number=at.number(plan.ref))
    return text


def _unfit(
    plan: Plan, form: SignedPageForm, at: PaperAt | None, upload: Upload | EngageError
) -> str:
    if at is None:
        form.paper.errors = [NOT_THIS_PAPER]
    if isinstance(upload, EngageError):
        form.file.errors = [upload.sentence]
    return _page(plan, form)


def _page(plan: Plan, form: SignedPageForm) -> str:
    is_ours = rules.may_see_clearance(actor(), plan)
    return render_template(
        "plans/papers/signed_page.html",
        plan=plan,
        form=form,
        seen_by=PAGE_IS_SEEN if is_ours else PAGE_IS_SENT,
    )
