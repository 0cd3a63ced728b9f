from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.plans.checks.actions import ask_for_check, finish_check
from engage.plans.checks.details import RemarkDetails, RequestDetails
from engage.plans.checks.models import InternalCheck
from engage.plans.vocabulary import Status
from tests.factories import make_plan, make_user, make_version
from tests.plans.checks.conftest import House
from tests.reading import count_queries

SignIn = Callable[[FlaskClient, User], FlaskClient]


def test_an_adviser_is_asked_reads_and_finishes(
    session: Session,
    house: House,
    client: FlaskClient,
    new_client: Callable[[], FlaskClient],
    signed_in: SignIn,
) -> None:
    there = f"/plans/{house.plan.ref}/check"
    signed_in(client, house.focal_point)
    assert "Nobody was asked yet." in client.get(there).text
    assert "Please choose who should read" in client.post(there, data={"request": "Dates"}).text
    sent = {"people": [str(house.adviser.id)], "request": "Look at the dates."}
    assert client.post(there, data=sent).location == there
    assert "In internal check since" in client.get(f"/plans/{house.plan.ref}").text
    (check,) = session.query(InternalCheck)
    adviser = signed_in(new_client(), house.adviser)
    assert f"{there}/{check.id}" in adviser.get(there).text
    assert "Look at the dates." in adviser.get(f"{there}/{check.id}").text
    assert adviser.post(f"{there}/{check.id}", data={"remark": "They fit."}).location == there
    late = adviser.post(f"{there}/{check.id}", data={"remark": "One more thing."})
    assert late.status_code == 409
    assert "One more thing." in late.text
    assert "They fit." in client.get(there).text
    assert "In internal check since" not in client.get(f"/plans/{house.plan.ref}").text


@pytest.mark.parametrize("role", [Role.FOCAL_POINT, Role.ADVISER, Role.REVIEWER])
def test_for_everybody_else_there_is_no_check(
    session: Session, house: House, client: FlaskClient, signed_in: SignIn, role: Role
) -> None:
    details = RequestDetails((house.adviser.id,), "A word among us.", "en")
    (check,) = ask_for_check(house.focal_point, house.plan, details)
    finish_check(house.adviser, check, RemarkDetails("A remark among us.", "en"))
    house.plan.status, house.plan.round = Status.IN_REVIEW, 1
    house.plan.submitted_at = house.plan.changed_at
    make_version(session, house.plan)
    signed_in(client, make_user(session, role))
    there = f"/plans/{house.plan.ref}/check"
    for address in (there, f"{there}/{check.id}"):
        assert client.get(address).status_code == 404
        refused = client.post(address, data={"people": "1", "remark": "x"})
        assert refused.status_code in (403, 404)
    if role is not Role.REVIEWER:
        return
    document = f"/plans/{house.plan.ref}/versions/1.1"
    for page in (f"/review/{house.plan.ref}", f"/review/{house.plan.ref}/history", document):
        text = client.get(f"{page}/full" if page == document else page).text
        assert "among us" not in text
        assert "internal check" not in text.lower()


def test_three_checks_take_as_many_queries_as_one(
    app: Flask, session: Session, client: FlaskClient, signed_in: SignIn, house: House
) -> None:
    found = []
    signed_in(client, house.focal_point)
    for people in (1, 3):
        plan = make_plan(session, party=house.plan.party)
        asked = [make_user(session, Role.ADVISER, party=plan.party).id for _number in range(people)]
        ask_for_check(house.contributor, plan, RequestDetails(tuple(asked), "", "en"))
        session.commit()
        counts = []
        for address in (f"/plans/{plan.ref}/check", f"/plans/{plan.ref}"):
            with count_queries(app) as counted:
                assert client.get(address).status_code == 200
            counts.append(len(counted))
        found.append(counts)
    assert found[0] == found[1]
