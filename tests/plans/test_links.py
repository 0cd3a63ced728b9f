"""Links between rows in forms: what is offered, what is kept, and what a copy keeps."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.plans.actions import draft_plan
from engage.plans.completeness import findings
from engage.plans.document import compose
from engage.plans.drafting import add_row, change_depth, delete_row, duplicate_row, save_row
from engage.plans.models import Plan, PlanRow
from engage.plans.outline.plan import find_register
from engage.plans.queries import find_row, own_plan
from engage.reference.vocabulary.identity import Depth
from tests.factories import make_user
from tests.filled import filled_form
from tests.pages import parse, text_of
from tests.plans.answers import typed

SignIn = Callable[[FlaskClient, User], FlaskClient]
GONE = "A row that is no longer there"


@pytest.fixture
def writer(session: Session) -> User:
    return make_user(session)


@pytest.fixture
def plan(session: Session, writer: User) -> Plan:
    """An assembly for the women, one of three stakeholders; it takes the place of nothing yet."""
    assert writer.party is not None
    plan = draft_plan(writer, writer.party)
    change_depth(writer, plan, Depth.FULL)
    written = {
        "stakeholders": {"herders": "Herder families", "women": "Women’s assembly", "x": ""},
        "activities": {"assembly": "Assembly", "map": "Map of the wells"},
    }
    for register, titles in written.items():
        for key, title in titles.items():
            add(writer, plan, register, key, title)
    change(writer, plan, find_row(plan, "activities", "assembly"), stakeholders=["women"])
    session.commit()
    return plan


def add(writer: User, plan: Plan, register: str, key: str, title: str) -> None:
    found = find_register(register)
    assert found is not None
    made = add_row(writer, plan, found[1], key)
    if title:
        change(writer, plan, made, **{found[1].named_by: title})


def change(writer: User, plan: Plan, row: PlanRow, **values: Any) -> None:
    found = find_register(row.register)
    assert found is not None
    save_row(writer, plan, found[1], row, typed({**row.content, **values}, row.content))


def content(plan: Plan, register: str, key: str) -> Mapping[str, Any]:
    return find_row(plan, register, key).content


def boxes(page: str, name: str) -> dict[str, tuple[str, bool]]:
    """The boxes to tick of a question: key to label and whether it is ticked."""
    tree = parse(page)
    labels = {each.get("for"): each for each in tree.iter("label")}
    return {
        box.get("value", ""): (text_of(labels[box.get("id")]), box.get("checked") is not None)
        for box in tree.iter("input")
        if box.get("name") == name
    }


def select(page: str, name: str) -> Element:
    return next(each for each in parse(page).iter("select") if each.get("name") == name)


@pytest.fixture
def pages(client: FlaskClient, signed_in: SignIn, writer: User) -> FlaskClient:
    return signed_in(client, writer)


def form_of(pages: FlaskClient, plan: Plan, key: str, name: str) -> tuple[str, str]:
    """The leaf of a row on which something is asked, and its address."""
    for leaf in ("", "/further"):
        address = f"/plans/{plan.ref}/rows/activities/{key}{leaf}"
        page = pages.get(address).text
        if f'id="{name}-group"' in page:
            return page, address
    raise AssertionError(name)


def test_a_form_offers_the_rows_of_the_plan_by_their_names(pages: FlaskClient, plan: Plan) -> None:
    page, _address = form_of(pages, plan, "assembly", "stakeholders")
    assert boxes(page, "stakeholders") == {
        "herders": ("1 Herder families", False),
        "women": ("2 Women’s assembly", True),
        "x": ("Stakeholders, row 3", False),
    }


def test_the_names_stay_in_the_language_of_the_plan(pages: FlaskClient, plan: Plan) -> None:
    pages.set_cookie("language", "fr")
    page, _address = form_of(pages, plan, "assembly", "stakeholders")
    assert '<bdi class="words" lang="en">1 Herder families</bdi>' in page


def test_what_is_ticked_is_kept_in_the_author_s_order(pages: FlaskClient, plan: Plan) -> None:
    page, address = form_of(pages, plan, "assembly", "stakeholders")
    filled = {**filled_form(page), "stakeholders": ["herders", "women"]}
    assert pages.post(address, data=filled).status_code == 303
    assert content(plan, "activities", "assembly")["stakeholders"] == ["women", "herders"]


def test_a_row_is_not_offered_to_itself(pages: FlaskClient, plan: Plan) -> None:
    page, address = form_of(pages, plan, "assembly", "replaced_by")
    offered = {each.get("value") for each in select(page, "replaced_by").iter("option")}
    assert offered == {"", "map"}
    pages.post(address, data={**filled_form(page), "replaced_by": "map"})
    assert content(plan, "activities", "assembly")["replaced_by"] == ["map"]


def test_a_row_that_was_deleted_is_not_offered_but_stays_where_it_was_linked(
    pages: FlaskClient, plan: Plan, writer: User
) -> None:
    for key in ("women", "x"):
        delete_row(writer, plan, find_row(plan, "stakeholders", key))
    page, address = form_of(pages, plan, "assembly", "stakeholders")
    assert boxes(page, "stakeholders") == {
        "herders": ("1 Herder families", False),
        "women": (GONE, True),
    }
    assert pages.post(address, data=filled_form(page)).status_code == 303
    assert content(plan, "activities", "assembly")["stakeholders"] == ["women"]


def test_where_there_are_no_rows_the_form_says_so(pages: FlaskClient, plan: Plan) -> None:
    page, _address = form_of(pages, plan, "assembly", "partnerships")
    assert boxes(page, "partnerships") == {}
    assert "There are no rows to choose from yet." in page


def test_a_new_name_is_read_wherever_a_row_is_linked(
    pages: FlaskClient, plan: Plan, writer: User
) -> None:
    form, _address = form_of(pages, plan, "assembly", "stakeholders")
    reading = f"/plans/{plan.ref}?section=activities&row=activities.assembly"
    assert "2 Women’s assembly" in form
    assert "2 Women’s assembly" in pages.get(reading).text
    plan = own_plan(plan.ref, visible_to=writer)
    change(writer, plan, find_row(plan, "stakeholders", "women"), name="Assembly of women")
    form, _address = form_of(pages, plan, "assembly", "stakeholders")
    for page in (form, pages.get(reading).text):
        assert "2 Assembly of women" in page
        assert "2 Women’s assembly" not in page


def test_two_who_link_differently_see_both_by_name(pages: FlaskClient, plan: Plan) -> None:
    page, address = form_of(pages, plan, "assembly", "stakeholders")
    pages.post(address, data={**filled_form(page), "stakeholders": ["herders"]})
    answer = pages.post(address, data={**filled_form(page), "stakeholders": ["women", "herders"]})
    assert answer.status_code == 409
    tree = parse(answer.text)
    [clash] = [each for each in tree.iter("div") if "clash" in (each.get("class") or "").split()]
    assert "1 Herder families" in text_of(clash)
    assert "2 Women’s assembly" in text_of(clash)


def test_two_texts_of_a_row_that_names_its_language_are_both_in_it(
    pages: FlaskClient, plan: Plan, writer: User
) -> None:
    add(writer, plan, "translations", "f", "Gens des steppes")
    change(writer, plan, find_row(plan, "translations", "f"), language="fr")
    address = f"/plans/{plan.ref}/rows/translations/f"
    opened = filled_form(pages.get(address).text)
    pages.post(address, data={**opened, "title": "Gens des puits"})
    answer = pages.post(address, data={**opened, "title": "Gens des collines"})
    for words in ("Gens des puits", "Gens des collines"):
        assert f'<bdi class="words" lang="fr">{words}</bdi>' in answer.text


def test_the_boxes_of_a_row_that_names_its_language_speak_it(
    pages: FlaskClient, plan: Plan, writer: User
) -> None:
    add(writer, plan, "translations", "f", "Gens des steppes")
    change(writer, plan, find_row(plan, "translations", "f"), language="fr")
    tree = parse(pages.get(f"/plans/{plan.ref}/rows/translations/f").text)
    box = next(each for each in tree.iter("input") if each.get("name") == "title")
    assert box.get("lang") == "fr"


# ---------------------------------------------------------------- months


def test_the_months_of_a_year_are_selects_by_their_names(
    pages: FlaskClient, plan: Plan, writer: User
) -> None:
    add(writer, plan, "calendars", "c", "The routes")
    address = f"/plans/{plan.ref}/rows/calendars/c"
    page = pages.get(f"{address}?lang=fr").text
    labels = {each.get("for"): text_of(each) for each in parse(page).iter("label")}
    assert labels[select(page, "months-m8").get("id")] == "Août"
    filled = {**filled_form(page), "months-m8": "on_the_move", "months-m9": "on_the_move"}
    pages.post(address, data=filled)
    assert content(plan, "calendars", "c")["months"] == {"8": "on_the_move", "9": "on_the_move"}
    shown = f"/plans/{plan.ref}?section=stakeholders&row=calendars.c"
    assert "Août – septembre" in pages.get(shown).text


# ---------------------------------------------------------------- copies


def test_a_duplicate_keeps_the_links(plan: Plan, writer: User) -> None:
    found = find_register("activities")
    assert found is not None
    copy = duplicate_row(writer, plan, found[1], find_row(plan, "activities", "assembly"))
    assert copy.content["stakeholders"] == ["women"]


def test_a_copy_of_the_whole_plan_keeps_the_links(plan: Plan, writer: User) -> None:
    assert writer.party is not None
    former = own_plan(plan.ref, visible_to=writer)
    copy = draft_plan(writer, writer.party, former)
    assert content(copy, "activities", "assembly")["stakeholders"] == ["women"]


def test_in_a_copy_of_some_parts_nothing_leads_nowhere(plan: Plan, writer: User) -> None:
    assert writer.party is not None
    change(writer, plan, find_row(plan, "activities", "assembly"), replaced_by=["map"])
    former = own_plan(plan.ref, visible_to=writer)
    copy = draft_plan(writer, writer.party, former, ["activities"])
    kept = content(copy, "activities", "assembly")
    assert "stakeholders" not in kept
    assert kept["replaced_by"] == ["map"]
    assert "dangling" not in {each.rule for each in findings(compose(copy))}
