"""Two reviewers disagree about a comment; the lead keeps or drops it before the letter goes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.kit.errors import Invalid, NotAllowed, OutOfTurn
from engage.plans.assignments.actions import take_lead
from engage.plans.models import Plan
from engage.plans.review.actions import comment_on, edit_comment, return_plan
from engage.plans.review.details import CommentDetails, ObjectionDetails
from engage.plans.review.models import Comment, Objection
from engage.plans.review.objecting import object_to, resolve, withdraw_objection
from engage.plans.review.objections import objections_on
from engage.plans.review.queries import comments_for, comments_in, unanswered, unsent_comments
from engage.plans.review.reading import open_points
from engage.plans.review.vocabulary import CommentKind, Outcome
from engage.plans.vocabulary import Status
from tests.factories import make_plan, make_user
from tests.plans.printed import packed, text_of_pdf
from tests.reading import count_queries

SignIn = Callable[[FlaskClient, User], FlaskClient]
MUST = CommentDetails(CommentKind.MUST_CHANGE, "Say who leads in the north.", "en")
OTHERWISE = ObjectionDetails("It is said in section 7 already.", "en")


@pytest.fixture
def plan(session: Session) -> Plan:
    return make_plan(session, Status.IN_REVIEW)


@pytest.fixture
def colleague(session: Session) -> User:
    return make_user(session, Role.REVIEWER, name="Ilan Dor")


@pytest.fixture
def comment(reviewer: User, plan: Plan) -> Comment:
    return comment_on(reviewer, plan, "feedback", MUST)


def test_a_colleague_objects_says_it_anew_and_withdraws(
    session: Session, colleague: User, comment: Comment
) -> None:
    objection = object_to(colleague, comment, OTHERWISE)
    assert object_to(colleague, comment, ObjectionDetails("It is too much.", "en")) is objection
    assert objection.text == "It is too much."
    withdraw_objection(colleague, objection)
    assert session.query(Objection).count() == 0
    with pytest.raises(Invalid):
        object_to(colleague, comment, ObjectionDetails(" ", "en"))


def test_who_may_object(session: Session, reviewer: User, comment: Comment) -> None:
    for person in (reviewer, make_user(session, party=comment.plan.party)):
        with pytest.raises(NotAllowed):
            object_to(person, comment, OTHERWISE)
    return_plan(reviewer, comment.plan, "Clear.", "One point.")
    with pytest.raises(OutOfTurn):
        object_to(make_user(session, Role.REVIEWER), comment, OTHERWISE)


def test_only_the_lead_resolves_and_without_one_any_reviewer(
    session: Session, reviewer: User, colleague: User, plan: Plan, comment: Comment
) -> None:
    objection = object_to(colleague, comment, OTHERWISE)
    first = make_user(session, Role.REVIEWER)
    take_lead(first, plan)
    for other in (reviewer, colleague, make_user(session, party=plan.party)):
        with pytest.raises(NotAllowed):
            resolve(other, comment, Outcome.DROPPED)
    resolve(first, comment, Outcome.KEPT)
    assert (objection.outcome, objection.resolved_by) == ("kept", first)
    with pytest.raises(OutOfTurn):
        object_to(colleague, comment, OTHERWISE)
    first.is_active = False
    session.flush()
    resolve(reviewer, comment, Outcome.DROPPED)
    assert objection.outcome == "dropped"


def test_a_letter_waits_until_every_objection_is_resolved(
    reviewer: User, colleague: User, plan: Plan, comment: Comment
) -> None:
    object_to(colleague, comment, OTHERWISE)
    said = [each.sentence for each in open_points(comments_for(reviewer, plan))]
    assert any("reviewers disagree" in sentence for sentence in said)
    with pytest.raises(Invalid):
        return_plan(reviewer, plan, "Clear.", "One point.")
    resolve(reviewer, comment, Outcome.KEPT)
    return_plan(reviewer, plan, "Clear.", "One point.")
    assert comment.sent_at is not None


def test_what_is_dropped_stays_at_the_desk_and_can_be_kept_after_all(
    reviewer: User, colleague: User, plan: Plan, comment: Comment
) -> None:
    object_to(colleague, comment, OTHERWISE)
    resolve(reviewer, comment, Outcome.DROPPED)
    (shown,) = comments_for(reviewer, plan)["feedback"]
    assert (shown.state_label, shown.text) == ("Dropped", MUST.text)
    (objection,) = shown.dispute.objections
    assert (objection.text, objection.outcome) == (OTHERWISE.text, "Dropped")
    with pytest.raises(NotAllowed):
        edit_comment(reviewer, comment, MUST)
    assert unsent_comments(plan) == []
    resolve(reviewer, comment, Outcome.KEPT)
    assert unsent_comments(plan) == [comment]


def test_a_dropped_comment_is_nowhere_that_leaves_the_secretariat(
    session: Session,
    reviewer: User,
    colleague: User,
    plan: Plan,
    comment: Comment,
    client: FlaskClient,
    signed_in: SignIn,
) -> None:
    kept = comment_on(reviewer, plan, "purpose", CommentDetails(CommentKind.QUESTION, "Why?", "en"))
    object_to(colleague, comment, OTHERWISE)
    resolve(reviewer, comment, Outcome.DROPPED)
    letter = return_plan(reviewer, plan, "Clear.", "One point.")
    focal_point = make_user(session, party=plan.party)
    assert comments_in(reviewer, plan, letter) == [kept]
    assert comments_in(focal_point, plan, letter) == [kept]
    assert unanswered(plan) == [kept]
    assert objections_on(focal_point, plan) == {}
    assert list(comments_for(focal_point, plan)) == ["purpose"]
    signed_in(client, focal_point)
    there = f"/plans/{plan.ref}"
    pages = ("", "?section=feedback", "/comments", "/letter/1.1", "/history", "/submit", "/full")
    for page in pages:
        text = client.get(f"{there}{page}").text
        assert MUST.text not in text
        assert OTHERWISE.text not in text
    assert client.get(f"{there}/comments/{comment.id}").status_code == 404
    pdf = text_of_pdf(client.get(f"{there}/letter/1.1.pdf").data)
    assert packed("Why?") in pdf
    assert packed(MUST.text) not in pdf
    plan.version = 2
    assert comments_for(reviewer, plan).keys() == {"purpose"}


def test_reviewers_disagree_at_the_desk(
    session: Session,
    plan: Plan,
    comment: Comment,
    colleague: User,
    desk: FlaskClient,
    new_client: Callable[[], FlaskClient],
    signed_in: SignIn,
) -> None:
    other = signed_in(new_client(), colleague)
    there = f"/review/{plan.ref}/comments/{comment.id}"
    assert f'href="{there}/objection"' in other.get(f"/review/{plan.ref}").text
    assert f'href="{there}/objection"' not in desk.get(f"/review/{plan.ref}").text
    assert other.post(f"{there}/objection", data={"text": ""}).status_code == 422
    assert other.post(f"{there}/objection", data={"text": OTHERWISE.text}).status_code == 303
    assert OTHERWISE.text in other.get(f"{there}/objection").text
    page = desk.get(f"/review/{plan.ref}").text
    assert OTHERWISE.text in page
    assert "Ilan Dor, reviewer" in page
    letter = {"strengths": "Clear.", "step": "complete"}
    desk.post(f"/review/{plan.ref}/decision", data=letter)
    shown = desk.get(f"/review/{plan.ref}/letter").text
    seen = shown.partition('name="seen" value="')[2].partition('"')[0]
    refused = desk.post(f"/review/{plan.ref}/letter", data={"seen": seen})
    assert refused.status_code == 422
    assert "Reviewers disagree about a comment." in refused.text
    typed = {"desk": "1", "purpose-text": "Half a sentence"}
    assert desk.post(f"{there}/drop", data=typed).status_code == 303
    page = desk.get(f"/review/{plan.ref}").text
    assert "Half a sentence" in page
    assert "Dropped" in page
    late = other.post(f"{there}/objection", data={"text": "My other view."})
    assert late.status_code == 409
    assert "My other view." in late.text
    assert other.post(f"{there}/objection/withdraw").status_code == 409


def test_no_party_takes_part_in_a_dispute(
    session: Session, plan: Plan, comment: Comment, client: FlaskClient, signed_in: SignIn
) -> None:
    signed_in(client, make_user(session, party=plan.party))
    there = f"/review/{plan.ref}/comments/{comment.id}"
    assert client.get(f"{there}/objection").status_code == 403
    for step in ("objection", "objection/withdraw", "keep", "drop"):
        assert client.post(f"{there}/{step}").status_code == 403


def test_three_objections_take_as_many_queries_as_one(
    app: Flask, session: Session, desk: FlaskClient, reviewer: User
) -> None:
    found = []
    for objections in (1, 3):
        plan = make_plan(session, Status.IN_REVIEW)
        comment = comment_on(reviewer, plan, "feedback", MUST)
        for _number in range(objections):
            object_to(make_user(session, Role.REVIEWER), comment, OTHERWISE)
        session.commit()
        with count_queries(app) as counted:
            desk.get(f"/review/{plan.ref}")
        found.append(len(counted))
    assert found[0] == found[1]
