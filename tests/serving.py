"""`engage serve` in a process of its own, as people start it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

SECONDS_TO_START = 60


@dataclass(frozen=True, slots=True)
class Place:
    """A folder to run commands in, and the environment that they see."""

    folder: Path
    environment: dict[str, str]

    def run(self, *arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "engage.cli", *arguments],
            cwd=self.folder,
            env=self.environment,
            check=True,
            capture_output=True,
            text=True,
        )
        return done.stdout

    @contextmanager
    def serving(self) -> Iterator[str]:
        """The address of the running server."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        server = subprocess.Popen(
            [sys.executable, "-m", "engage.cli", "serve", "--port", str(port), "--workers", "1"],
            cwd=self.folder,
            env=self.environment,
            stdout=subprocess.DEVNULL,
        )
        address = f"http://127.0.0.1:{port}"
        try:
            _wait_for(address, server)
            yield address
        finally:
            server.terminate()
            server.wait(timeout=30)


def place(folder: Path, python_path: Path, **settings: str) -> Place:
    """Nothing of this machine's settings but where programs are."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LC_ALL") if name in os.environ}
    running = {"PYTHONPATH": str(python_path), "PYTHONUNBUFFERED": "1"}
    return Place(folder, {**kept, **running, **settings})


def fetch(url: str, **headers: str) -> tuple[int, bytes]:
    request = urllib.request.Request(url, headers=headers)  # noqa: S310  # an address of ours
    with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310  # the same
        return answer.status, answer.read()


def _wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < end:
        assert server.poll() is None, "the server stopped by itself"
        try:
            fetch(f"{address}/healthz")
        except urllib.error.URLError:
            time.sleep(0.2)
        else:
            return
    raise AssertionError("the server did not start in time")
