"""The baton list of a stop."""

from __future__ import annotations

from flask import Blueprint

blueprint = Blueprint("journeys_baton", __name__)
