from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.accounts.permissions import Role
from tests.conftest import make_app
from tests.factories import make_user
from tests.pages import parse, text_of


def test_a_well_service_says_so(client: FlaskClient) -> None:
    answer = client.get("/healthz")
    assert answer.status_code == 200
    assert answer.json == {"database": "reachable", "migrations": "up to date"}


def test_an_empty_database_is_named(tmp_path: Path) -> None:
    app = make_app(tmp_path, f"sqlite:///{tmp_path / 'engage.sqlite'}")
    answer = app.test_client().get("/healthz")
    assert answer.status_code == 200
    assert answer.json == {"database": "reachable", "migrations": "empty"}
    app.extensions["engage.engine"].dispose()


def test_a_database_that_is_away_is_named(tmp_path: Path) -> None:
    app = make_app(tmp_path, "postgresql://nobody@/nothing?host=/nowhere")
    answer = app.test_client().get("/healthz")
    assert answer.status_code == 503
    assert answer.json == {"database": "unreachable", "migrations": "unknown"}


def test_the_first_page_asks_to_sign_in(client: FlaskClient) -> None:
    assert client.get("/").location == "/sign-in"


def test_the_first_page_leads_to_the_first_entry_of_the_menu(
    client: FlaskClient, session: Session, signed_in: Callable[..., FlaskClient]
) -> None:
    signed_in(client, make_user(session))
    assert client.get("/").location == "/start"


def test_the_head_says_who_is_signed_in(
    client: FlaskClient, session: Session, signed_in: Callable[..., FlaskClient]
) -> None:
    signed_in(client, make_user(session, Role.REVIEWER, name="Ana Reader"))
    head = next(parse(client.get("/account").text).iter("header"))
    assert "UNCCD secretariat · Reviewer Ana Reader · Sign out" in text_of(head)
