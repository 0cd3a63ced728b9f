"""Signing in and out, and a person's own account."""

from __future__ import annotations

from flask import (
    Blueprint,
    Response,
    flash,
    make_response,
    redirect,
    render_template,
    request,
    session,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import login_user, logout_user

from engage.accounts.access import actor, open_to_all, sign_in_answer, signed_in, visitor
from engage.accounts.actions import (
    TooManyAttempts,
    change_account,
    change_password,
    keep_text,
    sign_in,
)
from engage.accounts.forms import AccountForm, PasswordForm, SignInForm
from engage.accounts.models import User
from engage.accounts.typed import carried, safe_address
from engage.kit.errors import EngageError, Invalid
from engage.kit.transaction import commits

blueprint = Blueprint("accounts", __name__)


@blueprint.get("/sign-in")
@open_to_all
def sign_in_page() -> ResponseReturnValue:
    if visitor() is not None:
        return redirect(safe_address(request.args.get("next", "")), 303)
    return sign_in_answer(SignInForm(), carried())


@blueprint.post("/sign-in")
@open_to_all
@commits
def sign_in_person() -> ResponseReturnValue:
    form, typed = SignInForm(), carried()
    if not form.validate_on_submit():
        return sign_in_answer(form, typed, 422)
    try:
        user = sign_in(
            form.email.data or "", form.password.data or "", request.remote_addr or "unknown"
        )
    except EngageError as refusal:
        return _refused(form, refusal)
    _open_session(user)
    keep_text(user, typed)
    return redirect(typed.place, 303)


@blueprint.post("/sign-out")
@open_to_all
def sign_out() -> ResponseReturnValue:
    logout_user()
    session.clear()
    answer = make_response(redirect(url_for("accounts.sign_in_page"), 303))
    answer.headers["Clear-Site-Data"] = '"cache"'
    return answer


@blueprint.get("/account")
@signed_in
def account() -> ResponseReturnValue:
    return _account_page(AccountForm(obj=actor()), PasswordForm())


@blueprint.post("/account")
@signed_in
@commits
def save_account() -> ResponseReturnValue:
    form = AccountForm()
    if not form.validate_on_submit():
        return _account_page(form, PasswordForm(formdata=None)), 422
    details = form.details()
    change_account(actor(), details)
    flash(_("Your account is saved."))
    return redirect(url_for("accounts.account", lang=details.language), 303)


@blueprint.post("/account/password")
@signed_in
@commits
def save_password() -> ResponseReturnValue:
    form = PasswordForm()
    if form.validate_on_submit():
        try:
            change_password(actor(), form.current_password.data or "", form.new_password.data or "")
        except Invalid as refusal:
            _put_on_field(form, refusal)
        else:
            _open_session(actor())
            flash(_("Your password is changed. On other machines you are signed out."))
            return redirect(url_for("accounts.account"), 303)
    return _account_page(AccountForm(formdata=None, obj=actor()), form), 422


def _account_page(form: AccountForm, password_form: PasswordForm) -> str:
    return render_template(
        "accounts/account.html", form=form, password_form=password_form, email=actor().email
    )


def _put_on_field(form: PasswordForm, refusal: Invalid) -> None:
    """Back to the field that the sentence speaks of."""
    form.new_password.errors = [*form.new_password.errors, refusal.sentence]


def _refused(form: SignInForm, refusal: EngageError) -> Response:
    form.form_errors.append(refusal.sentence)
    answer = sign_in_answer(form, carried(), refusal.status)
    if isinstance(refusal, TooManyAttempts):
        answer.headers["Retry-After"] = str(refusal.seconds)
    return answer


def _open_session(user: User) -> None:
    """A fresh session: nothing of the one before is carried over."""
    session.clear()
    login_user(user)
