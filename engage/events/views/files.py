"""Files of an event: added, given out, removed."""

from __future__ import annotations

from flask import Blueprint

blueprint = Blueprint("events_files", __name__)
