"""Files of an event: seen by those who may, bare of hidden data, and removed with their rows."""

from __future__ import annotations

import os
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask
from flask.testing import FlaskClient
from PIL import Image
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from engage.accounts.models import User
from engage.accounts.permissions import Role
from engage.cli import main
from engage.events.files import FAR_TOO_LARGE, MOST_FILES, NO_CONSENT, NOT_PUBLIC, SHELF
from engage.events.models import Event, EventFile
from engage.kit.clock import now
from tests.events.conftest import NewClient, SignIn
from tests.factories import make_event, make_user
from tests.kit import scans


@pytest.fixture
def folder(app: Flask) -> Iterator[Path]:
    """Where files of events lie; nothing stays there after a test."""
    folder: Path = app.config["ENGAGE"].instance / SHELF.folder
    yield folder
    for each in folder.iterdir() if folder.exists() else ():
        each.unlink()


@pytest.fixture
def event(session: Session, writer: User) -> Event:
    return make_event(session, writer=writer, visibility="public")


def add(client: FlaskClient, event: Event, data: bytes = scans.PNG, **said: Any) -> TestResponse:
    sent = {"kind": "photo", "file": (BytesIO(data), "assembly.png"), **said}
    return client.post(f"/events/{event.ref}/files", data=sent)


def files(session: Session) -> list[EventFile]:
    return list(session.scalars(sa.select(EventFile).order_by(EventFile.id)))


def with_position() -> bytes:
    """A photograph that says where it was taken."""
    out, exif = BytesIO(), Image.Exif()
    exif.get_ifd(0x8825)[1] = "N"
    Image.new("RGB", (8, 8)).save(out, "JPEG", exif=exif)
    return out.getvalue()


def test_a_file_stays_inside_until_its_owner_says_that_it_is_public(
    session: Session,
    event: Event,
    party: FlaskClient,
    new_client: NewClient,
    signed_in: SignIn,
    folder: Path,
) -> None:
    assert add(party, event, with_position(), caption="At the wells").status_code == 303
    [photo] = files(session)
    here = f"/events/{event.ref}/files/{photo.id}"
    given = party.get(here)
    assert given.mimetype == "image/jpeg"
    assert not Image.open(BytesIO(given.data)).getexif()
    anybody = new_client()
    adviser = signed_in(new_client(), make_user(session, Role.ADVISER, party=event.party))
    assert [anybody.get(here).status_code, adviser.get(here).status_code] == [404, 404]
    refused = party.post(f"{here}/choose", data={"caption": "At the wells", "is_public": "y"})
    assert refused.status_code == 422
    assert str(NO_CONSENT) in refused.text
    yes = {"caption": "At the wells", "is_public": "y", "has_consent": "y"}
    assert party.post(f"{here}/choose", data=yes).status_code == 303
    assert [anybody.get(here).status_code, adviser.get(here).status_code] == [200, 200]
    photo.event.safety = "province"
    assert anybody.get(here).status_code == 404


def test_names_of_those_who_came_are_never_public_and_can_be_removed(
    session: Session,
    event: Event,
    party: FlaskClient,
    new_client: NewClient,
    signed_in: SignIn,
    folder: Path,
) -> None:
    refused = add(party, event, scans.PDF, kind="attendance", is_public="y", caption="Page 1")
    assert refused.status_code == 422
    assert str(NOT_PUBLIC) in refused.text
    assert "Page 1" in refused.text
    assert 'value="attendance" selected' in refused.text.replace(
        "selected value", "value selected"
    ) or ('selected value="attendance"' in refused.text)
    assert not folder.exists() or list(folder.iterdir()) == []
    add(party, event, scans.PDF, kind="attendance")
    [names] = files(session)
    here = f"/events/{event.ref}/files"
    other = signed_in(new_client(), make_user(session))
    assert other.get(f"{here}/{names.id}").status_code == 404
    assert other.get(here).status_code == 404
    assert other.post(f"{here}/{names.id}/remove").status_code == 404
    assert len(list(folder.iterdir())) == 1
    assert party.post(f"{here}/{names.id}/remove").status_code == 303
    assert (files(session), list(folder.iterdir())) == ([], [])


def test_what_cannot_be_taken_is_said_with_what_was_typed(
    session: Session, event: Event, party: FlaskClient, folder: Path
) -> None:
    refused = add(party, event, b"MZ...", caption="At the wells")
    assert refused.status_code == 422
    assert "At the wells" in refused.text
    said = {"CONTENT_LENGTH": str(17 * 1024 * 1024)}
    large = party.post(f"/events/{event.ref}/files", data={}, environ_overrides=said)
    assert large.status_code == 413
    assert str(FAR_TOO_LARGE) in large.text
    full = {"name": "a", "media_type": "", "size": 1, "digest": "", "added_at": now()}
    for number in range(MOST_FILES):
        session.add(EventFile(event_id=event.id, kind="other", stored=f"x{number}", **full))
    assert add(party, event).status_code == 422
    assert len(files(session)) == MOST_FILES


def test_sweeping_removes_what_nothing_leads_to_and_nothing_else(
    app: Flask, session: Session, event: Event, party: FlaskClient, folder: Path
) -> None:
    add(party, event)
    [kept] = files(session)
    stray, young = folder / "stray.png", folder / "young.png"
    for each in (stray, young):
        each.write_bytes(b"x")
    long_ago = now().timestamp() - 2 * 24 * 60 * 60
    for each in (stray, folder / kept.stored):
        os.utime(each, (long_ago, long_ago))
    app.test_cli_runner().invoke(main.commands["files"], ["sweep"], catch_exceptions=False)
    assert {each.name for each in folder.iterdir()} == {kept.stored, "young.png"}
