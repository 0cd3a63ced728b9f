"""The Party's page of comments: all that was asked, by section, with the Party's answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from engage.accounts.access import actor, allowed_to
from engage.accounts.permissions import Permission
from engage.kit.clock import now
from engage.kit.formats import show_time
from engage.kit.locales import current
from engage.kit.transaction import commits
from engage.plans import rules as plan_rules
from engage.plans.models import Plan
from engage.plans.queries import get_plan, last_entry
from engage.plans.review import rules
from engage.plans.review.actions import answer_comment
from engage.plans.review.forms import AnswersForm, answer_mark, answers_form
from engage.plans.review.models import Comment
from engage.plans.review.queries import beside, comments_on, letters_of, unanswered
from engage.plans.review.reading import comments_by_section
from engage.plans.sentences import too_late


@dataclass(frozen=True, slots=True)
class Clash:
    """An answer that somebody else gave while this one was typed."""

    comment_id: int
    answer: str
    text: str


@allowed_to(Permission.PLAN_READ)
def comments_page(ref: str) -> ResponseReturnValue:
    if actor().party_code is None:
        return redirect(url_for("review.desk", ref=ref))
    return _page(get_plan(ref, visible_to=actor()))


@allowed_to(Permission.PLAN_EDIT)
@commits
def save_answers(ref: str) -> ResponseReturnValue:
    plan = get_plan(ref, visible_to=actor(), lock=True)
    if not plan_rules.may_edit(actor(), plan):
        return _locked(plan), 409
    comments = _answerable(plan)
    form = answers_form(comments)
    clashes = _keep(form, comments)
    if "HX-Request" in request.headers:
        return _saved_answer(comments, clashes), 409 if clashes else 200
    if clashes:
        return _page(plan, form, clashes), 409
    _tell(plan)
    return redirect(url_for("review.comments", ref=ref), 303)


def _keep(form: AnswersForm, comments: Sequence[Comment]) -> list[Clash]:
    """Keep each answer that was changed; one that somebody else changed too is not overwritten."""
    clashes = []
    for comment in comments:
        details, mark = form.details(comment.id), answer_mark(comment)
        if (details.answer, details.text) == (comment.answer_so_far, comment.answer_text):
            continue
        if form.seen(comment.id) == mark:
            answer_comment(actor(), comment, details)
        else:
            clashes.append(Clash(comment.id, comment.answer or "", comment.answer_text))
    return clashes


def _page(
    plan: Plan, form: AnswersForm | None = None, clashes: Sequence[Clash] = (), refused: str = ""
) -> str:
    comments, told = comments_on(actor(), plan), beside(actor(), plan)
    answerable = [each for each in comments if rules.may_answer(actor(), each)]
    form = form or answers_form(answerable)
    waiting = unanswered(plan)
    return render_template(
        "plans/review/comments_page.html",
        plan=plan,
        sections=comments_by_section(actor(), [c for c in comments if c.from_secretariat], told),
        inside=comments_by_section(actor(), [c for c in comments if not c.from_secretariat], told),
        form=form,
        marks={each.id: _mark(form, each) for each in answerable},
        clashes={clash.comment_id: clash for clash in clashes},
        lacking={each.id for each in comments if each.lacks_reason},
        waiting=len(waiting),
        letters=letters_of(plan),
        may_answer=bool(answerable),
        may_submit=plan_rules.may_submit(actor(), plan),
        refused=refused,
        typed=_typed(plan) if refused else (),
    )


def _mark(form: AnswersForm, comment: Comment) -> str:
    """What the writer has seen: with text of a session that ended, what was seen then."""
    return form.seen(comment.id) if form.is_kept else answer_mark(comment)


def _locked(plan: Plan) -> str:
    """The plan went on while the answers were typed: say by whom, and show what was typed."""
    return _page(plan, refused=too_late(last_entry(plan), actor()))


def _typed(plan: Plan) -> list[tuple[Comment, str]]:
    """What was typed for each comment that can no longer be answered."""
    texts = [(each, request.form.get(f"text_{each.id}", "")) for each in _all(plan)]
    return [(asked, text) for asked, text in texts if text]


def _all(plan: Plan) -> Sequence[Comment]:
    return comments_on(actor(), plan)


def _answerable(plan: Plan) -> list[Comment]:
    return [each for each in comments_on(actor(), plan) if rules.may_answer(actor(), each)]


def _saved_answer(comments: Sequence[Comment], clashes: Sequence[Clash]) -> str:
    """What the page says after it saved itself, with new marks of what was seen."""
    clashing = {clash.comment_id for clash in clashes}
    return render_template(
        "plans/review/_saved.html",
        time=show_time(now(), language=current()),
        clashes=bool(clashes),
        marks={each.id: answer_mark(each) for each in comments if each.id not in clashing},
    )


def _tell(plan: Plan) -> None:
    waiting = len(unanswered(plan))
    if not waiting:
        flash(_("Your answers are saved. Every comment is answered."))
        return
    flash(_("Your answers are saved. You can go on later."))
    left = ngettext(
        "%(num)s comment waits for an answer", "%(num)s comments wait for an answer", waiting
    )
    flash(left, "warning")
