"""The database: one engine per app, one session per app context, and the base of every model.

On SQLite a transaction that may write starts with BEGIN IMMEDIATE. Python's and SQLAlchemy's
default lets two writers read the same row and lose one of the changes without a word.
"""

from __future__ import annotations

import json
import sqlite3
from datetime import UTC, datetime
from functools import partial
from typing import Any

import sqlalchemy as sa
from flask import Flask, current_app, g, has_request_context, request
from sqlalchemy import event
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import DeclarativeBase, Session, sessionmaker
from sqlalchemy.pool import NullPool
from sqlalchemy.types import TypeDecorator

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
PRAGMAS = ("journal_mode=WAL", "synchronous=NORMAL", "busy_timeout=10000")
NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class UtcDateTime(TypeDecorator[datetime]):
    """A moment: aware in, aware UTC out, on every database."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:  # noqa: ARG002  # SQLAlchemy's signature
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:  # noqa: ARG002  # SQLAlchemy's signature
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


Document = sa.JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")


class Base(DeclarativeBase):
    metadata = sa.MetaData(naming_convention=NAMES)
    type_annotation_map = {  # noqa: RUF012  # SQLAlchemy reads it as is
        datetime: UtcDateTime,
        dict[str, Any]: Document,
        list[Any]: Document,
        list[str]: Document,
    }


def _open_sqlite(pragmas: tuple[str, ...], connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # the driver starts no transactions of its own
    for pragma in pragmas:
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: sa.Connection) -> None:
    reads_only = has_request_context() and request.method in SAFE_METHODS
    connection.exec_driver_sql("BEGIN" if reads_only else "BEGIN IMMEDIATE")


def make_engine(url: str, *, migrates: bool = False) -> sa.Engine:
    """An engine for the app, or for migrations: SQLite alters a table by making it anew, and
    must not follow foreign keys while it does."""
    address = sa.make_url(url)
    # Text in documents stays text in the file, so that it can be searched and read.
    dumps = partial(json.dumps, ensure_ascii=False)
    pool = NullPool if migrates else None  # a migration holds no connection for later
    if address.get_backend_name() != "sqlite":
        return sa.create_engine(
            address, poolclass=pool, pool_pre_ping=not migrates, json_serializer=dumps
        )
    engine = sa.create_engine(
        address, poolclass=pool, connect_args={"timeout": 10}, json_serializer=dumps
    )
    pragmas = (*PRAGMAS, f"foreign_keys={'OFF' if migrates else 'ON'}")
    event.listen(engine, "connect", partial(_open_sqlite, pragmas))
    event.listen(engine, "begin", _begin_sqlite)
    return engine


class Database:
    """The app's database; `db.session` belongs to the current app context."""

    def init_app(self, app: Flask) -> None:
        engine = make_engine(app.config["DATABASE_URL"])
        app.extensions["engage.engine"] = engine
        app.extensions["engage.sessions"] = sessionmaker(engine, expire_on_commit=False)
        app.teardown_appcontext(self._close)

    @property
    def engine(self) -> sa.Engine:
        engine: sa.Engine = current_app.extensions["engage.engine"]
        return engine

    @property
    def sessions(self) -> sessionmaker[Session]:
        sessions: sessionmaker[Session] = current_app.extensions["engage.sessions"]
        return sessions

    @property
    def session(self) -> Session:
        if "session_of_database" not in g:
            g.session_of_database = self.sessions()
        session: Session = g.session_of_database
        return session

    def _close(self, _error: BaseException | None) -> None:
        session: Session | None = g.pop("session_of_database", None)
        if session is not None:
            session.close()


db = Database()
