"""The events of a journey or campaign, by annex, with their totals."""

from __future__ import annotations

from flask import Blueprint

blueprint = Blueprint("events_of_journey", __name__)
