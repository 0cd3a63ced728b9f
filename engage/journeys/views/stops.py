"""A stop: written by its host or the secretariat, answered by its host."""

from __future__ import annotations

from flask import Blueprint

blueprint = Blueprint("journeys_stops", __name__)
