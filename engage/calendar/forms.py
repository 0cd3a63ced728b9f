"""The filter above a calendar, and the form of a private address."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext as _lp
from wtforms import (
    HiddenField,
    SelectField,
    StringField,
)
from wtforms.validators import DataRequired, Length

from engage.calendar.details import Filter
from engage.calendar.vocabulary import EntryKind
from engage.kit.fields import EngageForm, SelectChoice
from engage.kit.values.vocabulary import Label, Vocabulary
from engage.reference.vocabulary.activities import ActivityType
from engage.reference.vocabulary.groups import Group
from engage.reference.vocabulary.identity import Region

LONGEST_NAME = 100
KINDS = [(each.value, each.label) for each in EntryKind]


def _any_of(vocabulary: type[Vocabulary], label: Label) -> list[Any]:
    codes = vocabulary.labels().items()
    return [SelectChoice("", label), *(SelectChoice(code, text) for code, text in codes)]


class FilterForm(EngageForm):
    """Sent by GET, so it carries no token: the address is what is asked for."""

    class Meta(EngageForm.Meta):
        csrf = False

    party = StringField(_lp("calendar", "Party"), [Length(max=200)])
    annex = SelectField(_lp("calendar", "Annex"), choices=_any_of(Region, _l("All annexes")))
    type = SelectField(_lp("calendar", "Type"), choices=_any_of(ActivityType, _l("All types")))
    group = SelectField(_lp("calendar", "Group"), choices=_any_of(Group, _l("All groups")))
    journey = SelectField(_lp("calendar", "Journey"), choices=[])
    occasion = SelectField(_lp("calendar", "Day, year or session"), choices=[])
    zone = StringField(_l("Your time zone"), [Length(max=60)])

    def offer(
        self, journeys: Sequence[tuple[str, str, str]], occasions: Iterable[tuple[str, Label]]
    ) -> None:
        """What tables hold: journeys in whatever language they are named, and the occasions."""
        self.journey.choices = [
            SelectChoice("", _("All journeys")),
            *(SelectChoice(ref, name or ref, {"lang": spoken}) for ref, name, spoken in journeys),
        ]
        self.occasion.choices = [
            SelectChoice("", _("All days, years and sessions")),
            *(SelectChoice(code, label) for code, label in occasions),
        ]

    def show(self, asked: Filter, party: str, zone: str) -> None:
        """The filter as it was understood; a Party by its name."""
        for name, value in asked.pairs():
            if name in self and name != "party":
                self[name].data = value
        self.party.data, self.zone.data = party, zone


class TokenForm(EngageForm):
    """`query` is the filter that the address will carry."""

    name = StringField(
        _l("Name of the address"),
        [
            DataRequired(_l("Please give the address a name.")),
            Length(max=LONGEST_NAME, message=_l("Please give a name of at most 100 characters.")),
        ],
        filters=[lambda text: " ".join((text or "").split())],
        description=_l("Such as “Telephone” or “Calendar of the office”. Only you see it."),
    )
    query = HiddenField()
