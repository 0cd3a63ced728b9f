"""The one address of the frame: is the app well?"""

from __future__ import annotations

from alembic.runtime.migration import MigrationContext
from flask import Blueprint, Response, current_app, jsonify
from sqlalchemy.exc import SQLAlchemyError

from engage.kit.db import db

blueprint = Blueprint("frame", __name__)


@blueprint.get("/healthz")
def health() -> tuple[Response, int]:
    alembic = current_app.extensions["alembic"]
    wanted = set(alembic.script_directory.get_heads())
    try:
        context = MigrationContext.configure(db.session.connection())
        found = set(context.get_current_heads())
    except SQLAlchemyError:
        return jsonify(database="unreachable", migrations="unknown"), 503
    state = "up to date" if found == wanted else "behind"
    return jsonify(database="reachable", migrations=state), 200
