from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.accounts.actions import keep_text
from engage.accounts.details import Typed
from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.plans.models import Plan
from engage.plans.review.actions import comment_on, complete_review
from engage.plans.review.details import CommentDetails
from engage.plans.review.models import Comment, Letter
from engage.plans.review.queries import draft_letter, letters_of
from engage.plans.review.vocabulary import CommentKind
from engage.plans.vocabulary import Status
from tests.factories import make_plan, make_user
from tests.reading import count_queries

SignIn = Callable[[FlaskClient, User], FlaskClient]
MUST = CommentDetails(CommentKind.MUST_CHANGE, "Name a way to complain.", "en")


@pytest.mark.parametrize("language", ["en", "ar", "zh", "fr", "ru", "es"])
def test_the_queue_is_read_in_six_languages(
    session: Session, desk: FlaskClient, language: str
) -> None:
    make_plan(session, Status.SUBMITTED)
    page = desk.get(f"/review?lang={language}").text
    assert "People of the grassland" in page


def test_the_queue_says_when_nothing_waits_and_when_nothing_fits(desk: FlaskClient) -> None:
    assert "Nothing waits for you" in desk.get("/review").text
    assert "No plan fits" in desk.get("/review?words=nowhere").text


def test_the_queue_reads_its_wishes_from_the_address(session: Session, desk: FlaskClient) -> None:
    make_plan(session, Status.COMPLETE, title="Complete already")
    page = desk.get("/review?state=complete&sort=party&order=up&words=Complete").text
    assert "Complete already" in page
    assert 'aria-sort="ascending"' in page
    assert desk.get("/review?state=odd&sort=odd&order=odd&page=odd&annex=odd").status_code == 200


@pytest.mark.parametrize("count", [1, 3])
def test_the_queue_page_takes_five_queries(
    app: Flask, session: Session, desk: FlaskClient, count: int
) -> None:
    for _number in range(count):
        make_plan(session, Status.SUBMITTED)
    with count_queries(app) as counted:
        desk.get("/review")
    # the person, the plans; the reviewers, one's filters, the target time
    assert len(counted) == 5


@pytest.mark.parametrize("role", [Role.FOCAL_POINT, Role.ADVISER, Role.ADMINISTRATOR])
def test_only_reviewers_see_queue_and_desk(
    session: Session, client: FlaskClient, signed_in: SignIn, role: Role
) -> None:
    plan = make_plan(session, Status.SUBMITTED)
    signed_in(client, make_user(session, role))
    assert client.get("/review").status_code == 403
    assert client.get(f"/review/{plan.ref}").status_code == 403


def test_a_draft_has_no_desk(session: Session, desk: FlaskClient) -> None:
    plan = make_plan(session, Status.DRAFT)
    assert desk.get(f"/review/{plan.ref}").status_code == 404


def test_the_desk_shows_what_was_submitted_and_not_the_draft(
    session: Session, desk: FlaskClient
) -> None:
    plan = make_plan(session, Status.RETURNED, title="As submitted")
    plan.title = "Secret draft"
    plan.sections[0].content = {"title": "Secret draft", "language": "en"}
    for address in ("", "/history", "/comment/identity"):
        page = desk.get(f"/review/{plan.ref}{address}").text
        assert "Secret draft" not in page
    assert "As submitted" in desk.get(f"/review/{plan.ref}").text


@pytest.mark.parametrize("status", [each for each in Status if each is not Status.DRAFT])
def test_the_desk_is_there_in_every_state(
    session: Session, desk: FlaskClient, status: Status
) -> None:
    page = desk.get(f"/review/{make_plan(session, status).ref}").text
    assert ("Take up the review" in page) is (status is Status.SUBMITTED)
    assert ("Preview the letter" in page) is (status is Status.IN_REVIEW)
    assert ("Add a comment here" in page) is (status is Status.IN_REVIEW)


def test_the_second_to_take_up_is_told_who_was_quicker(
    session: Session, desk: FlaskClient, new_client: Callable[[], FlaskClient], signed_in: SignIn
) -> None:
    plan = make_plan(session, Status.SUBMITTED)
    other = signed_in(new_client(), make_user(session, Role.REVIEWER))
    assert desk.post(f"/review/{plan.ref}/take-up").status_code == 303
    answer = other.post(f"/review/{plan.ref}/take-up")
    assert answer.status_code == 409
    assert "Maro Selten took up the review of version 1" in answer.text
    session.refresh(plan)
    assert plan.status == Status.IN_REVIEW


def test_a_comment_is_written_changed_and_removed(session: Session, desk: FlaskClient) -> None:
    plan = make_plan(session, Status.IN_REVIEW)
    there = f"/review/{plan.ref}/comment/feedback"
    desk.get(there)
    answer = desk.post(there, data={"kind": "question", "text": "Who leads?"})
    (comment,) = session.query(Comment).all()
    assert answer.location == f"/review/{plan.ref}#c{comment.id}"
    assert "Who leads?" in desk.get(f"/review/{plan.ref}").text
    own = f"/plans/{plan.ref}/comments/{comment.id}"
    assert "Who leads?" in desk.get(own).text
    desk.post(own, data={"kind": "must_change", "text": "Say who leads."})
    session.refresh(comment)
    assert (comment.kind, comment.text) == ("must_change", "Say who leads.")
    desk.post(f"{own}/remove")
    assert session.query(Comment).all() == []


def test_a_comment_without_a_kind_is_shown_again(session: Session, desk: FlaskClient) -> None:
    plan = make_plan(session, Status.IN_REVIEW)
    answer = desk.post(f"/review/{plan.ref}/comment/feedback", data={"text": "Who leads?"})
    assert answer.status_code == 422
    assert "Who leads?" in answer.text
    assert "Please choose the kind of comment." in answer.text


def test_a_comment_that_comes_too_late_is_not_lost(
    session: Session, desk: FlaskClient, reviewer: User
) -> None:
    plan = make_plan(session, Status.IN_REVIEW)
    complete_review(reviewer, plan, "Clear.")
    data = {"kind": "question", "text": "Who leads?"}
    answer = desk.post(f"/review/{plan.ref}/comment/feedback", data=data)
    assert answer.status_code == 409
    assert "Maro Selten completed the review" in answer.text
    assert "Who leads?" in answer.text


def test_a_letter_is_kept_looked_at_and_sent(
    session: Session, desk: FlaskClient, reviewer: User
) -> None:
    plan = make_plan(session, Status.IN_REVIEW)
    comment_on(reviewer, plan, "feedback", MUST)
    letter = {"strengths": "The dates are clear.", "step": "return", "reason": "One point."}
    answer = desk.post(f"/review/{plan.ref}/decision", data=letter | {"do": "preview"})
    assert answer.location == f"/review/{plan.ref}/letter"
    page = desk.get(answer.location).text
    parts = [page.index(text) for text in ("The dates are clear.", "One point.", MUST.text)]
    assert parts == sorted(parts)
    assert "Return the plan" in page
    assert plan.status == Status.IN_REVIEW
    seen = page.partition('name="seen" value="')[2].partition('"')[0]
    desk.post(f"/review/{plan.ref}/letter", data={"seen": seen})
    session.refresh(plan)
    assert plan.status == Status.RETURNED
    assert [sent.reason for sent in letters_of(plan)] == ["One point."]


def test_a_letter_that_changed_since_it_was_looked_at_is_shown_once_more(
    session: Session, desk: FlaskClient
) -> None:
    plan = make_plan(session, Status.IN_REVIEW)
    desk.post(f"/review/{plan.ref}/decision", data={"strengths": "Clear.", "step": "complete"})
    answer = desk.post(f"/review/{plan.ref}/letter", data={"seen": "another"})
    assert answer.location == f"/review/{plan.ref}/letter"
    session.refresh(plan)
    assert plan.status == Status.IN_REVIEW


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"strengths": "Clear.", "step": "return"}, "Please give the reason for the return"),
        ({"step": "complete"}, "Please say first what is strong"),
        ({"strengths": "Clear."}, "Please choose what happens next."),
    ],
)
def test_a_letter_that_lacks_something_is_kept_but_not_shown(
    session: Session, desk: FlaskClient, reviewer: User, typed: dict[str, str], said: str
) -> None:
    plan = make_plan(session, Status.IN_REVIEW)
    answer = desk.post(f"/review/{plan.ref}/decision", data=typed | {"do": "preview"})
    assert answer.status_code == 422
    assert said in answer.text
    draft = draft_letter(reviewer, plan)
    assert draft is not None
    assert draft.strengths == typed.get("strengths", "")
    assert desk.get(f"/review/{plan.ref}/letter").status_code == 303


def test_a_letter_can_wait(session: Session, desk: FlaskClient) -> None:
    plan = make_plan(session, Status.IN_REVIEW)
    answer = desk.post(f"/review/{plan.ref}/decision", data={"strengths": "So far.", "do": "later"})
    assert answer.location == f"/review/{plan.ref}"
    assert "So far." in desk.get(answer.location).text


def test_a_letter_that_comes_too_late_is_not_lost(
    session: Session, desk: FlaskClient, reviewer: User
) -> None:
    plan = make_plan(session, Status.IN_REVIEW)
    complete_review(reviewer, plan, "Clear.")
    data = {"strengths": "My own words.", "step": "return", "reason": "My reason."}
    answer = desk.post(f"/review/{plan.ref}/decision", data=data)
    assert answer.status_code == 409
    for text in ("Maro Selten completed the review", "My own words.", "My reason."):
        assert text in answer.text
    assert session.query(Letter).count() == 1


def test_a_reviewer_closes_an_answered_comment_and_opens_it_again(
    session: Session, desk: FlaskClient, returned: tuple[Plan, Comment]
) -> None:
    plan, comment = returned
    plan.status = Status.IN_REVIEW
    desk.post(f"/plans/{plan.ref}/comments/{comment.id}/close")
    session.refresh(comment)
    assert comment.closed_at is not None
    desk.post(f"/plans/{plan.ref}/comments/{comment.id}/keep-open")
    session.refresh(comment)
    assert comment.closed_at is None


def test_words_typed_before_signing_out_stand_in_their_forms_again(
    session: Session, desk: FlaskClient, reviewer: User
) -> None:
    plan = make_plan(session, Status.IN_REVIEW)
    there = f"/review/{plan.ref}/comment/feedback"
    fields = {"kind": ["question"], "text": ["Who leads?"]}
    keep_text(reviewer, Typed(place=there, posted_to=there, fields=fields))
    assert "Who leads?" in desk.get(there).text
    there = f"/review/{plan.ref}"
    letter = {"strengths": ["The dates are clear."], "step": ["return"]}
    keep_text(reviewer, Typed(place=there, posted_to=f"{there}/decision", fields=letter))
    assert "The dates are clear." in desk.get(there).text
