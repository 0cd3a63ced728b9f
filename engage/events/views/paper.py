"""An event on paper, as PDF and as its document."""

from __future__ import annotations

from flask import Blueprint

blueprint = Blueprint("events_paper", __name__)
