"""Events of journeys and campaigns: in the UNCCD's order, and never by what stays back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.events.gathered import first_words
from engage.events.models import Event
from engage.journeys.models import Journey
from engage.journeys.vocabulary import StopState
from engage.reference.models import Party
from tests.factories import make_event, make_journey, make_party, make_stop, make_user
from tests.reading import count_queries

SignIn = Callable[[FlaskClient, User], FlaskClient]


def campaign(session: Session) -> Journey:
    journey = make_journey(session)
    journey.kind = "campaign"
    return journey


def held(session: Session, journey: Journey, party: Party, title: str, **answers: Any) -> Event:
    belongs = {"journey_id": journey.id, "stop_id": answers.pop("stop_id", None)}
    told = {"visibility": "public", "when": {"start": "2126-06-17"}, **answers}
    return make_event(session, party=party, belongs=belongs, title=title, **told)


def order_of(read: str, *titles: str) -> list[str]:
    """The titles as they follow each other on the page; one that is not there is left out."""
    return sorted((each for each in titles if each in read), key=read.index)


def test_a_campaign_is_listed_by_annex_then_country_then_day(
    session: Session, client: FlaskClient
) -> None:
    journey = campaign(session)
    none = make_party(session, "Aaland", annexes=[])
    asia = make_party(session, "Velissia", annexes=["asia", "cee"])
    late, early = make_party(session, "Zamora"), make_party(session, "Benaria")
    held(session, journey, none, "First")
    held(session, journey, asia, "Second", organiser="Council of herders")
    held(session, journey, late, "Third")
    held(session, journey, early, "Fourth", when={"start": "2126-06-18"})
    held(session, journey, early, "Fifth", when={"start": "2126-06-17"})
    held(session, journey, early, "Sixth", when=None)
    read = client.get(f"/journeys/{journey.ref}/events").text
    wanted = ["Fifth", "Fourth", "Sixth", "Third", "Second", "First"]
    assert order_of(read, *sorted(wanted)) == wanted
    assert "Council of herders" in read
    assert "In public, figures under 5 people are not shown" in read


def test_what_stays_back_is_told_in_words_and_found_by_no_year_and_no_stop(
    session: Session, client: FlaskClient
) -> None:
    journey, host = make_journey(session), make_party(session, "Orvanda")
    stop = make_stop(session, journey, host, place="Wells of Karo")
    at = {"stop_id": stop.id, "place": "Secret valley"}
    held(session, journey, host, "Defenders meet", safety="after", **at)
    held(session, journey, host, "Elders meet", safety="province", province="Telmar", **at)
    held(session, journey, host, "Market day", **at | {"place": "Square"})
    address = f"/journeys/{journey.ref}/events"
    read = client.get(address).text
    assert "Secret valley" not in read
    assert "Telmar" in read
    assert "Place and time are told after the event" in read
    assert "Only the province is told" in read
    listed = read.partition("Wells of Karo")[2]
    assert order_of(listed, "Market day", "Elsewhere", "Elders meet", "Defenders meet") == [
        *("Market day", "Elsewhere", "Elders meet", "Defenders meet")
    ]
    of_year = client.get(f"{address}?year=2126").text
    assert "Market day" in of_year
    assert "Defenders meet" not in of_year
    assert "Market day" not in client.get(f"{address}?year=2125").text


def test_the_list_for_the_website_holds_what_its_writers_allowed(
    session: Session, client: FlaskClient, signed_in: SignIn
) -> None:
    journey, party = campaign(session), make_party(session)
    held(session, journey, party, "Allowed", share="yes")
    held(session, journey, party, "Not asked")
    held(session, journey, party, "Among Parties", share="yes", visibility="parties")
    signed_in(client, make_user(session, Role.REVIEWER))
    address = f"/journeys/{journey.ref}/events"
    every = client.get(address).text
    assert len(order_of(every, "Allowed", "Not asked", "Among Parties")) == 3
    listed = client.get(f"{address}?listed=1").text
    assert order_of(listed, "Allowed", "Not asked", "Among Parties") == ["Allowed"]


def test_a_list_is_cut_into_pages_that_take_as_many_queries_as_one(
    app: Flask, session: Session, client: FlaskClient
) -> None:
    found = []
    for number in (2, 27):
        journey, writer = campaign(session), make_user(session)
        belongs = {"journey_id": journey.id}
        for each in range(number):
            made: dict[str, Any] = {
                "title": f"Event {each}",
                "visibility": "public",
                "website": "example.org",
            }
            make_event(session, writer=writer, belongs=belongs, **made)
        with count_queries(app) as counted:
            read = client.get(f"/journeys/{journey.ref}/events").text
        found.append((len(counted), "Events 1 to 25 of 27" in read))
    assert found == [(found[0][0], False), (found[0][0], True)]
    last = client.get(f"/journeys/{journey.ref}/events?page=2").text
    assert "Event 26" in last
    assert "Event 24" not in last


def test_a_paragraph_has_ninety_words_at_the_most() -> None:
    assert first_words("one two") == "one two"
    assert first_words("word " * 91).split()[-2:] == ["word", "…"]


STOP: dict[str, Any] = {
    "place": "Samarkand",
    "province": "Samarqand",
    "coordinates": {"lat": "39.65", "lon": "66.96"},
    "zone": "Asia/Samarkand",
    "languages": ["ru", "en"],
}


def test_a_stop_opens_into_one_event_of_its_host(
    session: Session, client: FlaskClient, signed_in: SignIn
) -> None:
    host = make_user(session)
    journey = make_journey(session, occasion="iyrp_2026")
    stop = make_stop(session, journey, host.party, when={"answer": "unknown"}, **STOP)
    signed_in(client, host)
    address = f"/journeys/{journey.ref}/stops/{stop.key}/event"
    listed = f"/journeys/{journey.ref}/events"
    assert "Open stop 1 as an event" in client.get(listed).text
    places = [client.post(address) for _twice in range(2)]
    assert [each.status_code for each in places] == [303, 303]
    assert places[0].location == places[1].location
    event = session.query(Event).filter_by(stop_id=stop.id).one()
    assert places[0].location == f"/events/{event.ref}"
    page = client.get(listed).text
    assert "Open stop 1 as an event" not in page
    assert places[0].location in page
    assert STOP.items() <= event.content.items()
    assert "when" not in event.content
    assert (event.type, event.status) == ("caravan", "planned")
    assert event.title == "Caravan of the steppe · Samarkand"
    assert event.journey_id == journey.id


@pytest.mark.parametrize("state", [StopState.ACCEPTED, StopState.PROPOSED])
def test_nobody_opens_the_stop_of_others_or_before_it_was_accepted(
    session: Session, client: FlaskClient, signed_in: SignIn, state: StopState
) -> None:
    host, journey = make_user(session), make_journey(session)
    stop = make_stop(session, journey, host.party, state, **STOP)
    signed_in(client, host if state == StopState.PROPOSED else make_user(session, Role.REVIEWER))
    answer = client.post(f"/journeys/{journey.ref}/stops/{stop.key}/event")
    assert answer.status_code == 403
    assert not session.query(Event).filter_by(stop_id=stop.id).count()


def test_a_party_that_hosts_no_stop_is_named_with_its_events(
    session: Session, client: FlaskClient
) -> None:
    journey, guest = make_journey(session), make_party(session, "Velissia")
    make_stop(session, journey, make_party(session, "Orvanda"))
    held(session, journey, guest, "Side event", participants={"number": 40})
    read = client.get(f"/journeys/{journey.ref}/events?page=99999999999999999999").text
    assert "Velissia" in read.partition("Participants by Party")[2]
    assert "Side event" in read
