"""Route sheets on paper, of one stop and of all."""

from __future__ import annotations

from flask import Blueprint

blueprint = Blueprint("journeys_sheets", __name__)
