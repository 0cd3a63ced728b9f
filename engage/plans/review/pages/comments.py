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
from engage.kit.pieces import own, plain, woven
from engage.kit.transaction import commits
from engage.plans.models import Plan
from engage.plans.outline.plan import find_section
from engage.plans.queries import get_plan
from engage.plans.review.actions import comment_on, edit_comment, remove_comment
from engage.plans.review.forms import PlacedCommentForm
from engage.plans.review.models import Comment
from engage.plans.review.pages.desk import back_to
from engage.plans.review.pages.late import small_step
from engage.plans.review.pages.text import Text, text_for
from engage.plans.review.pages.unsent import comment_form, keep_unsent
from engage.plans.review.places import (
    WHOLE,
    Option,
    Place,
    answers_in,
    find_place,
    heading,
    place_of,
    places_in,
)
from engage.plans.review.queries import comments_for, get_comment
from engage.plans.review.rules import may_use_stock
from engage.plans.review.sentences import NO_PLACE, NO_SECTION
from engage.plans.review.stock import find_stock, stock_for
from engage.plans.review.vocabulary import CommentKind
from engage.plans.rules import is_own, may_see_private


@allowed_to(Permission.PLAN_COMMENT)
def comment_page(ref: str, section: str) -> ResponseReturnValue:
    plan = get_plan(ref, visible_to=actor())
    here, text, form = _section(section), text_for(actor(), plan), PlacedCommentForm()
    if not form.is_kept:
        form.choose(_asked_for(plan, here, text))
    _put_in_stock(plan, text, form, request.args.get("stock", ""))
    return _page(plan, here, text, form)


@allowed_to(Permission.PLAN_COMMENT)
@commits
def comment(ref: str, section: str) -> ResponseReturnValue:
    plan = get_plan(ref, visible_to=actor(), lock=True)
    here, text, form = _section(section), text_for(actor(), plan), comment_form(section)
    keep_unsent(plan, section)
    if _put_in_stock(plan, text, form, request.form.get("stock", "")):
        return _page(plan, here, text, form)
    is_valid, place = form.validate_on_submit(), _chosen(plan, here, text, form)
    if not is_valid or place is None:
        return _page(plan, here, text, form), 422
    try:
        written = comment_on(actor(), plan, place.code, form.details())
    except EngageError as refused:
        return _page(plan, here, text, form, refused), refused.status
    flash(_("Your comment is kept."))
    return redirect(f"{back_to(plan, written.section).partition('#')[0]}#c{written.id}", 303)


@allowed_to(Permission.PLAN_COMMENT)
def change_page(ref: str, comment_id: int) -> ResponseReturnValue:
    plan = get_plan(ref, visible_to=actor())
    kept = get_comment(actor(), plan, comment_id)
    form = PlacedCommentForm(data={"kind": kept.kind, "text": kept.text, "spoken": kept.language})
    text = text_for(actor(), plan)
    if not form.is_kept:
        form.choose(place_of(kept), is_there=text.has(place_of(kept)))
    return _page(plan, Place(kept.section), text, form, changes=kept)


@allowed_to(Permission.PLAN_COMMENT)
@commits
def change(ref: str, comment_id: int) -> ResponseReturnValue:
    plan = get_plan(ref, visible_to=actor(), lock=True)
    kept = get_comment(actor(), plan, comment_id)
    here, text, form = Place(kept.section), text_for(actor(), plan), PlacedCommentForm()
    is_valid, place = form.validate_on_submit(), _chosen(plan, here, text, form, kept)
    if not is_valid or place is None:
        return _page(plan, here, text, form, changes=kept), 422
    try:
        edit_comment(actor(), kept, form.details(), place.code)
    except EngageError as refused:
        return _page(plan, here, text, form, refused, changes=kept), refused.status
    flash(_("Your comment is changed."))
    return redirect(back_to(plan, kept.section), 303)


@allowed_to(Permission.PLAN_COMMENT)
@commits
def remove(ref: str, comment_id: int) -> ResponseReturnValue:
    plan = get_plan(ref, visible_to=actor(), lock=True)

    def take() -> str:
        kept = get_comment(actor(), plan, comment_id)
        remove_comment(actor(), kept)
        said = woven(
            _("Your comment is removed. It said: “%(text)s”"), text=own(kept.text, kept.language)
        )
        flash(macro("components/own_words.html", "pieces")(said))
        return back_to(plan, kept.section)

    return small_step(plan, take)


def _section(code: str) -> Place:
    """The section of an address, or the whole plan."""
    if code != WHOLE and find_section(code) is None:
        raise NotFound(str(NO_SECTION))
    return Place() if code == WHOLE else Place(code)


def _asked_for(plan: Plan, here: Place, text: Text) -> Place:
    """The part that the address asks for; the whole section for one that is not there."""
    code, private = request.args.get("about", ""), may_see_private(actor(), plan)
    place = find_place(code, private=private)
    fits = place is not None and place.section == here.section and text.has(place)
    return place if place is not None and fits else here


def _chosen(
    plan: Plan, here: Place, text: Text, form: PlacedCommentForm, kept: Comment | None = None
) -> Place | None:
    """What the comment is about; what is wrong with it is said beside its box."""
    otherwise = place_of(kept) if kept else here
    place = form.place(otherwise, private=may_see_private(actor(), plan))
    if place == otherwise:
        return place
    if place is None or place.section != here.section or not text.has(place):
        form.about.errors = [NO_PLACE]
        return None
    return place


def _put_in_stock(plan: Plan, text: Text, form: PlacedCommentForm, code: str) -> bool:
    """Put a comment of the stock into the box, in the plan's language; reviewers have it."""
    stock = find_stock(code) if code and may_use_stock(actor(), plan) else None
    if stock is None:
        return False
    form.take_stock(stock, text.language)
    return True


def _page(
    plan: Plan,
    here: Place,
    text: Text,
    form: PlacedCommentForm,
    refused: EngageError | None = None,
    changes: Comment | None = None,
) -> str:
    """The part of the plan as its reader sees it, with the box for the comment above."""
    inside, private = is_own(actor(), plan), may_see_private(actor(), plan)
    others = comments_for(actor(), plan, text.places).get(here.section, ())
    return render_template(
        "plans/review/comment_page.html",
        plan=plan,
        inside=inside,
        heading=heading(here),
        section=text.read(_part_shown(here, form, private=private)),
        plan_language=text.language,
        whole=here,
        choices=places_in(here.section, text.document, current(), private=private),
        answers=answers_in(here.section, text.document, private=private),
        gone=_gone(text, changes),
        comments=[each for each in others if changes is None or each.id != changes.id],
        form=form,
        stock=stock_for(here.section) if may_use_stock(actor(), plan) and not changes else (),
        kinds=CommentKind.labels(),
        refused=str(refused.sentence) if refused else "",
        changes=changes is not None,
        action=_address(plan, here, changes, inside=inside),
        back=back_to(plan, here.section),
    )


def _part_shown(here: Place, form: PlacedCommentForm, *, private: bool) -> Place:
    """Only the row that the comment is about, else the section."""
    place = form.place(here, private=private)
    return place if place and place.section == here.section else here


def _gone(text: Text, changes: Comment | None) -> Option | None:
    """The place of a comment on a row that is no longer there: it can stay."""
    if changes is None or text.has(place_of(changes)):
        return None
    place = place_of(changes)
    return Option(place.code, plain(text.places.part(place)))


def _address(plan: Plan, here: Place, changes: Comment | None, *, inside: bool) -> str:
    back = request.args.get("back")  # the view one came from, and goes back to
    if changes is not None:
        return url_for("review.change", ref=plan.ref, comment_id=changes.id, back=back)
    endpoint = "review.comment_inside" if inside else "review.comment"
    return url_for(endpoint, ref=plan.ref, section=here.section_in_address, back=back)
