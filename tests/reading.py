"""The test client: it reads every page it gets, and watches what a request leaves behind."""

from __future__ import annotations

import contextvars
from typing import Any

import sqlalchemy as sa
from flask import Flask, current_app, g, has_request_context, request
from flask.testing import FlaskClient
from itsdangerous import URLSafeTimedSerializer
from sqlalchemy import event
from sqlalchemy.orm import ORMExecuteState, Session, sessionmaker
from werkzeug.test import TestResponse

from engage.kit.db import SAFE_METHODS
from tests.pages import faults

CSRF_SECRET = "0" * 40
WRITES = ("INSERT", "UPDATE", "DELETE")


class ReadingClient(FlaskClient):
    """Fetches as a browser does, in a context of its own, and fails on a page with faults.

    `csrf=False` leaves the token out; `read=False` takes the answer as it is.
    """

    def open(self, *args: Any, csrf: bool = True, read: bool = True, **kwargs: Any) -> TestResponse:
        if csrf and str(kwargs.get("method", "GET")).upper() not in SAFE_METHODS:
            kwargs["headers"] = {**dict(kwargs.get("headers") or {}), "X-CSRFToken": self._token()}
        with_test = self.application.extensions.get("tests.session")
        if with_test is not None:
            with_test.commit()  # what the test prepared is there for the request
        kwargs.setdefault("buffered", True)  # a file that is served is closed again
        # An empty context: the request does not see the context in which the test stands.
        response = contextvars.Context().run(super().open, *args, **kwargs)
        if with_test is not None:
            with_test.expire_all()  # and the test sees what the request changed
        self._fail_on_traces()
        if read:
            self._read(response)
        return response

    def _token(self) -> str:
        with self.session_transaction() as held:
            raw = held.setdefault("csrf_token", CSRF_SECRET)
        serializer = URLSafeTimedSerializer(
            str(self.application.config["SECRET_KEY"]), salt="wtf-csrf-token"
        )
        return str(serializer.dumps(raw))

    def _fail_on_traces(self) -> None:
        traces: list[str] = self.application.extensions["tests.traces"]
        found, traces[:] = list(traces), []
        assert not found, "\n".join(found)

    @staticmethod
    def _read(response: TestResponse) -> None:
        if response.mimetype != "text/html" or 300 <= response.status_code < 400:
            return
        if response.request.method == "HEAD" or not response.text:
            return
        whole = "HX-Request" not in response.request.headers
        found = faults(response.text, whole=whole)
        if found:
            message = "\n  ".join([f"{response.request.path} has faults:", *found])
            raise AssertionError(message)


def watch(app: Flask) -> None:
    """Note every request that writes on GET or leaves changes that nobody committed."""
    traces: list[str] = []
    app.extensions["tests.traces"] = traces
    sessions: sessionmaker[Session] = app.extensions["engage.sessions"]

    def on_statement(_c: object, _cursor: object, statement: str, *_rest: object) -> None:
        if not has_request_context() or request.method not in SAFE_METHODS:
            return
        if current_app.extensions.get("tests.traces") is traces and statement.startswith(WRITES):
            traces.append(f"GET {request.path} writes: {statement}")

    def on_teardown(_error: BaseException | None) -> None:
        session: Session | None = g.get("session_of_database")
        if session is None or session is app.extensions.get("tests.session"):
            return
        if session.info.get("unsaved") or session.new or session.dirty or session.deleted:
            traces.append(f"{request.method} {request.path} leaves changes uncommitted")

    event.listen(app.extensions["engage.engine"], "before_cursor_execute", on_statement)
    app.teardown_request(on_teardown)
    event.listen(sessions, "after_flush", _mark_flush)
    event.listen(sessions, "do_orm_execute", _mark_execute)
    event.listen(sessions, "after_commit", _unmark)
    event.listen(sessions, "after_soft_rollback", _unmark)


def _mark_flush(session: Session, _context: object) -> None:
    session.info["unsaved"] = True


def _mark_execute(state: ORMExecuteState) -> None:
    if state.is_insert or state.is_update or state.is_delete:
        state.session.info["unsaved"] = True


def _unmark(session: Session, *_rest: object) -> None:
    session.info["unsaved"] = False


class Counted(list[str]):
    """The statements of a stretch of code, without the bookkeeping of transactions."""


class count_queries:  # noqa: N801  # read as a verb: `with count_queries(app) as counted:`
    IGNORED = ("SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN", "COMMIT")

    def __init__(self, app: Flask) -> None:
        self.engine: sa.Engine = app.extensions["engage.engine"]
        self.counted = Counted()

    def _note(self, _c: object, _cursor: object, statement: str, *_rest: object) -> None:
        if not statement.startswith(self.IGNORED):
            self.counted.append(statement)

    def __enter__(self) -> Counted:
        event.listen(self.engine, "before_cursor_execute", self._note)
        return self.counted

    def __exit__(self, *_error: object) -> None:
        event.remove(self.engine, "before_cursor_execute", self._note)
