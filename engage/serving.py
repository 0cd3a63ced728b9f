"""Serving with gunicorn, in this process: `engage serve`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Flask
from gunicorn.app.base import BaseApplication


class Server(BaseApplication):  # type: ignore[misc]  # gunicorn carries no types
    """Each worker makes an app of its own, so that no connection is shared between them."""

    def __init__(self, make_app: Callable[[], Flask], **options: Any) -> None:
        self._make_app = make_app
        self._options = options
        super().__init__()

    def load_config(self) -> None:
        for name, value in self._options.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        return self._make_app()


def serve(
    make_app: Callable[[], Flask], *, host: str, port: int, workers: int, threads: int
) -> None:
    """Until stopped. One thread a worker is fastest behind a proxy; several suit browsers."""
    Server(
        make_app,
        bind=f"{host}:{port}",
        workers=workers,
        threads=threads,
        worker_class="gthread" if threads > 1 else "sync",
        accesslog=None,
        loglevel="warning",
        control_socket_disable=True,
    ).run()
