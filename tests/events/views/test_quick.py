"""The quick form: whatever is typed becomes an event, once."""

from __future__ import annotations

from typing import Any

from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from engage.accounts.permissions import Role
from engage.events.models import Event
from tests.events.pages import NEW, TYPED, only_event, send
from tests.factories import make_event, make_journey, make_party, make_plan, make_stop, make_user


def test_what_was_typed_is_an_event_and_its_page_says_saved(
    session: Session, client: FlaskClient, signed_in: Any
) -> None:
    writer = make_user(session)
    signed_in(client, writer)
    answer = send(client, **TYPED)
    event = only_event(session)
    assert (answer.status_code, answer.location) == (303, f"/events/{event.ref}")
    assert event.content["when"] == {"start": "2026-06-17"}
    page = client.get(answer.location).text
    assert "Saved." in page
    # What is asked for and was not answered is listed, and nothing was held up by it.
    assert f"/events/{event.ref}/edit/what#place-group" in page


def test_a_date_that_cannot_be_read_is_kept_as_typed(
    session: Session, client: FlaskClient, signed_in: Any
) -> None:
    signed_in(client, make_user(session))
    send(client, **{"when-start_day": "soon", "when-start_year": "2026"})
    event = only_event(session)
    assert event.content["when"]["as_typed"]["start_day"] == ["soon"]
    page = client.get(f"/events/{event.ref}").text
    assert '/edit/what#when-group">Kept as typed' in page


def test_nothing_typed_at_all_is_no_event(
    session: Session, client: FlaskClient, signed_in: Any
) -> None:
    signed_in(client, make_user(session))
    answer = send(client, title=" ")
    assert answer.status_code == 422
    assert "Please answer at least one question" in answer.text
    assert session.scalars(select(Event)).all() == []


def test_a_form_sent_twice_makes_one_event(
    session: Session, client: FlaskClient, signed_in: Any
) -> None:
    signed_in(client, make_user(session))
    first = send(client, **TYPED)
    second = send(client, **TYPED)
    assert first.location == second.location
    only_event(session)


def test_what_the_second_sending_says_differently_is_neither_lost_nor_saved(
    session: Session, client: FlaskClient, signed_in: Any
) -> None:
    signed_in(client, make_user(session))
    send(client, title="Assembly")
    answer = send(client, title="Assembly of herders")
    event = only_event(session)
    assert answer.location == f"/events/{event.ref}/edit/what"
    assert event.title == "Assembly"
    assert 'value="Assembly of herders"' in client.get(answer.location).text


def test_a_script_is_told_that_the_server_has_it(
    session: Session, client: FlaskClient, signed_in: Any
) -> None:
    signed_in(client, make_user(session))
    asked = {"HX-Request": "true"}
    answer = client.post(NEW, data={"title": "Assembly"}, headers=asked)
    assert answer.status_code == 200
    assert "The server has it." in answer.text
    assert f'href="/events/{only_event(session).ref}"' in answer.text


def test_an_event_belongs_to_what_its_address_names(
    session: Session, client: FlaskClient, signed_in: Any
) -> None:
    writer = make_user(session)
    plan = make_plan(session, party=writer.party)
    journey = make_journey(session, ref="caravan")
    stop = make_stop(session, journey, writer.party)
    larger = make_event(session, writer=writer, title="Week of the steppe")
    asked = f"{NEW}?plan={plan.ref}&journey=caravan&stop={stop.key}&parent={larger.ref}"
    page = signed_in(client, writer).get(asked).text
    assert all(words in page for words in ("Caravan of the steppe", "Week of the steppe"))
    send(client, asked, title="Assembly")
    event = session.scalars(select(Event).where(Event.title == "Assembly")).one()
    assert (event.plan_id, event.stop_id, event.parent_id) == (plan.id, stop.id, larger.id)


def test_what_belongs_to_others_is_as_if_it_were_not_there(
    session: Session, client: FlaskClient, signed_in: Any
) -> None:
    writer, other = make_user(session), make_party(session, "Farland")
    plan = make_plan(session, party=other)
    stop = make_stop(session, make_journey(session, ref="caravan"), other)
    asked = f"{NEW}?plan={plan.ref}&journey=caravan&stop={stop.key}"
    send(signed_in(client, writer), asked, title="Assembly")
    event = only_event(session)
    assert (event.plan_id, event.stop_id) == (None, None)
    assert event.journey_id is not None


def test_the_next_event_begins_with_the_same_people_and_place(
    session: Session, client: FlaskClient, signed_in: Any
) -> None:
    writer = make_user(session)
    former = make_event(
        session, writer=writer, place="Sabha", groups=["women"], participants={"number": 40}
    )
    page = signed_in(client, writer).get(f"{NEW}?after={former.ref}").text
    assert 'value="Sabha"' in page
    assert 'value="40"' not in page


def test_who_may_not_write_events_is_refused(
    session: Session, client: FlaskClient, signed_in: Any
) -> None:
    assert signed_in(client, make_user(session, Role.ADVISER)).get(NEW).status_code == 403
