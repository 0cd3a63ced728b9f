"""What an event belongs to, and steps that change it as a whole."""

from __future__ import annotations

from flask import Blueprint

blueprint = Blueprint("events_steps", __name__)
