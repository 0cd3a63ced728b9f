"""A real browser on a real server.

`live`       the address of a running app, and the app: a database of its own with reference data
`page`       a page of the browser; fails on script errors and on anything the policy forbids
`plain`      the same without JavaScript
`rehearsal`  a server with the rehearsal, for tests that only read; all of a run share it
`rehearsed`  the same for one test alone, which may change what it likes
"""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Error,
    Page,
    sync_playwright,
)
from werkzeug.serving import make_server

from engage.kit.db import db
from engage.reference.actions import load_reference
from tests.browser.live import Live
from tests.browser.stage import set_the_stage
from tests.conftest import make_app

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-software-rasterizer",
    "--renderer-process-limit=2",
    "--disable-extensions",
    "--disable-features=Translate,MediaRouter,OptimizationHints",
)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def filled_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated file with the reference data, to be copied."""
    folder = tmp_path_factory.mktemp("filled")
    path = folder / "engage.sqlite"
    app = make_app(folder, f"sqlite:///{path}")
    with app.app_context():
        app.extensions["alembic"].upgrade()
        load_reference()
        db.session.commit()
    app.extensions["engage.engine"].dispose()
    return path


@pytest.fixture(scope="session")
def rehearsed_database(filled_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with the rehearsal and what `stage` adds to it."""
    folder = tmp_path_factory.mktemp("rehearsed")
    path = folder / "engage.sqlite"
    shutil.copy(filled_database, path)
    app = make_app(folder, f"sqlite:///{path}")
    with app.app_context():
        set_the_stage()
        db.session.commit()
    app.extensions["engage.engine"].dispose()
    return path


@contextmanager
def running(database: Path, folder: Path) -> Iterator[Live]:
    """A server on a copy of the database."""
    path = folder / "engage.sqlite"
    shutil.copy(database, path)
    app = make_app(folder, f"sqlite:///{path}")
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    yield Live(f"http://127.0.0.1:{server.server_port}", app)
    server.shutdown()
    thread.join()
    server.server_close()
    app.extensions["engage.engine"].dispose()


@pytest.fixture
def live(filled_database: Path, tmp_path: Path) -> Iterator[Live]:
    with running(filled_database, tmp_path) as live:
        yield live


@pytest.fixture
def rehearsed(rehearsed_database: Path, tmp_path: Path) -> Iterator[Live]:
    with running(rehearsed_database, tmp_path) as live:
        yield live


@pytest.fixture(scope="session")
def rehearsal(rehearsed_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    with running(rehearsed_database, tmp_path_factory.mktemp("rehearsal")) as live:
        yield live


@pytest.fixture
def page(chromium: Browser, live: Live) -> Iterator[Page]:
    context = chromium.new_context(base_url=live.url, locale="en-GB")
    with watched(context) as page:
        yield page
    context.close()


@pytest.fixture
def plain(chromium: Browser, live: Live) -> Iterator[Page]:
    context = chromium.new_context(base_url=live.url, locale="en-GB", java_script_enabled=False)
    with watched(context) as page:
        yield page
    context.close()


@contextmanager
def watched(context: BrowserContext) -> Iterator[Page]:
    """A page that must not complain; the one of the context that is open already, or a new one."""
    context.set_default_timeout(10_000)
    page = context.pages[0] if context.pages else context.new_page()
    complaints: list[str] = []

    def on_console(message: ConsoleMessage) -> None:
        # The browser and htmx log every answer of 4xx; those are for the test to judge.
        judged = ("Failed to load resource", "Response Status Error Code")
        if message.type == "error" and not any(each in message.text for each in judged):
            complaints.append(message.text)

    def on_error(error: Error) -> None:
        complaints.append(str(error))

    page.on("console", on_console)
    page.on("pageerror", on_error)
    yield page
    page.remove_listener("console", on_console)
    page.remove_listener("pageerror", on_error)
    assert complaints == []
