"""What an event says on paper and in its document, besides its answers."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.events import exports
from engage.events.models import Event, EventPartner
from engage.events.reading import told_apart
from engage.events.vocabulary import PartnerState
from engage.journeys.vocabulary import StopState
from engage.kit.clock import now
from engage.kit.pieces import plain
from tests.events.documents import Rows
from tests.events.outputs import document_of
from tests.factories import make_event, make_journey, make_party, make_stop, make_user
from tests.kit.test_pdf import text_of
from tests.reading import count_queries

COUNTS = {"everyone": {"women.all": {"number": 2}, "men.all": {"number": 9}}}


def paper_of(event: Event, reader: User | None = None, language: str = "en") -> Any:
    return exports.paper(exports.copy_for(reader, event), language)


def facts_of(paper: Any) -> dict[str, str]:
    return {label: plain(cell) for label, cell in paper["facts"]}


@pytest.mark.parametrize(("language", "title"), [("ar", "يوم الأرض"), ("ru", "Day of the land")])
def test_the_title_is_in_the_readers_language_where_there_is_one(
    session: Session, language: str, title: str
) -> None:
    event = make_event(session, title="Day of the land", titles={"ar": "يوم الأرض"})
    paper = paper_of(event, language=language)
    assert (paper["title"], paper["title_lang"]) == (title, "ar" if language == "ar" else "en")


def test_an_event_that_is_called_off_says_so_on_top(session: Session) -> None:
    assert paper_of(make_event(session, status="cancelled"))["draft"] == "Cancelled"
    assert paper_of(make_event(session, status="not_held"))["draft"] == "Did not take place"
    assert paper_of(make_event(session, status={"as_typed": {"": ["off"]}}))["draft"] is None


def test_what_is_kept_back_is_told_from_what_is_not_known(session: Session) -> None:
    event = make_event(session, visibility="public", safety="province", place="Sabha")
    facts = facts_of(paper_of(event))
    assert facts["Place"] == "not shown, to keep people safe"
    assert facts["When"] == "not filled in yet"
    assert facts_of(paper_of(event, make_user(session, party=event.party)))["Place"] == "Sabha"


def test_what_is_left_out_is_said_in_words_above_the_answers(session: Session) -> None:
    event = make_event(
        session,
        visibility="public",
        safety="province",
        place="Sabha",
        persons={"number": 3},
        counts=COUNTS,
        participants={"number": 11},
        paragraph="Herders met at the wells.",
    )
    first = paper_of(event)["sections"][0]
    said = [line["text"] for entry in first["entries"] for line in entry["lines"]]
    assert said == [
        "Herders met at the wells.",
        "Not shown, to keep those who take part safe: Place",
        "Fewer than 5 people, so that no figure is shown: Different persons among them",
        (
            "Figures of fewer than 5 people are left out here, and those from which they could be "
            "worked out: Participants by group, sex and age"
        ),
    ]
    inside = exports.copy_for(make_user(session, party=event.party), event)
    assert told_apart(inside.document, "en") == ()


def test_only_the_parties_that_said_yes_are_named(session: Session) -> None:
    event = make_event(session)
    for name, state in (("Telmara", PartnerState.ACCEPTED), ("Sundria", PartnerState.ASKED)):
        party = make_party(session, name)
        event.partners.append(EventPartner(party=party, state=state, asked_at=now()))
    session.flush()
    assert facts_of(paper_of(event))["Held jointly with"] == "Telmara"
    assert exports.document_for(None, event)["joint_with"] == [event.partners[0].party_code]


def test_an_event_of_the_secretariat_has_no_party(session: Session) -> None:
    event = make_event(session, writer=make_user(session, Role.REVIEWER))
    assert exports.document_for(None, event)["party"] is None
    assert paper_of(event)["party"] == "Secretariat of the Convention"


def test_the_stop_is_told_once_its_host_has_said_yes_and_the_journey_is_open(
    session: Session,
) -> None:
    journey = make_journey(session)
    stop = make_stop(session, journey, make_party(session), StopState.PROPOSED)
    event = make_event(session, belongs={"journey_id": journey.id, "stop_id": stop.id})
    assert exports.document_for(None, event).get("stop") is None
    stop.state = StopState.ACCEPTED
    told = exports.document_for(None, event)
    assert (told["journey"], told["stop"]) == (journey.ref, stop.key)
    journey.is_open = False
    assert "journey" not in exports.document_for(None, event)


def test_a_pdf_that_was_made_for_one_is_not_given_to_another(
    session: Session, client: FlaskClient, signed_in: Any
) -> None:
    event = make_event(session, visibility="public", safety="province", place="Sabha")
    inside = make_user(session, party=event.party)
    session.commit()
    address = f"/events/{event.ref}/print.pdf?lang=en"
    with time_machine.travel(dt.datetime(2026, 11, 22, tzinfo=dt.UTC), tick=False):
        outside = text_of(client.get(address).data)
        own = text_of(signed_in(client, inside).get(address).data)
    assert "Sabha" in own
    assert "Sabha" not in outside


@pytest.mark.parametrize("ending", [".json", "/print", "/print.pdf"])
def test_who_may_not_see_the_event_finds_no_paper_of_it(
    session: Session, client: FlaskClient, ending: str
) -> None:
    event = make_event(session)
    session.commit()
    assert client.get(f"/events/{event.ref}{ending}").status_code == 404


def test_a_paper_names_its_event_and_language(session: Session, client: FlaskClient) -> None:
    event = make_event(session, visibility="public")
    session.commit()
    answer = client.get(f"/events/{event.ref}/print.pdf?lang=fr")
    assert f'filename="{event.ref}-fr.pdf"' in answer.headers["Content-Disposition"]
    answer = client.get(f"/events/{event.ref}.json", read=False)
    assert f'filename="{event.ref}.json"' in answer.headers["Content-Disposition"]
    assert document_of(client, event.ref)["schema"] == "engage-event/1"


@pytest.mark.parametrize("ending", [".json", "/print"])
def test_three_rows_parts_and_partners_take_as_many_queries_as_one(
    session: Session, app: Flask, client: FlaskClient, ending: str
) -> None:
    asked = []
    for many in (1, 3):
        event = event_with(session, many)
        session.commit()
        with count_queries(app) as counted:
            assert client.get(f"/events/{event.ref}{ending}", read=False).status_code == 200
        asked.append(len(counted))
    assert asked[0] == asked[1]


def event_with(session: Session, many: int) -> Event:
    """With so many rows, parts and Parties that it is held with."""
    party = make_party(session)
    rows: Rows = {
        "hours": [{"hours": {"from": "09:00"}}] * many,
        "sites": [{"name": "Karo"}] * many,
    }
    event = make_event(session, party=party, visibility="public", rows=rows)
    for _each in range(many):
        belongs = {"parent_id": event.id}
        make_event(session, party=party, visibility="public", belongs=belongs)
        partner = make_party(session)
        event.partners.append(
            EventPartner(party=partner, state=PartnerState.ACCEPTED, asked_at=now())
        )
    return event


@pytest.mark.parametrize("answers", [{"participants": {"number": 57}}, {}])
def test_the_rules_of_counting_are_printed_with_what_was_counted(
    session: Session, answers: dict[str, Any]
) -> None:
    event = make_event(session, visibility="public", **answers)
    titles = [
        section["title"]
        for section in exports.paper(exports.copy_for(None, event), "en")["sections"]
    ]
    assert ("How it is counted" in titles) is bool(answers)
