"""Writing an event: its sections and its rows. Saving always works."""

from __future__ import annotations

from flask import Blueprint

blueprint = Blueprint("events_writing", __name__)
