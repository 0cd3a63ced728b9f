"""The Party's pages, fetched as a browser without scripts fetches them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.kit.clock import today
from engage.kit.formats import show_weekday
from engage.plans.actions import draft_plan, submit_plan
from engage.plans.document import compose
from engage.plans.drafting import add_row, living
from engage.plans.models import Plan
from engage.plans.outline.plan import SECTIONS, find_register
from engage.plans.queries import own_plan
from engage.plans.vocabulary import Status
from tests.factories import make_plan, make_user
from tests.filled import filled_form
from tests.plans.answers import fill_in

SignIn = Callable[[FlaskClient, Any], FlaskClient]
PAGES = ("", "/history", "/submit", "/close", "/summary", "/full", "/comments")


@pytest.fixture
def focal_point(session: Session) -> User:
    return make_user(session, name="Ilen Dorrin")


@pytest.fixture
def plan(session: Session, focal_point: User) -> Plan:
    assert focal_point.party is not None
    plan = fill_in(focal_point, draft_plan(focal_point, focal_point.party))
    session.commit()
    return plan


@pytest.fixture
def pages(client: FlaskClient, signed_in: SignIn, focal_point: User) -> FlaskClient:
    return signed_in(client, focal_point)


def answers_of(plan: Plan, section: str) -> dict[str, Any]:
    found: dict[str, Any] = compose(plan)["sections"][section]["fields"]
    return found


def seen_on(page: str) -> str:
    start = page.index('id="seen" value="') + len('id="seen" value="')
    return page[start : page.index('"', start)]


@pytest.mark.parametrize("lang", ["en", "ar", "zh"])
@pytest.mark.parametrize("page", PAGES)
def test_every_page_of_a_plan_reads_well(
    pages: FlaskClient, plan: Plan, page: str, lang: str
) -> None:
    assert pages.get(f"/plans/{plan.ref}{page}?lang={lang}").status_code == 200


@pytest.mark.parametrize("section", [each.code for each in SECTIONS])
def test_every_section_reads_well_and_can_be_written(
    pages: FlaskClient, plan: Plan, section: str
) -> None:
    assert pages.get(f"/plans/{plan.ref}?section={section}").status_code == 200
    assert pages.get(f"/plans/{plan.ref}/sections/{section}").status_code == 200


@pytest.mark.parametrize("section", [each.code for each in SECTIONS])
def test_saving_a_page_as_it_came_changes_nothing(
    pages: FlaskClient, plan: Plan, section: str
) -> None:
    before = compose(plan)
    page = pages.get(f"/plans/{plan.ref}/sections/{section}").text
    if 'id="main-form"' in page:
        answer = pages.post(f"/plans/{plan.ref}/sections/{section}", data=filled_form(page))
        assert answer.status_code == 303
    assert compose(plan) == before


def test_a_section_saves_half_filled_and_wrong_and_says_what_to_look_at(
    pages: FlaskClient, plan: Plan
) -> None:
    address = f"/plans/{plan.ref}/sections/monitoring"
    page = pages.get(address).text
    typed = {**filled_form(page), "review_date-start_day": "31", "review_date-start_month": "6"}
    page = pages.post(address, data=typed, follow_redirects=True).text
    assert "Saved, with 1 thing to look at" in page
    assert 'value="31"' in page
    assert "as_typed" in answers_of(plan, "monitoring")["review_date"]


def test_a_second_tab_never_overwrites_in_silence(pages: FlaskClient, plan: Plan) -> None:
    address = f"/plans/{plan.ref}/sections/purpose"
    first = second = filled_form(pages.get(address).text)
    pages.post(address, data={**first, "purpose": "Typed in the first tab"})
    answer = pages.post(address, data={**second, "purpose": "Typed in the second tab"})
    assert answer.status_code == 409
    assert "Typed in the first tab" in answer.text
    assert "Typed in the second tab" in answer.text
    assert "All you typed is with the server" not in answer.text
    assert answers_of(plan, "purpose")["purpose"] == "Typed in the first tab"
    again = {**filled_form(answer.text), "purpose": "Typed in the second tab"}
    assert pages.post(address, data=again).status_code == 303
    assert answers_of(plan, "purpose")["purpose"] == "Typed in the second tab"


def test_the_writer_can_take_the_other_text(pages: FlaskClient, plan: Plan) -> None:
    address = f"/plans/{plan.ref}/sections/purpose"
    opened = filled_form(pages.get(address).text)
    pages.post(address, data={**opened, "purpose": "theirs"})
    answer = pages.post(address, data={**opened, "purpose": "mine", "limits": "snow"})
    choice = {**filled_form(answer.text), "take-theirs": "purpose"}
    assert pages.post(address, data=choice).status_code == 303
    kept = answers_of(plan, "purpose")
    assert (kept["purpose"], kept["limits"]) == ("theirs", "snow")


def test_a_form_that_saves_itself_answers_with_one_line(pages: FlaskClient, plan: Plan) -> None:
    address = f"/plans/{plan.ref}/sections/purpose"
    typed = {**filled_form(pages.get(address).text), "purpose": "Typed while the page stays open"}
    answer = pages.post(address, data=typed, headers={"HX-Request": "true"}, read=False)
    assert answer.status_code == 200
    assert "Saved at" in answer.text
    assert len(answer.data) < 2000
    further = {**typed, "seen": seen_on(answer.text), "purpose": "And typed on"}
    answer = pages.post(address, data=further, headers={"HX-Request": "true"}, read=False)
    assert answer.status_code == 200
    assert answers_of(plan, "purpose")["purpose"] == "And typed on"


def test_a_page_left_open_does_not_undo_what_another_person_saved(
    pages: FlaskClient, plan: Plan
) -> None:
    address = f"/plans/{plan.ref}/sections/purpose"
    opened = filled_form(pages.get(address).text)
    pages.post(address, data={**opened, "limits": "elections in May"})
    quiet = {"HX-Request": "true"}
    answer = pages.post(address, data={**opened, "purpose": "a"}, headers=quiet, read=False)
    further = {**opened, "purpose": "ab", "seen": seen_on(answer.text)}
    pages.post(address, data=further, headers=quiet, read=False)
    assert answers_of(plan, "purpose")["limits"] == "elections in May"


def test_rows_are_added_written_duplicated_moved_deleted_and_brought_back(
    session: Session, pages: FlaskClient, plan: Plan
) -> None:
    rows = f"/plans/{plan.ref}/rows/activities"
    there = pages.post(f"{rows}/add").location.partition("#")[0]
    page = pages.get(there).text
    pages.post(there, data={**filled_form(page), "title": "Radio round table", "do": "close"})
    pages.post(f"{there}/up")
    session.expire_all()
    assert names(plan) == ["Radio round table", "Herders’ assembly"]
    pages.post(f"{there}/duplicate")
    gone = pages.post(f"{there}/delete")
    session.expire_all()
    assert names(plan) == ["Radio round table", "Herders’ assembly"]
    assert "Undo" in pages.get(gone.location.partition("#")[0]).text
    pages.post(f"{there}/restore")
    session.expire_all()
    assert names(plan) == ["Radio round table", "Radio round table", "Herders’ assembly"]


def test_a_button_of_an_open_row_saves_what_was_typed(
    session: Session, pages: FlaskClient, plan: Plan
) -> None:
    rows = f"/plans/{plan.ref}/rows/activities"
    there = pages.post(f"{rows}/add").location.partition("#")[0]
    page = pages.get(there).text
    pages.post(there, data={**filled_form(page), "title": "Typed before moving", "do": "up"})
    session.expire_all()
    assert names(plan)[0] == "Typed before moving"


def names(plan: Plan) -> list[str]:
    return [row.content.get("title", "") for row in living(plan, "activities")]


def test_a_plan_is_submitted_withdrawn_and_its_frozen_version_printed(
    session: Session, pages: FlaskClient, plan: Plan
) -> None:
    assert pages.post(f"/plans/{plan.ref}/submit").status_code == 303
    assert pages.get(f"/plans/{plan.ref}/versions/1.1/summary").status_code == 200
    assert "Withdraw" in pages.get(f"/plans/{plan.ref}").text
    pages.post(f"/plans/{plan.ref}/withdraw")
    session.expire_all()
    assert plan.status == Status.DRAFT


def test_submitting_an_incomplete_plan_lists_what_is_open(
    pages: FlaskClient, session: Session, focal_point: User
) -> None:
    empty = make_plan(session, party=focal_point.party)
    session.commit()
    answer = pages.post(f"/plans/{empty.ref}/submit")
    assert answer.status_code == 422
    assert "Before it can go" in answer.text


def test_what_was_submitted_is_printed_and_not_what_is_typed_since(
    session: Session, pages: FlaskClient, plan: Plan, focal_point: User
) -> None:
    submit_plan(focal_point, own_plan(plan.ref, visible_to=focal_point))
    session.commit()
    document = pages.get(f"/plans/{plan.ref}/document.json", read=False)
    assert document.json == plan.versions[0].document


def test_a_new_plan_can_start_from_a_former_one(
    pages: FlaskClient, session: Session, plan: Plan
) -> None:
    assert pages.get("/plans/new").status_code == 200
    made = pages.post("/plans/new", data={"start_from": plan.ref, "parts": ["identity"]})
    assert made.status_code == 303
    assert "People of the grassland" in pages.get(made.location).text


def test_another_partys_plan_is_not_found_on_any_page(
    new_client: Callable[[], FlaskClient], session: Session, signed_in: SignIn, plan: Plan
) -> None:
    stranger = signed_in(new_client(), make_user(session))
    addresses = [f"/plans/{plan.ref}{page}" for page in PAGES]
    addresses += [f"/plans/{plan.ref}/document.json", f"/plans/{plan.ref}/sections/purpose"]
    assert {stranger.get(each).status_code for each in addresses} == {404}


def test_an_adviser_reads_and_does_not_write(
    new_client: Callable[[], FlaskClient], session: Session, signed_in: SignIn, plan: Plan
) -> None:
    adviser = signed_in(new_client(), make_user(session, Role.ADVISER, party=plan.party))
    page = adviser.get(f"/plans/{plan.ref}")
    assert page.status_code == 200
    assert "Edit this section" not in page.text
    assert adviser.get(f"/plans/{plan.ref}/sections/purpose").status_code == 403


def test_the_start_page_says_the_day_and_the_state_of_the_plan(
    pages: FlaskClient, plan: Plan
) -> None:
    page = pages.get("/start").text
    assert show_weekday(today(), language="en") in page
    sheet = page[page.index("My plan") :]
    assert 'class="state state--not_begun"' in sheet


def test_a_table_says_where_an_answer_is_needed(
    pages: FlaskClient, focal_point: User, plan: Plan
) -> None:
    found = find_register("activities")
    assert found is not None
    page = f"/plans/{plan.ref}?section=activities"
    assert "Not answered yet" not in table_of(pages.get(page).text)
    add_row(focal_point, plan, found[1], "bare")
    assert "Not answered yet" in table_of(pages.get(page).text)


def table_of(page: str) -> str:
    return page[page.index("<table") : page.index("</table>")]
