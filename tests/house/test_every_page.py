"""A walk through every page of the rehearsal, as each person and in each language.

The client reads each page; here it only has to be opened, and none of its links and buttons may
lead its reader to a refusal. In English an address of each kind is opened for each plan, since a
link may be right in one state of a plan and wrong in another; in other languages one of each kind.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterator
from html import unescape
from urllib.parse import urldefrag, urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.exceptions import HTTPException

from engage.accounts.access import guard_of
from engage.accounts.models import User
from engage.accounts.permissions import Permission, Role
from engage.kit.db import db
from engage.kit.locales import CODES
from engage.reference.actions import load_reference
from engage.rehearsal.actions import load_rehearsal
from tests.conftest import undone

HREF = re.compile(r'<a [^>]*?href="(/[^"]*)"')
SENT_TO = re.compile(r'<(?:form|button) [^>]*?action="(/[^"]*)"')


@pytest.fixture(scope="module")
def rehearsed(app: Flask) -> Iterator[Flask]:
    """The app with the rehearsal, loaded once: whoever only reads may share it."""
    with undone(app):
        with app.app_context():
            load_reference()
            load_rehearsal()
            db.session.commit()
        yield app


@pytest.fixture
def person(rehearsed: Flask, role: Role) -> User:
    with rehearsed.app_context():
        return db.session.scalars(select(User).where(User.role == role.value)).one()


def links_of(html: str) -> Iterator[str]:
    for found in HREF.findall(html):
        address = urldefrag(unescape(found)).url
        if not address.startswith("/static/"):
            yield address


def kind_of(app: Flask, address: str) -> str:
    """The endpoint that answers; a link to nowhere is a kind of its own."""
    try:
        endpoint, _arguments = app.url_map.bind("localhost").match(urlsplit(address).path)
    except HTTPException:
        return f"nowhere: {address}"
    return str(endpoint)


def plan_in(address: str) -> str:
    """The reference of the plan that an address is about; empty for all others."""
    found = re.match(r"/(?:plans|review)/(\w+-\d+-\d+)", address)
    return found[1] if found else ""


def closed_to(app: Flask, person: User, html: str) -> list[str]:
    """Where a page leads or sends to, and the guard there lets this reader not pass."""
    leads = [("GET", link) for link in links_of(html)]
    leads += [("POST", unescape(found)) for found in set(SENT_TO.findall(html))]
    return [
        f"{method} {address}"
        for method, address in leads
        if (guard := guard_at(app, method, address)) in set(Permission)
        and not person.may(Permission(guard))
    ]


def guard_at(app: Flask, method: str, address: str) -> str:
    """The guard of an address; empty for a form that asks with GET, and where nothing answers."""
    try:
        endpoint, _arguments = app.url_map.bind("localhost").match(urlsplit(address).path, method)
    except HTTPException:
        return ""
    return guard_of(app.view_functions[endpoint])


@pytest.mark.parametrize("language", CODES)
@pytest.mark.parametrize("role", list(Role))
def test_every_page_opens(
    rehearsed: Flask, person: User, signed_in: Callable[..., FlaskClient], role: Role, language: str
) -> None:
    client = signed_in(rehearsed.test_client(), person)
    client.set_cookie("language", language)
    opened: set[tuple[str, str]] = set()
    waiting, seen = deque(["/account", "/"]), {"/account", "/"}
    while waiting:
        address = waiting.popleft()
        kind = (kind_of(rehearsed, address), plan_in(address) if language == "en" else "")
        if kind in opened or "lang=" in address:
            continue
        opened.add(kind)
        answer = client.get(address, follow_redirects=True)
        assert answer.status_code == 200, f"{address} answers {answer.status_code}"
        if answer.mimetype == "text/html":
            assert closed_to(rehearsed, person, answer.text) == [], f"{address} leads to a refusal"
            found = [link for link in links_of(answer.text) if link not in seen]
            seen.update(found)
            waiting.extend(found)
    assert len(opened) > 2
