"""People with a password, and the ways in which tests sign them in and out."""

from __future__ import annotations

from typing import Any

from flask.testing import FlaskClient
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from engage.accounts.models import User
from engage.accounts.passwords import hash_password
from engage.accounts.permissions import Role
from tests.factories import make_user

PASSWORD = "seven furrows in the sand"


def make_person(session: Session, role: Role = Role.FOCAL_POINT, **facts: Any) -> User:
    return make_user(session, role, password_hash=hash_password(PASSWORD), **facts)


def send_sign_in(client: FlaskClient, email: str, password: str, **more: Any) -> TestResponse:
    return client.post("/sign-in", data={"email": email, "password": password, **more})


def end_session(client: FlaskClient) -> None:
    """What is left of a session that has run out: nothing."""
    with client.session_transaction() as held:
        held.clear()
