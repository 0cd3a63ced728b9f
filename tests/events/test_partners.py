"""Joint events: asked, answered, and named only by those who said yes."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.events.document import compose
from engage.events.models import Event
from engage.events.partners import ask
from engage.kit.clock import now
from engage.post.models import Notice
from tests.events.conftest import NewClient, SignIn
from tests.factories import make_event, make_party, make_user


@pytest.fixture
def neighbour(session: Session) -> User:
    return make_user(session, party=make_party(session, "Steppeland"))


@pytest.fixture
def theirs(new_client: NewClient, signed_in: SignIn, neighbour: User) -> FlaskClient:
    return signed_in(new_client(), neighbour)


@pytest.fixture
def event(session: Session, writer: User) -> Event:
    return make_event(session, writer=writer, place="Sabha", safety="province")


def joint_with(event: Event) -> list[str]:
    found: list[str] = compose(event, inside=False, moment=now())["joint_with"]
    return found


def test_a_party_is_named_from_the_moment_it_accepts_until_it_changes_its_mind(
    session: Session,
    event: Event,
    writer: User,
    neighbour: User,
    party: FlaskClient,
    theirs: FlaskClient,
) -> None:
    code = neighbour.party_code or ""
    here = f"/events/{event.ref}/partners"
    assert party.post(here, data={"party": code}).status_code == 303
    assert party.post(here, data={"party": code}).status_code == 422
    assert joint_with(event) == []
    assert event.title in theirs.get("/events/asked").text
    page = theirs.get(f"{here}/{code}").text
    assert event.title in page
    assert "Sabha" not in page
    said = {"answer": "accepted", "reason": "", "seen": mark_on(page)}
    assert theirs.post(f"{here}/{code}", data=said).status_code == 303
    session.refresh(event)
    assert joint_with(event) == [code]
    no = {"answer": "declined", "reason": "No hall is free.", "seen": said["seen"]}
    late = theirs.post(f"{here}/{code}", data=no)
    assert late.status_code == 409
    assert "No hall is free." in late.text
    assert theirs.post(f"{here}/{code}", data=no | {"seen": mark_on(late.text)}).status_code == 303
    assert "No hall is free." in party.get(here).text
    session.refresh(event)
    assert joint_with(event) == []
    letters = session.execute(sa.select(Notice.person_id, Notice.cause, Notice.details)).all()
    assert {(person, cause) for person, cause, _details in letters} == {
        (neighbour.id, "partner_asked"),
        (writer.id, "partner_answered"),
    }
    assert {details["url"] for _person, _cause, details in letters} == {f"{here}/{code}", here}


def mark_on(page: str) -> str:
    return page.split('name="seen" type="hidden" value="')[1].split('"')[0]


def test_a_no_needs_a_reason_and_keeps_what_was_typed_if_the_question_is_gone(
    session: Session, event: Event, writer: User, neighbour: User, theirs: FlaskClient
) -> None:
    assert neighbour.party is not None
    partner = ask(writer, event, neighbour.party)
    there = f"/events/{event.ref}/partners/{neighbour.party_code}"
    assert theirs.post(there, data={"answer": "declined"}).status_code == 422
    assert theirs.post(there, data={"reason": "Yes, gladly."}).text.count("Yes, gladly.") == 1
    session.delete(partner)
    gone = theirs.post(there, data={"answer": "accepted", "reason": "Yes, gladly."})
    assert gone.status_code == 409
    assert "Yes, gladly." in gone.text
    assert theirs.get(there).status_code == 404


def test_nobody_answers_for_another_party_and_nobody_asks_about_others_events(
    session: Session,
    event: Event,
    writer: User,
    neighbour: User,
    party: FlaskClient,
    theirs: FlaskClient,
    new_client: NewClient,
    signed_in: SignIn,
) -> None:
    assert neighbour.party is not None
    ask(writer, event, neighbour.party)
    here = f"/events/{event.ref}/partners"
    there = f"{here}/{neighbour.party_code}"
    assert party.get(there).status_code == 404
    assert party.post(there, data={"answer": "accepted"}).status_code == 404
    colleague = make_user(session, Role.CONTRIBUTOR, party=neighbour.party)
    assert signed_in(new_client(), colleague).get(there).status_code == 403
    assert theirs.get(here).status_code == 404
    assert theirs.post(f"{there}/take-back").status_code == 404
    assert party.post(f"{there}/take-back").status_code == 303
    assert theirs.get(f"/events/{event.ref}/partners/{neighbour.party_code}").status_code == 404


def test_the_secretariat_asks_too_and_hears_the_answer(
    session: Session, reviewer: User, neighbour: User, theirs: FlaskClient
) -> None:
    assert neighbour.party is not None
    event = make_event(session, writer=reviewer)
    ask(reviewer, event, neighbour.party)
    there = f"/events/{event.ref}/partners/{neighbour.party_code}"
    page = theirs.get(there).text
    theirs.post(there, data={"answer": "accepted", "reason": "", "seen": mark_on(page)})
    told = session.scalars(sa.select(Notice).where(Notice.person_id == reviewer.id)).one()
    assert told.cause == "partner_answered"
    assert told.details["party"] == neighbour.party.names
