"""The reading desk: a submitted version in sections, comments beside them, the decision last."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from engage.accounts.access import actor, allowed_to
from engage.accounts.permissions import Permission
from engage.kit.errors import NotFound
from engage.kit.formats import isolated, show_sentences
from engage.kit.locales import current
from engage.kit.memo import Memo
from engage.kit.transaction import commits
from engage.plans.assignments.queries import readers_of
from engage.plans.assignments.rules import may_take_lead
from engage.plans.checklist.queries import tally
from engage.plans.imprint import label_of_version
from engage.plans.models import Plan, Version
from engage.plans.page import holder_of
from engage.plans.queries import get_plan, latest_version, versions_of
from engage.plans.reading import ReadSection, read_plan
from engage.plans.review import rules
from engage.plans.review.actions import close_comment, keep_open, take_up
from engage.plans.review.forms import DecisionForm, decision_form
from engage.plans.review.moved import Pair
from engage.plans.review.pages.late import small_step
from engage.plans.review.pages.pairs import count_moved
from engage.plans.review.pages.unsent import comment_boxes
from engage.plans.review.places import WHOLE
from engage.plans.review.queries import (
    comments_for,
    comments_to_send,
    draft_letter,
    get_comment,
    letters_of,
    pair_to_compare,
)
from engage.plans.review.reading import Point, composed_of, open_points
from engage.plans.review.records import timeline_for
from engage.plans.review.sentences import EXPLAINED, time_with_us, version_sentence
from engage.plans.review.vocabulary import CommentKind
from engage.plans.sharing.rules import may_become_template
from engage.plans.vocabulary import Status

VERSIONS = 200
VIEWS = {"moved": "moved", "topics": "topics"}  # of the desk, besides the whole plan
_versions: Memo[tuple[ReadSection, ...]] = Memo(VERSIONS)


@allowed_to(Permission.PLAN_REVIEW)
def desk(ref: str) -> ResponseReturnValue:
    plan = get_plan(ref, visible_to=actor())
    composed = None
    if rules.may_write_letter(actor(), plan):
        composed = composed_of(comments_to_send(actor(), plan))
    return desk_page(plan, decision_form(draft_letter(actor(), plan), composed))


def desk_page(plan: Plan, form: DecisionForm) -> str:
    version = version_under_review(plan)
    comments = comments_for(actor(), plan)
    may_comment = rules.may_comment(actor(), plan)
    return render_template(
        "plans/review/desk_page.html",
        sections=version_as_read(version),
        comments=comments,
        points=[*open_points(comments), *_checklist_points(plan, version)],
        form=form,
        kinds=CommentKind.labels(),
        boxes=comment_boxes() if may_comment else {},
        holder=holder_of(plan, plan.party.name(current())),
        explanation=_explanation(plan),
        readers=readers_of(actor(), plan),
        letters=letters_of(plan),
        may_take_up=rules.may_take_up(actor(), plan),
        may_comment=may_comment,
        may_decide=rules.may_write_letter(actor(), plan),
        may_lead=may_take_lead(actor(), plan),
        may_become_template=may_become_template(actor(), plan, version),
        **desk_head(plan, version, pair_to_compare(plan)),
    )


def _explanation(plan: Plan) -> str:
    """What it means that somebody holds the plan, and who decides where a colleague leads."""
    status = Status(plan.status)
    if status is Status.IN_REVIEW and plan.lead is not None and not rules.leads(actor(), plan):
        leads = _("%(person)s leads this review and decides.", person=isolated(plan.lead.name))
        yours = _("You can write comments; they go to the Party with the letter of the lead.")
        return show_sentences([leads, yours], language=current())
    return str(EXPLAINED[status])


def _checklist_points(plan: Plan, version: Version) -> list[Point]:
    """How far the checklist is answered: a plain fact, asked for where it is decided."""
    if not rules.may_write_letter(actor(), plan):
        return []
    found = tally(actor(), plan, version)
    told = _(
        "Checklist: %(answered)s of %(asked)s answered", answered=found.answered, asked=found.asked
    )
    return [Point("complete" if found.answered >= found.asked else "in_work", told)]


@allowed_to(Permission.PLAN_REVIEW)
@commits
def begin(ref: str) -> ResponseReturnValue:
    plan = get_plan(ref, visible_to=actor(), lock=True)
    take_up(actor(), plan)
    flash(_("You have taken up the review. The Party cannot withdraw the plan now."))
    return redirect(url_for("review.desk", ref=ref), 303)


@allowed_to(Permission.PLAN_COMMENT)
@commits
def close(ref: str, comment_id: int) -> ResponseReturnValue:
    plan = get_plan(ref, visible_to=actor(), lock=True)

    def take() -> str:
        comment = get_comment(actor(), plan, comment_id)
        close_comment(actor(), comment)
        return back_to(plan, comment.section)

    return small_step(plan, take)


@allowed_to(Permission.PLAN_COMMENT)
@commits
def reopen(ref: str, comment_id: int) -> ResponseReturnValue:
    plan = get_plan(ref, visible_to=actor(), lock=True)

    def take() -> str:
        comment = get_comment(actor(), plan, comment_id)
        keep_open(actor(), comment)
        return back_to(plan, comment.section)

    return small_step(plan, take)


@allowed_to(Permission.PLAN_REVIEW)
def timeline(ref: str) -> ResponseReturnValue:
    plan = get_plan(ref, visible_to=actor())
    version = version_under_review(plan)
    return render_template(
        "plans/review/timeline_page.html",
        moments=timeline_for(actor(), plan),
        versions=versions_of(plan),
        label_of=label_of_version,
        **desk_head(plan, version, pair_to_compare(plan)),
    )


def version_under_review(plan: Plan) -> Version:
    """What was submitted last; the secretariat never reads the draft."""
    version = latest_version(plan)
    if version is None:
        raise NotFound(_("There is no such plan, or you have no access to it."))
    return version


def version_as_read(version: Version) -> tuple[ReadSection, ...]:
    """The version in words. It is frozen, so what is remembered of it can never be stale."""
    language = current()
    key = (version.id, version.submitted_at, language)
    return _versions.get(key, lambda: read_plan(version.document, language))


def title_of(version: Version) -> str:
    return version.title or str(_("Plan without a title"))


def desk_head(plan: Plan, version: Version, pair: Pair | None = None) -> dict[str, object]:
    """What every view of the desk begins with (`_desk_head.html`)."""
    return {
        "plan": plan,
        "version": version,
        "caption": caption_of(plan, version),
        "title": title_of(version),
        "moved_count": count_moved(pair),
    }


def caption_of(plan: Plan, version: Version) -> str:
    """Whose plan it is, which version, and for how long it has been where it is."""
    caption: str = _(
        "%(party)s · %(version)s · %(time)s",
        party=plan.party.name(current()),
        version=version_sentence(version.number, version.round, version.minor),
        time=time_with_us(plan),
    )
    return caption


def back_to(plan: Plan, section: str) -> str:
    """Where a comment stands: on the Party's page, on the desk, or on the view of it that the
    address names, from which one came."""
    view = VIEWS.get(request.args.get("back", ""), "desk")
    endpoint = "review.comments" if actor().party_code else f"review.{view}"
    return url_for(endpoint, ref=plan.ref, _anchor=f"section-{section or WHOLE}")
