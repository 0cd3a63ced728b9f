"""Counting on a page: the grid, what does not agree, and two who count at once."""

from __future__ import annotations

from collections.abc import Callable

import brotli
import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.events.models import Event
from engage.events.queries import own_event
from tests.factories import make_event, make_party, make_user

SignIn = Callable[[FlaskClient, User], FlaskClient]
KIB = 1024


@pytest.fixture
def writer(session: Session) -> User:
    return make_user(session, party=make_party(session))


@pytest.fixture
def event(session: Session, writer: User) -> Event:
    event = make_event(session, writer=writer, groups=["women", "pastoralists"])
    session.commit()
    return event


@pytest.fixture
def counter(client: FlaskClient, signed_in: SignIn, writer: User) -> FlaskClient:
    return signed_in(client, writer)


def test_figures_are_kept_as_sure_as_they_were_typed(
    counter: FlaskClient, event: Event, writer: User
) -> None:
    address = f"/events/{event.ref}/counts"
    typed = {
        "participants-number": "50",
        "counts-everyone.women.all": "~30",
        "counts-everyone.men.all": "0",
        "counts-pastoralists.all.youth": "10+",
    }
    assert counter.post(address, data=typed).status_code == 303
    content = own_event(event.ref, writer=writer).content
    assert content["counts"] == {
        "everyone": {
            "women.all": {"number": 30, "certainty": "about"},
            "men.all": {"number": 0},
        },
        "pastoralists": {"all.youth": {"number": 10, "certainty": "at_least"}},
    }
    page = counter.get(address).text
    assert 'value="~30"' in page
    assert 'value="≥10"' in page


def test_what_does_not_agree_is_told_and_saved(
    counter: FlaskClient, event: Event, writer: User
) -> None:
    address = f"/events/{event.ref}/counts"
    typed = {"participants-number": "20", "counts-everyone.women.all": "30"}
    assert counter.post(address, data=typed).status_code == 303
    page = counter.get(address).text
    assert "Some figures do not agree" in page
    assert "more than the total of 20" in page
    saved = counter.post(address, data=typed, headers={"HX-Request": "true"})
    assert "more than the total of 20" in saved.text
    assert own_event(event.ref, writer=writer).is_counted


def test_a_figure_that_cannot_be_read_is_kept_as_typed(counter: FlaskClient, event: Event) -> None:
    address = f"/events/{event.ref}/counts/expected"
    counter.post(address, data={"expected_counts-farmers.men.all": "many"})
    page = counter.get(address).text
    assert 'value="many"' in page
    assert "Please write one number in digits" in page
    assert page.index('value="many"') < page.index("More groups")


def test_totals_that_follow_need_not_be_written(counter: FlaskClient, event: Event) -> None:
    address = f"/events/{event.ref}/counts/persons"
    typed = {
        f"persons_counts-pastoralists.{sex}.all": "2"
        for sex in ("women", "men", "other", "not_stated")
    }
    counter.post(address, data=typed)
    assert "need not be written: Pastoralists: 8" in counter.get(address).text


def test_two_who_count_the_same_are_shown_both_figures(
    counter: FlaskClient, event: Event, session: Session
) -> None:
    address = f"/events/{event.ref}/counts"
    counter.post(address, data={"participants-number": "40"})
    late = counter.post(address, data={"participants-number": "60", "seen": "participants:other"})
    assert late.status_code == 409
    assert "Two texts for" in late.text
    assert 'value="60"' in late.text


@pytest.mark.parametrize("language", ["en", "ar", "ru"])
def test_the_whole_grid_fits_a_weak_line(counter: FlaskClient, event: Event, language: str) -> None:
    page = counter.get(f"/events/{event.ref}/counts", query_string={"lang": language})
    assert len(brotli.compress(page.data, quality=5)) < 12 * KIB


def test_others_count_nothing(
    client: FlaskClient, signed_in: SignIn, session: Session, event: Event
) -> None:
    stranger = make_user(session, party=make_party(session))
    session.commit()
    assert signed_in(client, stranger).get(f"/events/{event.ref}/counts").status_code == 404
