"""Bringing the database up to date, and saying whether it is."""

from __future__ import annotations

import logging
from enum import StrEnum

from alembic.runtime.migration import MigrationContext
from flask import Flask, current_app
from flask_alembic import Alembic

from engage.config import ROOT
from engage.kit.db import Base, db, make_engine

FOLDER = ROOT / "migrations"


class State(StrEnum):
    EMPTY = "empty"
    BEHIND = "behind"
    UP_TO_DATE = "up to date"


def init_app(app: Flask) -> None:
    app.config["ALEMBIC"] = {
        "script_location": str(FOLDER),
        "version_locations": [str(FOLDER / "versions")],
    }
    app.config["ALEMBIC_CONTEXT"] = {"render_as_batch": True, "compare_type": True}
    Alembic(
        app,
        run_mkdir=False,
        metadatas=Base.metadata,
        engines=make_engine(app.config["DATABASE_URL"], migrates=True),
    )
    logging.getLogger("alembic").setLevel(logging.WARNING)  # the command says what happens


def upgrade() -> None:
    db.session.rollback()  # lets go of the lock that a look at the state may have taken
    with current_app.app_context():  # closes the connection of the migration at its end
        alembic().upgrade()


def state() -> State:
    """Where the database stands; raises what the driver raises when it cannot be reached."""
    found = set(MigrationContext.configure(db.session.connection()).get_current_heads())
    if not found:
        return State.EMPTY
    return State.UP_TO_DATE if found == set(heads()) else State.BEHIND


def heads() -> tuple[str, ...]:
    return tuple(alembic().script_directory.get_heads())


def alembic() -> Alembic:
    extension: Alembic = current_app.extensions["alembic"]
    return extension
