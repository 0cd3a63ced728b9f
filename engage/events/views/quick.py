"""The quick form: eight questions on a phone, sent again when the line is back."""

from __future__ import annotations

from flask import Blueprint

blueprint = Blueprint("events_quick", __name__)
