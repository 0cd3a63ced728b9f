"""Choosing the place of an event from the towns that are known."""

from __future__ import annotations

from flask import Blueprint

blueprint = Blueprint("events_places", __name__)
