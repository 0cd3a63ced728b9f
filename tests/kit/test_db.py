from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
import sqlalchemy as sa
from flask import Flask
from sqlalchemy.dialects import sqlite
from sqlalchemy.orm import Session

from engage.kit.db import UtcDateTime, db, make_engine

ADDIS_ABABA = timezone(timedelta(hours=3))


def test_a_moment_comes_back_in_utc(session: Session) -> None:
    moment = datetime(2026, 3, 20, 12, 0, tzinfo=ADDIS_ABABA)
    found = session.scalar(sa.select(sa.type_coerce(sa.literal(moment, UtcDateTime), UtcDateTime)))
    assert found == moment
    assert found is not None
    assert found.tzinfo == UTC


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        UtcDateTime().process_bind_param(datetime(2026, 3, 20), sqlite.dialect())  # noqa: DTZ001  # the point


def test_the_session_belongs_to_the_context(app: Flask) -> None:
    with app.app_context():
        first = db.session
        assert db.session is first
    with app.app_context():
        assert db.session is not first


def test_writers_on_sqlite_wait_for_one_another(tmp_path: Path) -> None:
    engine = make_engine(f"sqlite:///{tmp_path / 'counter.sqlite'}")
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE counter (value INTEGER NOT NULL)")
        connection.exec_driver_sql("INSERT INTO counter VALUES (0)")

    def add_one(_turn: int) -> None:
        with engine.begin() as connection:
            value = connection.exec_driver_sql("SELECT value FROM counter").scalar_one()
            connection.exec_driver_sql("UPDATE counter SET value = ?", (value + 1,))

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(add_one, range(40)))
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT value FROM counter").scalar_one() == 40
    engine.dispose()
