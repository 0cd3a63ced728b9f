from __future__ import annotations

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.plans.filters.details import cleaned, id_in
from engage.plans.filters.models import SavedFilter
from tests.factories import make_user
from tests.pages import parse

SignIn = Callable[[FlaskClient, User], FlaskClient]
ASIA = "annex=asia&reviewer=me"


@pytest.fixture
def desk(client: FlaskClient, session: Session, signed_in: SignIn) -> FlaskClient:
    return signed_in(client, make_user(session, Role.REVIEWER))


def hidden(page: str, name: str) -> str:
    return next(
        str(box.get("value") or "") for box in parse(page).iter("input") if box.get("name") == name
    )


def kept(session: Session) -> list[tuple[str, str, str]]:
    session.expire_all()
    return [(each.page, each.name, each.query) for each in session.query(SavedFilter)]


def test_only_what_filters_and_sorts_is_kept() -> None:
    asked = "page=3&lang=ar&reviewer=me&words=&annex=asia&odd=1&annex=lac&words=two+words"
    assert cleaned(asked) == "words=two+words&annex=lac&reviewer=me"


@pytest.mark.parametrize(
    ("asked", "found"), [("12", 12), ("", 0), ("me", 0), ("-1", 0), ("9" * 12, 0)]
)
def test_an_id_is_read_from_an_address(asked: str, found: int) -> None:
    assert id_in(asked) == found


@pytest.mark.parametrize(("place", "address"), [("board", "/board"), ("queue", "/review")])
def test_a_filter_is_kept_used_and_removed(
    session: Session, desk: FlaskClient, place: str, address: str
) -> None:
    there = f"/filters/{place}"
    page = desk.get(f"{address}?{ASIA}").text
    assert f"{there}?annex=asia" in page or f"{there}?state=waiting&amp;annex=asia" in page
    query = hidden(desk.get(f"{there}?{ASIA}&page=2").text, "query")
    answer = desk.post(there, data={"name": " Asia,  mine ", "query": query})
    assert answer.location == f"{address}?{ASIA}"
    assert kept(session) == [(place, "Asia, mine", ASIA)]
    assert "Asia, mine" in desk.get(address).text
    (row,) = session.query(SavedFilter).all()
    assert desk.post(f"{there}/{row.id}/remove").status_code == 303
    assert kept(session) == []


def test_the_same_name_is_replaced_after_saying_so(session: Session, desk: FlaskClient) -> None:
    desk.get("/filters/board")
    desk.post("/filters/board", data={"name": "Mine", "query": ASIA})
    again = {"name": "Mine", "query": "annex=lac"}
    answer = desk.post("/filters/board", data=again)
    assert answer.status_code == 409
    assert "You keep another filter under the name" in answer.text
    assert kept(session) == [("board", "Mine", ASIA)]
    replaces = hidden(answer.text, "replaces")
    assert desk.post("/filters/board", data=again | {"replaces": replaces}).status_code == 303
    assert kept(session) == [("board", "Mine", "annex=lac")]


def test_a_filter_needs_a_name(session: Session, desk: FlaskClient) -> None:
    desk.get("/filters/board")
    answer = desk.post("/filters/board", data={"name": " ", "query": ASIA})
    assert answer.status_code == 422
    assert "Please give the filter a name." in answer.text
    assert hidden(answer.text, "query") == ASIA


def test_nobody_sees_or_removes_the_filters_of_another(
    session: Session, desk: FlaskClient, new_client: Callable[[], FlaskClient], signed_in: SignIn
) -> None:
    desk.get("/filters/board")
    desk.post("/filters/board", data={"name": "Mine alone", "query": ASIA})
    (row,) = session.query(SavedFilter).all()
    other = signed_in(new_client(), make_user(session, Role.REVIEWER))
    assert "Mine alone" not in other.get("/board").text
    assert other.post(f"/filters/board/{row.id}/remove").status_code == 404
    assert desk.post(f"/filters/queue/{row.id}/remove").status_code == 404
