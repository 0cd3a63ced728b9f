"""The events that carry out a plan, and its activities."""

from __future__ import annotations

from flask import Blueprint

blueprint = Blueprint("events_of_plan", __name__)
