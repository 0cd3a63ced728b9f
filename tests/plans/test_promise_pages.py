"""The promises of a plan on its pages: for the Party, and for those who review what it sent."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.plans.actions import draft_plan, submit_plan
from engage.plans.drafting import add_row
from engage.plans.models import Plan
from engage.plans.outline.monitoring import COMMITMENTS
from engage.plans.queries import find_row
from tests.factories import make_user
from tests.plans.answers import fill_in
from tests.reading import count_queries

SignIn = Callable[[FlaskClient, User], FlaskClient]


@pytest.fixture
def focal_point(session: Session) -> User:
    return make_user(session)


@pytest.fixture
def plan(session: Session, focal_point: User) -> Plan:
    """One promise was for last year, and one is kept; both were made at the only activity."""
    assert focal_point.party is not None
    plan = fill_in(focal_point, draft_plan(focal_point, focal_point.party))
    [herders] = [row.key for row in plan.rows if row.register == "stakeholders"]
    [assembly] = [row.key for row in plan.rows if row.register == "activities"]
    trough = add_row(focal_point, plan, COMMITMENTS, "trough")
    trough.content = {
        "what": "A second trough",
        "by": "Directorate of Land",
        "due": {"start": "2024"},
        "stakeholders": [herders],
        "activities": [assembly],
    }
    written = add_row(focal_point, plan, COMMITMENTS, "answer")
    written.content = {"what": "A written answer", "groups": ["women"], "state": "kept"}
    session.commit()
    return plan


@pytest.fixture
def pages(client: FlaskClient, signed_in: SignIn, focal_point: User) -> FlaskClient:
    return signed_in(client, focal_point)


def test_the_party_sees_all_its_promises_as_they_stand(pages: FlaskClient, plan: Plan) -> None:
    page = pages.get(f"/plans/{plan.ref}/promises").text
    for words in ("A second trough", "Directorate of Land", "Was due: 2024", "Still open", "Kept"):
        assert words in page
    assert "verdue" not in page


@pytest.mark.parametrize(
    ("asked", "there", "not_there"),
    [
        ("group=women", "A written answer", "A second trough"),
        ("group=pastoralists", "A second trough", "A written answer"),
        ("state=open", "A second trough", "A written answer"),
        ("group=women&state=open", "No promise fits", "A written answer"),
    ],
)
def test_promises_are_narrowed_by_group_and_state(
    pages: FlaskClient, plan: Plan, asked: str, there: str, not_there: str
) -> None:
    page = pages.get(f"/plans/{plan.ref}/promises?{asked}").text
    assert there in page
    assert not_there not in page


@pytest.mark.parametrize("language", ["ar", "zh", "en", "fr", "ru", "es"])
def test_the_promises_read_well_and_are_light(
    pages: FlaskClient, plan: Plan, language: str
) -> None:
    address = f"/plans/{plan.ref}/promises?lang={language}"
    assert pages.get(address).status_code == 200
    packed = pages.get(address, headers={"Accept-Encoding": "br"}, read=False)
    assert len(packed.data) < 6000


@pytest.mark.parametrize("register", ["stakeholders", "activities"])
def test_a_promise_stands_beside_the_row_that_it_names(
    pages: FlaskClient, plan: Plan, register: str
) -> None:
    [key] = [row.key for row in plan.rows if row.register == register]
    page = pages.get(f"/plans/{plan.ref}?section={register}&row={register}.{key}").text
    opened = page[page.index('id="opened"') :]
    assert "A second trough" in opened
    assert "Was due: 2024" in opened
    assert "A written answer" not in opened
    closed = pages.get(f"/plans/{plan.ref}?section={register}").text
    assert "A second trough" not in closed


def test_the_section_leads_to_the_table_of_promises(pages: FlaskClient, plan: Plan) -> None:
    page = pages.get(f"/plans/{plan.ref}?section=monitoring").text
    assert f'href="/plans/{plan.ref}/promises"' in page


def test_a_plan_without_promises_says_so(
    session: Session, pages: FlaskClient, focal_point: User
) -> None:
    assert focal_point.party is not None
    plan = draft_plan(focal_point, focal_point.party)
    session.commit()
    assert "No promises yet" in pages.get(f"/plans/{plan.ref}/promises").text


def test_who_reviews_sees_the_promises_that_were_submitted(
    session: Session, client: FlaskClient, signed_in: SignIn, focal_point: User, plan: Plan
) -> None:
    reviewer = make_user(session, Role.REVIEWER)
    signed_in(client, reviewer)
    address = f"/plans/{plan.ref}/promises"
    assert client.get(address).status_code == 404
    submit_plan(focal_point, plan)
    find_row(plan, "commitments", "trough").content = {"what": "Written afterwards"}
    plan.stamp = "another"
    session.commit()
    page = client.get(address).text
    assert "A second trough" in page
    assert "Written afterwards" not in page
    assert f'href="{address}"' in client.get(f"/review/{plan.ref}").text


def test_another_party_sees_none(
    session: Session, client: FlaskClient, signed_in: SignIn, plan: Plan
) -> None:
    signed_in(client, make_user(session))
    assert client.get(f"/plans/{plan.ref}/promises").status_code == 404


def test_ten_promises_take_as_many_queries_as_two(
    session: Session, isolated: Flask, pages: FlaskClient, focal_point: User, plan: Plan
) -> None:
    counts = []
    for _turn in range(2):
        pages.get(f"/plans/{plan.ref}/promises")
        with count_queries(isolated) as counted:
            pages.get(f"/plans/{plan.ref}/promises")
        counts.append(len(counted))
        for _more in range(8):
            add_row(focal_point, plan, COMMITMENTS)
        session.commit()
    assert counts[0] == counts[1]
