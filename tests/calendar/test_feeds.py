"""Two readers find in a feed each event that its reader may see, on its days and at its hours."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.events.drafting import save_answers
from engage.events.models import Event
from engage.events.outline.event import FIELDS
from engage.events.queries import own_event
from engage.journeys.vocabulary import StopState
from engage.kit.values.fingerprint import fingerprint
from engage.plans.drafting import Typed
from engage.reference.models import Occasion
from tests.calendar.held import HOST, feed, held, hours, items, titles
from tests.factories import make_journey, make_party, make_stop
from tests.kit.calendars.reader import Reader
from tests.reading import count_queries


@pytest.fixture(autouse=True)
def _spring_of_2026() -> Any:
    with time_machine.travel("2026-03-20T12:00Z", tick=False):
        yield


def keys(event: Event) -> list[str]:
    return [row.key for row in event.rows]


def events_of_all_kinds(session: Session) -> Iterator[Event]:
    """In one zone and in several days, without a zone, over midnight, of whole days."""

    def one(title: str, start: str, *rows: dict[str, Any], **more: Any) -> Event:
        return held(session, title, rows, when={"start": start, **more})

    yield one("West", "2026-06-17", hours("09:00", "11:00", "America/Bogota"))
    yield one("Mountains", "2026-06-18", hours("09:00", "11:00", "Asia/Kathmandu"))
    # Clocks go back in New Zealand in the night of 5 April.
    yield one("Winter", "2026-04-04", hours("10:00", "11:00", "Pacific/Auckland"), end="2026-04-05")
    yield one("Floating", "2026-07-01", hours("14:00"))
    yield one("Night", "2026-07-02", hours("22:00", "01:30", "Asia/Tashkent"))
    yield one("Span", "2026-08-17", end="2026-08-28")
    yield one("Apart", "2026-05-04", further=["2026-05-06", "2026-05-11"])


def test_both_readers_find_the_same_instants_and_days(
    client: FlaskClient, session: Session, ical_js: Reader
) -> None:
    west, mountains, winter, floating, night, span, apart = events_of_all_kinds(session)
    calendar = feed(client)
    found = {
        each["uid"].removesuffix(f"@{HOST}"): (each["start"], each["end"])
        for each in ical_js(calendar)
    }
    assert found == {
        west.ref: ("2026-06-17T14:00:00.000Z", "2026-06-17T16:00:00.000Z"),
        mountains.ref: ("2026-06-18T03:15:00.000Z", "2026-06-18T05:15:00.000Z"),
        f"{winter.ref}-{keys(winter)[0]}-20260404": (
            "2026-04-03T21:00:00.000Z",
            "2026-04-03T22:00:00.000Z",
        ),
        f"{winter.ref}-{keys(winter)[0]}-20260405": (
            "2026-04-04T22:00:00.000Z",
            "2026-04-04T23:00:00.000Z",
        ),
        floating.ref: ("2026-07-01T14:00:00", None),
        night.ref: ("2026-07-02T17:00:00.000Z", "2026-07-02T20:30:00.000Z"),
        span.ref: ("2026-08-17", "2026-08-29"),
        apart.ref: ("2026-05-04", "2026-05-05"),
        f"{apart.ref}-20260506": ("2026-05-06", "2026-05-07"),
        f"{apart.ref}-20260511": ("2026-05-11", "2026-05-12"),
    }
    for item in items(calendar):
        start, end = found[str(item["uid"]).removesuffix(f"@{HOST}")]
        assert (said(item.start), said(item.get("dtend") and item.end)) == (start, end)


def said(moment: date | datetime | None) -> str | None:
    """As the other reader says it."""
    if isinstance(moment, datetime) and moment.tzinfo:
        return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%S}.000Z"
    return moment.isoformat() if moment else None


def test_sessions_keep_their_names_and_whole_days_stand_beside_them(
    client: FlaskClient, session: Session
) -> None:
    rows = (
        hours("09:00", "12:00", "Africa/Nairobi", "2026-06-02", what="Opening"),
        hours("14:00", "16:00", "Africa/Nairobi", "2026-06-02"),
        hours("08:00", zone="Europe/Paris", day="2026-06-02", kind="same_moment"),
    )
    event = held(session, "Forum", rows, when={"start": "2026-06-01", "end": "2026-06-03"})
    first, second, _elsewhere = keys(event)
    found = {str(item["uid"]): item for item in items(feed(client))}
    uid = f"{event.ref}-{{}}@{HOST}".format
    assert set(found) == {f"{event.ref}@{HOST}", uid(first), uid(second), uid("20260603")}
    assert found[uid(first)]["related-to"] == f"{event.ref}@{HOST}"
    assert "The same moment elsewhere: 08:00" in found[uid(first)]["description"]


def test_hours_without_a_zone_are_those_of_a_place_whose_zone_is_known(
    client: FlaskClient, session: Session, ical_js: Reader
) -> None:
    held(session, "Here", (hours("09:00"),), when={"start": "2026-06-17"}, zone="Asia/Tashkent")
    assert ical_js(feed(client))[0]["start"] == "2026-06-17T04:00:00.000Z"


def test_what_is_called_off_is_told_under_the_same_name_with_a_higher_number(
    client: FlaskClient, session: Session
) -> None:
    event = held(session, "Assembly", when={"start": "2026-06-17"}, status="planned")
    before = items(feed(client))[0]
    writer = session.get(User, event.saved_by_id)
    assert writer is not None
    status = next(field for field in FIELDS if field.code == "status")
    own = own_event(event.ref, writer=writer)
    save_answers(
        writer, own, (status,), Typed({"status": "cancelled"}, {"status": fingerprint("planned")})
    )
    session.flush()
    after = items(feed(client))[0]
    assert (before["status"], after["status"]) == ("TENTATIVE", "CANCELLED")
    assert before["uid"] == after["uid"]
    assert after["sequence"] > before["sequence"]
    assert after["description"].startswith("Cancelled")


def test_an_event_without_a_day_is_in_no_feed(client: FlaskClient, session: Session) -> None:
    for start in ("2026-06", "2027"):
        held(session, "Some time", when={"start": start})
    held(session, "Never said")
    held(session, "Long ago", when={"start": "2024-06-17"})
    held(session, "Lately", when={"start": "2025-06-17"})
    assert titles(feed(client)) == ["Lately"]


def test_the_feed_has_the_filter_of_the_page(client: FlaskClient, session: Session) -> None:
    asia = make_party(session, "Steppeland", annexes=["asia"])
    one = held(session, "One", when={"start": "2026-06-01"}, type="training", groups=["women"])
    two = held(
        session, "Two", when={"start": "2026-06-02"}, party=asia, occasion="desertification_drought"
    )
    journey = make_journey(session, ref="steppe")
    three = held(session, "Three", when={"start": "2026-06-03"}, belongs={"journey_id": journey.id})
    for query, shown in {
        f"party={one.party_code}": [one],
        "party=steppeland": [two],
        "annex=asia": [two],
        "group=women": [one],
        "type=training": [one],
        "journey=steppe": [three],
        "annex=africa&type=meeting": [three],
    }.items():
        for address in (f"/calendar.ics?{query}", f"/calendar.json?{query}"):
            answer = client.get(address)
            assert [e.title for e in (one, two, three) if e.ref in answer.text] == [
                e.title for e in shown
            ], address
        page = client.get(f"/calendar?month=2026-06&{query}").text
        assert [e for e in (one, two, three) if f"/events/{e.ref}" in page] == shown, query
    assert client.get("/calendar.ics?annex=atlantis").status_code == 404
    page = client.get("/calendar?annex=atlantis").text
    assert "nothing was filtered by it" in page
    assert "atlantis" in page
    assert titles(feed(client, "/journeys/steppe.ics")) == ["Three"]
    assert titles(feed(client, f"/events/{two.ref}.ics")) == ["Two"]


def test_days_of_the_convention_are_in_a_feed_that_asks_for_them(
    client: FlaskClient, session: Session
) -> None:
    held(session, "Event", when={"start": "2026-06-17"})
    names = {"en": "Day of the wells", "fr": "Jour des puits"}
    session.add(Occasion(code="wells", kind="observance", names=names, month=6, day=17))
    assert titles(feed(client)) == ["Event"]
    found = items(feed(client, "/calendar.ics?kind=occasion&lang=fr"))
    assert {str(item["summary"]) for item in found} == {"Jour des puits"}
    assert [str(item["uid"]) for item in found[:2]] == [
        *(f"wells-2025@{HOST}", f"wells-2026@{HOST}")
    ]


def test_a_stop_is_told_once_its_host_has_agreed_and_once_only(
    client: FlaskClient, session: Session
) -> None:
    journey = make_journey(session, ref="caravan")
    host = make_party(session)
    when: dict[str, Any] = {"when": {"start": "2026-06-17"}}
    make_stop(session, journey, host, place="Bukhara", **when)
    make_stop(session, journey, host, StopState.PROPOSED, place="Khiva", **when)
    make_stop(session, journey, host, StopState.SKIPPED, place="Merv", **when)
    opened = make_stop(session, journey, host, place="Samarkand", **when)
    held(session, "Feast", when={"start": "2026-06-17"}, belongs={"stop_id": opened.id})
    found = {str(item["summary"]): item for item in items(feed(client, "/journeys/caravan.ics"))}
    assert set(found) == {
        *("Feast", "Caravan of the steppe · Bukhara", "Caravan of the steppe · Merv")
    }
    assert found["Caravan of the steppe · Merv"]["status"] == "CANCELLED"
    journey.is_open = False
    session.flush()
    assert client.get("/journeys/caravan.ics").status_code == 404
    assert titles(feed(client)) == ["Feast"]


def test_what_has_not_changed_is_told_in_a_few_bytes(
    app: Flask, client: FlaskClient, session: Session
) -> None:
    event = held(session, "Assembly", when={"start": "2026-06-17"})
    for address in ("/calendar.ics", "/calendar.json", f"/events/{event.ref}.ics"):
        tag = client.get(address).headers["ETag"]
        with count_queries(app) as counted:
            again = client.get(address, headers={"If-None-Match": tag})
        assert (again.status_code, again.data) == (304, b"")
        assert len(counted) == 1
        assert client.get(f"{address}?lang=fr", headers={"If-None-Match": tag}).status_code == 200
    tag = client.get("/calendar.ics").headers["ETag"]
    event.deleted_at = datetime.now(UTC)
    session.flush()
    assert client.get("/calendar.ics", headers={"If-None-Match": tag}).status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        "/calendar.ics",
        "/calendar.json",
        "/calendar?month=2026-06",
        "/calendar/list",
        "/calendar/quarter?quarter=2026-2",
    ],
)
def test_thirty_events_take_as_many_queries_as_one(
    app: Flask, client: FlaskClient, session: Session, address: str
) -> None:
    counts = []
    for number in (1, 29):
        for place in range(number):
            held(session, f"Event {place}", when={"start": f"2026-06-{place + 1:02}"})
        with count_queries(app) as counted:
            assert client.get(address).status_code == 200
        counts.append(len(counted))
    assert counts[0] == counts[1] <= 9


def test_what_somebody_wrote_is_marked_with_its_own_language(
    client: FlaskClient, session: Session
) -> None:
    when = {"start": "2026-06-17"}
    held(session, "لقاء الرعاة", when=when, language="ar", place="سبها")
    held(session, "Forum", when=when, titles={"fr": "Forum des terres"}, place="Sabha")
    found = {str(item["summary"]): item for item in items(feed(client, "/calendar.ics?lang=fr"))}
    assert {title: item["summary"].params["LANGUAGE"] for title, item in found.items()} == {
        "لقاء الرعاة": "ar",
        "Forum des terres": "fr",
    }
    assert found["لقاء الرعاة"]["location"].params["LANGUAGE"] == "ar"
    assert found["Forum des terres"]["location"].params["LANGUAGE"] == "en"
    assert found["Forum des terres"]["description"].params["LANGUAGE"] == "fr"
