"""The wheel runs by itself: from another folder, with all that belongs to it inside."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from engage.config import ROOT

SECONDS_TO_START = 60


@dataclass(frozen=True, slots=True)
class Installed:
    """A folder with the wheel unpacked in it, and the environment that finds it first."""

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


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT],
        check=True,
        capture_output=True,
    )
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    site, elsewhere = tmp_path_factory.mktemp("site"), tmp_path_factory.mktemp("elsewhere")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(site)
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return Installed(elsewhere, {**kept, "PYTHONPATH": str(site), "PYTHONUNBUFFERED": "1"})


@pytest.fixture(scope="module")
def address(installed: Installed) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "engage.cli", "serve", "--port", str(port), "--workers", "1"],
        cwd=installed.folder,
        env=installed.environment,
        stdout=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(address, server)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=30)


def wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
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


def fetch(url: str) -> tuple[int, bytes]:
    with urllib.request.urlopen(url, timeout=10) as answer:  # noqa: S310  # an address of ours
        return answer.status, answer.read()


def test_the_wheel_holds_pages_words_and_migrations(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for wanted in (
        "engage/_data/templates/base.html",
        "engage/_data/static/css/engage.css",
        "engage/_data/translations/ar/LC_MESSAGES/messages.mo",
        "engage/_data/migrations/script.py.mako",
        "engage/_data/migrations/versions/0001_reference.py",
        "engage/reference/data/parties.csv",
    ):
        assert wanted in names


def test_the_wheel_is_what_runs(installed: Installed) -> None:
    where = subprocess.run(
        [sys.executable, "-c", "import engage.config as c; print(c.ROOT)"],
        cwd=installed.folder,
        env=installed.environment,
        check=True,
        capture_output=True,
        text=True,
    )
    assert where.stdout.strip() == f"{installed.environment['PYTHONPATH']}/engage/_data"


def test_the_wheel_serves_pages_and_files(address: str) -> None:
    status, health = fetch(f"{address}/healthz")
    assert (status, health.strip()) == (
        200,
        b'{"database":"reachable","migrations":"up to date"}',
    )
    assert fetch(f"{address}/static/css/engage.css")[0] == 200
    status, page = fetch(f"{address}/sign-in?lang=ar")
    assert status == 200
    assert b'dir="rtl"' in page


def test_commands_of_the_wheel_can_be_repeated(address: str, installed: Installed) -> None:
    assert installed.run("init").endswith("Ready.\n")
    assert (installed.folder / "instance" / "engage.sqlite").exists()
