"""Forms of the internal check: whom to ask, and what was found."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

from flask_babel import lazy_gettext as _l
from wtforms import (
    SelectMultipleField,
    TextAreaField,
)
from wtforms.validators import InputRequired, Length

from engage.accounts.models import User
from engage.kit.fields import EngageForm, SelectChoice
from engage.kit.locales import current
from engage.plans.checks.details import RemarkDetails, RequestDetails
from engage.plans.checks.sentences import NOBODY

LONGEST = 5000


class AskForm(EngageForm):
    people = SelectMultipleField(
        _l("Who should read the plan"), [InputRequired(NOBODY)], validate_choice=False, coerce=str
    )
    request = TextAreaField(_l("What to look at"), [Length(max=LONGEST)])

    @classmethod
    def choosing(cls, people: Iterable[User]) -> Self:
        form = cls()
        form.people.choices = [SelectChoice(str(each.id), each.name) for each in people]
        return form

    def details(self) -> RequestDetails:
        chosen = tuple(int(each) for each in self.people.data or () if each.isdecimal())
        return RequestDetails(chosen, self.request.data or "", current())


class RemarkForm(EngageForm):
    remark = TextAreaField(_l("Your remark, if you wish"), [Length(max=LONGEST)])

    def details(self) -> RemarkDetails:
        return RemarkDetails(self.remark.data or "", current())
