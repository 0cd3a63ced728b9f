"""Totals over events, as far as their reader may see them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.events.counting.adding import EventCounts
from engage.events.models import Event, EventPartner
from engage.events.sums import Sums, sums_of
from engage.events.totals import event_counts, in_period, with_group
from engage.events.vocabulary import PartnerState
from engage.kit.clock import now
from engage.kit.pieces import plain
from engage.reference.models import Party
from tests.factories import make_event, make_journey, make_party, make_user
from tests.reading import count_queries
from tests.speaking import spoken

SignIn = Callable[[FlaskClient, User], FlaskClient]


def held(session: Session, writer: User, people: int | None, **answers: Any) -> Event:
    number: dict[str, Any] = {} if people is None else {"participants": {"number": people}}
    return make_event(session, writer=writer, visibility="public", **number, **answers)


def said(events: list[EventCounts], names: Mapping[str, str] | None = None) -> Sums:
    with spoken():
        return sums_of(events, "en", names)


def rows(sums: Sums, heading: str) -> dict[str, list[str]]:
    table = next(each for each in sums.tables if each["heading"] == heading)
    lines = ([plain(cell) for cell in row] for row in table["rows"])
    return {line[0]: line[1:] for line in lines}


def joint(session: Session, event: Event, party: Party) -> None:
    state = PartnerState.ACCEPTED.value
    event.partners.append(EventPartner(party_code=party.code, state=state, asked_at=now()))
    session.flush()


def test_totals_say_how_many_events_know_them_and_never_mix_stages(session: Session) -> None:
    writer = make_user(session)
    women = {"everyone": {"women.all": {"number": 20}}}
    held(session, writer, 40, counts=women, expected={"number": 100})
    held(session, writer, 60)
    held(session, writer, None)
    found = rows(said(event_counts(writer)), "Participants")
    assert found["Attendances"] == [
        "100",
        "Known for 2 of 3 events.",
        "100",
        "Known for 1 of 3 events.",
    ]
    assert found["Women"][:2] == ["20", "Known for 1 of 3 events."]
    assert found["Youth"][:2] == ["Not known", "Known for 0 of 3 events."]


def test_a_joint_event_counts_once_and_is_shared_for_the_others(session: Session) -> None:
    writer, guest = make_user(session), make_party(session)
    joint(session, held(session, writer, 30), guest)
    assert writer.party is not None
    names = {writer.party.code: "Host", guest.code: "Guest"}
    sums = said(event_counts(None), names)
    by_party = rows(sums, "Participants by Party")
    assert rows(sums, "Participants")["Attendances"][0] == "30"
    assert (by_party["Host"][0], by_party["Host"][2]) == ("30", "None")
    assert (by_party["Guest"][0], by_party["Guest"][2]) == ("Not known", "30")


def test_what_a_conference_counts_is_not_counted_again_in_its_sessions(session: Session) -> None:
    writer = make_user(session)
    whole = held(session, writer, 200)
    belongs = {"parent_id": whole.id}
    held(session, writer, 80, belongs=belongs, expected={"number": 90})
    held(session, writer, 120, belongs=belongs)
    found = rows(said(event_counts(writer)), "Participants")
    assert found["Attendances"][0::2] == ["200", "90"]


def test_what_was_called_off_is_in_no_total(session: Session) -> None:
    writer = make_user(session)
    held(session, writer, 40, expected={"number": 50})
    held(session, writer, None, expected={"number": 70}, status="cancelled")
    found = rows(said(event_counts(writer)), "Participants")
    assert found["Attendances"][2:] == ["50", "Known for 1 of 1 event."]


def test_media_stand_apart_by_channel_and_source(session: Session) -> None:
    writer = make_user(session)
    report = {"kind": "radio", "source": "Station", "audience": {"number": 9000}}
    post = {"platform": "Short films", "reach": {"number": 700}}
    make_event(session, writer=writer, rows={"media": [report, report], "social": [post]})
    sums = said(event_counts(writer))
    table = next(each for each in sums.tables if each["heading"] == "Media and social media")
    assert [[plain(cell) for cell in row][1:] for row in table["rows"]] == [
        ["Station", "Not known", "18,000"],
        ["Short films", "Not known", "700"],
    ]


def test_others_count_no_figure_of_few_people(session: Session) -> None:
    writer = make_user(session)
    held(session, writer, 3)
    held(session, writer, 50)
    mine = rows(said(event_counts(writer)), "Participants")["Attendances"]
    public = rows(said(event_counts(None)), "Participants")["Attendances"]
    assert mine[0] == "53"
    assert public[0] == "50"
    assert "known but not shown" in public[1]


def test_no_total_of_a_period_tells_when_an_event_is_whose_time_stays_back(
    session: Session,
) -> None:
    writer = make_user(session)
    when = {"start": "2099-06-17"}
    held(session, writer, 50, when=when, safety="after")
    first = (now().date(), None)
    assert len(event_counts(None)) == 1
    assert event_counts(None, *in_period(None, *first)) == []
    assert len(event_counts(writer, *in_period(writer, *first))) == 1


def test_a_group_has_its_own_events_and_private_ones_are_not_counted(session: Session) -> None:
    writer = make_user(session)
    held(session, writer, 50, groups=["women", "farmers"])
    held(session, writer, 20, groups=["youth"])
    make_event(session, writer=writer, groups=["farmers"])
    reviewer = make_user(session, Role.REVIEWER)
    assert len(event_counts(reviewer, with_group("farmers"))) == 1
    assert len(event_counts(writer, with_group("farmers"))) == 2


@pytest.mark.parametrize("query", ["", "?party=own&group=farmers&from=2026-01-01"])
def test_three_events_take_as_many_queries_as_one(
    app: Flask, client: FlaskClient, session: Session, signed_in: SignIn, query: str
) -> None:
    writer = make_user(session)
    counts = []
    signed_in(client, writer)
    for _more in range(3):
        joint(session, held(session, writer, 40, groups=["farmers"]), make_party(session))
        session.commit()
        client.get(f"/events/totals{query}")
        with count_queries(app) as counted:
            page = client.get(f"/events/totals{query}")
        counts.append(len(counted))
    assert "How it is counted" in page.text or query
    assert counts[0] == counts[-1]


def test_no_total_holds_what_stays_back_with_the_time_of_its_event(session: Session) -> None:
    writer = make_user(session)
    rows_of = {
        "social": [{"platform": "Live on 12 June", "reach": {"number": 900}}],
        "media": [{"outlet": "Radio Karo", "kind": "radio", "items": {"number": 1}}],
    }
    answers: dict[str, Any] = {
        "visibility": "public",
        "safety": "after",
        "when": {"start": "2099-06-12"},
    }
    make_event(session, writer=writer, rows=rows_of, **answers)
    seen = {
        reader: [media.source for event in event_counts(reader) for media in event.media]
        for reader in (writer, make_user(session), None)
    }
    assert [len(sources) for sources in seen.values()] == [2, 1, 1]
    assert seen[None] == ["Radio Karo"]


def test_nobody_learns_what_belongs_to_a_journey_that_is_not_public(
    client: FlaskClient, session: Session, signed_in: SignIn
) -> None:
    journey = make_journey(session)
    make_event(session, visibility="public", belongs={"journey_id": journey.id})
    signed_in(client, make_user(session))
    address = f"/events/totals?journey={journey.ref}"
    assert "1 event." in client.get(address).text
    journey.is_open = False
    session.commit()
    assert client.get(address).status_code == 404


def test_a_day_that_cannot_be_read_is_said_beside_its_box(
    client: FlaskClient, session: Session, signed_in: SignIn
) -> None:
    writer = make_user(session)
    session.commit()
    page = signed_in(client, writer).get("/events/totals?from=June").text
    assert "Please write the day as 2026-06-17." in page
    assert 'value="June"' in page
