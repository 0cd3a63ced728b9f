"""What moved: each earlier comment beside the old and the new text, then the rest."""

from __future__ import annotations

import copy
import dataclasses
from collections.abc import Callable, Iterable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.kit.clock import now
from engage.plans.comparison import Change, What
from engage.plans.document import Json, fields_of, rows_of
from engage.plans.models import Plan
from engage.plans.review.actions import close_comment, comment_on, return_plan
from engage.plans.review.details import CommentDetails
from engage.plans.review.models import Comment
from engage.plans.review.moved import Spot, about_of, read_moved
from engage.plans.review.places import find_place
from engage.plans.review.queries import pair_to_compare
from engage.plans.review.vocabulary import CommentKind
from engage.plans.vocabulary import Status
from tests.factories import make_plan, make_version
from tests.pages import parse, text_of
from tests.plans.documents import filled_document
from tests.reading import count_queries

SignIn = Callable[[FlaskClient, User], FlaskClient]
PURPOSE = Spot("purpose", field="purpose")
ROW = Spot("activities", "activities", "a1")
WHOLE = Spot()


def first_text(rows: int = 3) -> Json:
    document = filled_document()
    fields_of(document, "purpose")["purpose"] = "Herders hear which wells are rested."
    rows_of(document, "activities", "activities")[:] = [
        {"key": f"a{n}", "values": {"title": f"Assembly {n}", "places": ["Marenta"]}}
        for n in range(rows)
    ]
    return document


def second_text(first: Json, rows: Iterable[int] = (0, 1)) -> Json:
    """Some activities elsewhere, another purpose, one stakeholder less."""
    document = copy.deepcopy(first)
    fields_of(document, "purpose")["purpose"] = "Herders decide which wells are rested."
    activities = rows_of(document, "activities", "activities")
    for number in rows:
        activities[number]["values"]["places"] = ["Karo plateau"]
    rows_of(document, "stakeholders", "stakeholders").clear()
    return document


# ---------------------------------------------------------------- in words


def test_a_comment_has_the_changes_of_its_spot_beside_it_and_the_rest_stands_below(
    session: Session,
) -> None:
    before = first_text()
    found = read_moved(before, second_text(before), [ROW, PURPOSE, WHOLE])
    assert list(found.asked) == [WHOLE, PURPOSE, ROW]  # the order of the plan
    [place] = found.asked[ROW].places
    [change] = place.changes
    texts = [line.text for line in (*change.was, *change.now)]
    assert (change.label, texts) == ("Where it takes place", ["Marenta", "Karo plateau"])
    assert [each.first.field for each in found.asked[PURPOSE].places] == ["purpose"]
    assert found.asked[WHOLE].places == ()
    others = [(each.code, [place.first.key for place in each.places]) for each in found.sections]
    assert others == [("stakeholders", ["r1", "r2"]), ("activities", ["a0"])]
    assert found.others == 3


def test_what_else_changed_in_a_row_is_not_hidden_by_a_comment_on_one_of_its_answers(
    session: Session,
) -> None:
    before = first_text()
    after = second_text(before, [])
    rows_of(after, "activities", "activities")[0]["values"] |= {
        "title": "Great assembly",
        "places": ["Karo plateau"],
    }
    title = Spot("activities", "activities", "a0", "title")
    found = read_moved(before, after, [title, PURPOSE])
    assert [each.first.field for each in found.asked[title].places] == ["title"]
    told = {place.first.field for section in found.sections for place in section.places}
    assert "places" in told


def test_a_comment_on_a_section_has_all_that_changed_in_it(session: Session) -> None:
    before = first_text(rows=9)
    found = read_moved(before, second_text(before, range(9)), [Spot("activities")])
    beside = found.asked[Spot("activities")]
    assert ([place.first.key for place in beside.places], beside.more) == (
        ["a0", "a1", "a2", "a3", "a4"],
        4,
    )
    assert "activities" not in {each.code for each in found.sections}


def test_where_nothing_changed_the_answer_is_shown_as_it_stands(session: Session) -> None:
    before = first_text()
    spots = [
        Spot("activities", "activities", "a2", "places"),
        Spot("activities", "activities", "a2"),
    ]
    found = read_moved(before, second_text(before), spots)
    answer, row = (found.asked[spot] for spot in spots)
    assert [line.text for line in answer.as_is] == ["Marenta"]
    assert (answer.places, row.places, row.as_is) == ((), (), ())
    assert "Assembly 2" in str(row.where)


def test_a_row_that_is_gone_is_told_of_all_comments_on_it(session: Session) -> None:
    spot = Spot("stakeholders", "stakeholders", "r1", "name")
    before = first_text()
    found = read_moved(before, second_text(before), [spot])
    [place] = found.asked[spot].places
    assert place.row is not None
    assert place.row.what is What.REMOVED
    never = Spot("stakeholders", "stakeholders", "x9")
    assert read_moved(before, before, [never]).asked[never].places == ()


def test_sections_that_did_not_change_are_counted_with_their_answers(session: Session) -> None:
    before = first_text()
    found = read_moved(before, second_text(before), [])
    codes = [each.code for each in found.same]
    assert codes == [
        "identity",
        "so_far",
        *("awareness", "resources", "feedback", "monitoring"),
        "signature",
    ]
    assert found.same_answers == sum(each.answers for each in found.same) > 100


@pytest.mark.parametrize(
    ("change", "whole_row", "about"),
    [
        (Change("purpose", field="purpose"), False, "purpose..purpose"),
        (Change("activities", "activities", "a1", "places"), False, "activities.a1.places"),
        (Change("activities", "activities", "a1", "place"), True, "activities.a1"),
        (Change("activities"), False, "activities"),
    ],
)
def test_a_place_is_named_in_an_address(change: Change, whole_row: bool, about: str) -> None:
    assert about_of(change, whole_row=whole_row) == about
    assert find_place(about, private=False) is not None


# ---------------------------------------------------------------- on its page


def submit(session: Session, plan: Plan, round_: int, document: Json) -> None:
    """The plan as it is once it is submitted and taken up."""
    plan.status, plan.round, plan.submitted_at = Status.IN_REVIEW.value, round_, now()
    make_version(session, plan, document=document)


def ask(reviewer: User, plan: Plan, spot: Spot, text: str) -> Comment:
    details = CommentDetails(CommentKind.QUESTION, text, "en")
    comment = comment_on(reviewer, plan, spot.section or "identity", details)
    comment.section, comment.register = spot.section, spot.register
    comment.row_key, comment.field = spot.key, spot.field
    return comment


def submitted_again(
    session: Session, reviewer: User, spots: Iterable[Spot], first: Json, second: Json
) -> Plan:
    """A plan with a question on each spot of its first round, in review for the second time."""
    plan = make_plan(session)
    submit(session, plan, 1, first)
    for number, spot in enumerate(spots):
        ask(reviewer, plan, spot, f"Question {number}?")
    return_plan(reviewer, plan, "Clear.", "Some points.")
    submit(session, plan, 2, second)
    session.commit()
    return plan


@pytest.fixture
def again(session: Session, reviewer: User) -> Plan:
    first = first_text()
    return submitted_again(session, reviewer, [PURPOSE, ROW, WHOLE], first, second_text(first))


def test_each_comment_stands_beside_the_old_and_the_new_text(
    session: Session, desk: FlaskClient, reviewer: User, again: Plan
) -> None:
    closed = session.query(Comment).order_by(Comment.id).first()
    assert closed is not None
    close_comment(reviewer, closed)
    session.commit()
    tree = parse(desk.get(f"/review/{again.ref}/moved").text)
    heads = [text_of(each) for each in tree.iter("h2")]
    assert heads == [
        "What you asked for · 2 comments not closed",
        "What else moved · 3 rows or answers",
    ]
    closed_ones, same = (text_of(each) for each in tree.iter("summary"))
    assert (closed_ones, same.partition(";")[0]) == (
        "1 comment is closed",
        "Not changed: 7 sections",
    )
    pairs = [text_of(each) for each in tree.iter("div") if each.get("class") == "desk__pair"]
    [row] = [text for text in pairs if "Question 1?" in text]
    assert "Marenta" in row
    assert "Karo plateau" in row
    links = [each.get("href", "") for each in tree.iter("a")]
    assert f"/review/{again.ref}/comment/activities?about=activities.a0&back=moved" in links
    assert f"/plans/{again.ref}/changes?since=1.1&until=1.2" in links


def test_closing_a_comment_leads_back_to_what_moved(desk: FlaskClient, again: Plan) -> None:
    tree = parse(desk.get(f"/review/{again.ref}/moved").text)
    steps = [str(form.get("action")) for form in tree.iter("form")]
    [close, *_rest] = [step for step in steps if "/close" in step]
    answer = desk.post(close)
    assert answer.status_code == 303
    assert answer.location.startswith(f"/review/{again.ref}/moved#")
    assert "1 comment is closed" in desk.get(f"/review/{again.ref}/moved").text


def test_a_comment_written_from_there_leads_back_too(desk: FlaskClient, again: Plan) -> None:
    there = f"/review/{again.ref}/comment/purpose?back=moved"
    [form] = [f for f in parse(desk.get(there).text).iter("form") if f.get("id") == "comment-form"]
    answer = desk.post(str(form.get("action")), data={"kind": "praise", "text": "Clear."})
    assert answer.location.startswith(f"/review/{again.ref}/moved#")


def test_the_first_submission_has_nothing_to_be_compared_with(
    session: Session, desk: FlaskClient, again: Plan
) -> None:
    plan = make_plan(session, Status.IN_REVIEW)
    session.commit()
    assert "Nothing to compare with" in desk.get(f"/review/{plan.ref}/moved").text
    assert "What moved" not in desk.get(f"/review/{plan.ref}").text
    assert "What moved · 5" in desk.get(f"/review/{again.ref}").text


def test_it_is_compared_with_what_the_last_letter_was_on(
    session: Session, reviewer: User, again: Plan
) -> None:
    """A submission that was withdrawn in between is passed by."""
    submit(session, again, 3, first_text())
    pair = pair_to_compare(again)
    assert pair is not None
    assert (pair.before.round, pair.after.round) == (1, 3)


def test_more_rows_and_comments_take_no_more_queries(
    app: Flask, session: Session, desk: FlaskClient, reviewer: User
) -> None:
    counts = []
    for rows in (1, 3):
        first = first_text()
        spots = [dataclasses.replace(ROW, key=f"a{n}") for n in range(rows)]
        plan = submitted_again(session, reviewer, spots, first, second_text(first, range(rows)))
        for _visit in range(2):
            with count_queries(app) as counted:
                desk.get(f"/review/{plan.ref}/moved")
            counts.append(len(counted))
    assert counts[:2] == counts[2:]
    assert counts[1] < counts[0]  # the documents are not read again


@pytest.mark.parametrize("language", ["ar", "ru"])
def test_an_ordinary_resubmission_is_light_and_a_huge_one_not_much_heavier(
    session: Session, desk: FlaskClient, reviewer: User, language: str
) -> None:
    weights = []
    for rows, moved in ((60, 8), (120, 120)):
        first = first_text(rows)
        second = second_text(first, range(moved))
        spots = [PURPOSE, *(dataclasses.replace(ROW, key=f"a{n}") for n in range(6))]
        plan = submitted_again(session, reviewer, spots, first, second)
        there = f"/review/{plan.ref}/moved?lang={language}"
        answer = desk.get(there, headers={"Accept-Encoding": "br"}, read=False)
        weights.append(len(answer.data))
    assert weights[0] < 12 * 1024
    assert weights[1] < weights[0] + 1024
