"""A second reader of calendars that shares no line with the writer: Mozilla's ical.js, in node."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
PACKAGE = "ical.js"
NO_NODE = "no node and npm on this machine; install nodejs and npm"
OPTIONS = ("--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1")

Reader = Callable[[bytes], list[dict[str, Any]]]


def second_reader() -> Reader:
    """Skips where node is missing, or where npm cannot bring the package."""
    if not (shutil.which("node") and shutil.which("npm")):
        pytest.skip(NO_NODE)
    with (HERE / "package.json").open(encoding="utf-8") as pinned:
        fcntl.flock(pinned, fcntl.LOCK_EX)  # one of the workers installs, the others wait
        if _installed() != json.load(pinned)["dependencies"][PACKAGE]:
            _install()
    return _read


def _installed() -> str | None:
    about = HERE / "node_modules" / PACKAGE / "package.json"
    if not about.exists():
        return None
    version: str = json.loads(about.read_text("utf-8"))["version"]
    return version


def _install() -> None:
    ran = subprocess.run(
        ["npm", "ci", *OPTIONS], cwd=HERE, capture_output=True, text=True, check=False
    )
    if ran.returncode:
        pytest.skip(f"npm could not bring {PACKAGE}: {ran.stderr}")


def _read(calendar: bytes) -> list[dict[str, Any]]:
    # The machine's own zone must not help: an hour that leans on it comes out wrong.
    ran = subprocess.run(
        ["node", HERE / "read.mjs"],
        input=calendar,
        capture_output=True,
        check=True,
        env={**os.environ, "TZ": "Pacific/Kiritimati"},
    )
    read: list[dict[str, Any]] = json.loads(ran.stdout)
    return read
