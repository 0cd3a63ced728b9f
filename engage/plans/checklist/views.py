"""The addresses of this alcove."""

from __future__ import annotations

from flask import Blueprint

from engage.plans.checklist import models  # noqa: F401  # known to the migrations

blueprint = Blueprint("checklist", __name__)
