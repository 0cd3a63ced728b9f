"""Private addresses of calendars: they show what their owner may see now, until they are closed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.accounts.permissions import Role
from tests.calendar.held import feed, held, titles
from tests.factories import make_event, make_party, make_user

SignIn = Callable[[FlaskClient, User], FlaskClient]


@pytest.fixture(autouse=True)
def _spring_of_2026() -> Any:
    with time_machine.travel("2026-03-20T12:00Z", tick=False):
        yield


def told_in(page: str) -> str:
    """The new token; a page breaks long addresses."""
    shown = page[page.index("<code") :].replace("<wbr>", "")
    return shown.partition("/feeds/")[2].partition(".ics")[0]


def test_a_private_address_shows_what_its_owner_may_see_now(
    client: FlaskClient, session: Session, signed_in: SignIn, new_client: Callable[[], FlaskClient]
) -> None:
    party = make_party(session)
    owner = make_user(session, party=party)
    own: dict[str, Any] = {"visibility": "", "when": {"start": "2026-06-17"}}
    make_event(session, writer=owner, title="Ours", safety="after", **own)
    held(session, "Of all", when={"start": "2026-06-18"})
    held(session, "Secret of others", when={"start": "2026-06-19"}, visibility="party")
    signed_in(client, owner)
    answer = client.post("/calendar/feeds", data={"name": "Telephone", "query": "annex=africa"})
    assert answer.status_code == 303
    page = client.get("/calendar/feeds").text
    token = told_in(page)
    assert token not in client.get("/calendar/feeds").text.replace("<wbr>", "")
    program = new_client()
    assert titles(feed(program, f"/feeds/{token}.ics")) == ["Ours", "Of all"]
    assert "20 March 2026" in client.get("/calendar/feeds").text
    owner.is_active = False
    session.flush()
    assert program.get(f"/feeds/{token}.ics").status_code == 404
    owner.is_active, owner.role, owner.party, owner.party_code = (
        True,
        Role.REVIEWER.value,
        None,
        None,
    )
    session.flush()
    assert titles(feed(program, f"/feeds/{token}.ics")) == ["Of all"]


def test_a_closed_address_shows_nothing_any_more(
    client: FlaskClient, session: Session, signed_in: SignIn, new_client: Callable[[], FlaskClient]
) -> None:
    owner = make_user(session)
    signed_in(client, owner)
    assert "Please give the address a name" in client.post("/calendar/feeds", data={}).text
    client.post("/calendar/feeds", data={"name": "Office"})
    page = client.get("/calendar/feeds").text
    token = told_in(page)
    feed(new_client(), f"/feeds/{token}.ics")
    way = page.partition('href="/calendar/feeds/')[2].partition('"')[0]
    stranger = signed_in(new_client(), make_user(session))
    assert stranger.post(f"/calendar/feeds/{way}").status_code == 404
    assert "Office" in client.get(f"/calendar/feeds/{way}").text
    assert client.post(f"/calendar/feeds/{way}").status_code == 303
    assert new_client().get(f"/feeds/{token}.ics").status_code == 404
    assert "You have no private address" in client.get("/calendar/feeds").text
