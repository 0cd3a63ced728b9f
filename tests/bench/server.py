"""Servers on loopback, each a process of its own, stopped when they are no longer needed."""

from __future__ import annotations

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress

WORKERS, THREADS = 2, 4
PATIENCE = 60.0
HOST = "127.0.0.1"


@contextmanager
def served(module: str, *words: str, environ: Mapping[str, str]) -> Iterator[int]:
    """The port of `python -m module …`, with the workers and threads of `engage serve`."""
    port = _free_port()
    options = ("--port", str(port), "--workers", str(WORKERS), "--threads", str(THREADS))
    running = subprocess.Popen(
        [sys.executable, "-m", module, *words, *options],
        env={**os.environ, **environ},
        stdout=subprocess.DEVNULL,
    )
    try:
        _wait_for(port, running)
        yield port
    finally:
        running.terminate()
        running.wait(PATIENCE)


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind((HOST, 0))
        port: int = asked.getsockname()[1]
        return port


def _wait_for(port: int, running: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and running.poll() is None:
        with suppress(OSError):
            connection = http.client.HTTPConnection(HOST, port, timeout=PATIENCE)
            connection.request("GET", "/healthz")
            connection.getresponse()
            connection.close()
            return
        time.sleep(0.1)
    raise RuntimeError("the server did not start")
