"""Private addresses of feeds, kept and closed by their owner; and the feeds at these addresses."""

from __future__ import annotations

from urllib.parse import parse_qsl

from flask import (
    Blueprint,
    Response,
    current_app,
    flash,
    make_response,
    redirect,
    render_template,
    request,
)
from flask import session as cookie
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict

from engage.accounts.access import actor, open_to_all, signed_in
from engage.accounts.models import User
from engage.calendar.actions import close_token, is_to_note, make_token, note_use
from engage.calendar.forms import TokenForm
from engage.calendar.queries import Asked, asked_in, own_token, token_of, tokens_of
from engage.calendar.views.answers import feed_answer, known_filter
from engage.config import settings
from engage.kit.db import db
from engage.kit.locales import CODES, DEFAULT, force
from engage.kit.transaction import commits

blueprint = Blueprint("calendar_tokens", __name__)

HERE = "/calendar/feeds"
NEW = "new_feed"


@blueprint.get(HERE)
@signed_in
def kept() -> ResponseReturnValue:
    """The addresses, and the form of one more with the filter of this address."""
    form = TokenForm()
    form.query.data = form.query.data or asked_in(request.args, actor()).filter.query()
    return _page(form, made=cookie.pop(NEW, ""))


@blueprint.post(HERE)
@signed_in
@commits
def make() -> ResponseReturnValue:
    form = TokenForm()
    asked = _asked(form.query.data or "", actor()).filter
    form.query.data = asked.query()
    if not form.validate_on_submit():
        return _page(form), 422
    # Told once, on the next page: the database keeps only what proves that it is the same.
    cookie[NEW] = make_token(actor(), form.name.data or "", asked)
    return redirect(HERE, 303)


@blueprint.get(f"{HERE}/<int:feed_id>/close")
@signed_in
def ask_to_close(feed_id: int) -> ResponseReturnValue:
    return render_template("calendar/close_page.html", token=own_token(actor(), feed_id))


@blueprint.post(f"{HERE}/<int:feed_id>/close")
@signed_in
@commits
def close(feed_id: int) -> ResponseReturnValue:
    close_token(actor(), own_token(actor(), feed_id))
    flash(_("The address is closed. Calendar programs find nothing there any more."))
    return redirect(HERE, 303)


@blueprint.get("/feeds/<token>.ics")
@open_to_all
def private(token: str) -> ResponseReturnValue:
    """What the owner of the address may see now; no cookie is looked at."""
    found = token_of(token)
    with force(found.language if found.language in CODES else DEFAULT):
        asked = known_filter(_asked(found.query, found.user))
        page = f"/calendar?{found.query}" if found.query else "/calendar"
        answer = feed_answer(found.user, asked, found.name, page)
    if is_to_note(found):
        _note_afterwards(answer, found.id)
    return answer


def _note_afterwards(answer: Response, token_id: int) -> None:
    """Who reads waits for no writer: the use is written down once the answer is out."""
    app = current_app._get_current_object()  # type: ignore[attr-defined]  # Flask's own proxy

    def note() -> None:
        with app.app_context():
            note_use(token_id)
            db.session.commit()

    answer.call_on_close(note)


def _asked(query: str, reader: User) -> Asked:
    return asked_in(MultiDict(parse_qsl(query)), reader)


def _page(form: TokenForm, made: str = "") -> Response:
    page = render_template(
        "calendar/feeds_page.html",
        form=form,
        made=f"{settings().address}/feeds/{made}.ics" if made else "",
        tokens=tokens_of(actor()),
        public=f"{settings().address}/calendar.ics",
    )
    answer = make_response(page)
    answer.headers["Cache-Control"] = "no-store"
    return answer
