"""The public pages of a journey: what everybody may know of its stops, and nothing else."""

from __future__ import annotations

import brotli
import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.journeys.vocabulary import StopState
from engage.kit.atlas import atlas
from engage.kit.locales import CODES, force
from engage.kit.route_map import notes
from tests.factories import make_journey, make_party, make_stop
from tests.journeys.sixty import answers, long_journey, place
from tests.reading import count_queries

MOST = 12 * 1024
FEW, MORE = 3, 12
PAGES = ("/journeys", "/journeys/{ref}", "/journeys/{ref}/sheet", "/journeys/{ref}/events")


def words(client: FlaskClient, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.text


def test_a_stop_is_public_once_its_host_has_accepted(session: Session, client: FlaskClient) -> None:
    journey = make_journey(session)
    said_yes, asked = make_party(session, "Orvanda"), make_party(session, "Velissia")
    make_stop(session, journey, said_yes, **answers(1))
    hidden = make_stop(session, journey, asked, StopState.PROPOSED, **answers(2))
    make_stop(session, journey, asked, StopState.DECLINED, **answers(3))
    for page in PAGES:
        read = words(client, page.format(ref=journey.ref))
        assert place(2) not in read
        assert place(3) not in read
        assert "Velissia" not in read
    assert place(1) in words(client, f"/journeys/{journey.ref}")
    hidden.state, journey.stamp = StopState.ACCEPTED.value, "another"
    read = words(client, f"/journeys/{journey.ref}")
    assert place(2) in read
    assert "Velissia" in read


def test_a_journey_that_is_not_open_is_nobody_s_business(
    session: Session, client: FlaskClient
) -> None:
    journey = make_journey(session)
    journey.is_open = False
    for page in PAGES[1:]:
        assert client.get(page.format(ref=journey.ref)).status_code == 404
    assert journey.ref not in words(client, "/journeys")


def test_each_map_says_in_the_reader_s_language_that_it_takes_no_side(
    app: Flask, session: Session, client: FlaskClient
) -> None:
    journey = make_journey(session)
    make_stop(session, journey, make_party(session), **answers(1))
    for code in CODES:
        with app.app_context(), force(code):
            sentence = notes(atlas(None))[0]
        for page in PAGES[1:3]:
            read = words(client, f"{page.format(ref=journey.ref)}?lang={code}")
            assert sentence in read
            assert 'class="drawing map"' in read


def test_days_follow_from_the_stops_and_what_is_not_known_is_said(
    session: Session, client: FlaskClient
) -> None:
    journey, host = make_journey(session), make_party(session, "Orvanda")
    make_stop(session, journey, host, StopState.HELD, when={"start": "2026-10-08"}, place="Marenta")
    make_stop(session, journey, host, place="Lower Ossa")
    make_stop(session, journey, host, when={"start": "2127-06"}, place="Danwe hills")
    read = words(client, f"/journeys/{journey.ref}")
    assert "from 8 October 2026 to June 2127" in read
    assert "not known yet" in read
    assert 'class="drawing map"' not in read
    ahead = read.partition("Next stop")[2]
    assert ahead.index("Lower Ossa") < ahead.index("Marenta")


def test_a_campaign_has_no_stops_to_wait_for(session: Session, client: FlaskClient) -> None:
    journey = make_journey(session, period={"start": "2026", "end": "2026"})
    journey.kind = "campaign"
    read = words(client, f"/journeys/{journey.ref}")
    assert "2026" in read
    assert "stop" not in read.partition("<main")[2].partition("</main>")[0]


@pytest.mark.parametrize("page", PAGES)
def test_twelve_stops_take_as_many_queries_as_three(
    app: Flask, session: Session, client: FlaskClient, page: str
) -> None:
    found = []
    for number in (FEW, MORE):
        hosts = [make_party(session) for _each in range(number)]
        address = page.format(ref=long_journey(session, hosts, number).ref)
        words(client, address)
        with count_queries(app) as counted:
            words(client, address)
        found.append(len(counted))
    assert found[0] == found[1]


def test_the_page_of_sixty_stops_fits_a_thin_line(session: Session, client: FlaskClient) -> None:
    journey = long_journey(session, [make_party(session, f"Land of {each}") for each in "abcdef"])
    for code in ("ar", "ru"):
        page = client.get(f"/journeys/{journey.ref}?lang={code}").data
        assert len(brotli.compress(page, quality=6)) < MOST
