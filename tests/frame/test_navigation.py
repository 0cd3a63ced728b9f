from __future__ import annotations

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.accounts.permissions import Role
from tests.factories import make_user
from tests.pages import parse, text_of

FOR_ALL = ("Letters", "Your account")
OPEN = ("Journeys", "Calendar")  # to everybody, signed in or not


@pytest.mark.parametrize(
    ("role", "seen"),
    [
        (Role.FOCAL_POINT, ["Start", "Plans", "Events", *OPEN, *FOR_ALL]),
        (Role.ADVISER, ["Start", "Plans", *OPEN, *FOR_ALL]),
        (
            Role.REVIEWER,
            [
                *("Start", "Plans for review", "Board", "Events", *OPEN),
                *("Shared activities", "Templates", *FOR_ALL),
            ],
        ),
        (Role.ADMINISTRATOR, ["Start", *OPEN, "Templates", "Reference data", "Outbox", *FOR_ALL]),
    ],
)
def test_the_menu_holds_what_a_person_may_open(
    client: FlaskClient,
    session: Session,
    signed_in: Callable[..., FlaskClient],
    role: Role,
    seen: list[str],
) -> None:
    signed_in(client, make_user(session, role))
    page = parse(client.get("/account").text)
    links = [link for nav in page.iter("nav") for link in nav.iter("a") if not link.get("hreflang")]
    assert [text_of(link) for link in links] == seen
    assert [text_of(link) for link in links if link.get("aria-current")] == ["Your account"]


def test_who_is_not_signed_in_is_led_to_what_is_open_to_all(client: FlaskClient) -> None:
    page = parse(client.get("/calendar").text)
    links = [link for nav in page.iter("nav") for link in nav.iter("a") if not link.get("hreflang")]
    assert [text_of(link) for link in links][: len(OPEN)] == list(OPEN)
