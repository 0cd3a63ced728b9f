"""The boxes above a list of the secretariat, and the form under whose name a filter is kept."""

from __future__ import annotations

from collections.abc import Sequence
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

from engage.kit.fields import A_NAME, EngageForm, SelectChoice
from engage.kit.locales import LANGUAGES
from engage.kit.values.vocabulary import Vocabulary
from engage.plans.filters.vocabulary import MINE, NOBODYS
from engage.reference.vocabulary.groups import Group
from engage.reference.vocabulary.identity import Region

LONGEST_NAME = 80

# Who may be asked for: id and name.
People = Sequence[tuple[int, str]]


def choices_of(vocabulary: type[Vocabulary]) -> list[Any]:
    return [SelectChoice(code, label) for code, label in vocabulary.labels().items()]


class ListForm(EngageForm):
    """The filters that all lists share; sent by GET, so it carries no token."""

    class Meta(EngageForm.Meta):
        csrf = False

    words = StringField(_lp("queue", "Search"), [Length(max=200)])
    annex = SelectField(
        _lp("queue", "Annex"), choices=[SelectChoice("", _l("All annexes")), *choices_of(Region)]
    )
    language = SelectField(
        _lp("queue", "Language"),
        choices=[
            SelectChoice("", _l("All languages")),
            *[SelectChoice(each.code, each.name) for each in LANGUAGES],
        ],
    )
    group = SelectField(
        _lp("queue", "Group"), choices=[SelectChoice("", _l("All groups")), *choices_of(Group)]
    )
    reviewer = SelectField(_lp("queue", "Reviewer"), choices=[])

    def offer(self, people: People) -> None:
        """The people whose plans may be asked for, after one's own."""
        self.reviewer.choices = [
            SelectChoice("", _("All reviewers")),
            SelectChoice(MINE, _("My plans")),
            SelectChoice(NOBODYS, _("Without a lead")),
            *[SelectChoice(str(id_), name, A_NAME) for id_, name in people],
        ]


def trimmed(text: str | None) -> str:
    return " ".join((text or "").split())


class FilterForm(EngageForm):
    """`query` is what is kept, `replaces` what the person knows to stand under the name."""

    name = StringField(
        _l("Name of the filter"),
        [
            DataRequired(_l("Please give the filter a name.")),
            Length(max=LONGEST_NAME, message=_l("Please give a name of at most 80 characters.")),
        ],
        filters=[trimmed],
        description=_l("Such as “Asia, in French, mine”. Only you see it."),
    )
    query = HiddenField()
    replaces = HiddenField()
