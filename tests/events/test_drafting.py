"""Events as they are begun and answered."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.accounts.permissions import Role
from engage.events.document import compose, compose_own
from engage.events.drafting import begin_event, save_answers
from engage.events.outline.event import FIELDS
from engage.events.queries import cards, get_event, own_event
from engage.events.reading import read_event
from engage.kit.clock import now
from engage.kit.values.fingerprint import fingerprint
from engage.plans.drafting import Typed
from tests.factories import make_event, make_journey, make_party, make_user

WHEN = {"start": "2026-06-17", "end": "2026-06-18"}


def test_an_event_repeats_in_columns_what_calendars_ask_for(session: Session) -> None:
    event = make_event(session, when=WHEN, groups=["women", "youth"], place="Sabha")
    assert (event.first_day, event.last_day) == (dt.date(2026, 6, 17), dt.date(2026, 6, 18))
    assert (event.precision, event.groups) == ("day", ",women,youth,")
    assert event.card["place"] == "Sabha"


def test_the_same_form_sent_twice_makes_one_event(session: Session) -> None:
    writer = make_user(session, Role.FOCAL_POINT, party=make_party(session))
    made = begin_event(writer, writer.party, {"title": "Assembly"}, "key-1")
    assert begin_event(writer, writer.party, {"title": "Assembly"}, "key-1") is made


def test_nobody_outside_sees_an_event_for_which_nothing_was_chosen(session: Session) -> None:
    event = make_event(session, when=WHEN)
    assert cards(None) == []
    assert cards(make_user(session, Role.REVIEWER)) == []
    inside = make_user(session, Role.CONTRIBUTOR, party=event.party)
    assert [card.ref for card in cards(inside)] == [event.ref]


def test_a_public_event_shows_neither_place_nor_time_before_it_is_over(session: Session) -> None:
    event = make_event(
        session, when={"start": "2099-06-17"}, place="Sabha", visibility="public", safety="after"
    )
    (card,) = cards(None)
    assert card.first_day is None
    assert not {"when", "place"} & card.values.keys()
    document = compose(get_event(event.ref, visible_to_reader=None), inside=False, moment=now())
    assert document["held_back"] == ["place", "when"]


def test_private_answers_stay_inside(session: Session) -> None:
    event = make_event(session, visibility="public")
    writer = make_user(session, Role.FOCAL_POINT, party=event.party)
    own = own_event(event.ref, writer=writer)
    save_answers(writer, own, FIELDS, Typed({"inner_note": "Bring water."}, {}))
    assert compose_own(own)["fields"]["inner_note"] == "Bring water."
    assert "inner_note" not in compose(own, inside=True, moment=now())["fields"]


def test_figures_of_few_people_stay_inside(session: Session) -> None:
    counts = {"everyone": {"women.all": {"number": 2}, "men.all": {"number": 9}}}
    event = make_event(session, visibility="public", participants={"number": 11}, counts=counts)
    document = compose(event, inside=False, moment=now())
    assert document["fields"]["participants"] == {"number": 11}
    assert "counts" not in document["fields"]
    assert document["withheld"] == ["counts"]


def test_figures_of_other_sources_tell_no_more_than_those_of_the_event(session: Session) -> None:
    """Nine of eleven were men: whatever its source, a number of women would be one of few."""
    counts = {"everyone": {"men.all": {"number": 9}}}
    given = (("women", 17), ("youth", 3), ("participants", 11), ("trees", 2))
    rows = {"figures": [{"of": of, "number": {"number": number}} for of, number in given]}
    answers: dict[str, Any] = {"participants": {"number": 11}, "counts": counts}
    event = make_event(session, visibility="public", rows=rows, **answers)
    outside = compose(event, inside=False, moment=now())
    told = [row["values"]["of"] for row in outside["registers"]["figures"]]
    assert told == ["participants", "trees"]
    assert "figures" in outside["withheld"]
    read = {each.code: each for one in read_event(outside, "en") for each in one.registers}
    assert len(read["figures"].rows) == 2
    inside = compose(event, inside=True, moment=now())
    assert len(inside["registers"]["figures"]) == len(given)


@pytest.mark.parametrize(
    ("code", "value"),
    [
        ("province", "Badakhshan"),
        ("coordinates", {"lat": "37.4", "lon": "73.6"}),
        ("safety", "province"),
        ("website", "example.org"),
        ("type", "training"),
    ],
)
def test_whatever_a_calendar_shows_differently_is_a_new_edition_of_the_entry(
    session: Session, code: str, value: Any
) -> None:
    event = make_event(session, visibility="public")
    writer = make_user(session, party=event.party)
    own = own_event(event.ref, writer=writer)
    former = own.sequence
    fields = tuple(each for each in FIELDS if each.code == code)
    save_answers(
        writer, own, fields, Typed({code: value}, {code: fingerprint(own.content.get(code))})
    )
    assert own.content[code] == value
    assert own.sequence == former + 1


def test_what_could_not_be_read_breaks_no_page_that_asks_for_it(
    session: Session, client: FlaskClient, signed_in: Any
) -> None:
    journey, writer = make_journey(session), make_user(session)
    unread = {"as_typed": {"": ["nonsense"]}}
    rows: dict[str, Any] = {
        "outcomes": [{"type": unread, "what": "A well"}],
        "figures": [{"of": unread, "number": {"number": 3}}],
        "media": [{"kind": unread, "outlet": "Radio Karo"}],
    }
    event = make_event(
        session,
        writer=writer,
        status=unread,
        visibility="public",
        rows=rows,
        belongs={"journey_id": journey.id},
    )
    there = f"/events/{event.ref}"
    for each in (there, f"{there}/print", f"/journeys/{journey.ref}/events"):
        assert client.get(each).status_code == 200, each
    signed_in(client, writer)
    for each in (there, "/events", "/events/totals", "/events/promises", f"{there}/edit/results"):
        assert client.get(each).status_code == 200, each


def test_speakers_who_are_few_and_what_could_not_be_read_stay_inside(session: Session) -> None:
    unread = {"as_typed": {"number": ["three women"]}}
    event = make_event(
        session, visibility="public", speakers=10, speakers_women=8, participants=unread
    )
    document = compose(event, inside=False, moment=now())
    assert document["fields"]["speakers"] == 10
    assert not {"speakers_women", "participants"} & document["fields"].keys()
    assert document["withheld"] == ["participants", "speakers_women"]


def test_a_handful_of_speakers_is_not_told(session: Session) -> None:
    event = make_event(session, visibility="public", speakers=3, speakers_youth=0)
    document = compose(event, inside=False, moment=now())
    assert (document["few"], document["withheld"]) == (["speakers"], ["speakers_youth"])
