"""What an address may hold: numbers that a row can have, and text that a database takes."""

from __future__ import annotations

from flask import Flask, Response, request
from werkzeug.routing import IntegerConverter, Map

LARGEST = 2**31 - 1  # of the numbers of rows


class NumberOfRow(IntegerConverter):
    """A larger number names nothing: the page is not there."""

    def __init__(self, urls: Map) -> None:
        super().__init__(urls, max=LARGEST)


def init_app(app: Flask) -> None:
    app.url_map.converters["int"] = NumberOfRow
    app.before_request(_refuse_noughts)


def _refuse_noughts() -> Response | None:
    """A character that no keyboard writes, PostgreSQL keeps nowhere, and no page may hold."""
    if "\0" in request.path or any("\0" in value for value in request.args.values()):
        return Response(status=400, mimetype="text/plain")
    return None
