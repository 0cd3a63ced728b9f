"""What is done, with whom, when, how and with which care: fields of an activity (E7, F1 to F7)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from flask_babel import lazy_gettext as _l

from engage.kit.values.base import Answer
from engage.kit.values.choice import Choice, Choices
from engage.kit.values.links import Links
from engage.kit.values.number import WholeNumber
from engage.kit.values.text import Text, Texts
from engage.kit.values.when import When
from engage.plans.outline.identity import NONE_OR_UNKNOWN, NOT_OR_UNKNOWN
from engage.plans.outline.shape import Field
from engage.plans.vocabulary import Level
from engage.reference.vocabulary.activities import ActivityType, Reach
from engage.reference.vocabulary.approach import Channel, InclusionMeasure, Method
from engage.reference.vocabulary.groups import Group
from engage.reference.vocabulary.identity import YesNo

_UNKNOWN = frozenset({Answer.UNKNOWN})


def _groups(values: Mapping[str, Any]) -> Collection[Any]:
    groups = values.get("groups")
    return groups if isinstance(groups, list) else ()


WHAT = (
    Field(
        code="title",
        ref="F1",
        label=_l("Title of the activity"),
        example=_l("Assembly of both valleys on the calendar of wells"),
        kind=Text(max=150),
        level=Level.MUST,
    ),
    Field(
        code="type",
        ref="F2",
        label=_l("Type of activity"),
        kind=Choice(ActivityType),
        level=Level.MUST,
    ),
    Field(
        code="groups",
        ref="F3",
        label=_l("Groups that the activity is for"),
        help=_l("As named in decision 8/COP.16, and groups of your own. One or several."),
        kind=Choices(Group, open=True),
        level=Level.MUST,
    ),
    Field(
        code="stakeholders",
        ref="F3",
        label=_l("Stakeholders that the activity is for"),
        help=_l("Rows of the list in section 4."),
        kind=Links("stakeholders"),
    ),
    Field(
        code="objectives",
        ref="B2",
        label=_l("Objectives that the activity serves"),
        kind=Links("objectives"),
    ),
    Field(
        code="when",
        ref="F4",
        label=_l("When it takes place"),
        help=_l("Day and month may stay empty: 2027 alone stays a year. Words will do too."),
        example=_l("Third week of June, after the shearing; the elders set the day."),
        kind=When(),
        level=Level.MUST,
        minor=True,
    ),
    Field(
        code="places",
        ref="F5",
        label=_l("Where it takes place"),
        help=_l("One place on each line."),
        example=_l("Northern valley, at the market"),
        kind=Texts(max=150, answers=NOT_OR_UNKNOWN),
        level=Level.MUST,
    ),
    Field(
        code="reach",
        ref="F5",
        label=_l("Reach of the activity"),
        kind=Choice(Reach),
        level=Level.MUST,
    ),
    Field(
        code="responsible",
        ref="F6",
        label=_l("Responsible office"),
        help=_l("One on each line; the first one leads."),
        kind=Texts(max=200),
        level=Level.MUST,
        minor=True,
    ),
    Field(
        code="partners",
        ref="F7",
        label=_l("Partners"),
        help=_l("One on each line."),
        kind=Texts(max=200, answers=NONE_OR_UNKNOWN),
        level=Level.SHOULD,
    ),
    Field(
        code="partnerships",
        ref="F7",
        label=_l("Partners from the list of partnerships"),
        help=_l("Rows of the list in section 7."),
        kind=Links("partnerships"),
    ),
)

HOW = (
    Field(
        code="methods",
        ref="F2",
        label=_l("Methods used"),
        kind=Choices(Method, open=True),
    ),
    Field(
        code="channels",
        ref="F2",
        label=_l("Channels used"),
        kind=Choices(Channel, open=True),
    ),
    Field(
        code="formats",
        ref="F2",
        label=_l("Products"),
        help=_l("Leaflets, films, briefs: one on each line."),
        kind=Texts(max=200, answers=NONE_OR_UNKNOWN),
    ),
    Field(
        code="messages",
        ref="F2",
        label=_l("Messages of the activity"),
        help=_l("One on each line."),
        kind=Texts(max=250),
    ),
)

CARE = (
    Field(
        code="touches_lands",
        ref="E9",
        label=_l("Does it touch lands or resources of Indigenous Peoples?"),
        kind=Choice(YesNo),
        level=Level.SHOULD,
        needed=lambda values: Group.INDIGENOUS in _groups(values),
    ),
    Field(
        code="minors",
        ref="I4",
        label=_l("Are people under 18 expected?"),
        kind=Choice(YesNo),
        level=Level.SHOULD,
        needed=lambda values: Group.YOUTH in _groups(values),
    ),
    Field(
        code="inclusion",
        ref="E7",
        label=_l("Measures of inclusion at the activity"),
        kind=Choices(InclusionMeasure, open=True, answers=NONE_OR_UNKNOWN),
    ),
    Field(
        code="starts_at",
        ref="F4",
        label=_l("Hour at which it starts"),
        help=_l("From 0 to 23, at the place itself."),
        kind=WholeNumber(min=0, max=23, answers=_UNKNOWN),
        minor=True,
    ),
    Field(
        code="lasts_hours",
        ref="F4",
        label=_l("How many hours it lasts"),
        kind=WholeNumber(min=1, max=9999, answers=_UNKNOWN),
        minor=True,
    ),
    Field(
        code="invitation_when",
        ref="F4",
        label=_l("When the invitation goes out"),
        kind=When(only=("start",)),
        minor=True,
    ),
)
