"""Who is asking, and the guard that every view declares."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec

from flask import Flask, Response, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import LoginManager, current_user

from engage.accounts.details import Typed
from engage.accounts.forms import SignInForm
from engage.accounts.models import User
from engage.accounts.permissions import Permission
from engage.accounts.queries import find_user_of_session
from engage.accounts.typed import PREFIX, own_address, typed_now
from engage.kit.db import SAFE_METHODS
from engage.kit.errors import NotAllowed, ensure

P = ParamSpec("P")
View = Callable[P, ResponseReturnValue]

OPEN = "open"
SIGNED_IN = "signed in"


def init_app(app: Flask) -> None:
    logins = LoginManager(app)
    # A weak line changes its address often; the session is signed and can be revoked instead.
    logins.session_protection = None
    logins.user_loader(find_user_of_session)


def visitor() -> User | None:
    """The person who is signed in, or None."""
    user = current_user._get_current_object()
    return user if isinstance(user, User) else None


def actor() -> User:
    """The person who is signed in; for views behind a guard."""
    user = visitor()
    if user is None:
        raise NotAllowed(_("Please sign in first."))
    return user


def guard_of(view: Callable[..., Any] | None) -> str:
    """Which guard a view declares; empty when it declares none."""
    return str(getattr(view, "guard", ""))


def open_to_all(view: Callable[P, ResponseReturnValue]) -> Callable[P, ResponseReturnValue]:
    view.guard = OPEN  # type: ignore[attr-defined]  # read by the house's route test
    return view


def signed_in(view: Callable[P, ResponseReturnValue]) -> Callable[P, ResponseReturnValue]:
    return guarded(view, SIGNED_IN, lambda _user: True)


def allowed_to(permission: Permission) -> Callable[[View[P]], View[P]]:
    def decorate(view: View[P]) -> View[P]:
        return guarded(view, permission.value, lambda user: user.may(permission))

    return decorate


def guarded(view: View[P], guard: str, passes: Callable[[User], bool]) -> View[P]:
    @wraps(view)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> ResponseReturnValue:
        user = visitor()
        if user is None:
            return ask_to_sign_in()
        ensure(passes(user), NotAllowed(_("Your account does not allow this.")))
        return view(*args, **kwargs)

    wrapper.guard = guard  # type: ignore[attr-defined]  # read by the house's route test
    return wrapper


def ask_to_sign_in() -> Response:
    """To the sign-in page; what was just typed goes there too, so that nothing is lost."""
    if request.method in SAFE_METHODS:
        there = url_for("accounts.sign_in_page", next=own_address())
        return make_response(redirect(there, 303))
    return sign_in_answer(SignInForm(formdata=None), typed_now(), 401, was_signed_out=True)


def sign_in_answer(
    form: SignInForm, typed: Typed, status: int = 200, *, was_signed_out: bool = False
) -> Response:
    """The sign-in page with what was typed elsewhere in hidden fields."""
    page = render_template(
        "accounts/sign_in.html",
        form=form,
        typed=typed,
        hidden=[(PREFIX + name, value) for name, value in typed.pairs()],
        was_signed_out=was_signed_out or bool(typed.fields),
    )
    answer = make_response(page, status)
    answer.headers["Cache-Control"] = "no-store"
    return answer
