"""What stays back to keep people safe stays back in every view and feed of the calendar."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import time_machine
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.kit.clock import today
from tests.calendar.held import feed, held, hours, titles
from tests.factories import make_journey, make_party, make_stop, make_user

SignIn = Callable[[FlaskClient, User], FlaskClient]

OUTPUTS = (
    "/calendar?month=2026-06",
    "/calendar/list?from=2026-06-01",
    "/calendar/list?from=2026-06-17&until=2026-06-17",
    "/calendar/quarter?quarter=2026-2",
    "/calendar.ics",
    "/calendar.json",
)
PLACE, SECRET = "Well of Zorkul", "Quiet meeting"
HOURS = (hours("09:17", "11:43", "Asia/Dushanbe"),)
POINT = {"lat": "37.4561", "lon": "73.6123"}
WHERE = {"place": PLACE, "coordinates": POINT, "province": "Badakhshan", "zone": "Asia/Dushanbe"}


def everything(client: FlaskClient, ref: str) -> dict[str, str]:
    return {each: client.get(each).text for each in (*OUTPUTS, f"/events/{ref}.ics")}


@pytest.mark.parametrize("signs_in", [False, True])
def test_time_and_place_are_told_only_after_the_event(
    client: FlaskClient, session: Session, signed_in: SignIn, *, signs_in: bool
) -> None:
    event = held(session, SECRET, HOURS, safety="after", when={"start": "2026-06-17"}, **WHERE)
    if signs_in:
        signed_in(client, make_user(session))
    with time_machine.travel("2026-06-18T11:59Z", tick=False):
        for address, text in everything(client, event.ref).items():
            for word in (SECRET, PLACE, "09:17", "37.456", "Dushanbe", "Badakhshan"):
                assert word not in text, address
    with time_machine.travel("2026-06-18T12:01Z", tick=False):
        shown = everything(client, event.ref)
        assert all(SECRET in text for text in shown.values())
        assert PLACE in shown["/calendar.json"]


@pytest.mark.parametrize("signs_in", [False, True])
def test_where_only_the_province_is_told_the_place_is_nowhere(
    client: FlaskClient, session: Session, signed_in: SignIn, *, signs_in: bool
) -> None:
    event = held(session, SECRET, HOURS, safety="province", when={"start": "2026-06-17"}, **WHERE)
    if signs_in:
        signed_in(client, make_user(session))
    for moment in ("2026-06-01T12:00Z", "2026-07-18T12:00Z"):
        with time_machine.travel(moment, tick=False):
            for address, text in everything(client, event.ref).items():
                assert SECRET in text, address
                assert PLACE not in text, address
                assert "37.456" not in text, address
                if "calendar?" not in address:
                    assert "Badakhshan" in text, address


def test_its_own_side_sees_it_on_the_page_but_not_in_the_public_feed(
    client: FlaskClient, session: Session, signed_in: SignIn
) -> None:
    event = held(session, SECRET, safety="after", when={"start": today().isoformat()})
    signed_in(client, make_user(session, party=event.party))
    assert SECRET in client.get("/calendar").text
    assert SECRET in client.get(f"/events/{event.ref}.ics").text
    assert SECRET not in client.get("/calendar.ics").text
    assert SECRET not in client.get("/calendar.json").text


def test_what_is_not_public_is_in_no_public_view(client: FlaskClient, session: Session) -> None:
    for visibility in ("", "party", "parties"):
        event = held(session, SECRET, when={"start": "2026-06-17"}, visibility=visibility)
        texts = {a: client.get(a).text for a in OUTPUTS}
        assert not [address for address, text in texts.items() if SECRET in text]
        assert client.get(f"/events/{event.ref}.ics").status_code == 404


def test_a_stop_that_became_an_event_stays_in_the_calendar_while_the_place_is_kept_back(
    client: FlaskClient, session: Session
) -> None:
    """If the event took its place, the route would tell by what is missing where it is held."""
    when = {"start": "2026-06-17"}
    stop = make_stop(session, make_journey(session), make_party(session), place=PLACE, when=when)
    belongs = {"stop_id": stop.id}
    held(session, SECRET, (), safety="province", when=when, belongs=belongs, **WHERE)
    named = [each for each in titles(feed(client)) if PLACE in each]
    assert len(named) == 1
    assert SECRET not in named[0]
