"""The checklist of a round: suggested, answered bit by bit, by several reviewers at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.plans.checklist.models import ChecklistAnswer
from engage.plans.models import Plan
from engage.plans.review.actions import return_plan
from engage.plans.vocabulary import Status
from engage.reference.models import ChecklistItem
from tests.accounts.test_kept import fields_of
from tests.factories import make_user, make_version
from tests.pages import parse
from tests.reading import count_queries

SignIn = Callable[[FlaskClient, User], FlaskClient]
MOST = 12 * 1024
ITSELF = {"HX-Request": "true"}


def address(plan: Plan) -> str:
    return f"/review/{plan.ref}/checklist"


def chosen(page: str) -> dict[str, str]:
    """What is chosen of each item, by its code."""
    return {
        str(box.get("name")).removeprefix("answer_"): str(box.get("value"))
        for box in parse(page).iter("input")
        if box.get("type") == "radio" and box.get("checked") is not None
    }


def note_in(page: str, item: str) -> str:
    """What stands in the box for a note; a browser leaves out the first line break."""
    boxes = {str(box.get("name")): box.text or "" for box in parse(page).iter("textarea")}
    return boxes[f"note_{item}"].removeprefix("\n")


def form_of(page: str) -> dict[str, str]:
    """The whole form as a browser sends it."""
    boxes = {name: text for name, text in fields_of(page).items() if not name.startswith("answer_")}
    boxes |= {str(box.get("name")): box.text or "" for box in parse(page).iter("textarea")}
    return boxes | {f"answer_{code}": verdict for code, verdict in chosen(page).items()}


def kept(session: Session) -> dict[str, tuple[str, str]]:
    every = session.scalars(select(ChecklistAnswer).order_by(ChecklistAnswer.id))
    return {each.item: (each.answer, each.note) for each in every}


def test_what_the_plan_says_is_suggested_and_not_kept_until_it_is_saved(
    session: Session, desk: FlaskClient, plan: Plan
) -> None:
    page = desk.get(address(plan)).text
    assert page.count("<fieldset") == 30
    assert chosen(page)["groups"] == "no"
    assert "The document says: No. Neither a row nor a reason:" in page
    assert f'href="/review/{plan.ref}#section-stakeholders"' in page
    assert "Suggested, not saved yet" in page
    assert "Checklist: 0 of 30 answered" in page
    assert kept(session) == {}
    desk.post(address(plan), data={**form_of(page), "do": "all"})
    assert kept(session)["groups"] == ("no", "")
    after = desk.get(address(plan)).text
    assert "Suggested, not saved yet" not in after
    assert "Saved by Maro Selten" in after
    assert f"Checklist: {len(kept(session))} of 30 answered" in desk.get(f"/review/{plan.ref}").text


@pytest.mark.parametrize("headers", [{}, ITSELF])
def test_what_was_not_touched_stays_a_suggestion(
    session: Session, desk: FlaskClient, plan: Plan, headers: dict[str, str]
) -> None:
    sent = form_of(desk.get(address(plan)).text)
    sent |= {"answer_realistic_number": "partly", "note_realistic_number": "Many.", "do": "changed"}
    answer = desk.post(address(plan), data=sent, headers=headers)
    assert answer.status_code == (200 if headers else 303)
    assert kept(session) == {"realistic_number": ("partly", "Many.")}
    if headers:
        assert 'id="seen_realistic_number"' in answer.text
        assert "Saved by Maro Selten" in answer.text


def test_one_may_go_back_to_what_was_suggested(
    session: Session, desk: FlaskClient, plan: Plan
) -> None:
    sent = form_of(desk.get(address(plan)).text)
    for answer in ("yes", "no"):  # which is what the plan suggests
        answered = desk.post(
            address(plan), data={**sent, "answer_groups": answer, "do": "changed"}, headers=ITSELF
        )
        assert kept(session)["groups"] == (answer, "")
        marks = form_of(f"<!doctype html><title>x</title><form id=main-form>{answered.text}</form>")
        sent["seen_groups"] = marks["seen_groups"]


def test_two_reviewers_fill_it_in_together_and_neither_is_overwritten(
    session: Session,
    desk: FlaskClient,
    plan: Plan,
    new_client: Callable[[], FlaskClient],
    signed_in: SignIn,
) -> None:
    other = signed_in(new_client(), make_user(session, Role.REVIEWER, name="Ana Kel"))
    mine, theirs = (form_of(who.get(address(plan)).text) for who in (desk, other))
    other.post(address(plan), data=theirs | {"answer_media": "yes", "note_budget": "Theirs."})
    sent = mine | {"answer_timing": "yes", "note_budget": "Mine."}
    page = desk.post(address(plan), data=sent)
    assert page.status_code == 409
    assert "Somebody else answered this meanwhile." in page.text
    assert "Theirs." in page.text
    assert note_in(page.text, "budget") == "Mine."
    assert kept(session) == {
        "media": ("yes", ""),
        "budget": ("no", "Theirs."),
        "timing": ("yes", ""),
    }
    assert desk.post(address(plan), data=form_of(page.text)).status_code == 303
    assert kept(session)["budget"] == ("no", "Mine.")
    assert kept(session)["media"] == ("yes", "")


def test_the_answers_of_the_former_round_are_offered(
    session: Session, desk: FlaskClient, plan: Plan, reviewer: User
) -> None:
    sent = {"answer_realistic_number": "partly", "note_realistic_number": "Many for two people."}
    desk.post(address(plan), data=sent | {"answer_groups": "yes"})
    return_plan(reviewer, plan, "Clear.", "One point.")
    plan.status, plan.round = Status.IN_REVIEW.value, 2
    make_version(session, plan)
    page = desk.get(address(plan)).text
    assert "In an earlier round: Partly." in page
    assert "Many for two people." in page
    assert chosen(page)["realistic_number"] == "partly"
    assert "groups" not in chosen(page)  # the plan still says otherwise: the reader decides
    assert "Checklist: 0 of 30 answered" in page


def test_an_answer_can_be_taken_back(session: Session, desk: FlaskClient, plan: Plan) -> None:
    desk.post(address(plan), data={"answer_groups": "yes"})
    sent = form_of(desk.get(address(plan)).text) | {"answer_groups": ""}
    desk.post(address(plan), data=sent | {"do": "changed"})
    assert kept(session) == {"groups": ("", "")}
    assert "Checklist: 0 of 30 answered" in desk.get(address(plan)).text


def test_after_the_decision_it_is_read_and_notes_that_come_too_late_are_shown(
    session: Session, desk: FlaskClient, plan: Plan, reviewer: User
) -> None:
    desk.post(address(plan), data={"answer_groups": "yes", "note_groups": "Well done."})
    return_plan(reviewer, plan, "Clear.", "One point.")
    page = desk.get(address(plan)).text
    assert "Well done." in page
    assert "<fieldset" not in page
    late = desk.post(address(plan), data={"answer_media": "no", "note_media": "Too late."})
    assert late.status_code == 409
    assert "Too late." in late.text
    assert list(kept(session)) == ["groups"]


def test_an_item_out_of_use_keeps_the_answers_it_has(
    session: Session, desk: FlaskClient, plan: Plan
) -> None:
    desk.post(address(plan), data={"answer_groups": "yes"})
    for item in session.scalars(select(ChecklistItem)):
        item.is_active = item.code not in ("groups", "media")
    page = desk.get(address(plan)).text
    assert "All twelve groups are addressed" in page
    assert "Media are treated as a partner" not in page
    assert "Checklist: 1 of 29 answered" in page


def test_a_note_that_is_too_long_is_shown_again(desk: FlaskClient, plan: Plan) -> None:
    page = desk.post(address(plan), data={"note_media": "x" * 2001})
    assert page.status_code == 422
    assert note_in(page.text, "media") == "x" * 2001


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.REVIEWER])
def test_nobody_else_reads_or_answers_it(
    session: Session, client: FlaskClient, signed_in: SignIn, plan: Plan, role: Role
) -> None:
    own: dict[str, Any] = {} if role is Role.ADMINISTRATOR else {"party": plan.party}
    signed_in(client, make_user(session, role, **own))
    assert client.get(address(plan)).status_code == 403
    assert client.post(address(plan), data={"answer_groups": "yes"}).status_code == 403


@pytest.mark.parametrize("language", ["en", "ar", "zh", "fr", "ru", "es"])
def test_the_whole_checklist_fits_a_thin_line(desk: FlaskClient, plan: Plan, language: str) -> None:
    packed = {"Accept-Encoding": "br"}
    page = desk.get(f"{address(plan)}?lang={language}", headers=packed, read=False)
    assert len(page.data) <= MOST


def test_answers_cost_no_queries(app: Flask, desk: FlaskClient, plan: Plan) -> None:
    counts = []
    for data in ({"answer_groups": "yes"}, {"answer_media": "no", "answer_budget": "no"}):
        desk.post(address(plan), data=data)
        with count_queries(app) as counted:
            desk.get(address(plan))
        counts.append(len(counted))
    assert counts[0] == counts[1]
