"""Sections and rows of an event are saved whatever is typed, and two writers lose nothing."""

from __future__ import annotations

from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.accounts.permissions import Role
from engage.events.outline.event import SECTIONS
from engage.events.queries import own_event
from engage.kit.values.fingerprint import fingerprint
from tests.factories import make_event, make_user


@pytest.fixture
def event(session: Session, client: FlaskClient, signed_in: Any) -> Any:
    """An event whose writer is signed in."""
    writer = make_user(session)
    signed_in(client, writer)
    return make_event(session, writer=writer)


def test_every_section_has_a_form_that_opens_and_saves(client: FlaskClient, event: Any) -> None:
    for section in SECTIONS:
        address = f"/events/{event.ref}/edit/{section.code}"
        assert client.get(address).status_code == 200
        assert client.post(address, data={}).status_code == 303


def test_a_section_saves_itself_and_says_when(client: FlaskClient, event: Any) -> None:
    address = f"/events/{event.ref}/edit/more"
    data = {"summary": "Of wells and pasture", "focal_point_told": "yes"}
    answer = client.post(address, data=data, headers={"HX-Request": "true"})
    assert "Saved at" in answer.text
    assert "Of wells and pasture" in client.get(address).text


def test_private_answers_are_kept_apart(session: Session, client: FlaskClient, event: Any) -> None:
    client.post(f"/events/{event.ref}/edit/sharing", data={"inner_note": "Bring water."})
    writer = make_user(session, Role.CONTRIBUTOR, party=event.party)
    own = own_event(event.ref, writer=writer)
    assert own.private == {"inner_note": "Bring water."}
    assert "inner_note" not in own.content


def test_two_who_change_the_same_answer_see_both_texts(client: FlaskClient, event: Any) -> None:
    address = f"/events/{event.ref}/edit/what"
    seen = f"title:{fingerprint('Another title that stood there')}"
    answer = client.post(address, data={"title": "Mine", "seen": seen})
    assert answer.status_code == 409
    assert all(text in answer.text for text in ("Assembly at the wells", "Mine"))


def test_a_row_is_added_written_deleted_and_taken_back(client: FlaskClient, event: Any) -> None:
    rows = f"/events/{event.ref}/rows/outcomes"
    opened = client.post(f"{rows}/add").location.partition("#")[0]
    assert client.get(opened).status_code == 200
    saved = client.post(opened, data={"what": "300 hectares fenced", "do": "close"})
    assert saved.location == f"/events/{event.ref}/edit/results#list-outcomes"
    assert "300 hectares fenced" in client.get(saved.location).text
    gone = client.post(f"{opened}/delete").location
    page = client.get(gone).text
    assert "300 hectares fenced" not in page
    assert f"{opened}/restore" in page
    client.post(f"{opened}/restore")
    assert "300 hectares fenced" in client.get(f"/events/{event.ref}").text


def test_an_event_of_others_is_not_written(
    session: Session, client: FlaskClient, event: Any
) -> None:
    other = make_event(session, visibility="public")
    assert client.get(f"/events/{other.ref}/edit/what").status_code == 404
    assert client.post(f"/events/{other.ref}/edit/what", data={}).status_code == 404
