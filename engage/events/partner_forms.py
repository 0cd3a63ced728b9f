"""Forms: which Party is asked to hold an event jointly, and its answer."""

from __future__ import annotations

from collections.abc import Iterable

from flask_babel import lazy_gettext as _l
from wtforms import (
    HiddenField,
    RadioField,
    SelectField,
    TextAreaField,
)
from wtforms.validators import InputRequired, Length, ValidationError

from engage.events.vocabulary import PartnerState
from engage.kit.fields import EngageForm, SelectChoice
from engage.kit.values.clean import clean
from engage.reference.models import Party

LONGEST_REASON = 1000


class AskForm(EngageForm):
    party = SelectField(
        _l("Party to ask"),
        [InputRequired(_l("Please choose the Party to ask."))],
        choices=[],
    )

    def choosing(self, parties: Iterable[Party], language: str) -> AskForm:
        """The form with the Parties to choose from, by name."""
        self.party.choices = [
            SelectChoice("", _l("Choose a Party")),
            *(SelectChoice(each.code, each.name(language)) for each in parties),
        ]
        return self


class AnswerForm(EngageForm):
    answer = RadioField(
        _l("Does your Party hold the event jointly?"),
        [InputRequired(_l("Please choose an answer."))],
        choices=[
            SelectChoice(
                PartnerState.ACCEPTED.value, _l("Yes. Our Party may be named from now on.")
            ),
            SelectChoice(PartnerState.DECLINED.value, _l("No. Our Party is not named.")),
        ],
    )
    reason = TextAreaField(
        _l("Reason"),
        [Length(max=LONGEST_REASON)],
        description=_l("For the side that asked. It is needed if the answer is no."),
        filters=[lambda text: clean(text or "")],
    )
    seen = HiddenField()

    def validate_reason(self, field: TextAreaField) -> None:
        if self.answer.data == PartnerState.DECLINED and not field.data:
            raise ValidationError(
                _l("Please say in a few words why, so that the other side can go on.")
            )
