"""What an event belongs to, deleted and taken back, held again; towns that are taken."""

from __future__ import annotations

from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.events.models import Event
from engage.plans.drafting import add_row
from engage.plans.outline.activities import ACTIVITIES
from engage.plans.vocabulary import Status
from engage.reference.towns import towns_called
from tests.factories import make_event, make_journey, make_party, make_plan, make_stop, make_user


@pytest.fixture
def writer(session: Session, client: FlaskClient, signed_in: Any) -> User:
    writer = make_user(session)
    signed_in(client, writer)
    return writer


def test_an_event_is_attached_and_detached_at_any_time(
    session: Session, client: FlaskClient, writer: User
) -> None:
    plan = make_plan(session, party=writer.party)
    add_row(writer, plan, ACTIVITIES, "wells").content = {"title": "Talks at the wells"}
    journey = make_journey(session, ref="caravan")
    stop = make_stop(session, journey, writer.party)
    event, larger = (make_event(session, writer=writer, title=title) for title in ("One", "All"))
    address = f"/events/{event.ref}/belongs"
    assert "Talks at the wells" in client.get(address).text
    wish = {
        "activity": f"{plan.ref}/wells",
        "parent": larger.ref,
        "journey": f"caravan/{stop.key}",
    }
    assert client.post(address, data=wish).status_code == 303
    assert (event.activity_key, event.stop_id, event.parent_id) == ("wells", stop.id, larger.id)
    page = client.get(f"/events/{event.ref}").text
    assert all(text in page for text in ("Talks at the wells", "Caravan of the steppe", "All"))
    assert "One" in client.get(f"/events/{larger.ref}").text
    assert "One" in client.get(f"/plans/{plan.ref}/events").text
    client.post(address, data={"activity": "", "parent": "", "journey": ""})
    assert (event.plan_id, event.journey_id, event.parent_id) == (None, None, None)


def test_no_event_stands_below_itself(session: Session, client: FlaskClient, writer: User) -> None:
    event = make_event(session, writer=writer)
    part = make_event(session, writer=writer, belongs={"parent_id": event.id})
    data = {"activity": "", "parent": "", "parent_ref": part.ref, "journey": ""}
    answer = client.post(f"/events/{event.ref}/belongs", data=data)
    assert answer.status_code == 422
    assert "An event cannot stand below itself" in answer.text
    data["parent_ref"] = make_event(session).ref
    answer = client.post(f"/events/{event.ref}/belongs", data=data)
    assert (answer.status_code, event.parent_id) == (422, None)


def test_whoever_was_slower_sees_what_stands_now_and_what_was_chosen(
    session: Session, client: FlaskClient, writer: User
) -> None:
    event, larger = make_event(session, writer=writer), make_event(session, writer=writer)
    make_journey(session, ref="caravan")
    address = f"/events/{event.ref}/belongs"
    nothing = {"activity": "", "parent": "", "journey": "", "seen": "   ."}
    assert client.post(address, data=nothing | {"parent": larger.ref}).status_code == 303
    answer = client.post(address, data=nothing | {"journey": "caravan"})
    assert answer.status_code == 409
    assert "Somebody else was quicker" in answer.text
    assert 'selected value="caravan"' in answer.text
    assert (event.parent_id, event.journey_id) == (larger.id, None)


def test_the_secretariat_reads_the_events_of_a_plan_that_it_may_see(
    session: Session, client: FlaskClient, signed_in: Any
) -> None:
    plan = make_plan(session, Status.SUBMITTED)
    belongs = {"plan_id": plan.id, "activity_key": "wells"}
    for who, title in (("parties", "Shown"), ("party", "Inner")):
        make_event(session, party=plan.party, title=title, visibility=who, belongs=belongs)
    page = signed_in(client, make_user(session, Role.REVIEWER)).get(f"/plans/{plan.ref}/events")
    assert "Shown" in page.text
    assert "Inner" not in page.text
    assert "/events/new" not in page.text


def test_a_deleted_event_can_be_taken_back(
    session: Session, client: FlaskClient, writer: User
) -> None:
    event = make_event(session, writer=writer)
    answer = client.post(f"/events/{event.ref}/delete")
    assert client.get(f"/events/{event.ref}").status_code == 404
    page = client.get(answer.location).text
    assert f'action="/events/{event.ref}/restore"' in page
    client.post(f"/events/{event.ref}/restore")
    assert client.get(f"/events/{event.ref}").status_code == 200


def test_the_next_event_takes_over_people_and_safety_but_no_day_and_no_count(
    session: Session, client: FlaskClient, writer: User
) -> None:
    former = make_event(
        session,
        writer=writer,
        when={"start": "2026-06-17"},
        groups=["women"],
        participants={"number": 40},
        safety="province",
        visibility="public",
        rows={"organisers": [{"name": "Union of herders"}]},
    )
    page = client.get(f"/events/{former.ref}").text
    assert f'href="/events/new?after={former.ref}"' in page
    sent = {"title": "Assembly", "groups": "women", "entry_key": "key-of-the-form"}
    answer = client.post(f"/events/new?after={former.ref}", data=sent)
    again = client.post(f"/events/new?after={former.ref}", data=sent)
    assert again.status_code == answer.status_code == 303
    made = session.scalars(select(Event).where(Event.id != former.id)).one()
    assert answer.location == f"/events/{made.ref}/promises"
    assert made.content["groups"] == ["women"]
    assert made.safety == "province"
    assert not {"when", "participants", "visibility", "status"} & made.content.keys()
    assert [row.content for row in made.rows] == [{"name": "Union of herders"}]


def test_a_town_gives_position_and_zone_and_leaves_what_is_known(
    session: Session, client: FlaskClient, writer: User
) -> None:
    make_party(session, "Uzbekistan", code="UZ", iso3="UZB")
    (town, *_others) = towns_called("Samarkand")
    event = make_event(session, writer=writer, place="Registan, Samarkand", zone="Asia/Almaty")
    page = client.get(f"/events/{event.ref}").text
    assert "Samarkand</bdi>, Uzbekistan" in page
    assert "GeoNames" in page
    client.post(f"/events/{event.ref}/place/{town.id}")
    assert event.content["coordinates"]["lat"].startswith("39.6")
    assert event.content["zone"] == "Asia/Almaty"
    section = f"/events/{event.ref}/edit/place"
    assert "Take this town: Samarkand" in client.get(section).text
    client.post(f"/events/{event.ref}/place/{town.id}", data={"instead": "1"})
    assert "Take this town: Samarkand" not in client.get(section).text
    assert event.content["zone"] == "Asia/Samarkand"
    assert f"/place/{town.id}" not in client.get(f"/events/{event.ref}").text
