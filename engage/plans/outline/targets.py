"""Costs, targets, state and results of an activity (fields F8 to F13)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext as _l

from engage.kit.values.base import Answer
from engage.kit.values.choice import Choice
from engage.kit.values.links import Links
from engage.kit.values.money import Money
from engage.kit.values.number import Count
from engage.kit.values.text import Text, Texts
from engage.plans.outline.shape import Field
from engage.plans.vocabulary import Level
from engage.reference.vocabulary.activities import ActivityStatus, Funded, OccasionKind
from engage.reference.vocabulary.identity import YesNo
from engage.reference.vocabulary.resources import FundingSource

_COUNTED = frozenset({Answer.UNKNOWN, Answer.NOT_APPLICABLE})
_CHANGED = (ActivityStatus.POSTPONED, ActivityStatus.CANCELLED, ActivityStatus.REPLACED)


def _is_changed(values: Mapping[str, Any]) -> bool:
    return values.get("status") in _CHANGED


COSTS_AND_TARGETS = (
    Field(
        code="cost",
        ref="F8",
        label=_l("Estimated cost"),
        kind=Money(sources=FundingSource, answers=frozenset({Answer.UNKNOWN, Answer.NONE})),
        level=Level.SHOULD,
        simple=True,
    ),
    Field(
        code="funded",
        ref="F8",
        label=_l("Is it funded?"),
        kind=Choice(Funded),
        level=Level.SHOULD,
        simple=True,
    ),
    Field(
        code="target_total",
        ref="F9",
        label=_l("People to reach, in all"),
        kind=Count(answers=_COUNTED),
        level=Level.SHOULD,
        simple=True,
    ),
    Field(
        code="target_women",
        ref="F9",
        label=_l("Women to reach"),
        kind=Count(answers=_COUNTED),
        level=Level.SHOULD,
        simple=True,
    ),
    Field(
        code="target_youth",
        ref="F9",
        label=_l("Young people to reach"),
        kind=Count(answers=_COUNTED),
        level=Level.SHOULD,
    ),
    Field(
        code="target_indigenous",
        ref="F9",
        label=_l("Indigenous people to reach"),
        kind=Count(answers=_COUNTED),
        level=Level.SHOULD,
    ),
    Field(
        code="target_local",
        ref="F9",
        label=_l("Members of local communities to reach"),
        kind=Count(answers=_COUNTED),
        level=Level.SHOULD,
    ),
    Field(
        code="target_groups",
        ref="F9",
        label=_l("Groups to reach"),
        help=_l("How many of the groups, not how many people."),
        kind=Count(answers=_COUNTED),
    ),
    Field(
        code="youth_band",
        ref="F9",
        label=_l("Ages that count as young"),
        help=_l("For example 15–24 or 18–35, and whose definition it is."),
        kind=Text(max=100),
    ),
)

STATE_AND_RESULT = (
    Field(
        code="occasion_kind",
        ref="F10",
        label=_l("Kind of occasion"),
        kind=Choice(OccasionKind),
    ),
    Field(
        code="occasion",
        ref="F10",
        label=_l("Occasion"),
        help=_l("The day, year, campaign or session that it belongs to."),
        kind=Text(max=150, answers=frozenset({Answer.NONE})),
    ),
    Field(
        code="status",
        ref="F12",
        label=_l("State of the activity"),
        kind=Choice(ActivityStatus),
        level=Level.MUST,
        minor=True,
    ),
    Field(
        code="status_note",
        ref="F12",
        label=_l("New date, or reason why it was cancelled or replaced"),
        kind=Text(max=300, long=True),
        level=Level.SHOULD,
        needed=_is_changed,
        minor=True,
    ),
    Field(
        code="replaced_by",
        ref="F12",
        label=_l("Activity that replaces it"),
        kind=Links("activities", one=True),
        level=Level.SHOULD,
        needed=lambda values: values.get("status") == ActivityStatus.REPLACED,
    ),
    Field(
        code="results",
        ref="F13",
        label=_l("What should come out of it"),
        help=_l("One result on each line."),
        example=_l("A calendar of wells for 2027 that both valleys have signed."),
        kind=Texts(max=250),
        level=Level.SHOULD,
        simple=True,
    ),
    Field(
        code="may_be_borrowed",
        ref="K4",
        label=_l("May other Parties borrow this activity?"),
        help=_l(
            "They see title, groups, methods, messages and results once the review is complete."
        ),
        kind=Choice(YesNo),
    ),
    Field(
        code="origin",
        ref="F1",
        label=_l("Borrowed from"),
        kind=Text(max=200),
        fixed=True,
    ),
)
