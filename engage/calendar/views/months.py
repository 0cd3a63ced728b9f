"""The calendar by month, as a list, and by quarter on paper."""

from __future__ import annotations

from flask import Blueprint

blueprint = Blueprint("calendar", __name__)
