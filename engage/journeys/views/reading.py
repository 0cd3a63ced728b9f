"""Journeys as everybody may read them: the list and the route."""

from __future__ import annotations

from flask import Blueprint

blueprint = Blueprint("journeys", __name__)
