"""Signed pages: attached to a paper, given out to those who may see them, and removed."""

from __future__ import annotations

from io import BytesIO

from flask import Response, flash, redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from werkzeug.exceptions import RequestEntityTooLarge

from engage.accounts.access import actor, allowed_to
from engage.accounts.permissions import Permission
from engage.frame.errors import refused as refusal
from engage.kit.db import db
from engage.kit.errors import EngageError, NotAllowed, ensure
from engage.kit.transaction import commits
from engage.plans.models import Plan
from engage.plans.papers import files, rules
from engage.plans.papers.actions import attach_page, remove_page
from engage.plans.papers.details import PaperAt, Upload
from engage.plans.papers.forms import SignedPageForm
from engage.plans.papers.queries import get_page, papers_to_sign
from engage.plans.papers.sentences import FAR_TOO_LARGE, NOT_THIS_PAPER, PAGE_IS_SEEN, PAGE_IS_SENT
from engage.plans.queries import get_plan
from engage.plans.sentences import MAY_NOT

# What a browser shows by itself in a tab of its own; everything else is saved.
SHOWN = frozenset({"image/jpeg", "image/png"})
# A page of its own may do nothing at all, whatever its content pretends to be.
POLICY = "default-src 'none'; sandbox"
MOST_DISCARDED = 64 * 1024 * 1024  # bytes
PIECE = 64 * 1024


class TooLarge(EngageError):
    status = 413


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
    answer = send_file(
        BytesIO(files.content_of(page.stored_as, page.digest)),
        mimetype=page.media_type,
        as_attachment=page.media_type not in SHOWN,
        download_name=page.file_name,
    )
    answer.headers["Content-Security-Policy"] = POLICY
    answer.headers["Cache-Control"] = "no-store"
    return answer


@allowed_to(Permission.PAPER_ATTACH)
@commits
def remove(ref: str, page_id: int) -> ResponseReturnValue:
    plan = get_plan(ref, visible_to=actor(), lock=True)
    remove_page(actor(), get_page(actor(), plan, page_id))
    flash(_("The signed page is removed, and its file with it."))
    return redirect(url_for("papers.papers_page", ref=ref), 303)


def too_large(_error: RequestEntityTooLarge) -> Response:
    """A file that is far too large is not even read; a browser that is still sending is heard
    out first, since it shows no answer before."""
    left = min(request.content_length or 0, MOST_DISCARDED)
    stream = request.environ["wsgi.input"]
    while left > 0 and (piece := stream.read(min(left, PIECE))):
        left -= len(piece)
    return refusal(TooLarge(str(FAR_TOO_LARGE)))


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
