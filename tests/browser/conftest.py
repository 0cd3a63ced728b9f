"""A real browser on a real server, each test with a database of its own.

`live`      the address of a running app, and the app; its database holds the reference data
`page`      a page of the browser; fails on script errors and on anything the policy forbids
`plain`     the same without JavaScript
`audit`     axe on the page as it stands: `audit(page)` gives the violations
"""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright
from werkzeug.serving import make_server

from engage.app import create_app
from engage.kit.db import db
from engage.reference.actions import load_reference
from tests.conftest import make_settings

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@dataclass(frozen=True, slots=True)
class Live:
    url: str
    app: Flask


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
    app = create_app(make_settings(folder, f"sqlite:///{path}"))
    with app.app_context():
        app.extensions["alembic"].upgrade()
        load_reference()
        db.session.commit()
    app.extensions["engage.engine"].dispose()
    return path


@pytest.fixture
def live(filled_database: Path, tmp_path: Path) -> Iterator[Live]:
    path = tmp_path / "engage.sqlite"
    shutil.copy(filled_database, path)
    app = create_app(make_settings(tmp_path, f"sqlite:///{path}"))
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield Live(f"http://127.0.0.1:{server.server_port}", app)
    server.shutdown()
    thread.join()
    server.server_close()
    app.extensions["engage.engine"].dispose()


@pytest.fixture
def page(chromium: Browser, live: Live) -> Iterator[Page]:
    context = chromium.new_context(base_url=live.url, locale="en-GB")
    yield from _watched(context)


@pytest.fixture
def plain(chromium: Browser, live: Live) -> Iterator[Page]:
    context = chromium.new_context(base_url=live.url, locale="en-GB", java_script_enabled=False)
    yield from _watched(context)


@pytest.fixture
def audit() -> Callable[[Page], list[str]]:
    def run(page: Page) -> list[str]:
        options = {"runOnly": {"type": "tag", "values": RULES}}
        found = Axe().run(page, options=options).response["violations"]
        return [
            f"{violation['id']}: {node['html'][:200]}"
            for violation in found
            for node in violation["nodes"]
        ]

    return run


def _watched(context: BrowserContext) -> Iterator[Page]:
    context.set_default_timeout(10_000)
    page = context.new_page()
    complaints: list[str] = []

    def on_console(message: ConsoleMessage) -> None:
        # The browser and htmx log every answer of 4xx; those are for the test to judge.
        judged = ("Failed to load resource", "Response Status Error Code")
        if message.type == "error" and not any(each in message.text for each in judged):
            complaints.append(message.text)

    page.on("console", on_console)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    assert complaints == []
