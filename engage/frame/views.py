"""The one address of the frame: is the service well?"""

from __future__ import annotations

from flask import Blueprint, jsonify
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import SQLAlchemyError

from engage.accounts.access import open_to_all
from engage.kit import migrations

blueprint = Blueprint("frame", __name__)


@blueprint.get("/healthz")
@open_to_all
def health() -> ResponseReturnValue:
    try:
        state = migrations.state()
    except SQLAlchemyError:
        return jsonify(database="unreachable", migrations="unknown"), 503
    return jsonify(database="reachable", migrations=state.value), 200
