"""Switching between the simple and the full plan on its pages: nothing is lost, nothing hidden."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.plans.actions import draft_plan
from engage.plans.document import Json, compose, compose_own
from engage.plans.drafting import add_row
from engage.plans.imports import import_plan
from engage.plans.models import Plan
from engage.plans.outline.activities import ACTIVITIES
from engage.plans.outline.plan import SECTIONS, every_field, find_register
from engage.plans.outline.stakeholders import STAKEHOLDERS
from engage.plans.queries import own_plan
from tests.accounts.people import PASSWORD, end_session, make_person
from tests.factories import make_party, make_user
from tests.filled import boxes_on, filled_form
from tests.pages import parse
from tests.plans.documents import filled_document

SignIn = Callable[[FlaskClient, Any], FlaskClient]
LEAVES = ("", "/further")


@pytest.fixture
def writer(session: Session) -> User:
    return make_user(session, party=make_party(session, "Orvanda", code="XA", iso3="XAA"))


@pytest.fixture
def pages(client: FlaskClient, signed_in: SignIn, writer: User) -> FlaskClient:
    return signed_in(client, writer)


@pytest.fixture
def plan(session: Session, writer: User) -> Plan:
    """A new plan with a row in each of the two long lists."""
    assert writer.party is not None
    plan = draft_plan(writer, writer.party)
    add_row(writer, plan, STAKEHOLDERS, "herders")
    add_row(writer, plan, ACTIVITIES, "forum")
    session.commit()
    return plan


def a_rich_plan(session: Session, writer: User, depth: str) -> Plan:
    document = filled_document(private=True)
    document["sections"]["identity"]["fields"]["depth"] = depth
    assert writer.party is not None
    plan = import_plan(writer, writer.party, document, take_the_rest=True).plan
    for section in plan.sections:
        given = document["sections"][section.code]["fields"]
        section.private = {code: given[code] for code in given if (section.code, code) in PRIVATE}
    for row in plan.rows:
        found = find_register(row.register)
        assert found is not None
        rows = document["sections"][found[0].code]["registers"][row.register]
        values = next(each["values"] for each in rows if each["key"] == row.key)
        row.private = {code: values[code] for code in values if (row.register, code) in PRIVATE}
    session.commit()
    return plan


PRIVATE = {
    (register.code if register else section.code, field.code)
    for section, register, field in every_field()
    if field.private
}


def forms_of(plan: Plan) -> Iterator[str]:
    """The addresses of all forms of a plan; some need not be there."""
    for section in SECTIONS:
        yield f"/plans/{plan.ref}/sections/{section.code}"
    for row in plan.rows:
        yield from (f"/plans/{plan.ref}/rows/{row.register}/{row.key}{leaf}" for leaf in LEAVES)


def kept(plan: Plan, session: Session, writer: User) -> Json:
    session.expire_all()
    return compose_own(own_plan(plan.ref, visible_to=writer))


# ---------------------------------------------------------------- the switch


def test_a_new_plan_is_simple_and_names_what_a_full_one_asks(
    pages: FlaskClient, plan: Plan
) -> None:
    page = pages.get(f"/plans/{plan.ref}/sections/identity").text
    assert "coordinating_body" in boxes_on(page)
    assert "document_number" not in boxes_on(page)
    assert "list-versions" not in page
    assert "A full plan also has lists for: People who helped to write the plan" in page
    assert "Go on to the full form" in page


def test_the_switch_keeps_what_was_typed_and_stays_on_the_page(
    pages: FlaskClient, plan: Plan
) -> None:
    address = f"/plans/{plan.ref}/sections/purpose"
    typed = filled_form(pages.get(address).text)
    answer = pages.post(address, data={**typed, "purpose": "Wells are rested.", "do": "full"})
    assert (answer.status_code, answer.location) == (303, address)
    page = pages.get(address).text
    assert {"purpose", "limits"} <= boxes_on(page)
    assert "Wells are rested." in page
    assert "Further questions" in page


def test_what_is_filled_in_the_full_form_stays_in_the_simple_one(
    pages: FlaskClient, plan: Plan
) -> None:
    address = f"/plans/{plan.ref}/sections/purpose"
    pages.post(address, data={**filled_form(pages.get(address).text), "do": "full"})
    typed = {**filled_form(pages.get(address).text), "limits": "Snow until May."}
    pages.post(address, data={**typed, "do": "simple"})
    page = pages.get(address).text
    assert "Snow until May." in page
    assert "limits" in boxes_on(page)
    assert "legal_framework" not in boxes_on(page)


def test_the_switch_on_the_page_of_the_depth_itself_has_the_last_word(
    pages: FlaskClient, plan: Plan
) -> None:
    address = f"/plans/{plan.ref}/sections/identity"
    typed = filled_form(pages.get(address).text)
    assert typed["depth"] == ["simple"]
    pages.post(address, data={**typed, "title": "Wells", "do": "full"})
    again = filled_form(pages.get(address).text)
    assert (again["depth"], again["title"]) == (["full"], ["Wells"])


def test_a_section_without_questions_can_be_switched_too(pages: FlaskClient, plan: Plan) -> None:
    address = f"/plans/{plan.ref}/sections/activities"
    assert "list-products" not in pages.get(address).text
    assert pages.post(address, data={"do": "full"}).location == address
    assert "list-products" in pages.get(address).text


@pytest.mark.parametrize("leaf", LEAVES)
def test_the_switch_on_a_row_keeps_what_was_typed(
    pages: FlaskClient, plan: Plan, leaf: str
) -> None:
    section = f"/plans/{plan.ref}/sections/activities"
    pages.post(section, data={"do": "full"})
    address = f"/plans/{plan.ref}/rows/activities/forum{leaf}"
    box = "partners" if leaf else "title"
    typed = {**filled_form(pages.get(address).text), box: "Typed and not saved"}
    answer = pages.post(address, data={**typed, "do": "simple"})
    assert answer.location == f"{address}#open-row"
    assert "Typed and not saved" in pages.get(address).text


def test_a_collision_is_settled_before_the_depth_changes(pages: FlaskClient, plan: Plan) -> None:
    address = f"/plans/{plan.ref}/sections/purpose"
    opened = filled_form(pages.get(address).text)
    pages.post(address, data={**opened, "purpose": "theirs"})
    answer = pages.post(address, data={**opened, "purpose": "mine", "do": "full"})
    assert answer.status_code == 409
    assert "theirs" in answer.text
    assert "limits" not in boxes_on(answer.text)


# ---------------------------------------------------------------- nothing is lost


@pytest.mark.parametrize("depth", ["simple", "full"])
def test_saving_every_form_of_a_rich_plan_as_it_came_changes_nothing(
    session: Session, pages: FlaskClient, writer: User, depth: str
) -> None:
    plan = a_rich_plan(session, writer, depth)
    before = kept(plan, session, writer)
    sent = 0
    for address in forms_of(plan):
        page = pages.get(address)
        if page.status_code == 200 and 'id="main-form"' in page.text:
            sent += 1
            assert pages.post(address, data=filled_form(page.text)).status_code == 303
    assert sent > len(SECTIONS)
    assert kept(plan, session, writer) == before


def test_a_rich_plan_asks_the_same_at_both_depths(
    session: Session, pages: FlaskClient, writer: User
) -> None:
    """Nothing that is filled is hidden."""
    plan = a_rich_plan(session, writer, "full")
    full = {address: boxes_on(pages.get(address).text) for address in forms_of(plan)}
    pages.post(f"/plans/{plan.ref}/sections/activities", data={"do": "simple"})
    session.expire_all()
    assert plan.depth == "simple"
    simple = {address: boxes_on(pages.get(address).text) for address in forms_of(plan)}
    assert simple == full


def test_a_page_left_open_in_full_saves_all_after_somebody_switched_to_simple(
    session: Session, pages: FlaskClient, writer: User, plan: Plan
) -> None:
    address = f"/plans/{plan.ref}/sections/purpose"
    pages.post(f"/plans/{plan.ref}/sections/activities", data={"do": "full"})
    opened = filled_form(pages.get(address).text)
    pages.post(f"/plans/{plan.ref}/sections/activities", data={"do": "simple"})
    typed = {**opened, "purpose": "Wells are rested.", "limits": "Snow until May."}
    assert pages.post(address, data=typed).status_code == 303
    fields = compose(plan)["sections"]["purpose"]["fields"]
    assert (fields["purpose"], fields["limits"]) == ("Wells are rested.", "Snow until May.")


def test_a_page_left_open_in_simple_leaves_alone_what_was_filled_in_full(
    pages: FlaskClient, plan: Plan
) -> None:
    address = f"/plans/{plan.ref}/sections/purpose"
    simple = filled_form(pages.get(address).text)
    pages.post(address, data={**simple, "do": "full"})
    full = filled_form(pages.get(address).text)
    pages.post(address, data={**full, "limits": "Snow until May."})
    pages.post(address, data={**simple, "purpose": "Wells are rested."})
    fields = compose(plan)["sections"]["purpose"]["fields"]
    assert (fields["purpose"], fields["limits"]) == ("Wells are rested.", "Snow until May.")


def test_two_texts_for_a_question_that_is_not_asked_any_more_are_both_shown(
    pages: FlaskClient, plan: Plan
) -> None:
    address = f"/plans/{plan.ref}/sections/purpose"
    pages.post(f"/plans/{plan.ref}/sections/activities", data={"do": "full"})
    pages.post(address, data={**filled_form(pages.get(address).text), "limits": "As it was"})
    opened = filled_form(pages.get(address).text)
    pages.post(address, data={**opened, "limits": "", "do": "simple"})
    answer = pages.post(address, data={**opened, "limits": "Mine"})
    assert answer.status_code == 409
    assert filled_form(answer.text)["limits"] == ["Mine"]


def test_text_typed_in_full_is_there_again_when_the_plan_is_simple_meanwhile(
    client: FlaskClient, session: Session, signed_in: SignIn, plan: Plan
) -> None:
    writer = make_person(session, party=plan.party)
    address = f"/plans/{plan.ref}/sections/purpose"
    signed_in(client, writer)
    client.post(f"/plans/{plan.ref}/sections/activities", data={"do": "full"})
    opened = filled_form(client.get(address).text)
    end_session(client)
    asked = client.post(address, data={**opened, "limits": "Snow until May."}, csrf=False)
    plan.depth = "simple"
    session.commit()
    carried = {
        str(box.get("name")): str(box.get("value"))
        for box in parse(asked.text).iter("input")
        if box.get("type") == "hidden"
    }
    client.post("/sign-in", data={**carried, "email": writer.email, "password": PASSWORD})
    assert filled_form(client.get(address).text)["limits"] == ["Snow until May."]


# ---------------------------------------------------------------- the depth stands on the plan


def test_a_copy_keeps_its_depth(session: Session, writer: User, pages: FlaskClient) -> None:
    former = a_rich_plan(session, writer, "full")
    assert former.depth == "full"
    assert writer.party is not None
    own = own_plan(former.ref, visible_to=writer)
    assert draft_plan(writer, writer.party, own).depth == "full"
    assert draft_plan(writer, writer.party, own, ["purpose"]).depth == "simple"
