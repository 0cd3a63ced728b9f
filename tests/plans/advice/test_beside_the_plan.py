"""Advice beside what it speaks of: the plan, the form of a row, a date that is typed."""

from __future__ import annotations

import re
from collections.abc import Callable

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.plans.models import Plan
from tests.pages import parse, text_of
from tests.plans.advice.steps import advice_page, put
from tests.reading import count_queries

SignIn = Callable[[FlaskClient, User], FlaskClient]


# ---------------------------------------------------------------- where it is read besides


def test_the_plan_page_shows_the_advice_on_the_section_it_shows(
    party: FlaskClient, plan: Plan
) -> None:
    there = party.get(f"/plans/{plan.ref}?section=stakeholders").text
    elsewhere = party.get(f"/plans/{plan.ref}?section=identity").text
    assert "no measure of inclusion is chosen" in there
    assert "no measure of inclusion is chosen" not in elsewhere
    assert advice_page(plan) in elsewhere


def test_a_row_shows_its_own_advice_above_its_form(
    party: FlaskClient, session: Session, author: User, plan: Plan
) -> None:
    put(author, plan, "stakeholders", "spinners", name="Spinners", groups=["women"])
    session.commit()
    page = party.get(f"/plans/{plan.ref}/rows/stakeholders/weavers").text
    assert "Weavers’ circle: no measure" in text_of(parse(page))
    assert "Spinners: no measure" not in text_of(parse(page))


def test_a_collision_is_told_while_the_date_is_typed(
    party: FlaskClient, session: Session, author: User, plan: Plan
) -> None:
    away = {"5": "on_the_move"}
    put(author, plan, "calendars", "year", title="Herds", groups=["pastoralists"], months=away)
    put(author, plan, "activities", "fair", title="Spring fair", groups=["pastoralists"])
    session.commit()
    free = saves_itself(party, plan, month="4")
    busy = saves_itself(party, plan, month="5", seen=seen_in(free))
    once_more = saves_itself(party, plan, month="5", seen=seen_in(busy))
    moved = saves_itself(party, plan, month="6", seen=seen_in(once_more))
    assert 'id="when-beside"' not in free
    assert '<p class="beside" id="when-beside" data-hx-swap-oob="true">' in busy
    assert "on the move or out of reach" in busy
    assert 'id="when-beside"' not in once_more
    assert '<p class="beside" id="when-beside" data-hx-swap-oob="true"></p>' in moved


def test_advice_on_other_questions_of_a_row_comes_with_the_answer_too(
    party: FlaskClient, plan: Plan
) -> None:
    address, itself = f"/plans/{plan.ref}/rows/stakeholders/weavers", {"HX-Request": "true"}
    seen = seen_in(party.get(address).text)
    typed = {"inclusion": ["childcare"], "seen": seen}
    answer = party.post(address, data=typed, headers=itself, read=False)
    assert answer.status_code == 200
    assert '<div id="advice-here" data-hx-swap-oob="true" role="status"></div>' in answer.text


def saves_itself(party: FlaskClient, plan: Plan, month: str, seen: str = "") -> str:
    typed = {
        "title": "Spring fair",
        "groups": ["pastoralists"],
        "when-start_year": "2026",
        "when-start_month": month,
        "seen": seen,
    }
    address, itself = f"/plans/{plan.ref}/rows/activities/fair", {"HX-Request": "true"}
    answer = party.post(address, data=typed, headers=itself, read=False)
    assert answer.status_code == 200
    return str(answer.text)


def seen_in(answer: str) -> str:
    """What the writer has seen, as the form holds it after an answer."""
    [found] = re.findall(r'name="seen" id="seen" value="([^"]*)"', answer)
    return str(found)


def test_the_submit_page_names_open_advice_and_lets_the_plan_go(
    party: FlaskClient, plan: Plan
) -> None:
    page = party.get(f"/plans/{plan.ref}/submit")
    assert advice_page(plan) in page.text
    assert party.post(f"/plans/{plan.ref}/submit").status_code == 303


def test_the_page_of_advice_takes_as_many_queries_for_three_rows_as_for_one(
    app: Flask, party: FlaskClient, session: Session, author: User, plan: Plan
) -> None:
    counts = []
    for name in ("first", "second", "third"):
        put(author, plan, "stakeholders", name, name=name, groups=["women"])
        session.commit()
        with count_queries(app) as counted:
            assert party.get(advice_page(plan)).status_code == 200
        counts.append(len(counted))
    assert len(set(counts)) == 1
