"""The secretariat plans a journey: its record, its Parties, the order of its stops."""

from __future__ import annotations

from flask import Blueprint

blueprint = Blueprint("journeys_planning", __name__)
