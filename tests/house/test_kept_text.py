"""What somebody typed is never lost, in the forms of plans as in all others."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from engage.plans.models import Plan
from tests.accounts.people import PASSWORD, end_session, make_person
from tests.factories import make_plan
from tests.pages import parse, text_of

SignedIn = Callable[[FlaskClient, Any], FlaskClient]
TYPED = {"purpose": "Herders are heard before the law is", "land_issues": ["drought", "fire"]}


@pytest.fixture
def plan(session: Session) -> Plan:
    return make_plan(session)


def typed_in(page: TestResponse) -> tuple[str, list[str]]:
    """The purpose and the land issues as the page shows them in its boxes."""
    tree = parse(page.text)
    purpose = next(box for box in tree.iter("textarea") if box.get("name") == "purpose")
    chosen = [
        str(box.get("value"))
        for box in tree.iter("input")
        if box.get("name") == "land_issues" and box.get("checked") is not None
    ]
    return text_of(purpose), chosen


def hidden_of(page: TestResponse) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for box in parse(page.text).iter("input"):
        if box.get("type") == "hidden":
            found.setdefault(str(box.get("name")), []).append(str(box.get("value")))
    return found


def test_a_section_typed_after_the_session_ended_is_there_after_signing_in(
    client: FlaskClient, session: Session, signed_in: SignedIn, plan: Plan
) -> None:
    user = make_person(session, party=plan.party)
    address = f"/plans/{plan.ref}/sections/purpose"
    assert signed_in(client, user).get(address).status_code == 200
    end_session(client)
    asked = client.post(address, data=TYPED, csrf=False)
    assert asked.status_code == 401
    signed = {**hidden_of(asked), "email": user.email, "password": PASSWORD}
    assert client.post("/sign-in", data=signed).location == address
    shown = client.get(address)
    assert "It is not saved yet." in shown.text
    assert typed_in(shown) == (TYPED["purpose"], TYPED["land_issues"])


def test_a_section_with_a_token_of_an_older_session_is_kept(
    client: FlaskClient, session: Session, signed_in: SignedIn, plan: Plan
) -> None:
    signed_in(client, make_person(session, party=plan.party))
    address = f"/plans/{plan.ref}/sections/purpose"
    assert client.post(address, data=TYPED, csrf=False).location == address
    shown = client.get(address)
    assert typed_in(shown) == (TYPED["purpose"], TYPED["land_issues"])
    assert client.post(address, data=TYPED).status_code == 303
    assert "It is not saved yet." not in client.get(address).text


def test_a_section_keeps_its_text_when_the_language_changes(
    client: FlaskClient, session: Session, signed_in: SignedIn, plan: Plan
) -> None:
    signed_in(client, make_person(session, party=plan.party))
    address = f"/plans/{plan.ref}/sections/purpose"
    answer = client.post(address, data={**TYPED, "switch_language": "ar"})
    shown = client.get(answer.location)
    assert '<html lang="ar" dir="rtl"' in shown.text
    assert typed_in(shown) == (TYPED["purpose"], TYPED["land_issues"])


def test_kept_text_never_overwrites_what_a_colleague_saved_meanwhile(
    client: FlaskClient,
    new_client: Callable[[], FlaskClient],
    session: Session,
    signed_in: SignedIn,
    plan: Plan,
) -> None:
    address = f"/plans/{plan.ref}/sections/purpose"
    mine = signed_in(client, make_person(session, party=plan.party))
    theirs = signed_in(new_client(), make_person(session, party=plan.party))
    mine.post(address, data={"purpose": "As it was"})
    seen = hidden_of(mine.get(address))["seen"]
    mine.post(address, data={"purpose": "Mine", "seen": seen}, csrf=False)
    theirs.post(address, data={"purpose": "Theirs", "seen": seen})
    kept = mine.get(address)
    assert hidden_of(kept)["seen"] == seen
    answer = mine.post(address, data={"purpose": "Mine", "seen": seen})
    assert answer.status_code == 409
    assert "Theirs" in answer.text


def test_a_button_without_text_leads_back_to_its_page(
    client: FlaskClient, session: Session, signed_in: SignedIn, plan: Plan
) -> None:
    signed_in(client, make_person(session, party=plan.party))
    address = f"/plans/{plan.ref}/sections/purpose"
    answer = client.post(
        f"/plans/{plan.ref}/rows/objectives/add",
        csrf=False,
        headers={"Referer": f"http://localhost{address}"},
    )
    assert answer.location == address


def test_a_form_that_saves_itself_is_told_that_it_could_not(
    client: FlaskClient, session: Session, signed_in: SignedIn, plan: Plan
) -> None:
    signed_in(client, make_person(session, party=plan.party))
    address = f"/plans/{plan.ref}/sections/purpose"
    itself = {"HX-Request": "true"}
    answer = client.post(address, data=TYPED, csrf=False, headers=itself, read=False)
    assert answer.status_code == 400
