"""Section 2, purpose and context (fields B1 to B7)."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from engage.kit.values.choice import Choice, Choices
from engage.kit.values.text import Text
from engage.plans.outline.identity import ANY_ANSWER, NONE_OR_UNKNOWN
from engage.plans.outline.shape import Field, Register, Section
from engage.plans.vocabulary import Level
from engage.reference.vocabulary.groups import Group
from engage.reference.vocabulary.identity import LandIssue, ObjectiveKind, StrategicObjective

OBJECTIVES = Register(
    code="objectives",
    title=_l("Objectives"),
    help=_l("One to six. Each in one or two sentences."),
    add=_l("Add an objective"),
    empty=_l("No objective is written yet."),
    named_by="text",
    level=Level.MUST,
    most=6,
    nested=True,
    summary=("groups",),
    fields=(
        Field(
            code="text",
            ref="B2",
            label=_l("Objective"),
            example=_l("Herders and farmers agree on a calendar of routes, and keep it together."),
            kind=Text(max=250, long=True),
            level=Level.MUST,
        ),
        Field(
            code="kind",
            ref="B2",
            label=_l("Place in the chain of results"),
            help=_l("Only if the plan is built as a tree."),
            kind=Choice(ObjectiveKind),
        ),
        Field(
            code="strategic_objectives",
            ref="B2",
            label=_l("Strategic objectives that it serves"),
            kind=Choices(StrategicObjective),
        ),
        Field(
            code="groups",
            ref="B2",
            label=_l("Groups that it is for"),
            kind=Choices(Group, open=True),
            level=Level.SHOULD,
            simple=True,
        ),
    ),
)

FIELDS = (
    Field(
        code="purpose",
        ref="B1",
        label=_l("What should change"),
        help=_l("One to three sentences that a minister could read aloud."),
        example=_l(
            "By 2027 herders, women and youth decide with us which wells rest, and hear why."
        ),
        kind=Text(max=600, long=True),
        level=Level.MUST,
    ),
    Field(
        code="decision",
        ref="B3",
        label=_l("Decision or process that people can influence"),
        help=_l("Which decision is still open?"),
        example=_l("Which routes stay open in spring, and which wells rest in which month."),
        kind=Text(max=400, long=True, answers=ANY_ANSWER),
        level=Level.SHOULD,
        simple=True,
    ),
    Field(
        code="land_issues",
        ref="B4",
        label=_l("Main land issues"),
        kind=Choices(LandIssue, open=True),
        level=Level.SHOULD,
        simple=True,
    ),
    Field(
        code="geographic_focus",
        ref="B5",
        label=_l("Geographic focus"),
        help=_l("In words. No map is needed."),
        kind=Text(max=600, long=True, answers=NONE_OR_UNKNOWN),
        level=Level.SHOULD,
    ),
    Field(
        code="participation_rules",
        ref="B6",
        label=_l("National rules on participation"),
        help=_l("Laws, quotas or protocol, such as how parliament or elders are invited."),
        kind=Text(max=500, long=True, answers=NONE_OR_UNKNOWN),
    ),
    Field(
        code="legal_framework",
        ref="B6",
        label=_l("Legal framework"),
        help=_l("Laws, treaties and policies on participation and information, as long as needed."),
        example=_l("The Pasture Act asks for a public hearing before a route is closed."),
        kind=Text(max=4000, long=True, answers=NONE_OR_UNKNOWN),
    ),
    Field(
        code="limits",
        ref="B7",
        label=_l("Limits and assumptions"),
        help=_l("Security, elections, seasons, funds."),
        example=_l("Parliament does not sit before May; snow closes the high routes in winter."),
        kind=Text(max=400, long=True, answers=NONE_OR_UNKNOWN),
    ),
)

SECTION = Section(
    code="purpose",
    number=2,
    title=_l("Purpose and context"),
    help=_l("What the plan is for, and where and under which conditions it works."),
    fields=FIELDS,
    registers=(OBJECTIVES,),
)
