"""The first page, and whether the service is well."""

from __future__ import annotations

from flask import Blueprint, jsonify, redirect, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import SQLAlchemyError

from engage.accounts.access import open_to_all, visitor
from engage.frame import navigation
from engage.kit import migrations

blueprint = Blueprint("frame", __name__)


@blueprint.get("/")
@open_to_all
def home() -> ResponseReturnValue:
    """To the first entry of the person's own menu; who is not signed in is asked to."""
    person = visitor()
    if person is None:
        return redirect(url_for("accounts.sign_in_page"), 303)
    return redirect(navigation.items_for(person)[0].url, 303)


@blueprint.get("/healthz")
@open_to_all
def health() -> ResponseReturnValue:
    try:
        state = migrations.state()
    except SQLAlchemyError:
        return jsonify(database="unreachable", migrations="unknown"), 503
    return jsonify(database="reachable", migrations=state.value), 200
