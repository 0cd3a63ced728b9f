"""A plan in review, the checklist as it is shipped, and a reviewer at the page."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.plans.models import Plan
from engage.plans.vocabulary import Status
from engage.reference.actions import checklist_facts, load_rows
from engage.reference.models import ChecklistItem
from tests.factories import make_plan, make_user

SignIn = Callable[[FlaskClient, User], FlaskClient]


@pytest.fixture
def items(session: Session) -> None:
    load_rows(ChecklistItem, "checklist.csv", checklist_facts)
    session.flush()


@pytest.fixture
def plan(session: Session, items: None) -> Plan:
    return make_plan(session, Status.IN_REVIEW)


@pytest.fixture
def reviewer(session: Session) -> User:
    return make_user(session, Role.REVIEWER, name="Maro Selten")


@pytest.fixture
def desk(client: FlaskClient, signed_in: SignIn, reviewer: User) -> FlaskClient:
    return signed_in(client, reviewer)
