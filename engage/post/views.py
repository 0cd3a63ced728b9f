"""The addresses of letters: what was written to one, and the outbox of all."""

from __future__ import annotations

from flask import Blueprint

from engage.post import models  # noqa: F401  # known to the migrations

blueprint = Blueprint("post", __name__)
