"""A pass over all that is due, and the thread that makes one again and again."""

from __future__ import annotations

import atexit
import logging
from collections import Counter
from collections.abc import Callable, Sequence
from threading import Event, Thread
from time import monotonic

from flask import Flask

from engage.kit.db import db
from engage.post.digests import write_digests
from engage.post.sending import send_due
from engage.post.vocabulary import State

Step = Callable[[], object]

SECONDS_BETWEEN = 5.0
SECONDS_BETWEEN_STEPS = 3600.0  # the calendar moves slowly; what it asks for is looked up hourly
SECONDS_TO_FINISH = 10.0  # for the letter that is being handed over when the server stops

log = logging.getLogger(__name__)


def one_pass(before: Sequence[Step] = ()) -> Counter[State]:
    """Take the steps that write letters, write the digests, send what is due.

    A step that fails is told in the log and holds up no letter that is written already.
    """
    for step in before:
        try:
            step()
            db.session.commit()
        except Exception:
            db.session.rollback()
            log.exception("A step before sending failed: %s", step)
    db.session.rollback()  # no transaction stays open while letters are handed over
    try:
        write_digests()
    except Exception:
        log.exception("The digests could not be looked for")
    return send_due()


class Worker:
    """Works beside the pages of a process, in app contexts of its own."""

    def __init__(
        self, app: Flask, before: Sequence[Step] = (), seconds: float = SECONDS_BETWEEN
    ) -> None:
        self._app, self._before, self._seconds = app, before, seconds
        self._steps_due = monotonic()
        self._stops = Event()
        self._thread = Thread(target=self._work, name="engage-work", daemon=True)

    def start(self) -> None:
        self._thread.start()
        atexit.register(self.stop)

    def stop(self) -> None:
        self._stops.set()
        self._thread.join(SECONDS_TO_FINISH)

    def _work(self) -> None:
        while not self._stops.wait(self._seconds):
            try:
                with self._app.app_context():
                    one_pass(self._due())
            except Exception:
                log.exception("The pass failed; the next one begins in %s seconds", self._seconds)

    def _due(self) -> Sequence[Step]:
        if monotonic() < self._steps_due:
            return ()
        self._steps_due = monotonic() + SECONDS_BETWEEN_STEPS
        return self._before
