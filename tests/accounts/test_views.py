from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.accounts.permissions import Role
from tests.accounts.people import PASSWORD, make_person, send_sign_in

SignedIn = Callable[[FlaskClient, Any], FlaskClient]


def test_the_right_password_leads_to_the_page_asked_for(
    client: FlaskClient, session: Session
) -> None:
    user = make_person(session)
    asked = client.get("/account")
    assert asked.location == "/sign-in?next=/account"
    page = client.get(asked.location)
    assert 'name="next" value="/account"' in page.text
    answer = send_sign_in(client, user.email, PASSWORD, next="/account")
    assert (answer.status_code, answer.location) == (303, "/account")
    assert user.name in client.get("/account").text


def test_a_wrong_password_keeps_the_address_and_not_the_password(
    client: FlaskClient, session: Session
) -> None:
    user = make_person(session)
    page = send_sign_in(client, user.email, "not the password", next="/account")
    assert page.status_code == 422
    assert "The email address or the password is not right." in page.text
    assert f'value="{user.email}"' in page.text
    assert 'name="next" value="/account"' in page.text
    assert "not the password" not in page.text


def test_known_and_unknown_accounts_are_answered_alike(
    client: FlaskClient, session: Session
) -> None:
    user = make_person(session)
    known = send_sign_in(client, user.email, "not the password").text
    unknown = send_sign_in(client, "nobody@example.org", "not the password").text
    assert known.replace(user.email, "") == unknown.replace("nobody@example.org", "")


def test_blank_boxes_are_named(client: FlaskClient) -> None:
    page = send_sign_in(client, "", "")
    assert page.status_code == 422
    assert "Please give your email address." in page.text
    assert "Please give your password." in page.text


def test_too_many_attempts_are_told_when_to_try_again(
    client: FlaskClient, session: Session
) -> None:
    user = make_person(session)
    for _attempt in range(5):
        assert send_sign_in(client, user.email, "not the password").status_code == 422
    page = send_sign_in(client, user.email, PASSWORD)
    assert page.status_code == 429
    assert "Please try again in 15 minutes." in page.text
    assert page.headers["Retry-After"] == "900"


@pytest.mark.parametrize(
    "leads_away",
    [
        "https://example.net/",
        "//example.net/",
        "/\\example.net",
        "javascript:alert(1)",
        "x",
        "/\n/",
    ],
)
def test_sign_in_never_leads_to_another_site(
    client: FlaskClient, session: Session, leads_away: str
) -> None:
    user = make_person(session)
    assert send_sign_in(client, user.email, PASSWORD, next=leads_away).location == "/"


def test_sign_out_ends_the_session_and_clears_the_cache(
    client: FlaskClient, session: Session, signed_in: SignedIn
) -> None:
    signed_in(client, make_person(session))
    answer = client.post("/sign-out")
    assert (answer.status_code, answer.location) == (303, "/sign-in")
    assert answer.headers["Clear-Site-Data"] == '"cache"'
    assert client.get("/account").location == "/sign-in?next=/account"


def test_somebody_signed_in_is_not_asked_again(
    client: FlaskClient, session: Session, signed_in: SignedIn
) -> None:
    signed_in(client, make_person(session))
    assert client.get("/sign-in?next=/account").location == "/account"


def test_a_person_changes_what_is_said_of_them(
    client: FlaskClient, session: Session, signed_in: SignedIn
) -> None:
    user = make_person(session, Role.REVIEWER)
    signed_in(client, user)
    sent = {"name": "Ана Руис", "function": "Director", "language": "ru"}
    answer = client.post("/account", data=sent)
    assert (answer.status_code, answer.location) == (303, "/account?lang=ru")
    assert (user.name, user.function, user.language) == ("Ана Руис", "Director", "ru")


def test_an_account_without_a_name_is_not_saved(
    client: FlaskClient, session: Session, signed_in: SignedIn
) -> None:
    user = make_person(session)
    signed_in(client, user)
    page = client.post("/account", data={"name": "", "function": "Clerk", "language": "en"})
    assert page.status_code == 422
    assert "Please give your name." in page.text
    assert 'value="Clerk"' in page.text
    assert user.function == ""


def test_a_new_password_signs_out_the_other_machines(
    client: FlaskClient,
    new_client: Callable[[], FlaskClient],
    session: Session,
    signed_in: SignedIn,
) -> None:
    user = make_person(session)
    other = signed_in(new_client(), user)
    signed_in(client, user)
    sent = {"current_password": PASSWORD, "new_password": "an altogether new one"}
    assert client.post("/account/password", data=sent).location == "/account"
    assert client.get("/account").status_code == 200
    assert other.get("/account").status_code == 303


def test_a_short_password_is_not_taken(
    client: FlaskClient, session: Session, signed_in: SignedIn
) -> None:
    signed_in(client, make_person(session))
    sent = {"current_password": PASSWORD, "new_password": "short"}
    page = client.post("/account/password", data=sent)
    assert page.status_code == 422
    assert "A password needs at least 12 characters." in page.text
