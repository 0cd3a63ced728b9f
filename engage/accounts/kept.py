"""No action loses what somebody typed: whatever stops a form, its text is kept and shown again.

Three things stop a form: the session has ended (the guard asks to sign in), the token of the form
is of an older session, or somebody changes the language while typing.
"""

from __future__ import annotations

from flask import Flask, Response, current_app, flash, g, make_response, redirect, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import refresh
from flask_wtf.csrf import CSRFError
from werkzeug.datastructures import ImmutableMultiDict, MultiDict

from engage.accounts.access import OPEN, ask_to_sign_in, guard_of, visitor
from engage.accounts.actions import forget_text, keep_text
from engage.accounts.details import Typed
from engage.accounts.models import User
from engage.accounts.queries import kept_at
from engage.accounts.typed import (
    SWITCH,
    as_form,
    comes_from_here,
    own_address,
    own_page,
    place,
    typed_fields,
    typed_now,
)
from engage.kit.db import db
from engage.kit.fields import set_kept_source
from engage.kit.locales import CODES
from engage.kit.transaction import commits


def init_app(app: Flask) -> None:
    """After CSRF protection: only a form with a good token may change the language."""
    set_kept_source(text_for)
    app.register_error_handler(CSRFError, answer_stale_form)
    app.before_request(answer_language_switch)
    app.after_request(forget_what_was_taken)


def text_for(_path: str) -> MultiDict[str, str] | None:
    """What a form that is shown now is filled with; looked up once for all forms of a page."""
    shown_again: dict[str, list[str]] | None = g.get("typed_in_this_request")
    if shown_again is not None:
        return as_form(shown_again)
    if "kept_for_this_page" not in g:
        g.kept_for_this_page = kept_for(visitor())
    kept: MultiDict[str, str] | None = g.kept_for_this_page
    return kept


def kept_for(user: User | None) -> MultiDict[str, str] | None:
    """The latest text of each box of this page."""
    found = MultiDict[str, str]()
    for kept in kept_at(user, own_address()) if user else ():
        found.update(as_form({name: kept.fields[name] for name in kept.fields.keys() - found}))
    return found or None


def answer_language_switch() -> ResponseReturnValue | None:
    """The strip sends the form that is being typed: keep it, and show it in the other language."""
    code = request.form.get(SWITCH) if request.method == "POST" else None
    if code not in CODES:
        return None
    user = visitor()
    if user is not None:
        return keep_and_show(user, code)
    speak(code)
    if guard_of(current_app.view_functions.get(request.endpoint or "")) == OPEN:
        show_again()
    return None


def answer_stale_form(error: CSRFError) -> ResponseReturnValue:
    """The form's token is of a session that is over."""
    if not comes_from_here() or "HX-Request" in request.headers:
        # A form that saves itself says that it could not, and is kept when its writer sends it.
        return make_response(error.get_response())
    user = visitor()
    if user is not None:
        flash(_("You had signed in again meanwhile. Please check the page and send it once more."))
        return keep_and_show(user, request.form.get(SWITCH))
    if guard_of(current_app.view_functions.get(request.endpoint or "")) != OPEN:
        return ask_to_sign_in()
    flash(_("This page had been open for long. Please send it once more."))
    if not show_again():
        return redirect(place(), 303)
    view = current_app.view_functions[request.endpoint or ""]
    return make_response(current_app.ensure_sync(view)(**(request.view_args or {})))


@commits
def keep_and_show(user: User, code: str | None) -> ResponseReturnValue:
    typed = typed_now()
    keep_text(user, typed)
    g.kept_in_this_request = True
    if code not in CODES:
        return redirect(typed.place, 303)
    mark = "&" if "?" in typed.place else "?"
    return redirect(f"{typed.place}{mark}lang={code}", 303)


def keep_rest(typed: Typed) -> None:
    """What a form carried besides what it sent; when nothing is left, nothing stays kept."""
    user = visitor()
    if user is None:
        return
    if typed.fields:
        keep_text(user, typed)
    else:
        forget_text(user, typed.posted_to)
    g.kept_in_this_request = True


def speak(code: str) -> None:
    """Answer this request in that language, as if its address had asked for it."""
    rest = [pair for pair in request.args.items(multi=True) if pair[0] != "lang"]
    request.args = ImmutableMultiDict([*rest, ("lang", code)])
    refresh()


def show_again() -> bool:
    """Turn the post into a reading of the same page, with what was typed in its form."""
    page = own_page()
    if page is None:
        return False
    request.url_rule, request.view_args = page
    request.method = "GET"
    g.typed_in_this_request = typed_fields()
    return True


def forget_what_was_taken(answer: Response) -> Response:
    """A form that went through needs nothing kept of it."""
    went_through = request.method == "POST" and answer.status_code < 400
    user = visitor() if went_through and not g.get("kept_in_this_request") else None
    if user is not None and forget_text(user, own_address()):
        db.session.commit()
    return answer
