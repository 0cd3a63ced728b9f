"""An event as it is read, and the list of one's own events."""

from __future__ import annotations

from flask import Blueprint

from engage.events.queries import get_event

blueprint = Blueprint("events", __name__)

__all__ = ["blueprint", "get_event"]
