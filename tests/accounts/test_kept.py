"""No action loses what somebody typed; all of it without JavaScript."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from engage.accounts.models import KeptText
from tests.accounts.people import PASSWORD, end_session, make_person
from tests.pages import parse

SignedIn = Callable[[FlaskClient, Any], FlaskClient]
TYPED = {"name": "Half a na", "function": "“Director” <of> forests", "language": "es"}
NOT_SAVED = "What you typed before is below. It is not saved yet."


def fields_of(page: str) -> dict[str, str]:
    """What the boxes of a page hold: name to value."""
    return {
        str(field.get("name")): str(field.get("value"))
        for field in parse(page).iter("input")
        if field.get("name")
    }


def test_text_typed_after_signing_out_is_there_after_signing_in(
    client: FlaskClient, session: Session, signed_in: SignedIn
) -> None:
    user = make_person(session)
    signed_in(client, user).get("/account")
    end_session(client)
    page = client.post("/account", data=TYPED, csrf=False)
    assert page.status_code == 401
    assert "What you typed is kept; sign in and it will be there." in page.text
    hidden = fields_of(page.text)
    assert hidden["kept-function"] == TYPED["function"]
    answer = client.post("/sign-in", data={**hidden, "email": user.email, "password": PASSWORD})
    assert (answer.status_code, answer.location) == (303, "/account")
    shown = client.get("/account")
    assert NOT_SAVED in shown.text
    assert fields_of(shown.text)["function"] == TYPED["function"]
    assert user.function == ""


def test_kept_text_survives_a_wrong_password_and_a_change_of_language(
    client: FlaskClient, session: Session
) -> None:
    user = make_person(session)
    page = client.post("/account", data=TYPED)
    sent = {**fields_of(page.text), "email": user.email, "password": "not the password"}
    again = client.post("/sign-in", data=sent)
    switched = client.post("/sign-in", data={**fields_of(again.text), "switch_language": "ar"})
    assert 'lang="ar"' in switched.text
    hidden = fields_of(switched.text)
    assert hidden["kept-name"] == TYPED["name"]
    assert hidden["email"] == user.email
    client.post("/sign-in", data={**hidden, "password": PASSWORD})
    assert fields_of(client.get("/account").text)["name"] == TYPED["name"]


def test_kept_text_is_forgotten_once_the_form_is_taken(
    client: FlaskClient, session: Session
) -> None:
    user = make_person(session)
    hidden = fields_of(client.post("/account", data=TYPED).text)
    client.post("/sign-in", data={**hidden, "email": user.email, "password": PASSWORD})
    refused = client.post("/account", data={**TYPED, "name": ""})
    assert refused.status_code == 422
    assert session.scalars(select(KeptText)).all() != []
    assert client.post("/account", data=TYPED).status_code == 303
    assert session.scalars(select(KeptText)).all() == []
    assert NOT_SAVED not in client.get("/account").text
    assert user.name == TYPED["name"]


def test_a_form_of_an_older_session_is_kept_and_shown(
    client: FlaskClient, session: Session, signed_in: SignedIn
) -> None:
    user = make_person(session)
    signed_in(client, user)
    answer = client.post("/account", data=TYPED, csrf=False)
    assert (answer.status_code, answer.location) == (303, "/account")
    shown = client.get("/account")
    assert NOT_SAVED in shown.text
    assert "You had signed in again meanwhile." in shown.text
    assert fields_of(shown.text)["name"] == TYPED["name"]
    assert user.name != TYPED["name"]


def test_a_form_from_another_site_keeps_nothing(
    client: FlaskClient, session: Session, signed_in: SignedIn
) -> None:
    signed_in(client, make_person(session))
    headers = {"Origin": "https://example.net"}
    answer = client.post("/account", data=TYPED, csrf=False, headers=headers, read=False)
    assert answer.status_code == 400
    assert session.scalars(select(KeptText)).all() == []


def test_changing_the_language_keeps_a_half_filled_form(
    client: FlaskClient, session: Session, signed_in: SignedIn
) -> None:
    user = make_person(session)
    signed_in(client, user)
    answer = client.post("/account", data={**TYPED, "switch_language": "fr"})
    assert (answer.status_code, answer.location) == (303, "/account?lang=fr")
    shown = client.get(answer.location)
    assert '<html lang="fr"' in shown.text
    assert fields_of(shown.text)["function"] == TYPED["function"]
    assert user.language == "en"


def test_changing_the_language_signed_out_shows_the_page_with_what_was_typed(
    client: FlaskClient,
) -> None:
    sent = {"email": "half@exam", "password": PASSWORD, "next": "/account", "switch_language": "zh"}
    page = client.post("/sign-in", data=sent)
    assert page.status_code == 200
    assert '<html lang="zh-Hans"' in page.text
    shown = fields_of(page.text)
    assert (shown["email"], shown["next"]) == ("half@exam", "/account")
    assert PASSWORD not in page.text
    assert '<html lang="zh-Hans"' in client.get("/sign-in").text


def test_changing_the_language_after_the_session_ended_asks_to_sign_in(
    client: FlaskClient, session: Session
) -> None:
    page = client.post("/account", data={**TYPED, "switch_language": "ru"})
    assert page.status_code == 401
    assert '<html lang="ru"' in page.text
    assert fields_of(page.text)["kept-name"] == TYPED["name"]


def test_a_stale_sign_in_form_is_shown_again(client: FlaskClient) -> None:
    sent = {"email": "ana@example.org", "password": PASSWORD}
    page = client.post("/sign-in", data=sent, csrf=False)
    assert page.status_code == 200
    assert "This page had been open for long." in page.text
    assert fields_of(page.text)["email"] == "ana@example.org"
    assert PASSWORD not in page.text


def test_passwords_are_never_kept(
    client: FlaskClient, session: Session, signed_in: SignedIn
) -> None:
    sent = {"current_password": PASSWORD, "new_password": "an altogether new one"}
    page = client.post("/account/password", data=sent)
    assert page.status_code == 401
    assert PASSWORD not in page.text
    assert "Please sign in to go on." in page.text
    signed_in(client, make_person(session))
    client.post("/account/password", data=sent, csrf=False)
    assert session.scalars(select(KeptText)).all() == []


def test_a_form_without_a_page_of_its_own_is_kept_for_the_page_it_was_on(
    client: FlaskClient, session: Session, signed_in: SignedIn
) -> None:
    signed_in(client, make_person(session))
    came_from = {"Referer": "http://localhost/account?lang=fr&row=4"}
    sent = {"note": "half a thou"}
    answer = client.post("/account/password", data=sent, csrf=False, headers=came_from)
    assert answer.location == "/account?row=4"
    kept = session.scalars(select(KeptText)).one()
    assert (kept.place, kept.posted_to) == ("/account?row=4", "/account/password")


def test_one_persons_text_is_not_shown_to_another(
    client: FlaskClient,
    new_client: Callable[[], FlaskClient],
    session: Session,
    signed_in: SignedIn,
) -> None:
    signed_in(client, make_person(session))
    client.post("/account", data=TYPED, csrf=False)
    other = signed_in(new_client(), make_person(session))
    assert TYPED["name"] not in other.get("/account").text


def test_the_enter_key_sends_the_form_and_does_not_change_the_language(client: FlaskClient) -> None:
    """Browsers press the first button of a form, and the strip stands before the form."""
    buttons = parse(client.get("/sign-in").text).iter("button")
    first = next(button for button in buttons if button.get("form") == "sign-in")
    assert first.get("name") is None
    assert first.get("hidden") is not None
