"""Route sheets: the same on page and PDF, each reader with what they may know."""

from __future__ import annotations

import io
from collections.abc import Callable

import pypdf
import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.journeys.models import BatonItem, Journey, Stop
from tests.factories import make_journey, make_party, make_stop, make_user
from tests.journeys.sixty import answers, place

SignIn = Callable[[FlaskClient, User], FlaskClient]
CONTACT, ITEM = "Dilnoza Karimova", "Campground"


@pytest.fixture
def journey(session: Session) -> Journey:
    """Three stops of three Parties; the second has a contact, and something on its baton list."""
    journey = make_journey(session, ref="caravan-to-print")
    for number in (1, 2, 3):
        make_stop(session, journey, make_party(session, f"Land {number}"), **answers(number))
    stop = journey.stops[1]
    stop.private = {"contact": {"name": CONTACT}}
    who = {"what": ITEM, "kind": "permit", "who": "Rano Tel", "when": {"start": "2027-03-01"}}
    session.add(BatonItem(stop=stop, key="b1", position=1, content=who))
    session.flush()
    return journey


def sheet_of(stop: Stop, ending: str = "") -> str:
    return f"/journeys/{stop.journey.ref}/stops/{stop.key}/sheet{ending}"


def test_each_reader_has_the_sheet_with_what_they_may_know(
    session: Session, client: FlaskClient, signed_in: SignIn, journey: Journey
) -> None:
    before, stop, after = journey.stops
    readers = {
        "host": (make_user(session, party=stop.party), True, True),
        "host before": (make_user(session, party=before.party), False, True),
        "host after": (make_user(session, party=after.party), False, False),
        "secretariat": (make_user(session, Role.REVIEWER), True, True),
        "another": (make_user(session), False, False),
    }
    for reader, sees_contact, sees_list in readers.values():
        read = signed_in(client, reader).get(sheet_of(stop)).text
        assert (CONTACT in read) == sees_contact
        assert (ITEM in read) == sees_list
        assert place(1) in read
        assert place(3) in read


def test_the_public_prints_the_whole_and_signs_in_for_a_stop(
    client: FlaskClient, journey: Journey
) -> None:
    assert client.get(sheet_of(journey.stops[1])).status_code == 303
    read = client.get(f"/journeys/{journey.ref}/sheet").text
    assert place(2) in read
    assert CONTACT not in read
    assert ITEM not in read


def test_the_pdf_says_what_the_page_says(
    session: Session, client: FlaskClient, signed_in: SignIn, journey: Journey
) -> None:
    stop = journey.stops[1]
    signed_in(client, make_user(session, party=stop.party))
    for address in (f"/journeys/{journey.ref}/sheet", sheet_of(stop)):
        page = client.get(f"{address}?lang=ar").text
        answer = client.get(f"{address}.pdf?lang=ar")
        pages = pypdf.PdfReader(io.BytesIO(answer.data)).pages
        text = " ".join(" ".join(each.extract_text() for each in pages).split())
        for said in (place(1), place(2), place(3), CONTACT, ITEM):
            assert (said in text) == (said in page)
