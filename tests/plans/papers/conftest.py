"""A Party, a reviewer, and plans whose papers go to and fro."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.plans.models import Plan
from engage.plans.papers.files import SHELF
from engage.plans.vocabulary import Status
from tests.factories import make_plan, make_user

SignIn = Callable[[FlaskClient, User], FlaskClient]
NewClient = Callable[[], FlaskClient]


@pytest.fixture
def author(session: Session) -> User:
    return make_user(session, name="Ilen Dorrin")


@pytest.fixture
def draft(session: Session, author: User) -> Plan:
    return make_plan(session, party=author.party)


@pytest.fixture
def submitted(session: Session, author: User) -> Plan:
    return make_plan(session, Status.SUBMITTED, party=author.party)


@pytest.fixture
def party(new_client: NewClient, signed_in: SignIn, author: User) -> FlaskClient:
    """A client in the hands of the Party."""
    return signed_in(new_client(), author)


@pytest.fixture
def reviewer(session: Session) -> User:
    return make_user(session, Role.REVIEWER, name="Maro Selten")


@pytest.fixture
def desk(new_client: NewClient, signed_in: SignIn, reviewer: User) -> FlaskClient:
    """A client in the hands of the secretariat."""
    return signed_in(new_client(), reviewer)


@pytest.fixture
def folder(app: Flask) -> Iterator[Path]:
    """Where signed pages lie; nothing stays there after a test."""
    folder: Path = app.config["ENGAGE"].instance / SHELF.folder
    yield folder
    for left in folder.glob("*"):
        left.unlink()
