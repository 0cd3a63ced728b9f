"""A row of many questions asks them on two leaves; a finding leads to the right one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.plans.actions import draft_plan
from engage.plans.document import compose
from engage.plans.drafting import add_row
from engage.plans.gaps import in_words
from engage.plans.models import Plan
from engage.plans.outline.activities import ACTIVITIES
from engage.plans.outline.plan import SECTIONS
from engage.plans.outline.shape import Register
from engage.plans.views.remembered import overview
from tests.factories import make_user
from tests.filled import boxes_on, filled_form
from tests.pages import parse

SignIn = Callable[[FlaskClient, Any], FlaskClient]


@pytest.fixture
def writer(session: Session) -> User:
    return make_user(session)


@pytest.fixture
def pages(client: FlaskClient, signed_in: SignIn, writer: User) -> FlaskClient:
    return signed_in(client, writer)


@pytest.fixture
def plan(session: Session, writer: User) -> Plan:
    """A new plan with a row of many questions."""
    assert writer.party is not None
    plan = draft_plan(writer, writer.party)
    add_row(writer, plan, ACTIVITIES, "forum")
    session.commit()
    return plan


def test_a_row_of_many_questions_leads_to_the_further_ones_and_back(
    pages: FlaskClient, plan: Plan
) -> None:
    pages.post(f"/plans/{plan.ref}/sections/activities", data={"do": "full"})
    first = f"/plans/{plan.ref}/rows/activities/forum"
    page = pages.get(first).text
    assert "First questions answered: 0 of" in page
    typed = {**filled_form(page), "title": "Herders’ forum", "do": "further"}
    further = pages.post(first, data=typed).location
    assert further == f"{first}/further#open-row"
    page = pages.get(further).text
    assert "First questions answered: 1 of" in page
    assert not boxes_on(page) & boxes_on(pages.get(first).text)
    typed = {**filled_form(page), "partners": "Union of herders", "do": "first"}
    assert pages.post(f"{first}/further", data=typed).location == f"{first}#open-row"
    [row] = compose(plan)["sections"]["activities"]["registers"]["activities"]
    assert row["values"] == {"title": "Herders’ forum", "partners": ["Union of herders"]}


def test_a_simple_plan_has_a_second_leaf_for_what_is_filled_there(
    pages: FlaskClient, plan: Plan
) -> None:
    first = f"/plans/{plan.ref}/rows/activities/forum"
    assert pages.get(f"{first}/further").location == f"{first}#open-row"
    assert "Further questions answered" not in pages.get(first).text
    pages.post(f"{first}/further", data={"partners": "Union of herders", "seen": ""})
    assert boxes_on(pages.get(f"{first}/further").text) == {"partners"}
    assert "Save and go on to the further questions" in pages.get(first).text


def test_the_second_leaf_saves_itself(pages: FlaskClient, plan: Plan) -> None:
    pages.post(f"/plans/{plan.ref}/sections/activities", data={"do": "full"})
    address = f"/plans/{plan.ref}/rows/activities/forum/further"
    typed = {**filled_form(pages.get(address).text), "partners": "Union of herders"}
    answer = pages.post(address, data=typed, headers={"HX-Request": "true"}, read=False)
    assert "Saved at" in answer.text
    assert len(answer.data) < 2000
    assert filled_form(pages.get(address).text)["partners"] == ["Union of herders"]


def test_both_texts_of_a_further_question_are_shown_on_its_leaf(
    pages: FlaskClient, plan: Plan
) -> None:
    pages.post(f"/plans/{plan.ref}/sections/activities", data={"do": "full"})
    address = f"/plans/{plan.ref}/rows/activities/forum/further"
    opened = filled_form(pages.get(address).text)
    pages.post(address, data={**opened, "partners": "theirs"})
    answer = pages.post(address, data={**opened, "partners": "mine"})
    assert answer.status_code == 409
    assert filled_form(answer.text)["partners"] == ["mine"]
    assert "theirs" in answer.text


def every_register() -> list[Register]:
    return [register for section in SECTIONS for register in section.registers if register.by_hand]


@pytest.mark.parametrize("depth", ["simple", "full"])
def test_every_finding_leads_to_a_box_or_a_list_that_is_there(
    session: Session, pages: FlaskClient, writer: User, depth: str
) -> None:
    assert writer.party is not None
    plan = draft_plan(writer, writer.party)
    for register in every_register():
        add_row(writer, plan, register, "r1")
    session.commit()
    pages.post(f"/plans/{plan.ref}/sections/activities", data={"do": depth})
    session.expire_all()
    seen = overview(plan)
    marks: dict[str, set[str]] = {}
    for said in in_words(seen.findings, seen.names, plan.ref):
        address, _hash, mark = said.url.partition("#")
        if address not in marks:
            page = parse(pages.get(address).text)
            marks[address] = {str(element.get("id")) for element in page.iter()}
        assert mark in marks[address], said.url


def test_a_long_list_shows_the_rows_around_the_open_one(
    session: Session, pages: FlaskClient, writer: User, plan: Plan
) -> None:
    for number in range(40):
        add_row(writer, plan, ACTIVITIES, f"r{number}")
    session.commit()
    page = pages.get(f"/plans/{plan.ref}/rows/activities/r20").text
    for near in (17, 19, 21, 23):
        assert f'id="row-activities-r{near}"' in page
    for far in (16, 24):
        assert f'id="row-activities-r{far}"' not in page
    assert "The whole list" in page
