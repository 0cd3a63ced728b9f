"""Every page keeps the rules of access and fits the screen, in both directions of writing.

`examples.py` names an address of each page; a page without one fails here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page
from werkzeug.routing import Rule

from engage.accounts.permissions import Role
from engage.kit.db import db
from engage.kit.locales import language as spoken
from tests.browser import stage, walking
from tests.browser.auditing import faults_of_access
from tests.browser.conftest import watched
from tests.browser.example import Example, Sent
from tests.browser.examples import EXAMPLES
from tests.browser.live import Live

LANGUAGES = ("en", "ar")
MEASURED = (1280, 960, 768, 390, 320)
# A wide page is the narrow one with room: turned, it is read where room is scarce.
AUDITED = {"ltr": (1280, 320), "rtl": (320,)}
NO_PAGE = re.compile(
    r"\.(?:pdf|json|ics)$|^/static/|^/healthz$|/signed/<int:page_id>$|/files/<int:file_id>$"
)
Visit = Callable[[Example, str], tuple[Live, BrowserContext]]


def test_every_page_has_an_example(live: Live) -> None:
    rules = {rule.rule for rule in live.app.url_map.iter_rules() if is_page(rule)}
    assert rules - {rule_of(live.app, each) for each in EXAMPLES} == set()


def is_page(rule: Rule) -> bool:
    return "GET" in (rule.methods or ()) and not NO_PAGE.search(rule.rule)


def rule_of(app: Flask, example: Example) -> str:
    path = re.sub(r"\{[^}]*\}", "1", example.address).partition("?")[0]
    if example.status == 404:
        return "nowhere"
    rule, _arguments = app.url_map.bind("localhost").match(path, return_rule=True)
    return rule.rule


@pytest.fixture(scope="session")
def known(chromium: Browser) -> Iterator[dict[tuple[Role | None, str], BrowserContext]]:
    """A person's browser on the shared server; signing in for each page would take long."""
    made: dict[tuple[Role | None, str], BrowserContext] = {}
    yield made
    for context in made.values():
        context.close()


@pytest.fixture
def visit(
    request: pytest.FixtureRequest,
    chromium: Browser,
    known: dict[tuple[Role | None, str], BrowserContext],
) -> Visit:
    def visit(example: Example, language: str) -> tuple[Live, BrowserContext]:
        live: Live
        if example.changes:
            live = request.getfixturevalue("rehearsed")
            return live, entered(chromium, live, example.role, language)
        live, key = request.getfixturevalue("rehearsal"), (example.role, language)
        known[key] = known.get(key) or entered(chromium, live, *key)
        return live, known[key]

    return visit


def entered(chromium: Browser, live: Live, role: Role | None, language: str) -> BrowserContext:
    context = chromium.new_context(base_url=live.url)
    page = context.new_page()
    page.goto(f"/sign-in?lang={language}")
    if role is not None:
        walking.sign_in(page, *stage.account(role))
    return context  # with its page: a new one for each address would take as long as the reading


@pytest.mark.browser
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("example", EXAMPLES, ids=[each.name for each in EXAMPLES])
def test_a_page_keeps_the_rules_of_access_and_fits_the_screen(
    visit: Visit, example: Example, language: str
) -> None:
    live, context = visit(example, language)
    with watched(context) as page:
        open_it(page, live, example)
        shown = page.evaluate("[document.documentElement.lang, document.documentElement.dir]")
        assert shown == [spoken(language).tag, spoken(language).direction]
        assert faults(page, AUDITED[spoken(language).direction]) == []


def open_it(page: Page, live: Live, example: Example) -> None:
    names = names_on(live, example)
    answer = page.goto(example.address.format_map(names))
    assert answer is not None
    assert answer.status == example.status
    if example.sent is not None:
        send(page, live, example.sent, names)


def names_on(live: Live, example: Example) -> dict[str, object]:
    """What the names in an example stand for; looked up only where one is."""
    words = (example.address, *(example.sent.boxes if example.sent else ()))
    if not any("{" in each for each in words):
        return {}
    with live.app.app_context():
        return stage.names()


def send(page: Page, live: Live, sent: Sent, names: dict[str, object]) -> None:
    form = page.locator(sent.form)
    for name, text in sent.boxes.items():
        box = form.locator(f"[name='{name.format_map(names)}']")
        if box.get_attribute("type") == "hidden":
            box.evaluate("(box, text) => { box.value = text; }", text)
        else:
            box.fill(text)
    if sent.meanwhile is not None:
        with live.app.app_context():
            sent.meanwhile()
            db.session.commit()
    with page.expect_navigation() as answered:
        form.locator(sent.button).last.click()
    assert answered.value.status == sent.status


def faults(page: Page, audited: tuple[int, ...]) -> list[str]:
    found = []
    for width in MEASURED:
        page.set_viewport_size({"width": width, "height": 900})
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            found.append(f"scrolls sideways at {width}")
        if width in audited:
            found += [f"{fault} at {width}" for fault in faults_of_access(page)]
    return found
