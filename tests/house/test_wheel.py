"""The wheel runs by itself: from another folder, with all that belongs to it inside."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from engage.config import ROOT
from tests.serving import Place, fetch, place


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
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Place:
    site, elsewhere = tmp_path_factory.mktemp("site"), tmp_path_factory.mktemp("elsewhere")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(site)
    return place(elsewhere, site)


@pytest.fixture(scope="module")
def address(installed: Place) -> Iterator[str]:
    with installed.serving() as address:
        yield address


def test_the_wheel_holds_pages_words_and_migrations(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for wanted in (
        "engage/_data/templates/base.html",
        "engage/_data/static/css/engage.css",
        "engage/_data/translations/ar/LC_MESSAGES/messages.mo",
        "engage/_data/translations/ar/language.toml",
        "engage/_data/migrations/script.py.mako",
        "engage/_data/migrations/versions/0001_reference.py",
        "engage/reference/data/parties.csv",
        "engage/reference/data/towns.tsv",
        "engage/reference/data/towns.licence.txt",
    ):
        assert wanted in names


def test_the_wheel_is_what_runs(installed: Place) -> None:
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


def test_commands_of_the_wheel_can_be_repeated(address: str, installed: Place) -> None:
    assert installed.run("init").endswith("Ready.\n")
    assert (installed.folder / "instance" / "engage.sqlite").exists()
