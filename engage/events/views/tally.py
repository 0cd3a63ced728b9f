"""Sheets to fill by hand: the tally sheet and the blank form."""

from __future__ import annotations

from flask import Blueprint

blueprint = Blueprint("events_tally", __name__)
