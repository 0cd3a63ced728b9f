"""The client itself: what it lets pass, and what it does not."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient

from engage.kit.db import db
from engage.kit.transaction import commits
from tests.conftest import make_app
from tests.factories import make_party
from tests.reading import ReadingClient, count_queries, watch


def writes() -> str:
    make_party(db.session)
    return "done"


VIEWS: dict[str, Callable[[], str]] = {
    "/writes": writes,
    "/commits": commits(writes),
    "/reads": lambda: str(db.session.connection().exec_driver_sql("SELECT 1").scalar_one()),
    "/page-with-a-fault": lambda: "<!doctype html><title>x</title><p>no heading</p>",
}


@pytest.fixture
def odd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    folder = tmp_path_factory.mktemp("odd")
    app = make_app(folder, f"sqlite:///{folder / 'engage.sqlite'}")
    for path, view in VIEWS.items():
        app.add_url_rule(path, path, view, methods=["GET", "POST"])
    with app.app_context():
        app.extensions["alembic"].upgrade()
    app.test_client_class = ReadingClient
    watch(app)
    yield app
    app.extensions["engage.engine"].dispose()


@pytest.fixture
def odd_client(odd: Flask) -> FlaskClient:
    return odd.test_client()


def test_changes_left_uncommitted_fail(odd_client: FlaskClient) -> None:
    with pytest.raises(AssertionError, match="POST /writes leaves changes uncommitted"):
        odd_client.post("/writes", read=False)


def test_a_get_that_writes_fails(odd_client: FlaskClient) -> None:
    with pytest.raises(AssertionError, match="GET /commits writes: INSERT INTO party"):
        odd_client.get("/commits", read=False)


def test_a_post_that_commits_passes(odd_client: FlaskClient) -> None:
    assert odd_client.post("/commits", read=False).text == "done"


def test_a_page_with_a_fault_fails(odd_client: FlaskClient) -> None:
    with pytest.raises(AssertionError, match="0 h1 where there should be one"):
        odd_client.get("/page-with-a-fault")


def test_queries_are_counted_without_the_bookkeeping(odd: Flask, odd_client: FlaskClient) -> None:
    with count_queries(odd) as counted:
        odd_client.get("/reads", read=False)
    assert counted == ["SELECT 1"]
