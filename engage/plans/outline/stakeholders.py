"""Section 4, stakeholders and approach: the register (D1 to D17) with the approach (E1 to E10)."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from engage.kit.values.choice import Choice, Choices
from engage.kit.values.groups import ByGroup
from engage.kit.values.links import Links
from engage.kit.values.strip import Strip
from engage.kit.values.text import Text
from engage.kit.values.when import When
from engage.plans.outline.approach import APPROACH
from engage.plans.outline.identity import NONE_OR_UNKNOWN
from engage.plans.outline.register import WHO
from engage.plans.outline.shape import Field, Register, Section
from engage.plans.vocabulary import Level
from engage.reference.vocabulary.approach import Consent, InclusionMeasure
from engage.reference.vocabulary.groups import CalendarKind, Group, MonthState

STAKEHOLDERS = Register(
    code="stakeholders",
    title=_l("Stakeholders"),
    help=_l(
        "One row for each group, organization or part of it. A row can stand below another; "
        "what is said of the approach above holds below unless a row says otherwise."
    ),
    add=_l("Add a stakeholder"),
    empty=_l("No stakeholder is described yet."),
    named_by="name",
    level=Level.MUST,
    nested=True,
    summary=("level", "methods", "hear_back"),
    fields=WHO + APPROACH,
)

OWN_GROUPS = Register(
    code="own_groups",
    title=_l("Further groups"),
    help=_l("Groups that the decision does not name. Use the same name in an activity."),
    add=_l("Add a group"),
    empty=_l("The plan uses the groups of the decision only."),
    named_by="name",
    numbered=False,
    summary=("groups",),
    fields=(
        Field(
            code="name",
            ref="D1",
            label=_l("Name of the group"),
            kind=Text(max=150),
            level=Level.SHOULD,
        ),
        Field(
            code="groups",
            ref="D1",
            label=_l("Groups of the decision that it belongs to"),
            help=_l("None, one or several."),
            kind=Choices(Group, answers=NONE_OR_UNKNOWN),
        ),
    ),
)

CALENDARS = Register(
    code="calendars",
    title=_l("Calendars of the groups"),
    help=_l("What each month is for a group. Activities that collide are then told so."),
    add=_l("Add a calendar"),
    empty=_l("No calendar is filled in yet."),
    named_by="title",
    numbered=False,
    summary=("kind", "groups"),
    fields=(
        Field(
            code="title",
            ref="F11",
            label=_l("Name of the calendar"),
            kind=Text(max=150),
            level=Level.SHOULD,
        ),
        Field(
            code="kind",
            ref="F11",
            label=_l("What the calendar is about"),
            kind=Choice(CalendarKind),
        ),
        Field(
            code="groups",
            ref="F11",
            label=_l("Groups that live by it"),
            kind=Choices(Group, open=True),
            level=Level.SHOULD,
        ),
        Field(
            code="stakeholders",
            ref="F11",
            label=_l("Stakeholders that live by it"),
            kind=Links("stakeholders"),
        ),
        Field(
            code="months",
            ref="F11",
            label=_l("The twelve months"),
            example=_l(
                "On the move in April and May, out of reach in June, present until September."
            ),
            kind=Strip(MonthState),
            level=Level.SHOULD,
        ),
        Field(
            code="note",
            ref="F11",
            label=_l("Note on the calendar"),
            help=_l("Seasons move with the rain: say how much."),
            kind=Text(max=400, long=True),
        ),
    ),
)

VULNERABLE = Register(
    code="vulnerable",
    title=_l("People in vulnerable situations"),
    help=_l("Say what makes them vulnerable here, and what you do about it."),
    add=_l("Add people"),
    empty=_l("Nobody is described yet."),
    named_by="who",
    numbered=False,
    summary=("meaning", "measures"),
    fields=(
        Field(
            code="who",
            ref="D9",
            label=_l("Who they are"),
            kind=Text(max=150),
            level=Level.SHOULD,
        ),
        Field(
            code="groups",
            ref="D9",
            label=_l("Groups among which they live"),
            kind=Choices(Group, open=True),
        ),
        Field(
            code="stakeholders",
            ref="D9",
            label=_l("Stakeholders among which they live"),
            kind=Links("stakeholders"),
        ),
        Field(
            code="meaning",
            ref="D9",
            label=_l("What makes them vulnerable here"),
            example=_l("They walk an hour to the well and cannot stay for a meeting after noon."),
            kind=Text(max=400, long=True),
            level=Level.SHOULD,
        ),
        Field(
            code="measures",
            ref="E7",
            label=_l("Measures for them"),
            kind=Choices(InclusionMeasure, open=True),
            level=Level.SHOULD,
        ),
        Field(
            code="measures_note",
            ref="E7",
            label=_l("How the measures work"),
            kind=Text(max=600, long=True),
        ),
    ),
)

CONSENT_STEPS = Register(
    code="consent_steps",
    title=_l("Steps towards consent"),
    help=_l("After the manual of FAO on free, prior and informed consent."),
    add=_l("Add a step"),
    empty=_l("No step is written down."),
    named_by="step",
    numbered=False,
    summary=("stakeholder", "when"),
    fields=(
        Field(
            code="step",
            ref="E9",
            label=_l("Step or outcome"),
            kind=Choice(Consent),
            level=Level.SHOULD,
        ),
        Field(
            code="stakeholder",
            ref="E9",
            label=_l("People whose consent it is"),
            kind=Links("stakeholders", one=True),
        ),
        Field(code="when", ref="E9", label=_l("When it was done"), kind=When(only=("start",))),
        Field(
            code="note",
            ref="E9",
            label=_l("Note on the step"),
            kind=Text(max=400, long=True),
        ),
    ),
)

NATIONAL_TERMS = Field(
    code="national_terms",
    ref="D1",
    label=_l("National term for a group"),
    help=_l("Where your country uses another term, write it beside the group."),
    kind=ByGroup(Group, Text(max=150)),
)

NOT_RELEVANT = Field(
    code="not_relevant",
    ref="D17",
    label=_l("Groups that are not relevant here"),
    help=_l("Write the reason beside the group. A reason counts as much as a row."),
    kind=ByGroup(Group, Text(max=300, long=True)),
    simple=True,
)

SECTION = Section(
    code="stakeholders",
    number=4,
    title=_l("Stakeholders and approach"),
    help=_l("Who has a stake in the land, and how the plan engages each of them."),
    fields=(NOT_RELEVANT, NATIONAL_TERMS),
    registers=(STAKEHOLDERS, OWN_GROUPS, CALENDARS, VULNERABLE, CONSENT_STEPS),
)
