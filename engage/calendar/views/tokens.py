"""Private addresses of feeds, kept and revoked by their owner."""

from __future__ import annotations

from flask import Blueprint

blueprint = Blueprint("calendar_tokens", __name__)
