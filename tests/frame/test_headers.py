from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.kit.clock import now
from tests.factories import make_user

PAGE = "/account"


@pytest.fixture
def reader(
    client: FlaskClient, session: Session, signed_in: Callable[..., FlaskClient]
) -> FlaskClient:
    return signed_in(client, make_user(session))


def test_every_answer_forbids_what_is_not_ours(client: FlaskClient) -> None:
    for path in ("/sign-in", "/healthz", "/no-such-page"):
        headers = client.get(path).headers
        policy = headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'")
        assert "unsafe" not in policy
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "same-origin"
        assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
        assert "Strict-Transport-Security" not in headers


def test_https_is_asked_for_once_it_is_used(client: FlaskClient) -> None:
    answer = client.get("/sign-in", base_url="https://localhost")
    assert answer.headers["Strict-Transport-Security"].startswith("max-age=31536000")


def test_an_unchanged_page_is_not_sent_again(reader: FlaskClient) -> None:
    start = now()
    with time_machine.travel(start, tick=False):
        first = reader.get(PAGE)
    assert first.headers["Cache-Control"] == "private, no-cache"
    assert {"Cookie", "HX-Request", "Accept-Language"} <= set(first.vary.to_header().split(", "))
    with time_machine.travel(start + timedelta(minutes=5), tick=False):
        again = reader.get(PAGE, headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    assert again.data == b""


def test_the_token_in_the_page_changes_meanwhile(reader: FlaskClient) -> None:
    start = now()
    with time_machine.travel(start, tick=False):
        first = reader.get(PAGE)
    with time_machine.travel(start + timedelta(minutes=5), tick=False):
        later = reader.get(PAGE)
    assert first.data != later.data
    assert first.headers["ETag"] == later.headers["ETag"]


def test_a_page_with_another_secret_is_another_page(
    reader: FlaskClient, new_client: Callable[[], FlaskClient]
) -> None:
    first, other = reader.get("/sign-in?next=/"), new_client().get("/sign-in?next=/")
    assert first.headers.get("ETag") is None or first.headers["ETag"] != other.headers["ETag"]


def test_a_changed_page_is_sent(reader: FlaskClient, session: Session) -> None:
    first = reader.get(PAGE)
    reader.post(PAGE, data={"name": "Another Name", "function": "", "language": "en"})
    again = reader.get(PAGE, headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 200


@pytest.mark.parametrize("algorithm", ["br", "gzip"])
def test_pages_are_compressed(client: FlaskClient, algorithm: str) -> None:
    answer = client.get("/sign-in", headers={"Accept-Encoding": algorithm}, read=False)
    assert answer.headers["Content-Encoding"] == algorithm


def test_cookies_are_kept_from_scripts_and_other_sites(client: FlaskClient) -> None:
    cookies = client.get("/sign-in?lang=fr").headers.getlist("Set-Cookie")
    assert {cookie.split("=")[0] for cookie in cookies} == {"language", "session"}
    for cookie in cookies:
        assert "HttpOnly" in cookie
        assert "SameSite=Lax" in cookie
