"""Section 9, monitoring and learning (fields J1 to J4)."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from engage.kit.values.base import Answer
from engage.kit.values.choice import Choice
from engage.kit.values.text import Text, Texts
from engage.kit.values.when import When
from engage.plans.outline.shape import Field, Register, Section
from engage.plans.vocabulary import Level
from engage.reference.vocabulary.resources import ReportingRhythm

_UNKNOWN = frozenset({Answer.UNKNOWN})

INDICATORS = Register(
    code="indicators",
    title=_l("Indicators"),
    help=_l("At least one; three to ten serve best."),
    add=_l("Add an indicator"),
    empty=_l("No indicator is written yet."),
    named_by="name",
    level=Level.MUST,
    summary=("baseline", "target"),
    fields=(
        Field(
            code="name",
            ref="J1",
            label=_l("Indicator"),
            kind=Text(max=200),
            level=Level.MUST,
        ),
        Field(code="unit", ref="J1", label=_l("Unit"), kind=Text(max=60)),
        Field(
            code="baseline",
            ref="J1",
            label=_l("Baseline"),
            help=_l("Where you start, for example “2 of 9”."),
            kind=Text(max=100, answers=_UNKNOWN),
            level=Level.SHOULD,
        ),
        Field(
            code="target",
            ref="J1",
            label=_l("Target"),
            kind=Text(max=100, answers=_UNKNOWN),
            level=Level.SHOULD,
        ),
        Field(code="source", ref="J1", label=_l("Source of the figure"), kind=Text(max=200)),
        Field(
            code="frequency",
            ref="J1",
            label=_l("How often it is measured"),
            kind=Text(max=100),
        ),
        Field(
            code="split",
            ref="J1",
            label=_l("How the figure is broken down"),
            help=_l("For example by sex and age, one on each line."),
            kind=Texts(max=100),
        ),
    ),
)

LESSONS = Register(
    code="lessons",
    title=_l("Lessons"),
    add=_l("Add a lesson"),
    empty=_l("No lesson is written down yet."),
    named_by="lesson",
    numbered=False,
    fields=(
        Field(
            code="lesson",
            ref="J4",
            label=_l("What worked, or what did not"),
            kind=Text(max=400, long=True),
        ),
    ),
)

FIELDS = (
    Field(
        code="reporting_rhythm",
        ref="J2",
        label=_l("Rhythm of reporting"),
        kind=Choice(ReportingRhythm),
        level=Level.SHOULD,
    ),
    Field(
        code="review_date",
        ref="J3",
        label=_l("When the plan will be looked at again"),
        help=_l("Half-way through, and after a session of the Conference of the Parties."),
        kind=When(only=("start",)),
        level=Level.MUST,
    ),
)

SECTION = Section(
    code="monitoring",
    number=9,
    title=_l("Monitoring and learning"),
    help=_l("How you will know, and when you will look again."),
    fields=FIELDS,
    registers=(INDICATORS, LESSONS),
)
