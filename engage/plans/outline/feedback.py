"""Section 8, feedback, complaints and safeguards (fields I1 to I6)."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from engage.kit.values.base import Answer
from engage.kit.values.choice import Choice, Choices
from engage.kit.values.contact import Contact
from engage.kit.values.number import Count, WholeNumber
from engage.kit.values.text import Text, Texts
from engage.plans.outline.identity import NONE_OR_UNKNOWN
from engage.plans.outline.shape import Field, Register, Section
from engage.plans.vocabulary import Level
from engage.reference.vocabulary.approach import Channel
from engage.reference.vocabulary.identity import YesNo
from engage.reference.vocabulary.resources import (
    ComplaintRoute,
    Safeguard,
    ServiceState,
    TimeUnit,
)

_WITHIN = WholeNumber(min=0, max=9999, answers=frozenset({Answer.UNKNOWN}))

INTAKE = Register(
    code="intake",
    title=_l("Where complaints are taken in"),
    help=_l("The first places, by the names that people use: village, pastoral unit, office."),
    add=_l("Add a place"),
    empty=_l("No place is named yet."),
    named_by="name",
    summary=("level", "who"),
    fields=(
        Field(
            code="name",
            ref="I1",
            label=_l("Name of the place"),
            kind=Text(max=150),
            level=Level.SHOULD,
        ),
        Field(code="level", ref="I1", label=_l("Level of the place"), kind=Text(max=100)),
        Field(code="places", ref="I1", label=_l("Where it is"), kind=Texts(max=200)),
        Field(code="who", ref="I1", label=_l("Who takes complaints in"), kind=Text(max=200)),
    ),
)

HANDLING = Register(
    code="handling",
    title=_l("Steps by which complaints are handled"),
    help=_l("In their order: who decides, within which time, and where it goes next."),
    add=_l("Add a step"),
    empty=_l("No step is written down yet."),
    named_by="step",
    summary=("body", "within", "within_unit"),
    fields=(
        Field(
            code="step",
            ref="I2",
            label=_l("What is done"),
            example=_l("The district office registers the complaint and confirms it."),
            kind=Text(max=200),
            level=Level.SHOULD,
        ),
        Field(code="body", ref="I2", label=_l("Who decides at this step"), kind=Text(max=200)),
        Field(code="within", ref="I2", label=_l("Time limit of the step"), kind=_WITHIN),
        Field(
            code="within_unit",
            ref="I2",
            label=_l("The limit is counted in"),
            kind=Choice(TimeUnit),
        ),
        Field(
            code="next",
            ref="I2",
            label=_l("Where it goes if it is not settled"),
            kind=Text(max=200),
        ),
    ),
)

COMPLAINT_CHANNELS = Register(
    code="complaint_channels",
    title=_l("Ways to complain"),
    help=_l("Say which can be used already and which are only announced."),
    add=_l("Add a way"),
    empty=_l("No way is named yet."),
    named_by="name",
    numbered=False,
    summary=("route", "address", "service"),
    fields=(
        Field(
            code="name",
            ref="I1",
            label=_l("What people know it as"),
            kind=Text(max=150),
            level=Level.SHOULD,
        ),
        Field(code="route", ref="I1", label=_l("Kind of way"), kind=Choice(ComplaintRoute)),
        Field(
            code="address",
            ref="I1",
            label=_l("Number or address"),
            kind=Text(max=300),
            minor=True,
        ),
        Field(
            code="service",
            ref="I1",
            label=_l("Can it be used already?"),
            kind=Choice(ServiceState),
            minor=True,
        ),
    ),
)

FIELDS = (
    Field(
        code="feedback_ways",
        ref="I1",
        label=_l("How people can give feedback or complain"),
        example=_l(
            "On market days, by telephone and at the district office; an answer comes in 14 days."
        ),
        kind=Text(max=400, long=True),
        level=Level.SHOULD,
        simple=True,
    ),
    Field(
        code="feedback_channels",
        ref="I1",
        label=_l("Channels for feedback"),
        help=_l("At least one that needs no internet."),
        kind=Choices(Channel, open=True),
        level=Level.SHOULD,
        simple=True,
    ),
    Field(
        code="who_answers",
        ref="I2",
        label=_l("Who answers"),
        kind=Contact(),
        level=Level.SHOULD,
        simple=True,
        minor=True,
    ),
    Field(
        code="answer_days",
        ref="I2",
        label=_l("Days until an answer"),
        kind=WholeNumber(min=0, max=365, answers=frozenset({Answer.UNKNOWN})),
        level=Level.SHOULD,
    ),
    Field(
        code="anonymous",
        ref="I3",
        label=_l("Can people stay anonymous?"),
        kind=Choice(YesNo),
        level=Level.SHOULD,
    ),
    Field(
        code="confidential_track",
        ref="I3",
        label=_l("Is there a confidential way for reports of violence or harassment?"),
        kind=Choice(YesNo),
        level=Level.SHOULD,
    ),
    Field(
        code="confidential_note",
        ref="I3",
        label=_l("How such reports are handled apart"),
        kind=Text(max=500, long=True),
    ),
    Field(
        code="complaint_categories",
        ref="I1",
        label=_l("Kinds of complaint"),
        help=_l("One on each line."),
        kind=Texts(max=150),
    ),
    Field(
        code="complaints_a_year",
        ref="I1",
        label=_l("Complaints in a year"),
        kind=Count(answers=NONE_OR_UNKNOWN),
    ),
    Field(
        code="appeal",
        ref="I2",
        label=_l("Where people can appeal"),
        help=_l("Courts or bodies outside of the plan."),
        kind=Text(max=400, long=True, answers=NONE_OR_UNKNOWN),
    ),
    Field(
        code="safeguards",
        ref="I4",
        label=_l("Safeguards in place"),
        help=_l("Against harassment and reprisals, and for children."),
        kind=Choices(Safeguard, open=True, answers=NONE_OR_UNKNOWN),
        level=Level.SHOULD,
    ),
    Field(
        code="personal_notice",
        ref="I5",
        label=_l("Are people told how their personal particulars are used?"),
        kind=Choice(YesNo),
        level=Level.SHOULD,
    ),
    Field(
        code="disclosure_limits",
        ref="I6",
        label=_l("What will not be made public"),
        kind=Text(max=300, long=True, answers=NONE_OR_UNKNOWN),
    ),
)

SECTION = Section(
    code="feedback",
    number=8,
    title=_l("Feedback and safeguards"),
    help=_l("How people can speak up, and how they are kept from harm."),
    fields=FIELDS,
    registers=(INTAKE, HANDLING, COMPLAINT_CHANNELS),
)
