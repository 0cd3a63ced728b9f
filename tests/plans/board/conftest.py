"""The board in the hands of a reviewer."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.accounts.permissions import Role
from tests.factories import make_user

SignIn = Callable[[FlaskClient, User], FlaskClient]


@pytest.fixture
def maro(session: Session) -> User:
    return make_user(session, Role.REVIEWER, name="Maro Selten")


@pytest.fixture
def desk(client: FlaskClient, signed_in: SignIn, maro: User) -> FlaskClient:
    return signed_in(client, maro)
