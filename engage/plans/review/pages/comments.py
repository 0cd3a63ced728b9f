"""Writing, changing and removing one comment, on pages of their own."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from engage.accounts.access import actor, allowed_to
from engage.accounts.permissions import Permission
from engage.frame.fragments import macro
from engage.kit.errors import EngageError, NotFound
from engage.kit.locales import current
from engage.kit.pieces import own, woven
from engage.kit.transaction import commits
from engage.plans.document import Json, compose
from engage.plans.models import Plan
from engage.plans.outline.plan import find_section
from engage.plans.outline.shape import Section
from engage.plans.queries import get_plan
from engage.plans.reading import read_section
from engage.plans.review.actions import comment_on, edit_comment, remove_comment
from engage.plans.review.forms import CommentForm
from engage.plans.review.pages.desk import back_to, version_under_review
from engage.plans.review.pages.unsent import comment_form, keep_unsent
from engage.plans.review.queries import comments_for, get_comment
from engage.plans.review.sentences import NO_SECTION
from engage.plans.review.vocabulary import CommentKind


@allowed_to(Permission.PLAN_COMMENT)
def comment_page(ref: str, section: str) -> ResponseReturnValue:
    plan = get_plan(ref, visible_to=actor())
    return _page(plan, _section(section), CommentForm())


@allowed_to(Permission.PLAN_COMMENT)
@commits
def comment(ref: str, section: str) -> ResponseReturnValue:
    plan = get_plan(ref, visible_to=actor(), lock=True)
    form = comment_form(section)
    keep_unsent(plan, section)
    if not form.validate_on_submit():
        return _page(plan, _section(section), form), 422
    try:
        written = comment_on(actor(), plan, section, form.details())
    except EngageError as refused:
        return _page(plan, _section(section), form, refused), refused.status
    flash(_("Your comment is kept."))
    return redirect(back_to(plan, written.section), 303)


@allowed_to(Permission.PLAN_COMMENT)
def change_page(ref: str, comment_id: int) -> ResponseReturnValue:
    plan = get_plan(ref, visible_to=actor())
    kept = get_comment(actor(), plan, comment_id)
    form = CommentForm(data={"kind": kept.kind, "text": kept.text})
    return _page(plan, _section(kept.section), form, changes=comment_id)


@allowed_to(Permission.PLAN_COMMENT)
@commits
def change(ref: str, comment_id: int) -> ResponseReturnValue:
    plan = get_plan(ref, visible_to=actor(), lock=True)
    kept = get_comment(actor(), plan, comment_id)
    form, section = CommentForm(), _section(kept.section)
    if not form.validate_on_submit():
        return _page(plan, section, form, changes=comment_id), 422
    try:
        edit_comment(actor(), kept, form.details())
    except EngageError as refused:
        return _page(plan, section, form, refused, changes=comment_id), refused.status
    flash(_("Your comment is changed."))
    return redirect(back_to(plan, kept.section), 303)


@allowed_to(Permission.PLAN_COMMENT)
@commits
def remove(ref: str, comment_id: int) -> ResponseReturnValue:
    plan = get_plan(ref, visible_to=actor(), lock=True)
    keep_unsent(plan)
    kept = get_comment(actor(), plan, comment_id)
    remove_comment(actor(), kept)
    said = woven(
        _("Your comment is removed. It said: “%(text)s”"), text=own(kept.text, kept.language)
    )
    flash(macro("components/own_words.html", "pieces")(said))
    return redirect(back_to(plan, kept.section), 303)


def _section(code: str) -> Section:
    section = find_section(code)
    if section is None:
        raise NotFound(str(NO_SECTION))
    return section


def _page(
    plan: Plan,
    section: Section,
    form: CommentForm,
    refused: EngageError | None = None,
    changes: int | None = None,
) -> str:
    """The section as its reader sees it, with the box for the comment below."""
    inside = actor().party_code is not None
    document, plan_language = _text_of(plan, inside=inside)
    others = comments_for(actor(), plan).get(section.code, ())
    language = next((each.language for each in others if each.id == changes), current())
    return render_template(
        "plans/review/comment_page.html",
        plan=plan,
        inside=inside,
        section=read_section(document, section, current()),
        plan_language=plan_language,
        comments=[each for each in others if each.id != changes],
        form=form,
        language=language,
        kinds=CommentKind.labels(),
        refused=str(refused.sentence) if refused else "",
        changes=changes,
        action=_address(plan, section, changes, inside=inside),
        back=back_to(plan, section.code),
    )


def _text_of(plan: Plan, *, inside: bool) -> tuple[Json, str]:
    """What is commented on, and its language: the Party's draft, or what it submitted."""
    if inside:
        return compose(plan), plan.language
    version = version_under_review(plan)
    return version.document, version.language


def _address(plan: Plan, section: Section, changes: int | None, *, inside: bool) -> str:
    back = request.args.get("back")  # the view one came from, and goes back to
    if changes:
        return url_for("review.change", ref=plan.ref, comment_id=changes, back=back)
    endpoint = "review.comment_inside" if inside else "review.comment"
    return url_for(endpoint, ref=plan.ref, section=section.code, back=back)
