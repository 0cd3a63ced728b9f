"""A throwaway PostgreSQL: its own folder, a socket only, nothing kept. Works as root too."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import sqlalchemy as sa

FAST = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c listen_addresses=''"
NO_BINARIES = "no PostgreSQL binaries on this machine; set TEST_DATABASE_URL or install postgresql"


def binaries() -> Path | None:
    """The folder of initdb and pg_ctl, the newest version first."""
    on_path = shutil.which("initdb")
    versions = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda found: int(found.parts[-3])
    )
    found = [Path(on_path)] if on_path else versions[::-1]
    return found[0].parent if found else None


def _owner() -> dict[str, object]:
    """PostgreSQL refuses to run as root: there the commands run as the user `postgres`."""
    if os.geteuid() != 0:
        return {}
    person = pwd.getpwnam("postgres")
    return {"user": person.pw_uid, "group": person.pw_gid, "extra_groups": []}


@contextmanager
def cluster() -> Iterator[str]:
    """The address of a server that lives as long as the context."""
    if ready := os.environ.get("TEST_DATABASE_URL"):
        yield ready
        return
    tools = binaries()
    if tools is None:
        pytest.skip(NO_BINARIES)
    folder = Path(tempfile.mkdtemp(prefix="engage-pg-"))
    owner = _owner()
    if owner:
        os.chown(folder, int(str(owner["user"])), int(str(owner["group"])))
    data = folder / "data"

    def run(*command: str) -> None:
        subprocess.run(  # type: ignore[call-overload]  # the owner's keywords are optional
            command, check=True, cwd=folder, stdout=subprocess.DEVNULL, **owner
        )

    run(
        str(tools / "initdb"),
        *("-D", str(data), "-U", "engage", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"),
    )
    pg_ctl = (str(tools / "pg_ctl"), "-D", str(data), "-w")
    run(*pg_ctl, "-l", str(folder / "log"), "-o", f"-k {folder} {FAST}", "start")
    try:
        yield f"postgresql://engage@/postgres?host={folder}"
    finally:
        run(*pg_ctl, "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def new_database(server: str, name: str) -> str:
    """Create an empty database and return its address."""
    engine = sa.create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        connection.exec_driver_sql(f'CREATE DATABASE "{name}"')
    engine.dispose()
    return sa.make_url(server).set(database=name).render_as_string(hide_password=False)
