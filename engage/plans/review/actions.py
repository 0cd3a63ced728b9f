"""What the secretariat does with a plan, and what the Party does with its comments.

Each step asks the rule that shows its button and moves the plan with `plans.actions.move`. The
plan must come locked (`get_plan(…, lock=True)`), so that of two people one is told that the other
was quicker.
"""

from __future__ import annotations

from engage.accounts.models import User
from engage.accounts.permissions import Permission
from engage.history.vocabulary import Verb
from engage.kit.clock import now
from engage.kit.db import db
from engage.kit.errors import Invalid, NotAllowed, OutOfTurn, ensure
from engage.plans.actions import move
from engage.plans.assignments.actions import lead_if_nobody_does
from engage.plans.assignments.sentences import led_by_another
from engage.plans.document import compose
from engage.plans.models import Plan
from engage.plans.notices import plan_returned, review_completed, review_taken_up
from engage.plans.queries import last_entry, latest_version
from engage.plans.review import rules
from engage.plans.review.details import AnswerDetails, CommentDetails, LetterDetails
from engage.plans.review.models import Comment, Letter
from engage.plans.review.objections import is_disputed, objections_to
from engage.plans.review.places import Place, find_place, place_of, stands_in
from engage.plans.review.queries import comments_in, draft_letter, unsent_comments
from engage.plans.review.sentences import (
    NO_DECISION,
    NO_PLACE,
    NO_REASON,
    NO_STRENGTHS,
    NO_TEXT,
    UNRESOLVED,
)
from engage.plans.rules import is_own, may_see_private
from engage.plans.sentences import MAY_NOT, too_late
from engage.plans.sharing.actions import offer_activities
from engage.plans.vocabulary import Status, Step
from engage.plans.workflow import advance


def take_up(actor: User, plan: Plan) -> None:
    """Begin the review, and lead it if nobody does: the Party cannot withdraw the plan now."""
    _ensure_turn(actor, plan, Step.TAKE_UP)
    ensure(rules.may_take_up(actor, plan), NotAllowed(str(MAY_NOT)))
    move(actor, plan, Step.TAKE_UP, Verb.TAKEN_UP)
    lead_if_nobody_does(actor, plan)
    review_taken_up(actor, plan)


def return_plan(actor: User, plan: Plan, strengths: str, reason: str, support: str = "") -> Letter:
    """Give the plan back to the Party with a reason; it can be edited and submitted again."""
    _ensure_turn(actor, plan, Step.RETURN)
    _ensure_leads(actor, plan)
    ensure(rules.may_return(actor, plan), NotAllowed(str(MAY_NOT)))
    letter = _send_letter(actor, plan, Step.RETURN, strengths.strip(), reason.strip(), support)
    move(actor, plan, Step.RETURN, Verb.RETURNED, letter.reason, language=letter.language)
    plan_returned(actor, plan)
    return letter


def complete_review(actor: User, plan: Plan, strengths: str, support: str = "") -> Letter:
    """End the review; comments that are still open stay as advice."""
    _ensure_turn(actor, plan, Step.COMPLETE)
    _ensure_leads(actor, plan)
    ensure(rules.may_complete(actor, plan), NotAllowed(str(MAY_NOT)))
    letter = _send_letter(actor, plan, Step.COMPLETE, strengths.strip(), "", support)
    move(actor, plan, Step.COMPLETE, Verb.COMPLETED)
    review_completed(actor, plan)
    version = latest_version(plan)
    if version is not None:
        offer_activities(plan, version)
    return letter


def send_letter(actor: User, plan: Plan, letter: LetterDetails) -> Letter:
    """Take the step that the letter decides on."""
    if letter.step is Step.RETURN:
        return return_plan(actor, plan, letter.strengths, letter.reason, letter.support)
    if letter.step is Step.COMPLETE:
        return complete_review(actor, plan, letter.strengths, letter.support)
    raise Invalid(str(NO_DECISION))


def keep_letter(actor: User, plan: Plan, details: LetterDetails) -> Letter:
    """Keep a letter as far as it is written, right or not; nobody else reads it."""
    _ensure_in_review(actor, plan)
    _ensure_leads(actor, plan)
    ensure(rules.may_write_letter(actor, plan), NotAllowed(str(MAY_NOT)))
    letter = _own_draft(actor, plan)
    letter.step = details.step.value if details.step else None
    words = details.strengths.strip(), details.reason.strip(), details.support.strip()
    if words != (letter.strengths, letter.reason, letter.support):
        letter.language = details.language
    letter.strengths, letter.reason, letter.support = words
    letter.written_at = now()
    db.session.flush()  # the preview reads it
    return letter


def comment_on(actor: User, plan: Plan, about: str, details: CommentDetails) -> Comment:
    """Write beside a place (its code): the secretariat while it reviews, the Party while it writes.

    Raises Invalid also for a row that is not in the text, or an answer the actor may not see.
    """
    _ensure_may_comment(actor, plan)
    place = _place(actor, plan, about)
    ensure(details.text.strip(), Invalid(str(NO_TEXT)))
    comment = Comment(
        plan=plan,
        section=place.section,
        register=place.register,
        row_key=place.row_key,
        field=place.field,
        version=plan.version,
        round=plan.round,
        kind=details.kind.value,
        text=details.text.strip(),
        language=details.language,
        from_secretariat=not is_own(actor, plan),
        written_by=actor,
        written_at=now(),
    )
    db.session.add(comment)
    db.session.flush()  # its place on the page is named by its id
    return comment


def edit_comment(
    actor: User, comment: Comment, details: CommentDetails, about: str | None = None
) -> None:
    """Change one's own comment, or what it is about, while nobody of the other side has read it."""
    _ensure_may_comment(actor, comment.plan)
    ensure(rules.may_change_comment(actor, comment), NotAllowed(str(MAY_NOT)))
    ensure(details.text.strip(), Invalid(str(NO_TEXT)))
    if about is not None and about != place_of(comment).code:  # a row that is gone may stay
        place = _place(actor, comment.plan, about)
        comment.section, comment.field = place.section, place.field
        comment.register, comment.row_key = place.register, place.row_key
    if details.text.strip() != comment.text:
        comment.language = details.language
    comment.kind, comment.text = details.kind.value, details.text.strip()
    comment.written_at = now()


def remove_comment(actor: User, comment: Comment) -> None:
    _ensure_may_comment(actor, comment.plan)
    ensure(rules.may_change_comment(actor, comment), NotAllowed(str(MAY_NOT)))
    ensure(not objections_to(comment), OutOfTurn(str(UNRESOLVED)))
    db.session.delete(comment)


def answer_comment(actor: User, comment: Comment, details: AnswerDetails) -> None:
    """Keep the Party's answer, also half given: what lacks a reason counts as unanswered.

    The secretariat reads it once the plan is submitted again.
    """
    ensure(rules.may_answer(actor, comment), OutOfTurn(too_late(last_entry(comment.plan), actor)))
    comment.answer = details.answer.value if details.answer else None
    comment.answer_text = details.text.strip()
    comment.answered_by_id = actor.id if details.answer else None
    comment.answered_at = now() if details.answer else None
    comment.kept_open_at = None


def close_comment(actor: User, comment: Comment) -> None:
    """Settle a comment: nothing more is asked."""
    _ensure_not_too_late(actor, comment)
    ensure(rules.may_close(actor, comment), NotAllowed(str(MAY_NOT)))
    comment.closed_at, comment.kept_open_at = now(), None


def keep_open(actor: User, comment: Comment) -> None:
    """Ask again: the answer is not enough yet, or the comment was closed too soon."""
    _ensure_not_too_late(actor, comment)
    ensure(rules.may_keep_open(actor, comment), NotAllowed(str(MAY_NOT)))
    comment.closed_at, comment.kept_open_at = None, now()


def _send_letter(
    actor: User, plan: Plan, step: Step, strengths: str, reason: str, support: str
) -> Letter:
    ensure(strengths, Invalid(str(NO_STRENGTHS)))
    ensure(reason or step is not Step.RETURN, Invalid(str(NO_REASON)))
    ensure(not is_disputed(plan), Invalid(str(UNRESOLVED)))
    moment = now()
    letter = _own_draft(actor, plan)
    letter.step, letter.strengths, letter.reason = step.value, strengths, reason
    letter.support = support.strip()
    letter.listed = [comment.id for comment in comments_in(actor, plan, letter)]
    letter.written_at = letter.sent_at = moment
    for comment in unsent_comments(plan):
        comment.sent_at = moment
    return letter


def _place(actor: User, plan: Plan, code: str) -> Place:
    """The place in the text that the actor reads: the draft, or what was submitted last."""
    place = find_place(code, private=may_see_private(actor, plan))
    ensure(place is not None and _stands(actor, plan, place), Invalid(str(NO_PLACE)))
    return place or Place()


def _stands(actor: User, plan: Plan, place: Place) -> bool:
    if not place.register:
        return True
    if is_own(actor, plan):
        return stands_in(place, compose(plan))
    version = latest_version(plan)
    return version is not None and stands_in(place, version.document)


def _own_draft(actor: User, plan: Plan) -> Letter:
    """The reviewer's letter of this round, begun on first use."""
    found = draft_letter(actor, plan)
    if found is not None:
        return found
    letter = Letter(
        plan=plan,
        version=plan.version,
        round=plan.round,
        step=None,
        strengths="",
        reason="",
        language=plan.language,
        written_by=actor,
        written_at=now(),
    )
    db.session.add(letter)
    return letter


def _ensure_turn(actor: User, plan: Plan, step: Step) -> None:
    advance(Status(plan.status), step, refusal=too_late(last_entry(plan), actor))


def _ensure_leads(actor: User, plan: Plan) -> None:
    """A reviewer whose lead was taken over meanwhile is told by whom."""
    if actor.may(Permission.PLAN_REVIEW) and plan.lead is not None:
        ensure(rules.leads(actor, plan), OutOfTurn(led_by_another(plan.lead.name)))


def _ensure_in_review(actor: User, plan: Plan) -> None:
    ensure(plan.status == Status.IN_REVIEW, OutOfTurn(too_late(last_entry(plan), actor)))


def _ensure_not_too_late(actor: User, comment: Comment) -> None:
    """A reviewer who could settle the comment before is told who ended the review."""
    if comment.from_secretariat and actor.may(Permission.PLAN_REVIEW):
        _ensure_in_review(actor, comment.plan)


def _ensure_may_comment(actor: User, plan: Plan) -> None:
    """One who could comment before, but comes too late, is told who did what when."""
    ensure(actor.may(Permission.PLAN_COMMENT), NotAllowed(str(MAY_NOT)))
    ensure(rules.may_comment(actor, plan), OutOfTurn(too_late(last_entry(plan), actor)))
