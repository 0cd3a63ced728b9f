"""The pages on which a journey is planned and hosted."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.journeys import baton
from engage.journeys.models import Journey, Stop
from engage.journeys.queries import get_journey
from engage.journeys.reading import in_order
from engage.journeys.vocabulary import StopState
from engage.plans.forms import SEEN
from tests.factories import make_journey, make_party, make_stop, make_user
from tests.reading import count_queries

SignIn = Callable[[FlaskClient, User], FlaskClient]
FEW, MORE = 1, 3


def asked_stop(session: Session, journey: Journey, host: User) -> Stop:
    return make_stop(session, journey, host.party, StopState.PROPOSED, place="Khorog")


def seen_on(client: FlaskClient, address: str) -> dict[str, str]:
    """What a form on the page says that its writer has seen."""
    found = re.search(r'name="seen"[^>]* value="([^"]*)"', client.get(address).text)
    assert found is not None
    return {SEEN: found[1]}


def url(stop: Stop, more: str = "") -> str:
    return f"/journeys/{stop.journey.ref}/stops/{stop.key}{more}"


def test_a_journey_is_begun_by_its_name_and_opened_when_it_is_ready(
    session: Session, client: FlaskClient, signed_in: SignIn
) -> None:
    signed_in(client, make_user(session, Role.REVIEWER))
    nameless = client.post("/journeys/new", data={"kind": "journey"})
    assert nameless.status_code == 422
    assert "Please give it a name" in nameless.text
    begun = client.post("/journeys/new", data={"name-fr": "Route des puits", "kind": "journey"})
    assert begun.location == "/journeys/route-des-puits/edit"
    saved = client.post(begun.location, data={"lead-": "", "website": "https://example.org"})
    assert saved.status_code == 303
    assert 'value="https://example.org"' in client.get(begun.location).text
    assert client.post("/journeys/route-des-puits/open").status_code == 303
    assert get_journey("route-des-puits", None).is_open


def test_parties_take_part_and_are_taken_off_again(
    session: Session, client: FlaskClient, signed_in: SignIn
) -> None:
    journey, party = make_journey(session), make_party(session, "Steppeland")
    signed_in(client, make_user(session, Role.REVIEWER))
    there = f"/journeys/{journey.ref}/parties"
    assert client.post(there, data={"party": ""}).status_code == 422
    assert client.post(there, data={"party": party.code}).status_code == 303
    assert "Steppeland" in client.get(there).text
    client.post(f"{there}/{party.code}/remove")
    assert journey.parties == []


def test_one_press_of_a_key_moves_a_stop_and_the_page_says_what_no_longer_fits(
    session: Session, client: FlaskClient, signed_in: SignIn
) -> None:
    journey = make_journey(session)
    for day in ("01", "05", "09"):
        make_stop(session, journey, when={"start": f"2026-10-{day}"})
    last = journey.stops[-1]
    signed_in(client, make_user(session, Role.REVIEWER))
    moved = client.post(url(last, "/up"), follow_redirects=True)
    assert in_order(journey.stops)[1] is last
    assert "Stop 3 ends before stop 2 begins." in moved.text
    assert f'id="up-{last.key}"' in moved.text


def test_a_stop_is_put_to_a_place_and_two_change_places(
    session: Session, client: FlaskClient, signed_in: SignIn
) -> None:
    journey = make_journey(session)
    one, two, three = (make_stop(session, journey) for _each in range(3))
    signed_in(client, make_user(session, Role.REVIEWER))
    there = f"/journeys/{journey.ref}/plan"
    client.post(there, data={"order-stop": three.key, "order-place": "1"})
    assert in_order(journey.stops) == [three, one, two]
    client.post(there, data={"swap-one": three.key, "swap-other": two.key})
    assert in_order(journey.stops) == [two, one, three]
    nowhere = client.post(there, data={"order-stop": three.key, "order-place": "first"})
    assert nowhere.status_code == 422
    assert "Please write a number" in nowhere.text


def test_a_host_is_asked_reads_of_it_and_accepts(
    session: Session,
    client: FlaskClient,
    new_client: Callable[[], FlaskClient],
    signed_in: SignIn,
) -> None:
    journey, host = make_journey(session), make_user(session)
    stop = make_stop(session, journey, None, StopState.PROPOSED, place="Khorog")
    planner = signed_in(client, make_user(session, Role.REVIEWER))
    assert host.party is not None
    assert planner.post(url(stop, "/host"), data={"party": ""}).status_code == 422
    assert planner.post(url(stop, "/host"), data={"party": host.party.code}).status_code == 303
    assert new_client().get(url(stop)).status_code == 404
    theirs = signed_in(new_client(), host)
    assert "Khorog" in theirs.get("/journeys/mine").text
    seen = seen_on(theirs, url(stop, "/answer"))
    assert theirs.post(url(stop, "/answer"), data=seen).status_code == 303
    assert stop.state == StopState.ACCEPTED
    assert "Khorog" in new_client().get(url(stop)).text
    # What was answered is filled now; the answer can still be changed from there.
    for page in ("/journeys/mine", f"/journeys/{journey.ref}/plan"):
        assert f'href="{url(stop)}"' in theirs.get(page).text
    assert f'href="{url(stop, "/answer")}"' in theirs.get(url(stop)).text


def test_declining_without_a_reason_keeps_the_page_and_one_that_is_too_late_keeps_the_text(
    session: Session, client: FlaskClient, signed_in: SignIn
) -> None:
    host = make_user(session)
    stop = asked_stop(session, make_journey(session), host)
    signed_in(client, host)
    form = seen_on(client, url(stop, "/answer"))
    blank = client.post(url(stop, "/answer"), data={**form, "do": "decline"})
    assert blank.status_code == 422
    assert "Please say in a sentence why" in blank.text
    client.post(url(stop, "/answer"), data={**form, "do": "accept"})
    typed = {**form, "do": "decline", "reason": "No road there."}
    late = client.post(url(stop, "/answer"), data=typed)
    assert late.status_code == 409
    assert "Somebody was quicker" in late.text
    assert "No road there." in late.text
    assert stop.state == StopState.ACCEPTED


def test_a_host_writes_its_own_stop_and_only_reads_the_others(
    session: Session, client: FlaskClient, signed_in: SignIn
) -> None:
    journey, host = make_journey(session), make_user(session, Role.CONTRIBUTOR)
    own = make_stop(session, journey, host.party, place="Osh")
    other = make_stop(session, journey, make_party(session), place="Naryn", note="By the river")
    hidden = asked_stop(session, journey, make_user(session))
    signed_in(client, host)
    saved = client.post(url(own), data={"place": "Osh", "institution": "Town hall"})
    assert (saved.status_code, own.content["institution"]) == (303, "Town hall")
    assert "By the river" in client.get(url(other)).text
    assert "main-form" not in client.get(url(other)).text
    for refused in (other, hidden):
        assert client.post(url(refused), data={"place": "Ours"}).status_code == 404
    assert client.get(url(own, "/answer")).status_code == 403
    assert client.post(url(own, "/up")).status_code == 403
    assert other.content["place"] == "Naryn"
    assert "Move up" not in client.get(f"/journeys/{journey.ref}/plan").text


def test_two_at_once_are_shown_both_texts(
    session: Session, client: FlaskClient, signed_in: SignIn
) -> None:
    stop = make_stop(session, make_journey(session), make_party(session), note="By the river")
    signed_in(client, make_user(session, Role.REVIEWER))
    seen = seen_on(client, url(stop))
    client.post(url(stop), data={"note": "At the school", **seen})
    late = client.post(url(stop), data={"note": "On the hill", **seen})
    assert late.status_code == 409
    assert "At the school" in late.text
    assert "On the hill" in late.text


def test_a_town_is_taken_with_what_was_typed(
    session: Session, client: FlaskClient, signed_in: SignIn
) -> None:
    stop = make_stop(session, make_journey(session), make_party(session), place="Samarkand")
    signed_in(client, make_user(session, Role.REVIEWER))
    page = client.get(url(stop))
    assert "Towns: GeoNames" in page.text
    button = page.text.split("/place/")[1].split('"')[0]
    typed = {"place": "Samarkand", "note": "Near the wall", **seen_on(client, url(stop))}
    assert client.post(url(stop, f"/place/{button}"), data=typed).status_code == 303
    assert (stop.content["zone"], stop.content["note"]) == ("Asia/Samarkand", "Near the wall")
    assert "Towns: GeoNames" not in client.get(url(stop)).text


def test_the_baton_list_is_written_and_ticked(
    session: Session, client: FlaskClient, signed_in: SignIn
) -> None:
    journey, host = make_journey(session), make_user(session)
    stop = make_stop(session, journey, host.party, place="Osh")
    signed_in(client, host)
    added = client.post(url(stop, "/baton/add"))
    client.post(added.location, data={"what": "Permit for the camp", "kind": "permit"})
    client.post(f"{added.location}/done")
    page = client.get(url(stop, "/baton"))
    assert "Permit for the camp" in page.text
    assert host.name in page.text
    client.post(f"{added.location}/remove")
    assert "Something was taken off the list." in client.get(url(stop, "/baton")).text
    signed_in(client, make_user(session))
    assert client.get(url(stop, "/baton")).status_code == 404


@pytest.mark.parametrize(
    "page", ["/journeys/{ref}/plan", "{stop}/baton", "{stop}", "/journeys/mine"]
)
def test_three_stops_take_as_many_queries_as_one(
    app: Flask, session: Session, client: FlaskClient, signed_in: SignIn, page: str
) -> None:
    found = []
    for stops in (FEW, MORE):
        journey, host = make_journey(session), make_user(session)
        for _each in range(stops):
            stop = make_stop(session, journey, host.party, place="Nowhere at all")
            make_stop(session, journey, make_party(session))
            for _item in range(stops):
                baton.add_item(host, stop)
        session.commit()
        session.expire_all()
        signed_in(client, host)
        address = page.format(ref=journey.ref, stop=url(stop))
        client.get(address)
        with count_queries(app) as counted:
            assert client.get(address).status_code == 200
        found.append(len(counted))
    assert found[0] == found[1]
