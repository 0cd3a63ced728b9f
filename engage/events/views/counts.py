"""Counting who came and who is expected."""

from __future__ import annotations

from flask import Blueprint

blueprint = Blueprint("events_counts", __name__)
