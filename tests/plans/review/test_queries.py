from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.kit.errors import NotFound
from engage.plans.models import Plan
from engage.plans.review.actions import (
    answer_comment,
    comment_on,
    complete_review,
    return_plan,
)
from engage.plans.review.details import AnswerDetails, CommentDetails
from engage.plans.review.queries import (
    comments_for,
    get_comment,
    get_letter,
)
from engage.plans.review.reading import open_points
from engage.plans.review.vocabulary import CommentKind, CommentState
from engage.plans.vocabulary import Status
from engage.reference.vocabulary.identity import AnswerToComment
from tests.factories import make_plan, make_user
from tests.reading import count_queries

MUST = CommentDetails(CommentKind.MUST_CHANGE, "Name a way to complain.", "en")


def people(session: Session, plan: Plan) -> tuple[User, User, User]:
    """A reviewer, the focal point, an adviser of the Party."""
    return (
        make_user(session, Role.REVIEWER, name="Maro Selten"),
        make_user(session, party=plan.party),
        make_user(session, Role.ADVISER, party=plan.party, name="Sefa Maron"),
    )


def texts(reader: User, plan: Plan) -> list[str]:
    return [each.text for section in comments_for(reader, plan).values() for each in section]


def test_the_party_reads_a_comment_once_it_is_sent(session: Session) -> None:
    plan = make_plan(session, Status.IN_REVIEW)
    reviewer, focal_point, _adviser = people(session, plan)
    comment = comment_on(reviewer, plan, "feedback", MUST)
    assert texts(reviewer, plan) == [MUST.text]
    assert texts(focal_point, plan) == []
    with pytest.raises(NotFound):
        get_comment(focal_point, plan, comment.id)
    return_plan(reviewer, plan, "Clear.", "One point.")
    assert texts(focal_point, plan) == [MUST.text]


def test_the_party_reads_the_role_of_a_reviewer_and_not_the_name(session: Session) -> None:
    plan = make_plan(session, Status.IN_REVIEW)
    reviewer, focal_point, _adviser = people(session, plan)
    comment_on(reviewer, plan, "feedback", MUST)
    return_plan(reviewer, plan, "Clear.", "One point.")
    (shown,) = comments_for(focal_point, plan)["feedback"]
    assert shown.by.startswith("Secretariat, reviewer")
    (own,) = comments_for(make_user(session, Role.REVIEWER), plan)["feedback"]
    assert own.by.startswith("Maro Selten, reviewer")


def test_comments_of_an_adviser_stay_inside_the_party(session: Session) -> None:
    plan = make_plan(session, Status.RETURNED)
    reviewer, focal_point, adviser = people(session, plan)
    comment = comment_on(adviser, plan, "feedback", MUST)
    (shown,) = comments_for(focal_point, plan)["feedback"]
    assert shown.by.startswith("Sefa Maron (Adviser)")
    plan.status = Status.IN_REVIEW
    assert texts(reviewer, plan) == []
    with pytest.raises(NotFound):
        get_comment(reviewer, plan, comment.id)
    complete_review(reviewer, plan, "Clear.")
    assert comment.sent_at is None


def test_another_party_reads_no_comment(session: Session) -> None:
    plan = make_plan(session, Status.IN_REVIEW)
    reviewer, _focal_point, _adviser = people(session, plan)
    comment_on(reviewer, plan, "feedback", MUST)
    return_plan(reviewer, plan, "Clear.", "One point.")
    assert texts(make_user(session), plan) == []


def test_an_answer_reaches_the_secretariat_with_the_next_submission(session: Session) -> None:
    plan = make_plan(session, Status.IN_REVIEW)
    reviewer, focal_point, _adviser = people(session, plan)
    comment = comment_on(reviewer, plan, "feedback", MUST)
    return_plan(reviewer, plan, "Clear.", "One point.")
    answer_comment(focal_point, comment, AnswerDetails(AnswerToComment.DONE, "A telephone line."))
    session.flush()
    (theirs,) = comments_for(focal_point, plan)["feedback"]
    assert (theirs.answer_text, theirs.state) == ("A telephone line.", CommentState.ANSWERED)
    (ours,) = comments_for(reviewer, plan)["feedback"]
    assert (ours.answer_text, ours.state) == ("", CommentState.OPEN)
    plan.status, plan.submitted_at = Status.SUBMITTED, comment.answered_at
    (ours,) = comments_for(reviewer, plan)["feedback"]
    assert (ours.answer_text, ours.state) == ("A telephone line.", CommentState.ANSWERED)
    assert ours.answer_lead == "Aridland: done."


@pytest.mark.parametrize("count", [1, 3])
def test_comments_take_two_queries_however_many(app: Flask, session: Session, count: int) -> None:
    plan = make_plan(session, Status.IN_REVIEW)
    reviewer, _focal_point, _adviser = people(session, plan)
    for _number in range(count):
        comment_on(make_user(session, Role.REVIEWER), plan, "feedback", MUST)
    session.commit()
    session.expunge_all()
    plan = session.get_one(Plan, plan.id)
    reviewer = session.get_one(User, reviewer.id)
    with count_queries(app) as counted:
        assert len(comments_for(reviewer, plan)["feedback"]) == count
    assert len(counted) == 2  # the comments, and what reviewers object to them


def test_the_letter_of_a_round_is_found_and_a_draft_is_not(session: Session) -> None:
    plan = make_plan(session, Status.IN_REVIEW)
    reviewer, _focal_point, _adviser = people(session, plan)
    with pytest.raises(NotFound):
        get_letter(plan, 1, 1)
    letter = return_plan(reviewer, plan, "Clear.", "One point.")
    assert get_letter(plan, 1, 1) is letter


def test_what_is_open_is_told_before_the_decision(session: Session) -> None:
    plan = make_plan(session, Status.IN_REVIEW)
    reviewer, _focal_point, _adviser = people(session, plan)
    comment_on(reviewer, plan, "feedback", MUST)
    return_plan(reviewer, plan, "Clear.", "One point.")
    plan.status, plan.round = Status.IN_REVIEW, 2
    comment_on(reviewer, plan, "feedback", MUST)
    assert [point.sentence for point in open_points(comments_for(reviewer, plan))] == [
        "Closed comments: 0 of 1",
        "1 “must change” is open",
        "1 new comment goes with the letter",
    ]
