"""Several people in one plan: each learns of the others, and everybody of what the server has."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable

import pytest
import sqlalchemy as sa
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.kit.clock import now
from engage.kit.locales import CODES
from engage.kit.values.fingerprint import fingerprints
from engage.plans.actions import draft_plan
from engage.plans.drafting import save_section
from engage.plans.models import Plan, Presence
from engage.plans.outline.plan import find_section
from engage.plans.queries import own_plan
from tests.factories import make_user
from tests.pages import parse, text_of
from tests.plans.answers import fill_in, kept_of, typed
from tests.reading import count_queries

SignIn = Callable[[FlaskClient, User], FlaskClient]
People = dict[str, FlaskClient]
PURPOSE, ACTIVITY = "sections/purpose", "rows/activities/first"
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


def ping(
    client: FlaskClient, plan: Plan, place: str, shown: str = "", *, read: bool = True
) -> TestResponse:
    """What an open page sends by itself."""
    data, asked = {"place": place, "shown": shown}, {"HX-Request": "true"}
    return client.post(f"/plans/{plan.ref}/here", data=data, headers=asked, read=read)


def lines(answer: TestResponse) -> list[str]:
    assert answer.status_code == 200
    return [
        text_of(each) for each in parse(f"<!doctype html><title>-</title>{answer.text}").iter("p")
    ]


def mark(answer: TestResponse) -> str:
    tree = parse(f"<!doctype html><title>-</title>{answer.text}")
    return next(str(box.get("value")) for box in tree.iter("input"))


# ---------------------------------------------------------------- who else is here


def test_who_opens_a_page_learns_who_has_it_open(people: People, plan: Plan) -> None:
    assert ping(people["amina"], plan, PURPOSE).status_code == 204
    assert lines(ping(people["sefa"], plan, PURPOSE)) == ["Also on this page now: Amina Dorrin"]
    assert lines(ping(people["amina"], plan, PURPOSE)) == ["Also on this page now: Sefa Maron"]


def test_who_is_elsewhere_is_named_with_the_section(people: People, plan: Plan) -> None:
    ping(people["amina"], plan, PURPOSE)
    ping(people["amina"], plan, "sections/feedback")
    assert lines(ping(people["sefa"], plan, ACTIVITY)) == [
        "Now in section 2: Amina Dorrin",
        "Now in section 8: Amina Dorrin",
    ]
    assert lines(ping(people["amina"], plan, PURPOSE)) == ["Now in section 5: Sefa Maron"]


def test_several_people_stand_in_one_line(
    new_client: Callable[[], FlaskClient],
    signed_in: SignIn,
    session: Session,
    people: People,
    plan: Plan,
) -> None:
    third = signed_in(new_client(), make_user(session, name="Zohra Kell", party=plan.party))
    for client in (third, people["amina"]):
        ping(client, plan, PURPOSE)
    told = lines(ping(people["sefa"], plan, PURPOSE))
    assert told == ["Also on this page now: Amina Dorrin; Zohra Kell"]


def test_what_is_shown_already_is_not_sent_again(people: People, plan: Plan) -> None:
    ping(people["amina"], plan, PURPOSE)
    shown = mark(ping(people["sefa"], plan, PURPOSE))
    again = ping(people["sefa"], plan, PURPOSE, shown)
    assert (again.status_code, again.data) == (204, b"")


def test_a_page_that_was_not_heard_of_for_two_minutes_is_closed(
    session: Session, people: People, plan: Plan
) -> None:
    with time_machine.travel(START, tick=False):
        ping(people["amina"], plan, PURPOSE)
    with time_machine.travel(START + dt.timedelta(minutes=2), tick=False):
        shown = ping(people["sefa"], plan, PURPOSE)
    assert lines(shown) == ["Also on this page now: Amina Dorrin"]
    with time_machine.travel(START + dt.timedelta(minutes=2, seconds=1), tick=False):
        gone = ping(people["sefa"], plan, PURPOSE, mark(shown))
    assert (lines(gone), mark(gone)) == ([], "")
    assert session.scalar(sa.select(sa.func.count()).select_from(Presence)) == 1


def test_a_page_that_stays_open_is_noted_once(session: Session, people: People, plan: Plan) -> None:
    for _time in range(3):
        ping(people["amina"], plan, PURPOSE)
    assert session.scalar(sa.select(sa.func.count()).select_from(Presence)) == 1


@pytest.mark.parametrize(
    "place", ["", "sections/nowhere", "rows/nowhere/r1", "rows/activities/", "rows/activities/a b"]
)
def test_a_place_that_does_not_exist_is_not_noted(people: People, plan: Plan, place: str) -> None:
    assert ping(people["amina"], plan, place, read=False).status_code == 404


@pytest.mark.parametrize("role", [Role.FOCAL_POINT, Role.REVIEWER, Role.ADVISER])
def test_nobody_else_is_noted_or_told(
    client: FlaskClient, signed_in: SignIn, session: Session, people: People, plan: Plan, role: Role
) -> None:
    ping(people["amina"], plan, PURPOSE)
    stranger = signed_in(client, make_user(session, role))
    answer = ping(stranger, plan, PURPOSE, read=False)
    assert answer.status_code in (403, 404)
    assert "Amina" not in answer.text


@pytest.mark.parametrize("lang", CODES)
def test_forms_say_by_themselves_that_they_are_open(
    session: Session, people: People, plan: Plan, lang: str
) -> None:
    key = next(row.key for row in plan.rows if row.register == "activities")
    for place in (PURPOSE, f"rows/activities/{key}"):
        page = parse(people["amina"].get(f"/plans/{plan.ref}/{place}?lang={lang}").text)
        [line] = [each for each in page.iter("div") if each.get("id") == "here"]
        assert line.get("data-hx-post") == f"/plans/{plan.ref}/here"
        assert f'"{place}"' in (line.get("data-hx-vals") or "")
        assert (line.get("aria-live"), text_of(line)) == ("polite", "")


def test_more_people_take_no_more_queries(
    app: Flask,
    new_client: Callable[[], FlaskClient],
    signed_in: SignIn,
    session: Session,
    people: People,
    plan: Plan,
) -> None:
    counts = []
    for _more in range(2):
        ping(people["amina"], plan, PURPOSE)
        with count_queries(app) as counted:
            ping(people["amina"], plan, PURPOSE)
        counts.append(len(counted))
        for _person in range(3):
            ping(signed_in(new_client(), make_user(session, party=plan.party)), plan, PURPOSE)
    assert counts[0] == counts[1]


# ---------------------------------------------------------------- without a script


def save_purpose(actor: User, plan: Plan) -> None:
    section = find_section("purpose")
    assert section is not None
    kept = own_plan(plan.ref, visible_to=actor)
    save_section(actor, kept, section, typed({"purpose": "New."}, kept_of(kept, "purpose")))


def saved_line(client: FlaskClient, plan: Plan) -> str:
    page = parse(client.get(f"/plans/{plan.ref}/{PURPOSE}").text)
    return next(text_of(each) for each in page.iter("p") if each.get("id") == "saved-line")


def test_the_saved_line_names_a_colleague_who_saved_a_short_while_ago(
    session: Session, people: People, plan: Plan, sefa: User
) -> None:
    with time_machine.travel(START, tick=False):
        save_purpose(sefa, plan)
        session.commit()
    with time_machine.travel(START + dt.timedelta(minutes=15), tick=False):
        told = saved_line(people["amina"], plan).replace("\u2068", "").replace("\u2069", "")
        assert told == "Saved at 14:30 by a colleague: Sefa Maron"
        assert saved_line(people["sefa"], plan).startswith("Saved at 14:30. All you typed")
    with time_machine.travel(START + dt.timedelta(minutes=16), tick=False):
        assert saved_line(people["amina"], plan).startswith("Saved at 14:30. All you typed")


def test_the_other_text_is_called_by_who_wrote_it_even_after_a_second_try(
    people: People, plan: Plan
) -> None:
    address = f"/plans/{plan.ref}/{PURPOSE}"
    people["amina"].post(address, data={"purpose": "Herders decide.", "seen": seen(plan)})
    late = {"purpose": "Councils decide.", "seen": "{}"}
    people["sefa"].post(address, data=late, headers={"HX-Request": "true"})
    shown = people["sefa"].post(address, data=late)
    assert shown.status_code == 409
    assert "Text of Amina Dorrin:" in shown.text


def seen(plan: Plan) -> str:
    """What a form carries that showed the purpose as it is."""
    [kept] = [each.content for each in plan.sections if each.code == "purpose"]
    return json.dumps(fingerprints(kept))
