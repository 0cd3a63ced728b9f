"""Two people of the secretariat, and a plan in review."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.plans.models import Plan
from engage.plans.vocabulary import Status
from tests.factories import make_plan, make_user

SignIn = Callable[[FlaskClient, User], FlaskClient]


@pytest.fixture
def maro(session: Session) -> User:
    return make_user(session, Role.REVIEWER, name="Maro Selten")


@pytest.fixture
def lina(session: Session) -> User:
    return make_user(session, Role.REVIEWER, name="Lina Okoro")


@pytest.fixture
def plan(session: Session) -> Plan:
    return make_plan(session, Status.IN_REVIEW)


@pytest.fixture
def desk(client: FlaskClient, signed_in: SignIn, maro: User) -> FlaskClient:
    """A client in the hands of Maro Selten."""
    return signed_in(client, maro)
