"""What a letter brings: all that is open when it goes, and the same for ever after."""

from __future__ import annotations

from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.accounts.permissions import Role
from engage.plans.review.actions import (
    close_comment,
    comment_on,
    complete_review,
    keep_letter,
    return_plan,
)
from engage.plans.review.details import CommentDetails, LetterDetails
from engage.plans.review.queries import comments_in
from engage.plans.review.vocabulary import CommentKind
from engage.plans.vocabulary import Status, Step
from tests.factories import make_plan, make_user

QUESTION = CommentDetails(CommentKind.QUESTION, "Who leads in the north?", "en")
PRAISE = CommentDetails(CommentKind.PRAISE, "Plainly said.", "en")


def test_a_letter_brings_what_is_new_and_what_is_still_open_and_keeps_it(session: Session) -> None:
    plan, who = make_plan(session, Status.IN_REVIEW), make_user(session, Role.REVIEWER)
    open_still, closed = (comment_on(who, plan, "stakeholders", QUESTION) for _ in range(2))
    comment_on(who, plan, "stakeholders", PRAISE)
    first = return_plan(who, plan, "Clear.", "Two points.")
    plan.status, plan.round = Status.IN_REVIEW.value, 2
    close_comment(who, closed)
    new = comment_on(who, plan, "feedback", QUESTION)
    draft = keep_letter(who, plan, LetterDetails("Clear.", "", Step.COMPLETE, "en"))
    assert [each.id for each in comments_in(who, plan, draft)] == [open_still.id, new.id]
    sent = complete_review(who, plan, draft.strengths, " A course in May. ")
    assert sent.support == "A course in May."
    open_still.closed_at = sent.sent_at
    session.flush()
    assert [each.id for each in comments_in(who, plan, sent)] == [open_still.id, new.id]
    assert len(comments_in(who, plan, first)) == 3


def test_an_older_letter_brings_the_comments_of_its_round(session: Session) -> None:
    plan, who = make_plan(session, Status.IN_REVIEW), make_user(session, Role.REVIEWER)
    comment = comment_on(who, plan, "stakeholders", QUESTION)
    letter = return_plan(who, plan, "Clear.", "One point.")
    letter.listed = None
    session.flush()
    assert [each.id for each in comments_in(who, plan, letter)] == [comment.id]


def test_the_preview_is_in_the_language_of_the_party(session: Session, desk: FlaskClient) -> None:
    plan = make_plan(session, Status.IN_REVIEW, language="fr")
    sent = {"strengths": "Clear.", "step": "complete", "do": "preview"}
    there = desk.post(f"/review/{plan.ref}/decision", data=sent).location
    page = desk.get(there).text
    assert "The letter before it goes" in page
    assert "Examen achevé" in page
    assert "in the language of the plan: French" in page
