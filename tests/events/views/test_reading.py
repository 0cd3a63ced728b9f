"""The page of an event, and the list of one's own."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.accounts.permissions import Role
from engage.events.drafting import save_answers
from engage.events.outline.event import FIELDS
from engage.events.queries import own_event
from engage.kit.clock import today
from engage.kit.values.fingerprint import fingerprint
from engage.plans.drafting import Typed
from tests.factories import make_event, make_journey, make_stop, make_user
from tests.reading import count_queries

OPEN: dict[str, Any] = {"visibility": "public", "when": {"start": "2099-06-17"}, "place": "Sabha"}


def test_everybody_reads_a_public_event_and_nobody_else_one_of_a_party(
    session: Session, client: FlaskClient
) -> None:
    public, inner = make_event(session, **OPEN), make_event(session)
    page = client.get(f"/events/{public.ref}").text
    assert "Assembly at the wells" in page
    assert "17 June 2099" in page
    assert "/edit/" not in page
    assert f"/events/{public.ref}.ics" in page
    assert client.get(f"/events/{inner.ref}").status_code == 404


def test_what_is_held_back_is_told_in_words_and_not_by_another_way(
    session: Session, client: FlaskClient
) -> None:
    journey = make_journey(session)
    stop = make_stop(session, journey, place="Sabha")
    event = make_event(
        session,
        **OPEN,
        safety="after",
        belongs={"journey_id": journey.id, "stop_id": stop.id},
        rows={"hours": [{"hours": {"from": "09:30"}}], "sites": [{"name": "Well of Sabha"}]},
    )
    page = client.get(f"/events/{event.ref}").text
    assert "to keep those who take part safe" in page
    assert "Caravan of the steppe" in page
    assert not any(told in page for told in ("Sabha", "2099", "09:30", ".ics"))


def test_changes_are_told_without_who_made_them_and_without_what_is_held_back(
    session: Session, client: FlaskClient, signed_in: Any
) -> None:
    writer = make_user(session, name="Ilen Dorrin")
    event = make_event(session, writer=writer, status="announced", **OPEN)
    typed = {"when": {"start": "2099-06-18"}, "place": "Wells"}
    _save(session, writer, event.ref, typed)
    page = client.get(f"/events/{event.ref}").text
    assert all(day in page for day in ("17 June 2099", "18 June 2099"))
    assert "Ilen Dorrin" not in page
    _save(session, writer, event.ref, {"safety": "province"})
    page = client.get(f"/events/{event.ref}").text
    assert "17 June 2099" in page
    assert "Sabha" not in page
    assert "Sabha" in signed_in(client, writer).get(f"/events/{event.ref}").text


def _save(session: Session, writer: Any, ref: str, values: dict[str, Any]) -> None:
    event = own_event(ref, writer=writer)
    seen = {code: fingerprint(event.content.get(code)) for code in values}
    save_answers(writer, event, FIELDS, Typed(values, seen))
    session.commit()


def test_hours_stand_in_the_time_of_the_place_and_then_of_the_reader(
    session: Session, client: FlaskClient, signed_in: Any
) -> None:
    event = make_event(
        session,
        **OPEN,
        zone="Asia/Tashkent",
        rows={"hours": [{"hours": {"from": "02:30", "to": "04:00"}}]},
    )
    place = "02:30–04:00, time of the place: Uzbekistan Time"
    page = client.get(f"/events/{event.ref}").text
    assert place in page
    assert "own time zone" not in page
    reader = make_user(session, Role.REVIEWER, time_zone="Europe/Berlin")
    page = signed_in(client, reader).get(f"/events/{event.ref}").text
    assert page.index(place) < page.index("In your own time zone: 16 June 2099, 23:30–01:00")


def test_private_answers_stand_on_the_page_of_its_own_side_only(
    session: Session, client: FlaskClient, signed_in: Any
) -> None:
    writer = make_user(session)
    event = make_event(session, writer=writer, **OPEN)
    _save(session, writer, event.ref, {"inner_note": "Bring water."})
    assert "Bring water." not in client.get(f"/events/{event.ref}").text
    assert "Bring water." in signed_in(client, writer).get(f"/events/{event.ref}").text


def test_past_events_without_numbers_come_first_and_say_so(
    session: Session, client: FlaskClient, signed_in: Any
) -> None:
    writer = make_user(session)
    day = (today() - dt.timedelta(days=9)).isoformat()
    last = (today() - dt.timedelta(days=2)).isoformat()
    make_event(session, writer=writer, title="Without", when={"start": day})
    make_event(
        session, writer=writer, title="Counted", when={"start": last}, participants={"number": 0}
    )
    make_event(session, writer=writer, title="Ahead", when={"start": "2099"})
    make_event(session, title="Of others")
    page = signed_in(client, writer).get("/events").text
    assert "Ahead" in page
    assert "1 past event has no numbers yet" in page
    assert not any(title in page for title in ("Counted", "Of others"))
    page = client.get("/events?show=past").text
    assert page.index("Without") < page.index("no numbers yet") < page.index("Counted")
    assert "Ahead" not in page


def test_to_mend_what_nobody_could_read_is_no_change(session: Session, client: FlaskClient) -> None:
    writer = make_user(session)
    typed = {"as_typed": {"start_day": ["31"], "start_month": ["June"]}}
    event = make_event(session, writer=writer, status="done", **{**OPEN, "when": typed})
    _save(session, writer, event.ref, {"when": {"start": "2026-06-17"}})
    assert "What was changed" not in client.get(f"/events/{event.ref}").text
    _save(session, writer, event.ref, {"when": {"start": "2026-06-18"}})
    page = client.get(f"/events/{event.ref}").text
    assert "17 June 2026" in page
    assert "31 June" not in page


def test_whoever_calls_an_event_off_is_asked_why(
    session: Session, client: FlaskClient, signed_in: Any
) -> None:
    writer = make_user(session)
    event = make_event(session, writer=writer, status="cancelled")
    page = signed_in(client, writer).get(f"/events/{event.ref}").text
    assert f"/events/{event.ref}/edit/more#status_note-group" in page
    _save(session, writer, event.ref, {"status_note": "Snow."})
    assert "#status_note-group" not in client.get(f"/events/{event.ref}").text


def test_the_list_leads_to_all_that_goes_with_events(
    session: Session, client: FlaskClient, signed_in: Any, new_client: Any
) -> None:
    ways = ("/events/asked", "/events/promises", "/events/totals", "/events/form", "/events/tally")
    page = signed_in(client, make_user(session)).get("/events").text
    assert all(f'href="{way}"' in page for way in ways)
    others = signed_in(new_client(), make_user(session, Role.CONTRIBUTOR))
    assert 'href="/events/asked"' not in others.get("/events").text


def test_a_row_that_was_never_filled_in_is_not_read(
    session: Session, client: FlaskClient, signed_in: Any
) -> None:
    event = make_event(session, **OPEN, rows={"hours": [{}]})
    assert "Without a name yet" not in client.get(f"/events/{event.ref}").text


def test_events_are_found_by_words_however_they_are_written(
    session: Session, client: FlaskClient, signed_in: Any
) -> None:
    writer = make_user(session)
    make_event(session, writer=writer, title="Réunion des bergers")
    make_event(session, writer=writer, title="Walk")
    page = signed_in(client, writer).get("/events?show=all&words=REUNION").text
    assert "Réunion" in page
    assert "Walk" not in page


@pytest.mark.parametrize("page", ["/events?show=all", "/events/{ref}", "/events/{ref}/edit/place"])
def test_three_rows_take_as_many_queries_as_one(
    app: Flask, session: Session, client: FlaskClient, signed_in: Any, page: str
) -> None:
    counts = []
    for times in (1, 3):
        writer = make_user(session)
        row = {"hours": {"from": "09:30"}}
        event = make_event(session, writer=writer, rows={"hours": [row] * times}, place="Sabha")
        for _part in range(times):
            make_event(session, writer=writer, belongs={"parent_id": event.id})
        address = page.format(ref=event.ref)
        with count_queries(app) as counted:
            assert signed_in(client, writer).get(address).status_code == 200
        counts.append(len(counted))
    assert counts[0] == counts[1]
