"""What the server has of a plan: a small page that settles by telephone whether all arrived."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.kit.clock import now
from engage.kit.formats import show_moment
from engage.kit.locales import CODES
from engage.plans.actions import draft_plan
from engage.plans.drafting import Typed, add_row, delete_row, save_row, save_section
from engage.plans.models import Plan
from engage.plans.outline.plan import SECTIONS, find_register, find_section
from engage.plans.queries import own_plan
from tests.factories import make_user
from tests.pages import parse, text_of
from tests.plans.answers import fill_in
from tests.reading import count_queries

SignIn = Callable[[FlaskClient, User], FlaskClient]
People = dict[str, FlaskClient]
START = (now() + dt.timedelta(days=1)).replace(hour=14, minute=30, second=0, microsecond=0)


@pytest.fixture
def amina(session: Session) -> User:
    return make_user(session, name="Amina Dorrin")


@pytest.fixture
def sefa(session: Session, amina: User) -> User:
    return make_user(session, Role.CONTRIBUTOR, name="Sefa Maron", party=amina.party)


@pytest.fixture
def plan(session: Session, amina: User) -> Plan:
    assert amina.party is not None
    plan = fill_in(amina, draft_plan(amina, amina.party))
    session.commit()
    return plan


@pytest.fixture
def people(
    new_client: Callable[[], FlaskClient], signed_in: SignIn, amina: User, sefa: User
) -> People:
    return {"amina": signed_in(new_client(), amina), "sefa": signed_in(new_client(), sefa)}


def receipt(client: FlaskClient, plan: Plan, lang: str = "en") -> TestResponse:
    answer = client.get(f"/plans/{plan.ref}/receipt?lang={lang}")
    assert answer.status_code == 200
    return answer


def held(client: FlaskClient, plan: Plan) -> list[str]:
    return [text_of(each) for each in parse(receipt(client, plan).text).iter("li")]


def test_the_receipt_counts_what_the_server_has(
    session: Session, people: People, plan: Plan, sefa: User
) -> None:
    found = find_register("activities")
    assert found is not None
    with time_machine.travel(START, tick=False):
        theirs = own_plan(plan.ref, visible_to=sefa)
        row = add_row(sefa, theirs, found[1])
        save_row(sefa, theirs, found[1], row, Typed({"title": "A fair"}, {}))
        delete_row(sefa, theirs, add_row(sefa, theirs, found[1]))
        session.commit()
    told = held(people["amina"], plan)
    assert len(told) == len(SECTIONS)
    when = text_of(parse(f"<!doctype html><title>{show_moment(START, language='en')}</title>"))
    assert told[4] == f"Activities and timetable 0 answers · 2 rows {when} · Sefa Maron"
    assert told[1].startswith("Purpose and context 1 answer · 1 row ")
    assert told[5] == "Awareness and communication Not begun"


def save(actor: User, plan: Plan, code: str, **answers: str) -> None:
    section = find_section(code)
    assert section is not None
    save_section(actor, own_plan(plan.ref, visible_to=actor), section, Typed(answers, {}))


def test_private_answers_count_but_are_not_told(
    session: Session, people: People, plan: Plan, sefa: User
) -> None:
    save(sefa, plan, "awareness", sensitive="a rumour")
    session.commit()
    assert held(people["amina"], plan)[5].startswith("Awareness and communication 1 answer")
    assert "rumour" not in receipt(people["amina"], plan).text


def test_the_same_code_stands_for_the_same_state(
    session: Session, people: People, plan: Plan, sefa: User
) -> None:
    codes = {receipt(people[name], plan).text.partition("Code of")[2][:30] for name in people}
    assert len(codes) == 1
    save(sefa, plan, "purpose", purpose="New.")
    session.commit()
    assert receipt(people["amina"], plan).text.partition("Code of")[2][:30] not in codes


@pytest.mark.parametrize("lang", CODES)
def test_the_receipt_is_under_four_kilobytes_in_every_language(
    session: Session, people: People, plan: Plan, lang: str
) -> None:
    for place, section in enumerate(SECTIONS):
        name = f"Николай Константинович Верхнеколымский {place}"
        person = make_user(session, name=name, party=plan.party)
        theirs = own_plan(plan.ref, visible_to=person)
        for register in section.registers:
            for _row in range(12):
                add_row(person, theirs, register)
        if section.fields:
            save_section(person, theirs, section, Typed({}, {}))
    session.commit()
    page = receipt(people["amina"], plan, lang)
    assert len(page.data) < 4096
    assert "<script" not in page.text
    assert "stylesheet" not in page.text


def test_an_unchanged_receipt_is_not_sent_again(people: People, plan: Plan) -> None:
    first = receipt(people["amina"], plan)
    again = people["amina"].get(
        f"/plans/{plan.ref}/receipt?lang=en", headers={"If-None-Match": first.headers["ETag"]}
    )
    assert (again.status_code, again.data) == (304, b"")


@pytest.mark.parametrize("role", [Role.FOCAL_POINT, Role.REVIEWER, Role.ADVISER])
def test_a_receipt_is_for_those_who_write_the_plan(
    client: FlaskClient, signed_in: SignIn, session: Session, plan: Plan, role: Role
) -> None:
    stranger = signed_in(client, make_user(session, role))
    assert stranger.get(f"/plans/{plan.ref}/receipt").status_code in (403, 404)


def test_the_plan_and_its_forms_lead_to_the_receipt(people: People, plan: Plan) -> None:
    for page in ("", "/sections/purpose"):
        links = parse(people["amina"].get(f"/plans/{plan.ref}{page}").text).iter("a")
        assert f"/plans/{plan.ref}/receipt" in {each.get("href") for each in links}


def test_more_rows_and_people_take_no_more_queries_for_a_receipt(
    app: Flask, session: Session, people: People, plan: Plan
) -> None:
    found = find_register("activities")
    assert found is not None
    counts = []
    for _more in range(2):
        with count_queries(app) as counted:
            receipt(people["amina"], plan)
        counts.append(len(counted))
        for _row in range(3):
            person = make_user(session, party=plan.party)
            add_row(person, own_plan(plan.ref, visible_to=person), found[1])
        session.commit()
    assert counts[0] == counts[1]
