"""A page asks the database as often for three rows as for one."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.plans.actions import draft_plan
from engage.plans.drafting import add_row, change_depth
from engage.plans.models import Plan
from engage.plans.outline.activities import ACTIVITIES
from engage.plans.vocabulary import Status
from engage.reference.vocabulary.identity import Depth
from tests.factories import make_plan, make_user
from tests.reading import count_queries

SignIn = Callable[[FlaskClient, User], FlaskClient]
FIRST_KEY = "first"
FEW, MORE = 1, 3
PAGES = (
    "/plans/{ref}?section=activities",
    "/plans/{ref}/sections/activities",
    f"/plans/{{ref}}/rows/activities/{FIRST_KEY}",
    f"/plans/{{ref}}/rows/activities/{FIRST_KEY}/further",
    "/plans/{ref}/summary",
    "/plans/{ref}/full",
    "/plans",
    "/start",
)


def plan_with(session: Session, author: User, rows: int) -> Plan:
    assert author.party is not None
    plan = draft_plan(author, author.party)
    change_depth(author, plan, Depth.FULL)
    add_row(author, plan, ACTIVITIES, FIRST_KEY)
    for _more in range(rows - 1):
        add_row(author, plan, ACTIVITIES)
    session.commit()
    return plan


def queries(app: Flask, client: FlaskClient, address: str) -> tuple[int, int]:
    """Of the first visit after a change, and of the next one."""
    counts = []
    for _visit in range(2):
        with count_queries(app) as counted:
            assert client.get(address).status_code == 200
        counts.append(len(counted))
    return counts[0], counts[1]


@pytest.mark.parametrize("page", PAGES)
def test_three_activities_take_as_many_queries_as_one(
    app: Flask, session: Session, client: FlaskClient, signed_in: SignIn, page: str
) -> None:
    found = []
    for rows in (FEW, MORE):
        author = make_user(session)
        plan = plan_with(session, author, rows)
        found.append(queries(app, signed_in(client, author), page.format(ref=plan.ref)))
    assert found[0] == found[1]


@pytest.mark.parametrize("page", ["/plans", "/start"])
def test_three_plans_take_as_many_queries_as_one(
    app: Flask, session: Session, client: FlaskClient, signed_in: SignIn, page: str
) -> None:
    found = []
    for plans in (FEW, MORE):
        author = make_user(session)
        for _plan in range(plans):
            make_plan(session, party=author.party)
        found.append(queries(app, signed_in(client, author), page))
    assert found[0] == found[1]


def test_the_queue_takes_as_many_queries_for_three_plans_as_for_one(
    app: Flask, session: Session, client: FlaskClient, signed_in: SignIn
) -> None:
    signed_in(client, make_user(session, Role.REVIEWER))
    make_plan(session, Status.SUBMITTED)
    few = queries(app, client, "/review")
    for _more in range(MORE - FEW):
        make_plan(session, Status.SUBMITTED)
    assert queries(app, client, "/review") == few


def test_a_plan_that_was_seen_before_takes_seven_queries(
    app: Flask, session: Session, client: FlaskClient, signed_in: SignIn
) -> None:
    author = make_user(session)
    plan = plan_with(session, author, MORE)
    _first, next_ = queries(app, signed_in(client, author), f"/plans/{plan.ref}")
    # The person, the plan, its comments, its history, its checks; thresholds and occasions.
    assert next_ == 7
