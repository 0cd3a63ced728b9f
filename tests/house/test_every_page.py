"""A walk through every page of the rehearsal, as each person and in each language.

The client reads each page; here it only has to be opened. Two addresses of each kind are enough,
and one in languages other than English.
"""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Callable, Iterator
from html import unescape
from urllib.parse import urldefrag, urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.exceptions import HTTPException

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.kit.locales import CODES
from engage.reference.actions import load_reference
from engage.rehearsal.actions import load_rehearsal

HREF = re.compile(r'<a [^>]*?href="(/[^"]*)"')


@pytest.fixture
def rehearsal(session: Session) -> None:
    load_reference()
    load_rehearsal()
    session.commit()


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


@pytest.mark.parametrize("language", CODES)
@pytest.mark.parametrize("role", list(Role))
def test_every_page_opens(
    isolated: Flask,
    client: FlaskClient,
    session: Session,
    rehearsal: None,
    signed_in: Callable[..., FlaskClient],
    role: Role,
    language: str,
) -> None:
    person = session.scalars(select(User).where(User.role == role.value)).first()
    signed_in(client, person)
    client.set_cookie("language", language)
    enough = 2 if language == "en" else 1
    opened: Counter[str] = Counter()
    waiting, seen = deque(["/account", "/"]), {"/account", "/"}
    while waiting:
        address = waiting.popleft()
        kind = kind_of(isolated, address)
        if opened[kind] == enough or "lang=" in address:
            continue
        opened[kind] += 1
        answer = client.get(address, follow_redirects=True)
        assert answer.status_code == 200, f"{address} answers {answer.status_code}"
        if answer.mimetype == "text/html":
            found = [link for link in links_of(answer.text) if link not in seen]
            seen.update(found)
            waiting.extend(found)
    assert len(opened) > 2
