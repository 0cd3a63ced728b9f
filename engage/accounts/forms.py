"""Forms of accounts. What is typed into them is kept as in any other form, passwords apart."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from wtforms import (
    EmailField,
    PasswordField,
    SelectField,
    StringField,
)
from wtforms.validators import InputRequired, Length

from engage.accounts.details import AccountDetails
from engage.accounts.passwords import LONGEST
from engage.kit.fields import EngageForm, SelectChoice
from engage.kit.locales import LANGUAGES


class SignInForm(EngageForm):
    email = EmailField(
        _l("Email address"), [InputRequired(_l("Please give your email address.")), Length(max=254)]
    )
    password = PasswordField(_l("Password"), [InputRequired(_l("Please give your password."))])


class AccountForm(EngageForm):
    name = StringField(_l("Name"), [InputRequired(_l("Please give your name.")), Length(max=150)])
    function = StringField(
        _l("Function"),
        [Length(max=150)],
        description=_l("As it is to stand beside your name, such as Director of Forestry."),
    )
    language = SelectField(
        _l("Language"),
        choices=[SelectChoice(language.code, language.name) for language in LANGUAGES],
        description=_l("Pages and letters come in this language."),
    )

    def details(self) -> AccountDetails:
        return AccountDetails(
            name=self.name.data or "",
            function=self.function.data or "",
            language=self.language.data or "",
        )


class PasswordForm(EngageForm):
    current_password = PasswordField(
        _l("Current password"), [InputRequired(_l("Please give your current password."))]
    )
    new_password = PasswordField(
        _l("New password"),
        [InputRequired(_l("Please give a new password.")), Length(max=LONGEST)],
        description=_l(
            "At least 12 characters. Several words that you alone would put together are good."
        ),
    )
