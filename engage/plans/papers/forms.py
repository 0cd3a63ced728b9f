"""Forms: to whom the plan was given on paper, and a signed page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import (
    DateField,
    FileField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.validators import DataRequired, InputRequired, Length, Optional, ValidationError

from engage.kit.clock import now
from engage.kit.fields import EngageForm, SelectChoice
from engage.kit.locales import current
from engage.kit.values.clean import clean
from engage.plans.papers.details import ClearanceDetails, PaperAt
from engage.plans.papers.models import Clearance
from engage.plans.papers.sentences import NOT_THIS_PAPER

LONGEST_NAME = 200
LONGEST_NOTE = 1000
# Where the day begins first, it is fourteen hours ahead of UTC.
FIRST_DAY_BREAKS = dt.timedelta(hours=14)
ACCEPTED = "application/pdf,image/jpeg,image/png"


class DayField(DateField):
    """A day of the calendar; what cannot be read stays in its box with a sentence beside it."""

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        self.data = None
        if not "".join(valuelist).strip():
            return
        try:
            self.data = dt.date.fromisoformat(valuelist[0].strip())
        except ValueError:
            raise ValueError(
                self.gettext("Please write the day as year, month and day: 2026-11-22.")
            ) from None


def check_not_ahead(_form: EngageForm, field: DayField) -> None:
    """A day that has not begun anywhere yet."""
    if field.data is not None and field.data > (now() + FIRST_DAY_BREAKS).date():
        raise ValidationError(_l("This day is still to come. Please note it once it has passed."))


def cleaned(text: str | None) -> str:
    return clean(text or "")


class ClearanceForm(EngageForm):
    with_whom = StringField(
        _l("With whom the plan is"),
        [
            DataRequired(_l("Please say to whom the plan was given, such as the minister.")),
            Length(max=LONGEST_NAME),
        ],
        description=_l("An office or a person, such as the minister. Only your Party sees it."),
        filters=[cleaned],
    )
    given_on = DayField(
        _l("Given on"),
        [InputRequired(_l("Please give the day on which the plan was given.")), check_not_ahead],
    )
    back_on = DayField(
        _l("Back on"),
        [Optional(), check_not_ahead],
        description=_l("Leave it empty until the plan is back."),
    )
    note = TextAreaField(_l("Note"), [Length(max=LONGEST_NOTE)], filters=[cleaned])

    def validate_back_on(self, field: DayField) -> None:
        if field.data and self.given_on.data and field.data < self.given_on.data:
            raise ValidationError(
                _l("The plan cannot be back before it was given. Please look at both days.")
            )

    def details(self) -> ClearanceDetails:
        given_on = self.given_on.data
        if given_on is None:
            raise ValueError("a form is asked for its details before it is valid")
        return ClearanceDetails(
            with_whom=self.with_whom.data or "",
            given_on=given_on,
            back_on=self.back_on.data,
            note=self.note.data or "",
            language=current(),
        )


def clearance_form(clearance: Clearance | None = None) -> ClearanceForm:
    """The form as posted, or filled with a note; its words are marked with their language."""
    form = ClearanceForm(obj=clearance)
    if clearance is not None:
        form.with_whom.render_kw = {"lang": clearance.language, "dir": "auto"}
        form.note.render_kw = {"lang": clearance.language}
    return form


class SignedPageForm(EngageForm):
    """A file and the paper that it belongs to; what is wrong with the file, its action says."""

    paper = SelectField(
        _l("Which paper was signed"),
        [InputRequired(NOT_THIS_PAPER)],
        choices=[],
        validate_choice=False,
    )
    file = FileField(
        _l("The signed page"),
        description=_l(
            "PDF, JPEG or PNG, up to 2 MB. Should this page be shown again, choose the file again: "
            "a browser does not keep it."
        ),
        render_kw={"accept": ACCEPTED},
    )

    def choosing(self, papers: Iterable[tuple[PaperAt, Any]]) -> SignedPageForm:
        """The form with the papers to choose from, and what each is called."""
        self.paper.choices = [SelectChoice(at.key, label) for at, label in papers]
        return self
