"""Reading letters, saying how they are to come, and the outbox of an administrator."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
import sqlalchemy as sa
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.kit.clock import now, telling
from engage.post.actions import tell
from engage.post.models import Attempt, Mailing, Notice
from engage.post.queries import PAGE, unread_for
from engage.post.vocabulary import Cause, Outcome, State
from tests.factories import make_user
from tests.post.outbox import DETAILS
from tests.reading import count_queries

SignIn = Callable[[FlaskClient, User], FlaskClient]


@pytest.fixture
def reader(session: Session, client: FlaskClient, signed_in: SignIn) -> User:
    person = make_user(session, Role.REVIEWER, time_zone="Asia/Ulaanbaatar")
    signed_in(client, person)
    return person


def write(person: User, cause: Cause = Cause.RETURNED, plan: int = 1, ago: int = 0) -> Notice:
    with telling(now() - dt.timedelta(days=ago)):
        (letter,) = tell([person], cause, ("plan", plan), **DETAILS)
        return letter


def test_letters_are_read_grouped_by_plan_and_marked_as_read(
    client: FlaskClient, session: Session, reader: User
) -> None:
    letter = write(reader)
    write(reader, Cause.SUBMITTED, ago=3)
    page = client.get("/letters").text
    assert page.count("<h2>") == 1
    assert page.count("Not read") == 2
    assert page.index("Your plan was returned") < page.index("A plan was submitted")
    assert client.get(f"/letters/{letter.id}").status_code == 200
    assert len(unread_for(reader, 5)) == 2
    assert client.post(f"/letters/{letter.id}/read").location == "/letters"
    assert client.get("/letters").text.count("Not read") == 1
    client.post("/letters/read")
    assert "Not read" not in client.get("/letters").text
    assert unread_for(reader, 5) == []


def test_a_letter_shows_its_e_mail_and_where_it_stands(
    client: FlaskClient, session: Session, reader: User
) -> None:
    letter = write(reader)
    page = client.get(f"/letters/{letter.id}").text
    assert "Waiting to be sent" in page
    assert "http://127.0.0.1:8000/review/MN-2026-1" in page.replace("<wbr>", "")
    waiting = write(reader, Cause.SUBMITTED)
    assert "comes with your next digest" in client.get(f"/letters/{waiting.id}").text


def test_a_letter_to_somebody_else_does_not_exist(
    client: FlaskClient, session: Session, reader: User
) -> None:
    other = write(make_user(session, Role.REVIEWER))
    assert client.get(f"/letters/{other.id}").status_code == 404
    assert client.post(f"/letters/{other.id}/read").status_code == 404


def test_no_letters_yet_is_said_in_words(client: FlaskClient, reader: User) -> None:
    assert "No letters yet" in client.get("/letters").text
    assert client.get("/letters?page=2").status_code == 404


def test_many_letters_are_turned_page_by_page_with_as_many_queries(
    isolated: Flask, client: FlaskClient, session: Session, reader: User
) -> None:
    counts = []
    for plans in (range(1), range(1, PAGE + 1)):
        for plan in plans:
            write(reader, Cause.SUBMITTED, plan)
        session.commit()
        client.get("/letters")
        with count_queries(isolated) as counted:
            page = client.get("/letters").text
        counts.append(len(counted))
    assert counts[0] == counts[1]
    assert "1 to 50 of 51" in page
    assert "51 to 51 of 51" in client.get("/letters?page=2").text


def test_each_person_chooses_pace_and_zone(
    client: FlaskClient, session: Session, reader: User
) -> None:
    assert "/letters/settings" in client.get("/account").text
    answer = client.post("/letters/settings", data={"pace": "daily", "time_zone": "nairobi"})
    assert answer.location == "/letters/settings"
    assert (reader.pace, reader.time_zone) == ("daily", "Africa/Nairobi")
    wrong = client.post("/letters/settings", data={"pace": "never", "time_zone": "Narobi"})
    assert wrong.status_code == 422
    assert "If you mean Africa/Nairobi" in wrong.text
    assert 'value="Narobi"' in wrong.text
    nowhere = client.post("/letters/settings", data={"pace": "never", "time_zone": "xqzw"})
    assert "leave it blank" in nowhere.text
    assert reader.pace == "daily"


def failed_mailing(session: Session) -> Mailing:
    write(make_user(session, Role.REVIEWER))
    mailing = session.scalars(sa.select(Mailing).order_by(Mailing.id.desc())).first()
    assert mailing is not None
    mailing.state, mailing.tries = State.FAILED.value, 1
    mailing.attempts.append(
        Attempt(
            begun_at=now(),
            ended_at=now(),
            outcome=Outcome.REFUSED.value,
            answer="550 Nobody of that name",
        )
    )
    session.commit()
    return mailing


def test_an_administrator_sees_what_could_not_be_sent_and_tries_again(
    isolated: Flask, client: FlaskClient, session: Session, signed_in: SignIn
) -> None:
    signed_in(client, make_user(session, Role.ADMINISTRATOR))
    assert "Nothing waits" in client.get("/outbox").text
    first = failed_mailing(session)
    client.get("/outbox")
    with count_queries(isolated) as few:
        page = client.get("/outbox").text
    assert "550 Nobody of that name" in page
    assert "Gens de la steppe" not in page
    others = [failed_mailing(session) for _more in range(2)]
    with count_queries(isolated) as more:
        client.get("/outbox")
    assert len(few) == len(more)
    client.post(f"/outbox/{first.id}/again")
    assert (first.state, first.tries) == (State.WAITING, 0)
    client.post("/outbox/again")
    assert {each.state for each in others} == {State.WAITING}
    first.state = State.SENT.value
    client.post(f"/outbox/{first.id}/again")
    assert "has been sent or is being sent" in client.get("/outbox").text
    assert client.post("/outbox/0/again").status_code == 404


def test_the_outbox_is_closed_to_others(client: FlaskClient, reader: User) -> None:
    assert client.get("/outbox").status_code == 403
    assert client.post("/outbox/again").status_code == 403
