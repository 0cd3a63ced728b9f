"""Section 5, activities and timetable (fields F1 to F13)."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from engage.kit.values.base import Answer
from engage.kit.values.choice import Choice, Choices
from engage.kit.values.money import Money
from engage.kit.values.number import Count
from engage.kit.values.text import Text, Texts
from engage.kit.values.when import When
from engage.plans.outline.identity import NONE_OR_UNKNOWN, NOT_OR_UNKNOWN
from engage.plans.outline.shape import Field, Register, Section
from engage.plans.vocabulary import Level
from engage.reference.vocabulary.activities import ActivityStatus, ActivityType, Funded, Reach
from engage.reference.vocabulary.approach import Channel, Method
from engage.reference.vocabulary.groups import Group
from engage.reference.vocabulary.resources import FundingSource

_COUNTED = frozenset({Answer.UNKNOWN, Answer.NOT_APPLICABLE})

WHAT = (
    Field(
        code="title",
        ref="F1",
        label=_l("Title of the activity"),
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
        code="when",
        ref="F4",
        label=_l("When it takes place"),
        help=_l("Day and month may stay empty: 2027 alone stays a year. Words will do too."),
        kind=When(),
        level=Level.MUST,
    ),
    Field(
        code="places",
        ref="F5",
        label=_l("Where it takes place"),
        help=_l("One place on each line."),
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
    ),
    Field(
        code="partners",
        ref="F7",
        label=_l("Partners"),
        help=_l("One on each line."),
        kind=Texts(max=200, answers=NONE_OR_UNKNOWN),
        level=Level.SHOULD,
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

COSTS_AND_TARGETS = (
    Field(
        code="cost",
        ref="F8",
        label=_l("Estimated cost"),
        kind=Money(sources=FundingSource, answers=frozenset({Answer.UNKNOWN, Answer.NONE})),
        level=Level.SHOULD,
    ),
    Field(
        code="funded",
        ref="F8",
        label=_l("Is it funded?"),
        kind=Choice(Funded),
        level=Level.SHOULD,
    ),
    Field(
        code="target_total",
        ref="F9",
        label=_l("People to reach, in all"),
        kind=Count(answers=_COUNTED),
        level=Level.SHOULD,
    ),
    Field(
        code="target_women",
        ref="F9",
        label=_l("Women to reach"),
        kind=Count(answers=_COUNTED),
        level=Level.SHOULD,
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
)

STATE_AND_RESULT = (
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
    ),
    Field(
        code="status_note",
        ref="F12",
        label=_l("New date, or reason why it was cancelled"),
        kind=Text(max=300, long=True),
        level=Level.SHOULD,
        needed=lambda values: (
            values.get("status") in (ActivityStatus.POSTPONED, ActivityStatus.CANCELLED)
        ),
    ),
    Field(
        code="results",
        ref="F13",
        label=_l("What should come out of it"),
        help=_l("One result on each line."),
        kind=Texts(max=250),
        level=Level.SHOULD,
    ),
)

ACTIVITIES = Register(
    code="activities",
    title=_l("Activities"),
    help=_l("Title, group, time, place and a responsible office make a row; the rest helps."),
    add=_l("Add an activity"),
    empty=_l("No activity is planned yet."),
    named_by="title",
    level=Level.MUST,
    summary=("groups", "when", "responsible"),
    fields=WHAT + HOW + COSTS_AND_TARGETS + STATE_AND_RESULT,
)

SECTION = Section(
    code="activities",
    number=5,
    title=_l("Activities and timetable"),
    help=_l("One row for each thing you will do."),
    registers=(ACTIVITIES,),
)
