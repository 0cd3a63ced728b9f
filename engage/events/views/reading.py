"""An event as it is read, and the list of one's own events."""

from __future__ import annotations

from flask import Blueprint

blueprint = Blueprint("events", __name__)
