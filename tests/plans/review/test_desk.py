"""The desk is one form: whatever is sent, nothing else that was typed is lost."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.accounts.models import KeptText, User
from engage.accounts.permissions import Role
from engage.kit.clock import now
from engage.kit.errors import OutOfTurn
from engage.plans.review.actions import comment_on, remove_comment
from engage.plans.review.details import CommentDetails, ObjectionDetails
from engage.plans.review.models import Comment, Letter
from engage.plans.review.objecting import object_to
from engage.plans.review.queries import draft_letter
from engage.plans.review.vocabulary import CommentKind
from engage.plans.vocabulary import Status
from tests.factories import make_plan, make_user
from tests.pages import parse

TYPED = {
    "desk": "1",
    "feedback-kind": "question",
    "feedback-text": "Who leads?",
    "purpose-text": "Which decision is still open?",
    "strengths": "The dates are clear.",
}


def boxes_of(page: str) -> dict[str, str]:
    """What the long boxes of a page hold, by name."""
    return {str(box.get("name")): (box.text or "").strip() for box in parse(page).iter("textarea")}


def test_a_comment_is_kept_and_the_rest_stands_in_its_boxes_again(
    session: Session, desk: FlaskClient
) -> None:
    there = f"/review/{make_plan(session, Status.IN_REVIEW).ref}"
    desk.get(there)
    assert desk.post(f"{there}/comment/feedback", data=TYPED).status_code == 303
    (comment,) = session.query(Comment).all()
    assert (comment.section, comment.kind, comment.text) == ("feedback", "question", "Who leads?")
    shown = boxes_of(desk.get(there).text)
    assert shown["purpose-text"] == "Which decision is still open?"
    assert shown["strengths"] == "The dates are clear."
    assert shown["feedback-text"] == ""


def test_a_letter_is_kept_and_comments_that_are_typed_stay(
    session: Session, desk: FlaskClient
) -> None:
    there = f"/review/{make_plan(session, Status.IN_REVIEW).ref}"
    desk.get(there)
    assert desk.post(f"{there}/decision", data=TYPED | {"do": "later"}).status_code == 303
    shown = boxes_of(desk.get(there).text)
    assert shown["strengths"] == "The dates are clear."
    assert shown["purpose-text"] == "Which decision is still open?"
    assert shown["feedback-text"] == "Who leads?"


def test_a_step_with_another_comment_loses_nothing(
    session: Session, desk: FlaskClient, reviewer: User
) -> None:
    plan = make_plan(session, Status.IN_REVIEW)
    details = CommentDetails(CommentKind.QUESTION, "An older one", "en")
    older = comment_on(reviewer, plan, "identity", details)
    there = f"/review/{plan.ref}"
    desk.get(there)
    desk.post(f"/plans/{plan.ref}/comments/{older.id}/remove", data=TYPED)
    shown = boxes_of(desk.get(there).text)
    assert shown["feedback-text"] == "Who leads?"
    assert shown["strengths"] == "The dates are clear."


def test_what_was_sent_in_the_end_is_kept_no_longer(session: Session, desk: FlaskClient) -> None:
    there = f"/review/{make_plan(session, Status.IN_REVIEW).ref}"
    desk.get(there)
    desk.post(f"{there}/comment/feedback", data=TYPED)
    assert session.query(KeptText).count() == 1
    left = {"desk": "1", "purpose-kind": "question", "purpose-text": TYPED["purpose-text"]}
    desk.post(f"{there}/comment/purpose", data=left)
    assert session.query(KeptText).count() == 0
    assert session.query(Comment).count() == 2


def test_a_comment_page_by_itself_leaves_the_desk_alone(
    session: Session, desk: FlaskClient
) -> None:
    there = f"/review/{make_plan(session, Status.IN_REVIEW).ref}"
    desk.get(there)
    desk.post(f"{there}/comment/feedback", data=TYPED)
    desk.post(f"{there}/comment/identity", data={"kind": "praise", "text": "Clear."})
    assert boxes_of(desk.get(there).text)["strengths"] == "The dates are clear."


# ---------------------------------------------------------------- the composed letter

PRAISE = CommentDetails(CommentKind.PRAISE, "Les promesses sont claires.", "fr")
MUST = CommentDetails(CommentKind.MUST_CHANGE, "Name a way to complain.", "en")


def test_a_letter_begins_from_the_comments_as_a_suggestion_that_is_not_kept(
    session: Session, desk: FlaskClient, reviewer: User
) -> None:
    plan = make_plan(session, Status.IN_REVIEW)
    comment_on(reviewer, plan, "stakeholders", PRAISE)
    comment_on(reviewer, plan, "feedback", MUST)
    there = f"/review/{plan.ref}"
    page = desk.get(there).text
    assert "Suggested, from the comments." in page
    shown = boxes_of(page)
    assert (shown["strengths"], shown["reason"]) == (PRAISE.text, MUST.text)
    sent = {"desk": "1", **{name: shown[name] for name in ("strengths", "reason")}, **offered(page)}
    desk.post(f"{there}/comment/feedback", data=sent | {"feedback-kind": "praise"} | MORE)
    assert session.query(KeptText).count() == 0
    assert boxes_of(desk.get(there).text)["strengths"] == f"{PRAISE.text}\n{MORE['feedback-text']}"
    desk.post(f"{there}/decision", data=sent | {"do": "later"})
    assert (kept := draft_letter(reviewer, plan)) is not None
    assert kept.strengths == ""


def test_a_suggestion_goes_only_as_the_letter_that_was_looked_at(
    session: Session, desk: FlaskClient, reviewer: User
) -> None:
    plan = make_plan(session, Status.IN_REVIEW)
    comment_on(reviewer, plan, "stakeholders", PRAISE)
    there = f"/review/{plan.ref}"
    page = desk.get(there).text
    sent = {"desk": "1", "strengths": boxes_of(page)["strengths"], "step": "complete"}
    sent |= {"support": "A course in May.", "do": "preview", **offered(page)}
    assert desk.post(f"{there}/decision", data=sent).location == f"{there}/letter"
    preview = desk.get(f"{there}/letter").text
    assert preview.count(PRAISE.text) == 1
    assert "A course in May." in preview
    (letter,) = session.query(Letter).all()
    assert (letter.language, letter.sent_at) == ("fr", None)
    again = desk.get(there).text
    assert "Suggested, from the comments." not in again
    assert boxes_of(again)["strengths"] == PRAISE.text


MORE = {"feedback-text": "Every route has a name."}


def offered(page: str) -> dict[str, str]:
    """What the desk says that it suggested."""
    return {
        str(box.get("name")): str(box.get("value"))
        for box in parse(page).iter("input")
        if str(box.get("name")).startswith("offered_")
    }


def test_a_step_that_comes_too_late_shows_and_keeps_all_that_was_typed(
    session: Session, desk: FlaskClient, reviewer: User
) -> None:
    plan = make_plan(session, Status.IN_REVIEW)
    details = CommentDetails(CommentKind.QUESTION, "Who?", "en")
    comment = comment_on(reviewer, plan, "feedback", details)
    comment.sent_at = now()
    plan.status = Status.COMPLETE.value
    session.commit()
    desk.get(f"/review/{plan.ref}")
    answer = desk.post(f"/plans/{plan.ref}/comments/{comment.id}/close", data=TYPED)
    assert answer.status_code == 409
    for text in ("Who leads?", "Which decision is still open?", "The dates are clear."):
        assert text in answer.text
    [kept] = session.query(KeptText).all()
    assert kept.fields["purpose-text"] == ["Which decision is still open?"]


def test_a_comment_that_a_colleague_disputes_is_for_the_lead_to_drop(
    session: Session, reviewer: User
) -> None:
    plan = make_plan(session, Status.IN_REVIEW)
    details = CommentDetails(CommentKind.QUESTION, "Who?", "en")
    comment = comment_on(reviewer, plan, "feedback", details)
    object_to(make_user(session, Role.REVIEWER), comment, ObjectionDetails("We know.", "en"))
    with pytest.raises(OutOfTurn):
        remove_comment(reviewer, comment)
