"""A comment on its own page: what it is about, and a text of the stock to begin with."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.plans.drafting import touch
from engage.plans.models import Plan
from engage.plans.review.actions import comment_on
from engage.plans.review.details import CommentDetails
from engage.plans.review.models import Comment
from engage.plans.review.places import place_of
from engage.plans.review.vocabulary import CommentKind
from engage.plans.vocabulary import Status
from engage.reference.models import StockComment
from tests.factories import make_plan, make_user
from tests.filled import filled_form
from tests.pages import parse, text_of
from tests.plans.review.rows import plan_with_rows
from tests.reading import count_queries

SignIn = Callable[[FlaskClient, User], FlaskClient]
KEPT = {"kind": "question", "text": "Who comes?"}
PRIVATE = {"about": "awareness..sensitive"}
QUESTION = CommentKind.QUESTION


@pytest.fixture
def plan(session: Session) -> Plan:
    return plan_with_rows(session, Status.IN_REVIEW, {"a1": "Radio", "a3": "Assembly"})


@pytest.fixture
def stock(session: Session) -> StockComment:
    row = StockComment(
        code="route",
        kind="must_change",
        section="feedback",
        names={"en": "Way to complain"},
        texts={"en": "Name a way to complain.", "fr": "Indiquez une voie de recours."},
    )
    session.add_all(
        [
            row,
            StockComment(
                code="elsewhere",
                kind="praise",
                section="purpose",
                names={"en": "Elsewhere"},
                texts={"en": "Good."},
            ),
        ]
    )
    session.flush()
    return row


def chosen(page: str) -> list[str]:
    options = parse(page).iter("option")
    return [str(each.get("value")) for each in options if each.get("selected") is not None]


def box(page: str) -> str:
    return next(text_of(each) for each in parse(page).iter("textarea")).strip()


def about(session: Session) -> list[str]:
    return [place_of(each).code for each in session.query(Comment).order_by(Comment.id)]


def element(page: str, id_: str) -> Element:
    return next(each for each in parse(page).iter() if each.get("id") == id_)


def test_the_place_of_the_address_is_chosen_already(desk: FlaskClient, plan: Plan) -> None:
    there = f"/review/{plan.ref}/comment/activities"
    page = desk.get(f"{there}?about=activities.a3.title").text
    assert chosen(page) == ["activities.a3", "activities..title"]
    shown = text_of(element(page, "main"))
    assert "Assembly" in shown
    assert chosen(desk.get(f"{there}?about=activities.gone").text) == []
    assert chosen(desk.get(f"{there}?about=feedback").text) == []


def test_a_comment_on_a_row_an_answer_a_section_and_the_whole_plan(
    session: Session, desk: FlaskClient, plan: Plan
) -> None:
    there = f"/review/{plan.ref}/comment"
    desk.post(f"{there}/activities", data=KEPT | {"about": "activities.a3"})
    answer = {"about": "activities.a3", "answer": "activities..title"}
    desk.post(f"{there}/activities", data=KEPT | answer)
    desk.post(f"{there}/purpose", data=KEPT | {"about": "purpose..purpose"})
    desk.post(f"{there}/purpose", data=KEPT)
    assert desk.post(f"{there}/whole", data=KEPT).status_code == 303
    codes = ["activities.a3", "activities.a3.title", "purpose..purpose", "purpose", ""]
    assert about(session) == codes
    page, first = (
        desk.get(f"/review/{plan.ref}").text,
        session.query(Comment).order_by(Comment.id)[0],
    )
    assert "2 Assembly" in text_of(element(page, f"c{first.id}"))
    assert page.index('id="section-whole"') < page.index('id="section-identity"')
    assert f"/review/{plan.ref}/comment/activities?about=activities.a1" in page


@pytest.mark.parametrize(
    "place",
    [
        {"about": "activities.gone"},
        {"about": "activities", "answer": "activities..title"},
        {"about": "feedback"},
        {"about": "activities.a3.odd"},
    ],
)
def test_a_place_that_is_not_there_is_asked_for_again(
    session: Session, desk: FlaskClient, plan: Plan, place: dict[str, str]
) -> None:
    answer = desk.post(f"/review/{plan.ref}/comment/activities", data=KEPT | place)
    assert answer.status_code == 422
    assert "Please choose again" in answer.text
    assert box(answer.text) == "Who comes?"
    assert session.query(Comment).count() == 0


def test_a_private_answer_is_no_place_for_the_secretariat(
    session: Session,
    desk: FlaskClient,
    new_client: Callable[[], FlaskClient],
    signed_in: SignIn,
    plan: Plan,
) -> None:
    there = f"/review/{plan.ref}/comment/awareness"
    assert desk.post(there, data=KEPT | PRIVATE).status_code == 422
    assert PRIVATE["about"] not in desk.get(there).text
    draft = make_plan(session)
    there = f"/plans/{draft.ref}/comment/awareness"
    for role, status in ((Role.CONTRIBUTOR, 303), (Role.ADVISER, 422)):
        inside = signed_in(new_client(), make_user(session, role, party=draft.party))
        assert inside.post(there, data=KEPT | PRIVATE).status_code == status


def test_a_comment_is_moved_and_may_stay_on_a_row_that_is_gone(
    session: Session, client: FlaskClient, signed_in: SignIn
) -> None:
    plan = plan_with_rows(session, Status.DRAFT, {"a1": "Radio", "a3": "Assembly"})
    signed_in(client, make_user(session, Role.ADVISER, party=plan.party))
    answer = {"about": "activities.a3", "answer": "activities..title"}
    client.post(f"/plans/{plan.ref}/comment/activities", data=KEPT | answer)
    (comment,) = session.query(Comment)
    own = f"/plans/{plan.ref}/comments/{comment.id}"
    plan.rows[1].deleted_at = plan.changed_at
    page = client.get(own).text
    assert chosen(page) == ["activities.a3.title"]
    assert "A row that is no longer there" in client.get(f"/plans/{plan.ref}/comments").text
    client.post(own, data=KEPT | {"about": "activities.a3.title", "text": "Who speaks?"})
    assert about(session) == ["activities.a3.title"]
    client.post(own, data=KEPT | {"about": "activities.a1"})
    assert about(session) == ["activities.a1"]


def test_a_text_of_the_stock_fills_the_box_in_the_language_of_the_plan(
    session: Session, desk: FlaskClient, stock: StockComment
) -> None:
    plan = make_plan(session, Status.IN_REVIEW, language="fr")
    there = f"/review/{plan.ref}/comment/feedback"
    page = desk.get(f"{there}?stock=route&about=feedback").text
    assert box(page) == "Indiquez une voie de recours."
    assert "Way to complain" in page
    assert "Elsewhere" not in page
    sent = filled_form(page, "comment-form")
    assert sent["kind"] == ["must_change"]
    assert desk.post(there, data=sent).status_code == 303
    (comment,) = session.query(Comment)
    assert (comment.kind, comment.language) == ("must_change", "fr")


def test_a_text_of_the_stock_comes_behind_what_was_typed(
    session: Session, desk: FlaskClient, plan: Plan, stock: StockComment
) -> None:
    there = f"/review/{plan.ref}/comment/feedback"
    typed = {"kind": "question", "text": "My own words.", "about": "feedback..standards"}
    page = desk.post(there, data=typed | {"stock": "route"}).text
    assert box(page) == "My own words. Name a way to complain."
    sent = filled_form(page, "comment-form")
    assert sent["kind"] == ["question"]
    again = desk.post(there, data=sent | {"stock": "route"}).text
    assert box(again) == box(page)
    assert session.query(Comment).count() == 0


def test_the_stock_is_not_for_the_party(
    session: Session, client: FlaskClient, signed_in: SignIn, stock: StockComment
) -> None:
    plan = make_plan(session)
    signed_in(client, make_user(session, Role.ADVISER, party=plan.party))
    page = client.get(f"/plans/{plan.ref}/comment/feedback?stock=route").text
    assert "Way to complain" not in page
    assert box(page) == ""


@pytest.mark.parametrize("page", ["/review/{ref}", "/review/{ref}/comment/activities"])
def test_comments_on_three_rows_take_as_many_queries_as_on_one(
    app: Flask, session: Session, desk: FlaskClient, page: str
) -> None:
    found = []
    for rows in (("a1",), ("a1", "a2", "a3")):
        plan = plan_with_rows(session, Status.IN_REVIEW, {key: f"Row {key}" for key in rows})
        for key in rows:
            writer = make_user(session, Role.REVIEWER)
            comment_on(writer, plan, f"activities.{key}", CommentDetails(QUESTION, "Who?", "en"))
        session.commit()
        with count_queries(app) as counted:
            assert desk.get(page.format(ref=plan.ref)).status_code == 200
        found.append(len(counted))
    assert found[0] == found[1]


@pytest.mark.parametrize("page", ["/plans/{ref}", "/plans/{ref}/comments"])
def test_a_party_reads_comments_on_three_rows_with_as_many_queries_as_on_one(
    app: Flask, session: Session, client: FlaskClient, signed_in: SignIn, page: str
) -> None:
    found = []
    for rows in (("a1",), ("a1", "a2", "a3")):
        plan = plan_with_rows(session, Status.DRAFT, {key: f"Row {key}" for key in rows})
        signed_in(client, make_user(session, party=plan.party))
        for key in rows:
            writer = make_user(session, Role.ADVISER, party=plan.party)
            comment_on(writer, plan, f"activities.{key}", CommentDetails(QUESTION, "Who?", "en"))
        session.commit()
        with count_queries(app) as counted:
            assert client.get(page.format(ref=plan.ref)).status_code == 200
        found.append(len(counted))
    assert found[0] == found[1]


def test_what_rows_are_called_is_read_once_until_the_plan_changes(
    app: Flask, session: Session, client: FlaskClient, signed_in: SignIn
) -> None:
    plan = plan_with_rows(session, Status.DRAFT, {"a1": "Radio"})
    person = make_user(session, party=plan.party)
    comment_on(person, plan, "activities.a1", CommentDetails(QUESTION, "Who?", "en"))
    session.commit()
    signed_in(client, person)
    rows_read = []
    for _visit in range(2):
        session.expire_all()
        with count_queries(app) as counted:
            assert "Radio" in client.get(f"/plans/{plan.ref}/comments").text
        rows_read.append(sum("FROM plan_row" in each for each in counted))
    assert rows_read == [1, 0]
    plan.rows[0].content = {"title": "Television"}
    touch(plan)
    session.commit()
    assert "Television" in client.get(f"/plans/{plan.ref}/comments").text
