"""Section 9, monitoring and learning (fields J1 to J4)."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from engage.kit.values.base import Answer
from engage.kit.values.choice import Choice, Choices
from engage.kit.values.links import Links
from engage.kit.values.text import Text, Texts
from engage.kit.values.when import When
from engage.plans.outline.shape import Field, Register, Section
from engage.plans.vocabulary import Level
from engage.reference.vocabulary.groups import Group
from engage.reference.vocabulary.resources import PromiseSide, PromiseState, ReportingRhythm

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
            example=_l("Consultations that were answered in writing within 14 days"),
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
            simple=True,
        ),
        Field(
            code="target",
            ref="J1",
            label=_l("Target"),
            example=_l("9 of 9 by the end of 2027"),
            kind=Text(max=100, answers=_UNKNOWN),
            level=Level.SHOULD,
            simple=True,
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
        Field(
            code="activities",
            ref="J1",
            label=_l("Activities that it measures"),
            kind=Links("activities"),
        ),
        Field(
            code="objectives",
            ref="J1",
            label=_l("Objectives or results that it measures"),
            kind=Links("objectives"),
        ),
        Field(
            code="actual",
            ref="J1",
            label=_l("Figure reached"),
            kind=Text(max=100, answers=_UNKNOWN),
            minor=True,
        ),
        Field(
            code="actual_when",
            ref="J1",
            label=_l("When it was measured"),
            kind=When(only=("start",)),
            minor=True,
        ),
    ),
)

COMMITMENTS = Register(
    code="commitments",
    title=_l("Promises"),
    help=_l("Who promised what to whom, and what became of it."),
    add=_l("Add a promise"),
    empty=_l("No promise is written down yet."),
    named_by="what",
    summary=("by", "due", "state"),
    fields=(
        Field(
            code="what",
            ref="J4",
            label=_l("What was promised"),
            example=_l("A second trough at the northern well"),
            kind=Text(max=300, long=True),
            level=Level.SHOULD,
        ),
        Field(code="by", ref="J4", label=_l("Who promised it"), kind=Text(max=200)),
        Field(code="side", ref="J4", label=_l("Whose promise it is"), kind=Choice(PromiseSide)),
        Field(
            code="groups",
            ref="J4",
            label=_l("Groups that it was made to"),
            kind=Choices(Group, open=True),
        ),
        Field(
            code="stakeholders",
            ref="J4",
            label=_l("Stakeholders that it was made to"),
            kind=Links("stakeholders"),
        ),
        Field(
            code="activities",
            ref="J4",
            label=_l("Activities at which it was made"),
            kind=Links("activities"),
        ),
        Field(
            code="quantity",
            ref="J4",
            label=_l("How much was promised"),
            help=_l("For example “40 hectares” or “two wells”."),
            kind=Text(max=100),
        ),
        Field(
            code="due",
            ref="J4",
            label=_l("Promised for"),
            kind=When(only=("words", "start")),
            minor=True,
        ),
        Field(
            code="state",
            ref="J4",
            label=_l("What became of the promise"),
            kind=Choice(PromiseState),
            minor=True,
        ),
        Field(
            code="state_note",
            ref="J4",
            label=_l("Why, and what comes next"),
            kind=Text(max=300, long=True),
            minor=True,
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
            example=_l("Meetings at the market reached twice as many women as meetings in town."),
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
        simple=True,
    ),
    Field(
        code="review_date",
        ref="J3",
        label=_l("When the plan will be looked at again"),
        help=_l("Half-way through, and after a session of the Conference of the Parties."),
        kind=When(only=("start",)),
        level=Level.MUST,
        minor=True,
    ),
)

SECTION = Section(
    code="monitoring",
    number=9,
    title=_l("Monitoring and learning"),
    help=_l("How you will know, and when you will look again."),
    fields=FIELDS,
    registers=(INDICATORS, COMMITMENTS, LESSONS),
)
