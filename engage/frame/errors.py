"""Each kind of error to its page, once: what is so, and what to do next."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Flask, Response, make_response, render_template
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l
from flask_wtf.csrf import CSRFError
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.exceptions import HTTPException, InternalServerError, NotFound

from engage.accounts.kept import answer_stale_form
from engage.accounts.typed import comes_from_here
from engage.frame import languages
from engage.frame.page import Page
from engage.kit.db import db
from engage.kit.errors import EngageError
from engage.kit.locales import force

HEADINGS: Mapping[int, str] = {
    400: _l("The request could not be read"),
    403: _l("This is not open to you"),
    404: _l("There is no such page"),
    409: _l("Somebody was quicker"),
    413: _l("This is too much at once"),
    422: _l("Something could not be taken"),
    429: _l("Please wait a little"),
    500: _l("Something went wrong on our side"),
    503: _l("The service rests for a moment"),
}
SENTENCES: Mapping[int, str] = {
    400: _l("Go back, look at what you sent, and send it again."),
    403: _l(
        "Your account does not allow this step. If it should, ask the focal point of your "
        "Party or the secretariat."
    ),
    404: _l(
        "The address may be mistyped, or what stood here may be open only to another Party. "
        "Nothing of yours is lost."
    ),
    409: _l("This has changed since you opened the page. Go back, load it again and look."),
    413: _l("Send it in smaller parts. What you typed is still in your browser: go back to it."),
    422: _l("Go back and look at what you sent."),
    429: _l("There were many attempts in a short time. Wait some minutes and try again."),
    500: _l(
        "It has been written down for those who look after the service. What you saved before "
        "is safe; go back and try again."
    ),
    503: _l("Wait a minute and load the page again. What you saved is safe."),
}


def init_app(app: Flask) -> None:
    app.register_error_handler(EngageError, refused)
    app.register_error_handler(StaleDataError, overtaken)
    app.register_error_handler(InternalServerError, failed)
    app.register_error_handler(CSRFError, stale)
    app.register_error_handler(HTTPException, not_served)


def refused(error: EngageError) -> Response:
    return _page(error.status, sentence=str(error.sentence))


def overtaken(_error: StaleDataError) -> Response:
    db.session.rollback()
    return _page(409)


def failed(_error: InternalServerError) -> Response:
    """The session may be broken: undo it, and show a page that asks the database nothing."""
    db.session.rollback()
    with force(languages.asked()):
        return _page(500, page=Page(known=False))


def stale(error: CSRFError) -> ResponseReturnValue:
    """A form of ours whose session is over loses nothing; one of another site is refused."""
    return answer_stale_form(error) if comes_from_here() else not_served(error)


def not_served(error: HTTPException) -> HTTPException | Response:
    code = error.code or NotFound.code
    if code < 400:
        return error  # a redirect is no error
    known = code if code in HEADINGS else 404 if code == 405 else 400
    response = _page(known)
    response.status_code = code
    response.headers.extend(
        [(name, value) for name, value in error.get_headers() if name != "Content-Type"]
    )
    return response


def _page(status: int, *, sentence: str = "", page: Page | None = None) -> Response:
    text = render_template(
        "errors/error.html",
        heading=HEADINGS[status],
        sentence=sentence or SENTENCES[status],
        page=page or Page(),
    )
    response = make_response(text, status)
    response.headers["Cache-Control"] = "no-store"
    return response
