"""The calendar by month, as a list and on paper, as its reader finds it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import brotli
import pytest
import time_machine
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.accounts.models import User
from tests.calendar.held import held, hours
from tests.factories import make_party, make_user
from tests.pages import parse, text_of

SignIn = Callable[[FlaskClient, User], FlaskClient]
KILOBYTE = 1024


@pytest.fixture(autouse=True)
def _spring_of_2026() -> Any:
    with time_machine.travel("2026-05-20T12:00Z", tick=False):
        yield


def cell(html: str, day: str) -> str:
    """What the month says of a day."""
    for found in parse(html).iter("td"):
        if any(each.get("datetime") == day for each in found.iter("time")):
            return " ".join(" ".join(found.itertext()).split())
    raise AssertionError(f"{day} is not in the month")


def test_an_event_stands_on_each_of_its_days(client: FlaskClient, session: Session) -> None:
    held(session, "Fair", when={"start": "2026-06-01", "end": "2026-06-03"})
    held(session, "Course", when={"start": "2026-06-02", "further": ["2026-06-30"]})
    held(session, "Called off", when={"start": "2026-06-15"}, status="cancelled")
    month = client.get("/calendar?month=2026-06").text
    assert cell(month, "2026-06-01") == "1 Fair Day 1 of 3"
    assert cell(month, "2026-06-02") == "2 Course Day 1 of 2 Fair Day 2 of 3"
    assert cell(month, "2026-06-30") == "30 Course Day 2 of 2"
    assert cell(month, "2026-06-29") == "29"
    assert cell(month, "2026-06-15") == "15 Called off Cancelled"


def test_a_full_day_leads_to_its_list(client: FlaskClient, session: Session) -> None:
    for number in range(5):
        held(session, f"Event {number}", when={"start": "2026-06-17"}, type="training")
    month = client.get("/calendar?month=2026-06&type=training").text
    assert "and 2 more" in cell(month, "2026-06-17")
    way = "/calendar/list?type=training&from=2026-06-17&until=2026-06-17"
    assert way.replace("&", "&amp;") in month
    listed = client.get(way).text
    assert all(f"Event {number}" in listed for number in range(5))


def test_what_has_no_day_yet_stands_by_itself(client: FlaskClient, session: Session) -> None:
    held(session, "In June", when={"start": "2026-06"})
    held(session, "This year", when={"start": "2026"})
    month = client.get("/calendar?month=2026-06").text
    assert month.index("Day not known yet") < month.index("In June") < month.index("<table")
    listed = client.get("/calendar/list?from=2026-05-01").text
    assert "Day not known yet: June 2026" in listed
    assert "Day not known yet: 2026<" in listed


def test_hours_stand_in_the_zone_of_the_place_and_then_in_that_of_the_reader(
    client: FlaskClient, session: Session, signed_in: SignIn
) -> None:
    when = {"start": "2026-06-17"}
    held(session, "Zoned", (hours("01:30", "03:00", "Asia/Tashkent"),), when=when)
    held(session, "Bare", (hours("14:00"),), when=when)
    listed = client.get("/calendar/list").text
    assert "01:30–03:00, Uzbekistan Time" in listed
    assert "With you" not in listed
    listed = client.get("/calendar/list?zone=nairobi").text
    assert listed.count("With you:") == 1
    assert "With you: 16 June 2026, 23:30–01:00, East Africa Time" in listed
    assert "zone=Africa%2FNairobi" in listed
    signed_in(client, make_user(session, time_zone="Asia/Tokyo"))
    assert "With you: 05:30–07:00, Japan Time" in client.get("/calendar/list").text
    assert "Middle Earth" in client.get("/calendar/list?zone=Middle+Earth").text


def test_a_title_is_told_in_the_language_of_the_reader_if_it_has_one(
    client: FlaskClient, session: Session
) -> None:
    titles = {"fr": "Fête des puits"}
    held(session, "Feast of wells", titles=titles, when={"start": "2026-06-17"})
    assert (
        '<bdi class="words" lang="fr">Fête des puits'
        in client.get("/calendar?month=2026-06&lang=fr").text
    )
    assert (
        '<bdi class="words" lang="en">Feast of wells'
        in client.get("/calendar?month=2026-06&lang=ar").text
    )


def test_pages_of_the_list_hold_everything_once(client: FlaskClient, session: Session) -> None:
    for number in range(120):
        held(session, f"Event {number:03}", when={"start": f"2026-06-{number // 5 + 1:02}"})
    seen: list[str] = []
    address, pages = "/calendar/list?from=2026-06-01", 0
    while address:
        page = client.get(address).text
        seen += [text_of(each) for each in parse(page).iter("bdi") if "Event" in text_of(each)]
        address = next(
            (str(a.get("href")) for a in parse(page).iter("a") if a.get("rel") == "next"), ""
        )
        pages += 1
    assert (pages, sorted(seen)) == (3, [f"Event {number:03}" for number in range(120)])


def test_the_quarter_is_printed_by_months(client: FlaskClient, session: Session) -> None:
    held(session, "Spring", when={"start": "2026-04-03"})
    held(session, "Summer", when={"start": "2026-06-28", "end": "2026-07-02"})
    sheet = client.get("/calendar/quarter?quarter=2026-2").text
    assert sheet.index("April 2026") < sheet.index("Spring") < sheet.index("Summer")
    assert "28 June 2026 – 2 July 2026" in sheet
    assert "Summer" in client.get("/calendar/quarter?quarter=2026-3").text


def test_an_event_stands_in_no_quarter_that_lies_between_its_days(
    client: FlaskClient, session: Session
) -> None:
    held(session, "Twice", when={"start": "2026-02-03", "further": ["2026-09-05"]})
    held(session, "Exhibition", when={"start": "2025-01-01", "end": "2027-12-31"})
    for address in ("quarter?quarter=2026-2", "list?from=2026-04-01&until=2026-06-30"):
        page = client.get(f"/calendar/{address}").text
        assert "Twice" not in page
        assert "Exhibition" in page


def test_an_address_that_means_nothing_shows_today(client: FlaskClient) -> None:
    nonsense = ("month=2026-13", "month=9999-01", "page=x", "from=2026-02-30", "quarter=2026-9")
    for query in nonsense:
        for path in ("/calendar", "/calendar/list", "/calendar/quarter"):
            assert client.get(f"{path}?{query}").status_code == 200


@pytest.mark.parametrize("language", ["en", "ar", "ru", "zh"])
def test_a_full_month_is_light(client: FlaskClient, session: Session, language: str) -> None:
    party = make_party(session)
    for number in range(150):
        title = f"Assembly of the herders at the {number}th well"
        held(session, title, when={"start": f"2026-06-{number % 30 + 1:02}"}, party=party)
    for address in ("/calendar?month=2026-06", "/calendar/list?from=2026-06-01"):
        page = client.get(f"{address}&lang={language}").data
        assert len(brotli.compress(page, quality=6)) <= 12 * KILOBYTE
