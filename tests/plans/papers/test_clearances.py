"""With whom a plan lies on paper: noted, shown, and none of the secretariat's affair."""

from __future__ import annotations

import datetime as dt

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.kit.clock import today
from engage.kit.formats import show_date
from engage.kit.pieces import own, plain
from engage.plans.models import Plan
from engage.plans.papers.actions import note_clearance
from engage.plans.papers.details import ClearanceDetails
from engage.plans.papers.models import Clearance
from engage.plans.papers.queries import clearances_out
from engage.plans.papers.sentences import lies_with
from engage.plans.vocabulary import Status
from tests.factories import make_user
from tests.pages import parse, text_of
from tests.plans.papers.conftest import NewClient, SignIn


def days_ago(days: int) -> dt.date:
    return today() - dt.timedelta(days=days)


def day(days: int) -> str:
    return show_date(days_ago(days), language="en")


def given(author: User, plan: Plan, *, days: int = 12, with_whom: str = "la ministre") -> Clearance:
    details = ClearanceDetails(with_whom, days_ago(days), None, "", "fr")
    return note_clearance(author, plan, details)


def read(client: FlaskClient, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return text_of(parse(answer.text))


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        (0, "On paper with Amina since today."),
        (1, "On paper with Amina for 1 day."),
        (12, "On paper with Amina for 12 days."),
        (-1, "On paper with Amina since today."),
    ],
)
def test_a_sentence_says_with_whom_and_for_how_long(app: Flask, days: int, sentence: str) -> None:
    with app.test_request_context():
        said = lies_with("Amina", "fr", days_ago(days))
    assert plain(said) == sentence
    assert own("Amina", "fr") in said


def test_a_plan_says_with_whom_it_is_until_it_is_back(
    session: Session, party: FlaskClient, draft: Plan
) -> None:
    here = f"/plans/{draft.ref}/papers/given"
    typed = {"with_whom": "the minister", "given_on": days_ago(12).isoformat(), "note": "Call."}
    assert party.post(f"{here}/new", data=typed).status_code == 303
    sentence = "On paper with the minister for 12 days."
    for address in (f"/plans/{draft.ref}", f"/plans/{draft.ref}/papers"):
        assert sentence in read(party, address)
    [clearance] = clearances_out(draft.party_code)
    assert (clearance.plan, clearance.version, clearance.round) == (draft, 1, 1)
    back = {**typed, "back_on": days_ago(2).isoformat()}
    assert party.post(f"{here}/{clearance.id}", data=back).status_code == 303
    assert clearances_out(draft.party_code) == []
    assert sentence not in read(party, f"/plans/{draft.ref}")
    shown = read(party, f"/plans/{draft.ref}/papers")
    assert f"the minister: given on {day(12)}, back on {day(2)}.Call." in shown
    assert party.post(f"{here}/{clearance.id}/remove").status_code == 303
    assert "Call." not in read(party, f"/plans/{draft.ref}/papers")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"with_whom": " "}, "Please say to whom the plan was given, such as the minister."),
        ({"given_on": ""}, "Please give the day on which the plan was given."),
        ({"given_on": "18.11."}, "Please write the day as year, month and day: 2026-11-22."),
        ({"given_on": "+3"}, "This day is still to come."),
        ({"back_on": "-20"}, "The plan cannot be back before it was given."),
        ({"back_on": "+3"}, "This day is still to come."),
    ],
)
def test_what_cannot_be_is_said_and_what_was_typed_stays(
    party: FlaskClient, draft: Plan, typed: dict[str, str], sentence: str
) -> None:
    sent = {"with_whom": "the minister", "given_on": "-12", "back_on": "", "note": "Call back."}
    days = {
        name: days_ago(-int(text)).isoformat() if text[:1] in ("+", "-") else text
        for name, text in {**sent, **typed}.items()
    }
    answer = party.post(f"/plans/{draft.ref}/papers/given/new", data=days)
    assert answer.status_code == 422
    assert answer.text.count(sentence) == 2
    assert "Call back." in answer.text
    if "given_on" in typed and days["given_on"]:
        assert f'value="{days["given_on"]}"' in answer.text


def test_a_note_that_comes_too_late_is_shown_again(
    session: Session, party: FlaskClient, draft: Plan, author: User
) -> None:
    clearance = given(author, draft)
    draft.status, draft.submitted_at = Status.SUBMITTED, draft.moved_at
    typed = {"with_whom": "the minister", "given_on": days_ago(1).isoformat()}
    for name in ("new", clearance.id):
        answer = party.post(f"/plans/{draft.ref}/papers/given/{name}", data=typed)
        assert answer.status_code == 409
        assert "the minister" in answer.text
    assert clearances_out(draft.party_code) == []


def test_the_page_says_whether_the_text_is_still_the_one_that_was_given(
    session: Session, party: FlaskClient, draft: Plan, author: User
) -> None:
    given(author, draft, days=0)
    here = f"/plans/{draft.ref}/papers"
    assert "The text is still the same as then" in read(party, here)
    draft.sections[0].content = {**draft.sections[0].content, "title": "Another"}
    assert "The text has changed since" in read(party, here)


def test_of_a_day_that_has_passed_nobody_knows_the_text(
    party: FlaskClient, draft: Plan, author: User
) -> None:
    given(author, draft, days=2)
    page = read(party, f"/plans/{draft.ref}/papers")
    assert "The text is still the same as then" not in page
    assert "The text has changed since" not in page


def test_only_the_party_is_told(
    session: Session,
    new_client: NewClient,
    signed_in: SignIn,
    desk: FlaskClient,
    submitted: Plan,
    author: User,
) -> None:
    submitted.status = Status.RETURNED
    clearance = given(author, submitted)
    here = f"/plans/{submitted.ref}/papers"
    for address in (here, f"/review/{submitted.ref}", f"/review/{submitted.ref}/history"):
        assert "la ministre" not in desk.get(address).text
    assert desk.get(f"{here}/given/{clearance.id}").status_code == 403
    stranger = signed_in(new_client(), make_user(session))
    assert stranger.get(here).status_code == 404
    assert stranger.get(f"{here}/given/{clearance.id}").status_code == 404
    adviser = signed_in(new_client(), make_user(session, Role.ADVISER, party=submitted.party))
    assert "la ministre" in adviser.get(here).text
    assert adviser.get(f"{here}/given/new").status_code == 403


def test_what_lay_with_somebody_in_an_earlier_round_lies_with_nobody_now(
    session: Session, draft: Plan, author: User
) -> None:
    given(author, draft, days=30)
    draft.round = 1
    new = given(author, draft, days=3)
    assert [each.id for each in clearances_out(draft.party_code)] == [new.id]
