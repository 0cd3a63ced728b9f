"""Events held jointly: another Party is asked, and answers."""

from __future__ import annotations

from flask import Blueprint

blueprint = Blueprint("events_partners", __name__)
