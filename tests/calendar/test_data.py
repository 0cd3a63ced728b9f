"""Public events as data: JSON in pages, and schema.org in the page of an event."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import jsonschema
import pytest
from flask import Flask, render_template_string
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.events.linked_data import linked_data
from tests.calendar.held import held, hours

URL = "https://engage.example/events/XA-E-2026-1"
MOMENT = datetime(2026, 3, 20, 12, tzinfo=UTC)


def test_the_feed_is_as_its_schema_says(client: FlaskClient, session: Session) -> None:
    held(
        session,
        "Assembly",
        (hours("09:00", "11:30", "Asia/Tashkent"), hours("06:00", kind="same_moment")),
        when={"start": "2026-06-17", "further": ["2026-06-19"]},
        titles={"fr": "Assemblée"},
        place="Nukus",
        coordinates={"lat": "42.46", "lon": "59.61"},
        groups=["women", "youth"],
    )
    held(session, "Some time", when={"start": "2026-09"})
    schema = client.get("/calendar/schema.json").json
    answer = client.get("/calendar.json")
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert schema is not None
    assert answer.json is not None
    jsonschema.validate(answer.json, schema, jsonschema.Draft202012Validator)
    assert answer.json is not None
    first, second = answer.json["events"]
    assert first["days"] == ["2026-06-17", "2026-06-19"]
    assert first["title"] == {"en": "Assembly", "fr": "Assemblée"}
    assert first["hours"][0]["zone"] == "Asia/Tashkent"
    assert (second["precision"], second["last_day"], "days" in second) == (
        "month",
        "2026-09-30",
        False,
    )
    assert "100 on a page" in client.get("/calendar/data").text


def test_pages_of_the_feed_follow_one_another(
    client: FlaskClient, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engage.calendar.data.SIZE", 2)
    for day in range(1, 6):
        held(session, f"Event {day}", when={"start": f"2026-06-0{day}"}, type="training")
    address, seen = "/calendar.json?type=training", []
    while address:
        page = client.get(address).json
        assert page is not None
        seen += [event["title"]["en"] for event in page["events"]]
        address = page.get("next", "").removeprefix("http://127.0.0.1:8000")
    assert seen == [f"Event {day}" for day in range(1, 6)]


def test_search_engines_find_the_event(session: Session) -> None:
    event = held(
        session,
        "Assembly </script>",
        (hours("09:00", "11:30"),),
        when={"start": "2026-06-17"},
        zone="Asia/Tashkent",
        place="Nukus",
        mode="hybrid",
        online_link="https://example.org/join",
        organiser="Ministry of Land",
        status="postponed",
    )
    found = linked_data(event, URL, MOMENT)
    assert found is not None
    assert found["startDate"] == "2026-06-17T09:00+05:00"
    assert found["endDate"] == "2026-06-17T11:30+05:00"
    assert found["eventStatus"] == "https://schema.org/EventPostponed"
    assert found["eventAttendanceMode"] == "https://schema.org/MixedEventAttendanceMode"
    assert [each["@type"] for each in found["location"]] == ["Place", "VirtualLocation"]
    page = render_template_string("{% include 'events/_data.html' %}", event_data=found)
    assert page.count("</script>") == 1


@pytest.mark.parametrize(
    ("when", "start", "end"),
    [
        ({"start": "2026-08-17", "end": "2026-08-28"}, "2026-08-17", "2026-08-28"),
        ({"start": "2026-09"}, "2026-09", "2026-09"),
        ({"start": "2027"}, "2027", "2027"),
    ],
)
def test_days_are_as_exact_as_they_are_known(
    session: Session, when: dict[str, str], start: str, end: str
) -> None:
    found = linked_data(held(session, "Forum", when=when), URL, MOMENT)
    assert found is not None
    assert (found["startDate"], found["endDate"]) == (start, end)


def test_what_stays_back_is_no_data_either(app: Flask, session: Session) -> None:
    when: dict[str, Any] = {
        "when": {"start": "2026-06-17"},
        "place": "Nukus",
        "province": "Karakalpakstan",
    }
    assert linked_data(held(session, "Own", visibility="parties", **when), URL, MOMENT) is None
    assert linked_data(held(session, "Hidden", safety="after", **when), URL, MOMENT) is None
    assert linked_data(held(session, "Without a day"), URL, MOMENT) is None
    province = linked_data(held(session, "Roughly", safety="province", **when), URL, MOMENT)
    assert province is not None
    assert "Nukus" not in str(province)
    assert "Karakalpakstan" in str(province)
