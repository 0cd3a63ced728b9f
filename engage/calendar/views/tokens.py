"""Private addresses of feeds, kept and revoked by their owner."""

from __future__ import annotations

from flask import Blueprint

from engage.calendar.queries import tokens_of

blueprint = Blueprint("calendar_tokens", __name__)

__all__ = ["blueprint", "tokens_of"]
