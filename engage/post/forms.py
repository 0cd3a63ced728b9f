"""The form in which somebody says how letters are to come."""

from __future__ import annotations

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import (
    SelectField,
    StringField,
)
from wtforms.validators import Length, ValidationError

from engage.kit.fields import EngageForm, SelectChoice
from engage.kit.zones import find_zone, near_zones
from engage.post.details import ChoiceDetails
from engage.post.vocabulary import Pace


class ChoiceForm(EngageForm):
    pace = SelectField(
        _l("How often e-mail comes to you"),
        choices=[SelectChoice(pace.value, pace.label) for pace in Pace],
        description=_l(
            "A plan that was returned and a review that is complete are told at once, unless you "
            "want no e-mail. All letters can be read here in any case."
        ),
    )
    time_zone = StringField(
        _l("Time zone"),
        [Length(max=60)],
        description=_l(
            "For the times in your letters: a zone or its city, such as Africa/Nairobi or Nairobi. "
            "Left blank, times are those of the service."
        ),
    )

    def validate_time_zone(self, field: StringField) -> None:
        typed = (field.data or "").strip()
        if not typed or find_zone(typed):
            return
        if near := near_zones(typed, most=1):
            [zone] = near
            raise ValidationError(
                _("No time zone is called so. If you mean %(zone)s, please write that.", zone=zone)
            )
        raise ValidationError(
            _(
                "No time zone is called so. Please write one with its continent, such as "
                "America/Bogota, or leave it blank."
            )
        )

    def details(self) -> ChoiceDetails:
        typed = (self.time_zone.data or "").strip()
        return ChoiceDetails(pace=Pace(self.pace.data), time_zone=find_zone(typed) or "")
