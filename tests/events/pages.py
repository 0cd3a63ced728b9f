"""What tests of events' pages share: what the quick form sends, and the event it made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from engage.events.models import Event

NEW = "/events/new"
TYPED: Mapping[str, Any] = {
    "title": "Assembly at the wells",
    "type": "meeting",
    "when-start_day": "17",
    "when-start_month": "6",
    "when-start_year": "2026",
    "groups": ["pastoralists", "women"],
    "participants-number": "120",
}


def send(client: FlaskClient, address: str = NEW, **typed: Any) -> TestResponse:
    """Save the quick form."""
    return client.post(address, data={"entry_key": "key-of-a-form", **typed})


def only_event(session: Session) -> Event:
    return session.scalars(select(Event)).one()
