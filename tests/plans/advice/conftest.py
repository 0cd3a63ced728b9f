"""A plan on which good practice has something to say, and the people who read it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.plans.models import Plan
from tests.factories import make_plan, make_user
from tests.plans.advice.steps import put
from tests.plans.answers import fill_in

SignIn = Callable[[FlaskClient, User], FlaskClient]


@pytest.fixture
def author(session: Session) -> User:
    return make_user(session)


@pytest.fixture
def plan(session: Session, author: User) -> Plan:
    """A plan that can be submitted, with a group of women and no measure of inclusion."""
    plan = fill_in(author, make_plan(session, party=author.party))
    weavers = put(author, plan, "stakeholders", "weavers", name="Weavers’ circle")
    weavers.content |= {"groups": ["women"], "role": ["leads"], "level": "involve"}
    weavers.content |= {"methods": ["workshop"], "messages": ["You lead."], "hear_back": ["radio"]}
    session.commit()
    return plan


@pytest.fixture
def party(client: FlaskClient, author: User, signed_in: SignIn) -> FlaskClient:
    return signed_in(client, author)
