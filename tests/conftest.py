"""Fixtures for every test: an app on SQLite and on PostgreSQL, a savepoint a test, a client.

`app`        one per database and run; a test that asks for it runs on both databases
`session`    the test's own session, inside an app context: `db.session` is this one
`client`     reads every page it fetches; fails on a GET that writes, on changes left uncommitted
`signed_in`  signs a user in: `signed_in(client, user)`
`toy`        a running server that speaks a seventh language, made up for the tests
`ical_js`    a second reader of calendars, independent of the library that writes them
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from flask import Flask, g
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from engage._build import compile_catalogues
from engage.app import create_app
from engage.config import ROOT, Settings
from tests.compiled import Compiled
from tests.kit.calendars.reader import Reader, second_reader
from tests.languages.toy import Toy, running_toy
from tests.postgres import cluster, new_database
from tests.reading import ReadingClient, watch

os.environ["LC_ALL"] = "C.UTF-8"  # commands speak the language of the environment
# A run holds much that lives to its end; looking through it for garbage again and again takes a
# tenth of the time.
gc.set_threshold(100_000, 50, 100)
COMPILED = Compiled()
REQUIRE_ALL = os.environ.get("ENGAGE_REQUIRE_ALL") == "1"


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        compile_catalogues(ROOT / "translations")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if REQUIRE_ALL and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped, but every test is required here: {report.longrepr}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    if REQUIRE_ALL and report.skipped:
        report.outcome = "failed"
        report.longrepr = f"skipped, but every test is required here: {report.longrepr}"
    return report


def make_settings(folder: Path, database_url: str) -> Settings:
    return Settings.from_environment(
        {
            "ENGAGE_INSTANCE": str(folder),
            "ENGAGE_DATABASE_URL": database_url,
            "ENGAGE_SECRET_KEY": "a key for tests only",
            "ENGAGE_PASSWORD_COST": "test",
        }
    )


def make_app(folder: Path, database_url: str) -> Flask:
    """An app that need not compile the templates that another one has compiled."""
    app = create_app(make_settings(folder, database_url))
    app.jinja_env.bytecode_cache = COMPILED
    return app


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a PostgreSQL server; skips where there are no binaries."""
    with cluster() as address:
        yield address


@pytest.fixture(scope="session")
def ical_js() -> Reader:
    """Reads a calendar without our library for it; skips where there is no node."""
    return second_reader()


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path_factory.mktemp('database') / 'engage.sqlite'}"
    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    return new_database(request.getfixturevalue("postgres"), f"engage_{worker}")


@pytest.fixture(scope="session")
def app(database_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    app = make_app(tmp_path_factory.mktemp("instance"), database_url)
    app.testing = True
    app.test_client_class = ReadingClient
    with app.app_context():
        app.extensions["alembic"].upgrade()
    watch(app)
    yield app
    app.extensions["engage.engine"].dispose()


@pytest.fixture(scope="session")
def toy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Toy]:
    """Engage with a made-up seventh language, in a process of its own."""
    with running_toy(tmp_path_factory.mktemp("toy")) as toy:
        yield toy


@contextmanager
def undone(app: Flask) -> Iterator[Flask]:
    """The app, every change undone in the end: all sessions share one connection."""
    engine, sessions = app.extensions["engage.engine"], app.extensions["engage.sessions"]
    connection = engine.connect()
    transaction = connection.begin()
    sessions.configure(bind=connection, join_transaction_mode="create_savepoint")
    try:
        yield app
    finally:
        sessions.configure(bind=engine, join_transaction_mode="conditional_savepoint")
        transaction.rollback()
        connection.close()


@pytest.fixture
def isolated(app: Flask) -> Iterator[Flask]:
    """The app, every change undone after the test."""
    with undone(app) as isolated:
        yield isolated


@pytest.fixture
def session(isolated: Flask) -> Iterator[Session]:
    with isolated.app_context():
        session: Session = isolated.extensions["engage.sessions"]()
        g.session_of_database = session
        isolated.extensions["tests.session"] = session
        try:
            yield session
        finally:
            del isolated.extensions["tests.session"]


@pytest.fixture
def client(session: Session, isolated: Flask) -> FlaskClient:
    return isolated.test_client()


@pytest.fixture
def new_client(session: Session, isolated: Flask) -> Callable[[], FlaskClient]:
    """Further clients: another person, or the same one on another machine."""
    return isolated.test_client


@pytest.fixture
def signed_in() -> Callable[[FlaskClient, Any], FlaskClient]:
    def sign_in(client: FlaskClient, user: Any) -> FlaskClient:
        with client.session_transaction() as held:
            held["_user_id"] = user.get_id()
            held["_fresh"] = True
        return client

    return sign_in
