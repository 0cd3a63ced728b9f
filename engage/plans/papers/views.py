"""The addresses of this alcove."""

from __future__ import annotations

from flask import Blueprint

from engage.plans.papers import models  # noqa: F401  # known to the migrations

blueprint = Blueprint("papers", __name__)
