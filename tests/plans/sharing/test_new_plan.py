from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.kit.locales import CODES
from engage.plans.models import Plan
from engage.plans.sharing.details import TemplateDetails
from engage.plans.sharing.keeping import add_template
from engage.plans.sharing.models import PlanTemplate
from tests.factories import make_plan
from tests.pages import parse, text_of
from tests.plans.documents import filled_document
from tests.reading import count_queries

SignIn = Callable[[FlaskClient, User], FlaskClient]


@pytest.fixture
def template(session: Session, reviewer: User) -> PlanTemplate:
    return added(reviewer)


def added(reviewer: User) -> PlanTemplate:
    text = json.dumps(filled_document())
    names = {"en": "Plan of a dry region"}
    return add_template(reviewer, TemplateDetails(names=names, note="", language="en", text=text))


@pytest.mark.parametrize("language", CODES)
def test_a_new_plan_offers_the_sets_the_templates_and_the_former_plans(
    session: Session, pages: FlaskClient, borrower: User, template: PlanTemplate, language: str
) -> None:
    former = make_plan(session, party=borrower.party)
    page = pages.get(f"/plans/new?lang={language}")
    boxes = [box for box in parse(page.text).iter("input") if box.get("type") == "radio"]
    assert [box.get("value") for box in boxes] == [
        "nothing",
        "start:simple",
        "start:full",
        f"template:{template.code}",
        former.ref,
    ]


@pytest.mark.parametrize("chosen", ["start:simple", "start:full", "template:plan_of_a_dry_region"])
def test_a_plan_begins_from_what_was_chosen(
    session: Session, pages: FlaskClient, borrower: User, template: PlanTemplate, chosen: str
) -> None:
    answer = pages.post("/plans/new", data={"start_from": chosen})
    assert answer.status_code == 303
    [plan] = session.query(Plan).filter_by(party_code=borrower.party_code)
    assert plan.copied_from == chosen
    assert pages.get(f"/plans/{plan.ref}").status_code == 200
    history = pages.get(f"/plans/{plan.ref}/history")
    assert "as a copy of" in text_of(parse(history.text))


@pytest.mark.parametrize("chosen", ["", "template:nothing", "start:else", "ZZ-2026-1"])
def test_what_is_not_offered_begins_nothing(
    session: Session, pages: FlaskClient, borrower: User, chosen: str
) -> None:
    answer = pages.post("/plans/new", data={"start_from": chosen})
    assert answer.status_code == 422
    assert session.query(Plan).filter_by(party_code=borrower.party_code).count() == 0


@pytest.mark.parametrize("address", ["/templates", "/plans/new"])
def test_three_templates_take_as_many_queries_as_one(
    app: Flask, client: FlaskClient, signed_in: SignIn, lender: User, reviewer: User, address: str
) -> None:
    signed_in(client, lender if address == "/plans/new" else reviewer)
    found = []
    for more in (1, 2):
        for _number in range(more):
            added(reviewer)
        client.get(address)
        with count_queries(app) as counted:
            assert client.get(address).status_code == 200
        found.append(len(counted))
    assert found[0] == found[1]
