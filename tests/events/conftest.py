"""A Party that writes events, and the secretariat."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.accounts.permissions import Role
from tests.factories import make_user

SignIn = Callable[[FlaskClient, User], FlaskClient]
NewClient = Callable[[], FlaskClient]


@pytest.fixture
def writer(session: Session) -> User:
    """The focal point of a Party."""
    return make_user(session, name="Ilen Dorrin")


@pytest.fixture
def party(new_client: NewClient, signed_in: SignIn, writer: User) -> FlaskClient:
    """A client in the hands of the Party."""
    return signed_in(new_client(), writer)


@pytest.fixture
def reviewer(session: Session) -> User:
    return make_user(session, Role.REVIEWER, name="Maro Selten")
