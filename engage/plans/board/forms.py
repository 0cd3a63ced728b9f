"""The filters of the board, and what a Party lets the secretariat know."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext as _lp
from wtforms import (
    BooleanField,
    SelectField,
)

from engage.kit.fields import EngageForm, SelectChoice
from engage.plans.board.vocabulary import Standing
from engage.plans.filters.forms import ListForm, choices_of


class BoardForm(ListForm):
    state = SelectField(
        _lp("queue", "State"), choices=[SelectChoice("", _l("All states")), *choices_of(Standing)]
    )


class DraftsForm(EngageForm):
    shows_drafts = BooleanField(
        _l("The secretariat may know that we have a draft"),
        description=_l(
            "It then reads “A draft is begun” beside the name of your Party, and nothing else: "
            "neither a title, nor a date, nor a word of the draft."
        ),
    )
