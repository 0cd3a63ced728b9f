"""Forms of journeys that are not made from the outline."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext as _lp
from wtforms import (
    HiddenField,
    IntegerField,
    RadioField,
    SelectField,
    TextAreaField,
)
from wtforms.validators import InputRequired, Length, NumberRange

from engage.journeys.models import Stop
from engage.journeys.outline import JOURNEY_FIELDS
from engage.journeys.reading import SeenStop
from engage.journeys.sentences import NO_HOST, NO_NAME, NO_REASON
from engage.journeys.vocabulary import JourneyKind
from engage.kit.fields import EngageForm, SelectChoice, ValueField
from engage.kit.locales import current
from engage.kit.values.base import Problem
from engage.kit.values.fingerprint import fingerprint
from engage.reference.choices import parties_now
from engage.reference.models import Party

LONGEST = 2000


class NewJourneyForm(EngageForm):
    """What a journey cannot begin without; all else is asked on its own page."""

    name = ValueField(JOURNEY_FIELDS[0])
    kind = RadioField(
        _lp("journey", "Kind"),
        choices=[SelectChoice(each.value, each.label) for each in JourneyKind],
        default=JourneyKind.JOURNEY.value,
        validators=[InputRequired(_l("Please choose one of the two."))],
    )

    def validate(self, extra_validators: Any = None) -> bool:
        """A journey without a name could not be found again."""
        is_valid = bool(super().validate(extra_validators))
        if self.name.data is None:
            self.name.problems = (Problem("missing", NO_NAME),)
        return is_valid and not self.name.problems


class PartyForm(EngageForm):
    """One Party out of all."""

    party = SelectField(_l("Party"), validators=[InputRequired(NO_HOST)])

    @classmethod
    def choosing(cls, first: Collection[str] = (), without: Collection[str] = ()) -> PartyForm:
        """The Parties in the order of their names, those of the journey before all others."""
        form = cls()
        every = [SelectChoice(*pair) for pair in parties_now() if pair[0] not in without]
        near = [each for each in every if each.value in first]
        rest = [each for each in every if each.value not in first]
        form.party.choices = [SelectChoice("", _l("No choice yet")), *near, *rest]
        return form

    @classmethod
    def among(cls, parties: Sequence[Party]) -> PartyForm:
        """These Parties alone, in their order."""
        form = cls()
        named = [SelectChoice(each.code, each.name(current())) for each in parties]
        form.party.choices = [SelectChoice("", _l("No choice yet")), *named]
        return form


class AnswerForm(EngageForm):
    """Yes or no; `seen` is the answer that stood there when the form was opened."""

    seen = HiddenField()
    reason = TextAreaField(
        _l("Reason, if the Party does not host the stop"),
        [Length(max=LONGEST)],
        description=_l("Read by the secretariat only."),
    )

    def lacks_reason(self) -> bool:
        """Marks the box if it is empty."""
        if (self.reason.data or "").strip():
            return False
        self.reason.errors = [*self.reason.errors, NO_REASON]
        return True


def mark_of(stop: Stop) -> str:
    """Of the answer that stands now, for `AnswerForm.seen`."""
    at = stop.decided_at.isoformat() if stop.decided_at else ""
    return fingerprint([stop.state, stop.party_code or "", at])


class OrderForm(EngageForm):
    """A stop is put to a place in the order."""

    stop = SelectField(_l("Stop"))
    place = IntegerField(
        _l("Its place from now on"),
        [
            InputRequired(_l("Please write a number, such as 3.")),
            NumberRange(min=1, message=_l("Please write a number from 1 on.")),
        ],
    )

    @classmethod
    def over(cls, stops: Sequence[SeenStop]) -> OrderForm:
        form = cls(prefix="order")
        form.stop.choices = numbered(stops)
        return form


class SwapForm(EngageForm):
    """Two stops change places."""

    one = SelectField(_l("This stop"))
    other = SelectField(_l("changes places with"))

    @classmethod
    def over(cls, stops: Sequence[SeenStop]) -> SwapForm:
        form = cls(prefix="swap")
        form.one.choices = form.other.choices = numbered(stops)
        return form


def numbered(stops: Sequence[SeenStop]) -> list[Any]:
    return [
        SelectChoice(
            stop.key, _("%(number)s. %(place)s", number=stop.number, place=stop.place or "–")
        )
        for stop in stops
    ]
