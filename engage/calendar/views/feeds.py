"""Feeds for calendar programs, and public data of events."""

from __future__ import annotations

from flask import Blueprint

blueprint = Blueprint("calendar_feeds", __name__)
