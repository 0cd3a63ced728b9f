"""People of two Parties and of the secretariat, and their clients."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.accounts.permissions import Role
from tests.factories import make_party, make_user

SignIn = Callable[[FlaskClient, User], FlaskClient]


@pytest.fixture
def lender(session: Session) -> User:
    """Who writes for the Party that shares."""
    return make_user(session, party=make_party(session, "Orvanda", {"fr": "Orvandie"}))


@pytest.fixture
def borrower(session: Session) -> User:
    """Who writes for the Party that borrows."""
    return make_user(session, party=make_party(session, "Telmara"))


@pytest.fixture
def reviewer(session: Session) -> User:
    return make_user(session, Role.REVIEWER)


@pytest.fixture
def rehearser(session: Session) -> User:
    return make_user(session, party=make_party(session, "Exampleland", is_rehearsal=True))


@pytest.fixture
def pages(client: FlaskClient, signed_in: SignIn, borrower: User) -> FlaskClient:
    """A client in the hands of the one who borrows."""
    return signed_in(client, borrower)


@pytest.fixture
def desk(client: FlaskClient, signed_in: SignIn, reviewer: User) -> FlaskClient:
    """A client in the hands of the secretariat."""
    return signed_in(client, reviewer)
