"""The ledger of promises: what an event opens with, and what became of it."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from pypdf import PdfReader
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.events.actions import attach, set_event_aside
from engage.events.belonging import Belonging
from engage.events.drafting import add_row, save_row
from engage.events.ledger import is_promise
from engage.events.models import Event
from engage.events.outline.results import OUTCOMES
from engage.events.promises import before, open_promises, promises_before
from engage.plans.drafting import Typed
from tests.events.conftest import NewClient, SignIn
from tests.factories import make_event, make_journey, make_stop, make_user
from tests.reading import count_queries

PUMP = {"type": "pledge", "what": "A pump for the well", "who": "Directorate of Water"}


def held(
    session: Session, writer: User, day: str, *outcomes: dict[str, Any], **answers: Any
) -> Event:
    facts = {"groups": ["pastoralists"], "when": {"start": day}, **answers}
    return make_event(session, writer=writer, rows={"outcomes": outcomes}, **facts)


@pytest.mark.parametrize(
    ("values", "is_one"),
    [
        ({"type": "pledge"}, True),
        ({"type": "statement", "due": {"start": "2027"}}, True),
        ({"what": "Wells", "who": "The mayor"}, True),
        ({"type": "statement", "what": "A declaration"}, False),
        ({"type": "none"}, False),
    ],
)
def test_an_outcome_is_a_promise_if_somebody_is_to_see_to_it(
    values: dict[str, Any], is_one: bool
) -> None:
    assert is_promise(values) is is_one


def test_open_promises_are_passed_on_to_the_next_stop_and_follow_their_event(
    session: Session, writer: User
) -> None:
    journey = make_journey(session)
    here = make_stop(session, journey, writer.party, when={"start": "2026-05-01"})
    following = make_stop(session, journey, when={"start": "2026-05-09"})
    event = held(session, writer, "2026-05-01", belongs={"stop_id": here.id})
    row = add_row(writer, event, OUTCOMES, **PUMP, due={"start": "2027-03"})
    add_row(writer, event, OUTCOMES, type="statement", what="A declaration")
    [item] = following.baton
    what = {"what": PUMP["what"], "who": PUMP["who"], "when": {"start": "2027-03"}}
    assert item.content == {"kind": "promise", "language": "en", **what}
    assert item.source == event.ref
    save_row(writer, event, OUTCOMES, row, Typed({"state": "kept"}, {}))
    assert item.deleted_at is not None


def test_promises_go_with_an_event_that_is_deleted_or_leaves_its_stop(
    session: Session, writer: User
) -> None:
    journey = make_journey(session)
    here = make_stop(session, journey, writer.party)
    following = make_stop(session, journey)
    event = held(session, writer, "2026-05-01", PUMP, belongs={"stop_id": here.id})
    [item] = following.baton
    is_there = []
    for aside in (True, False):
        set_event_aside(writer, event, aside=aside)
        is_there.append(item.deleted_at is None)
    attach(writer, event, Belonging())
    is_there.append(item.deleted_at is None)
    assert is_there == [False, True, False]


def test_who_may_not_write_on_the_lists_of_a_journey_keeps_the_promise_all_the_same(
    session: Session, writer: User
) -> None:
    journey = make_journey(session)
    theirs = make_stop(session, journey, make_user(session).party)
    following = make_stop(session, journey)
    event = held(session, writer, "2026-05-01", PUMP, belongs={"stop_id": theirs.id})
    assert len(event.rows) == 1
    assert following.baton == []


def test_an_event_opens_with_the_last_ones_promises_and_what_is_open_of_those_before(
    session: Session, writer: User
) -> None:
    held(session, writer, "2026-01-10", {**PUMP, "what": "Oldest"}, {**PUMP, "state": "kept"})
    last = held(session, writer, "2026-03-10", {**PUMP, "state": "kept"})
    held(session, writer, "2026-04-10", {**PUMP, "what": "Later"})
    held(session, writer, "2026-02-10", PUMP, groups=["women"])
    held(session, make_user(session), "2026-02-10", PUMP)
    event = held(session, writer, "2026-04-01")
    ledger = promises_before(event)
    assert [each.event.ref for each in ledger.last] == [last.ref]
    assert [each.promise.row.title for each in ledger.older] == ["Oldest"]
    assert before(event, make_user(session)) is None
    found = before(event, writer)
    assert found is not None
    assert (found.open, found.total) == (1, 2)


def test_a_promise_to_a_group_of_ones_own_is_found_by_its_name(
    session: Session, writer: User
) -> None:
    scouts = {"words": "Scouts “of the 100%_steppe”"}
    held(session, writer, "2026-01-10", {**PUMP, "groups": [scouts]}, groups=["women"])
    held(session, writer, "2026-01-11", PUMP, groups=[{"words": "Scouts"}])
    event = held(session, writer, "2026-02-10", groups=[scouts])
    assert len(promises_before(event).all) == 1


def test_open_promises_stand_by_their_day_and_are_narrowed_to_a_group(
    session: Session, writer: User, party: FlaskClient
) -> None:
    someday = {**PUMP, "what": "Some day"}
    late = {**PUMP, "what": "Late", "due": {"start": "2027-05"}, "groups": ["women"]}
    soon = {**PUMP, "what": "Soon", "due": {"start": "2027-01-05"}}
    held(session, writer, "2026-01-10", someday, late, soon, {**PUMP, "state": "not_kept"})
    titles = [each.promise.row.title for each in open_promises(writer.party_code)]
    assert titles == ["Soon", "Late", "Some day"]
    page = party.get("/events/promises?group=women").text
    assert "Late" in page
    assert "Some day" not in page
    assert party.get("/events/promises?page=2").status_code == 404


def test_what_became_of_it_is_noted_at_the_event_where_it_was_promised(
    session: Session, writer: User, party: FlaskClient
) -> None:
    former = held(session, writer, "2026-01-10", PUMP)
    event = held(session, writer, "2026-02-10")
    assert PUMP["what"] in party.get(f"/events/{event.ref}/promises").text
    there = f"/events/{former.ref}/promises/{former.rows[0].key}?before={event.ref}"
    assert PUMP["who"] in party.get(there).text
    answer = party.post(there, data={"state": "kept", "state_note": "It runs.", "seen": ""})
    assert answer.headers["Location"].startswith(f"/events/{event.ref}/promises#")
    session.refresh(former.rows[0])
    assert former.rows[0].content == {**PUMP, "state": "kept", "state_note": "It runs."}
    other = party.post(there, data={"state": "kept", "state_note": "It broke.", "seen": ""})
    assert other.status_code == 409
    assert other.text.count("It runs.") == 1
    assert "It broke." in other.text


def test_nobody_of_another_side_reads_or_notes_a_promise(
    session: Session, writer: User, new_client: NewClient, signed_in: SignIn
) -> None:
    event = held(session, writer, "2026-01-10", PUMP, visibility="public")
    for role in (Role.FOCAL_POINT, Role.REVIEWER):
        client = signed_in(new_client(), make_user(session, role))
        for place in ("", f"/{event.rows[0].key}", "/print", "/print.pdf"):
            assert client.get(f"/events/{event.ref}/promises{place}").status_code == 404
        assert PUMP["what"] not in client.get("/events/promises").text


def test_the_paper_says_what_was_said_and_done_in_any_language_with_own_words_marked(
    session: Session, writer: User, party: FlaskClient
) -> None:
    said = {"feedback": "The well is too far.", "answer": "A nearer one is dug."}
    held(session, writer, "2026-01-10", PUMP)
    held(session, writer, "2026-01-20", **said, language="en", safety="after")
    event = held(session, writer, "2026-02-10")
    # Nobody has said anything where people did not meet.
    held(session, writer, "2026-02-05", title="Snowed in", status="cancelled")
    here = f"/events/{event.ref}/promises/print"
    page = party.get(f"{here}?lang=ru").text
    for words in (*said.values(), *PUMP.values()):
        if words != "pledge":
            assert words in page
    assert '<bdi class="words" lang="en">The well is too far.</bdi>' in page
    assert page.index(said["feedback"]) < page.index(PUMP["what"])
    assert "Snowed in" not in page
    answer = party.get(f"{here}.pdf?lang=ar")
    assert answer.mimetype == "application/pdf"
    assert f"{event.ref}-promises-ar.pdf" in answer.headers["Content-Disposition"]
    with_pump = "".join(each.extract_text() for each in PdfReader(BytesIO(answer.data)).pages)
    assert PUMP["what"] in with_pump


def test_three_promises_take_as_many_queries_as_one(
    app: Flask, session: Session, writer: User, party: FlaskClient
) -> None:
    event = held(session, writer, "2026-12-10")
    counts: list[list[int]] = []
    for day in ("2026-01-10", "2026-01-11"):
        held(session, writer, day, PUMP)
        counts.append([])
        for page in (f"/events/{event.ref}/promises", "/events/promises"):
            with count_queries(app) as counted:
                assert party.get(page).status_code == 200
            counts[-1].append(len(counted))
        held(session, writer, day, PUMP, PUMP)
    assert counts[0] == counts[1]


def test_a_promise_whose_day_is_past_is_named_so_and_judged_no_further(
    session: Session, writer: User, party: FlaskClient
) -> None:
    held(session, writer, "2020-01-10", {**PUMP, "due": {"start": "2020-05"}})
    assert "Was due: May 2020" in party.get("/events/promises").text
    assert dt.date(2020, 5, 1) == open_promises(writer.party_code)[0].promise.due
