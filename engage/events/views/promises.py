"""The ledger of promises."""

from __future__ import annotations

from flask import Blueprint

blueprint = Blueprint("events_promises", __name__)
