"""The addresses of this alcove."""

from __future__ import annotations

from flask import Blueprint

from engage.plans.assignments import models  # noqa: F401  # known to the migrations

blueprint = Blueprint("assignments", __name__)
