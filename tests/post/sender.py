"""A process that makes senders: it knows the app already, and forks one for each that is asked for.

    {"settings": {…}, "copies": 4, "ahead": 0, "dies_at": 0}    a line in
    {"pids": […]}    {"exits": […]}                             two lines out

`settings` are those of the environment; `ahead` are seconds that the clock is ahead; at its
`dies_at`-th look at the database, statements and commits alike, a sender kills itself.
"""

from __future__ import annotations

import itertools
import json
import os
import signal
import sys
import traceback
from datetime import timedelta
from functools import cache
from typing import Any

from flask import Flask
from sqlalchemy import event

from engage.app import create_app
from engage.config import Settings
from engage.kit.clock import now, telling
from engage.post.worker import one_pass


@cache
def app_with(settings: str) -> Flask:
    """Without a connection: each sender opens its own."""
    return create_app(Settings.from_environment(json.loads(settings)))


def die_at(app: Flask, number: int) -> None:
    counted = itertools.count(1)

    def count(*_told: object) -> None:
        if next(counted) == number:
            os.kill(os.getpid(), signal.SIGKILL)

    for moment in ("before_cursor_execute", "commit"):
        event.listen(app.extensions["engage.engine"], moment, count)


def send(wish: dict[str, Any]) -> None:
    app = app_with(json.dumps(wish["settings"]))
    if wish["dies_at"]:
        die_at(app, wish["dies_at"])
    with app.app_context(), telling(now() + timedelta(seconds=wish["ahead"])):
        one_pass()


def fork(wish: dict[str, Any], gate: int) -> int:
    pid = os.fork()
    if pid:
        return pid
    try:
        os.read(gate, 1)
        send(wish)
    except BaseException:  # noqa: BLE001  # a sender never goes on as the process that made it
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def main() -> None:
    for line in sys.stdin:
        wish = json.loads(line)
        app_with(json.dumps(wish["settings"]))
        gate, opener = os.pipe()
        pids = [fork(wish, gate) for _copy in range(wish["copies"])]
        print(json.dumps({"pids": pids}), flush=True)
        os.write(opener, b"x" * len(pids))
        exits = [os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) for pid in pids]
        print(json.dumps({"exits": exits}), flush=True)
        os.close(gate)
        os.close(opener)


if __name__ == "__main__":
    main()
