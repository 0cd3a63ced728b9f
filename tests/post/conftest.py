"""A mail server, an app whose outbox is really shared, and senders in processes of their own.

`postman`    a mail server on loopback
`shared_app` an app on a database of its own, whose letters go to the postman
`senders`    starts senders on that database: `senders(copies=4)` gives their exit codes
"""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from flask import Flask

from engage.accounts.models import User
from engage.app import create_app
from engage.config import ROOT, Settings
from engage.post.models import Mailing, Notice
from engage.reference.models import Party
from tests.conftest import make_settings
from tests.post.postman import Postman, at_work
from tests.postgres import new_database


class Senders:
    """Senders on the database of an app; `pids` gives each process as soon as it is there."""

    def __init__(self, process: subprocess.Popen[str], settings: dict[str, str], log: Path) -> None:
        self._process, self._settings, self._log = process, settings, log
        self.pids: queue.Queue[int] = queue.Queue()

    def __call__(self, copies: int = 1, ahead: int = 0, dies_at: int = 0) -> list[int]:
        """How each ended; 0 if well. `ahead` are seconds that their clock is ahead."""
        wish = {"settings": self._settings, "copies": copies, "ahead": ahead, "dies_at": dies_at}
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(wish) + "\n")
        self._process.stdin.flush()
        for pid in self._read("pids"):
            self.pids.put(pid)
        return self._read("exits")

    def log(self) -> str:
        """What they have told until now."""
        return self._log.read_text("utf-8")

    def _read(self, name: str) -> list[int]:
        assert self._process.stdout is not None
        found: list[int] = json.loads(self._process.stdout.readline())[name]
        return found


@pytest.fixture
def postman() -> Iterator[Postman]:
    with at_work() as postman:
        yield postman


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def own_database(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Migrated, and shared by nobody but the tests of a module."""
    folder = tmp_path_factory.mktemp("post")
    address = f"sqlite:///{folder / 'engage.sqlite'}"
    if request.param == "postgresql":
        worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
        address = new_database(request.getfixturevalue("postgres"), f"engage_post_{worker}")
    app = create_app(make_settings(folder, address))
    with app.app_context():
        app.extensions["alembic"].upgrade()
    app.extensions["engage.engine"].dispose()
    return address


@pytest.fixture
def mail_settings(own_database: str, postman: Postman, tmp_path: Path) -> dict[str, str]:
    return {
        "ENGAGE_INSTANCE": str(tmp_path),
        "ENGAGE_DATABASE_URL": own_database,
        "ENGAGE_SECRET_KEY": "a key for tests only",
        "ENGAGE_PASSWORD_COST": "test",
        "ENGAGE_MAIL_SERVER": f"smtp://127.0.0.1:{postman.port}",
        "ENGAGE_MAIL_FROM": "engage@example.org",
        "ENGAGE_ADDRESS": "https://plans.example.org",
    }


@pytest.fixture
def shared_app(mail_settings: dict[str, str]) -> Iterator[Flask]:
    app = create_app(Settings.from_environment(mail_settings))
    yield app
    with app.extensions["engage.sessions"].begin() as session:
        for model in (Notice, Mailing, User, Party):
            session.execute(sa.delete(model))
    app.extensions["engage.engine"].dispose()


@pytest.fixture(scope="session")
def sender_process(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[subprocess.Popen[str], Path]]:
    log = tmp_path_factory.mktemp("senders") / "log"
    with log.open("w") as told:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.post.sender"],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=told,
            text=True,
        )
        yield process, log
        process.communicate(timeout=10)


@pytest.fixture
def senders(
    sender_process: tuple[subprocess.Popen[str], Path],
    mail_settings: dict[str, str],
    shared_app: Flask,
) -> Senders:
    process, log = sender_process
    return Senders(process, mail_settings, log)
