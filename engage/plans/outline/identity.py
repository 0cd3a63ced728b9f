"""Section 1, identity and contacts (fields A1 to A17)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext as _l

from engage.kit.values.base import Answer
from engage.kit.values.choice import Choice, Choices
from engage.kit.values.contact import Contact
from engage.kit.values.number import WholeNumber
from engage.kit.values.text import Text
from engage.kit.values.when import When
from engage.plans.outline.papers import MANDATES, POLICIES, RELATED, TRANSLATIONS, VERSIONS
from engage.plans.outline.shape import Field, Register, Section
from engage.plans.vocabulary import Level
from engage.reference.vocabulary.identity import (
    Annex,
    ContributorRole,
    CoordinatingBody,
    Depth,
    RioFocalPoint,
    Scope,
    StrategicObjective,
    UnLanguage,
)

NONE_OR_UNKNOWN = frozenset({Answer.NONE, Answer.UNKNOWN})
NOT_OR_UNKNOWN = frozenset({Answer.UNKNOWN, Answer.NOT_APPLICABLE})
ANY_ANSWER = frozenset(Answer)


def _has_a_body(values: Mapping[str, Any]) -> bool:
    return values.get("coordinating_body") not in (None, CoordinatingBody.NONE)


CONTRIBUTORS = Register(
    code="contributors",
    title=_l("People who helped to write the plan"),
    add=_l("Add a person"),
    empty=_l("No one is named yet."),
    named_by="name",
    numbered=False,
    summary=("institution", "role"),
    fields=(
        Field(code="name", ref="A11", label=_l("Name"), kind=Text(max=150), level=Level.SHOULD),
        Field(code="institution", ref="A11", label=_l("Institution"), kind=Text(max=200)),
        Field(
            code="role",
            ref="A11",
            label=_l("Role in writing the plan"),
            kind=Choice(ContributorRole),
        ),
    ),
)

FIELDS = (
    Field(
        code="title",
        ref="A3",
        label=_l("Title of the plan"),
        help=_l("As it should stand on the first page."),
        kind=Text(max=150),
        level=Level.MUST,
    ),
    Field(
        code="period",
        ref="A4",
        label=_l("Period of the plan"),
        help=_l("Month and year are enough. Most plans follow the two years between sessions."),
        kind=When(only=("start", "end")),
        level=Level.MUST,
        whole=("start", "end"),
    ),
    Field(
        code="language",
        ref="A5",
        label=_l("Working language of the plan"),
        help=_l(
            "The language you write in. The pages themselves can be read in other languages too."
        ),
        kind=Choice(UnLanguage),
        level=Level.MUST,
    ),
    Field(
        code="other_languages",
        ref="A6",
        label=_l("Other languages in which the plan is available"),
        kind=Choices(UnLanguage, open=True, answers=NONE_OR_UNKNOWN),
        level=Level.SHOULD,
    ),
    Field(
        code="scope",
        ref="A7",
        label=_l("Scope of the plan"),
        kind=Choice(Scope),
        level=Level.MUST,
    ),
    Field(
        code="annexes",
        ref="A2",
        label=_l("Regional implementation annexes"),
        help=_l("As listed for your country; a country may belong to none or to several."),
        kind=Choices(Annex, answers=NONE_OR_UNKNOWN),
    ),
    Field(
        code="document_number",
        ref="A3",
        label=_l("Number of the document"),
        help=_l("As your office files it."),
        kind=Text(max=60),
    ),
    Field(
        code="document_kind",
        ref="A3",
        label=_l("Kind of document"),
        help=_l("For example “communication strategy” or “annex to a project”."),
        kind=Text(max=150),
    ),
    Field(
        code="areas",
        ref="A7",
        label=_l("Areas or themes that the plan covers"),
        help=_l("One on each line, if the plan is not for the whole country."),
        kind=Text(max=600, long=True),
    ),
    Field(
        code="depth",
        ref="A8",
        label=_l("Depth of the plan"),
        help=_l("A simple plan asks for the least that a reader needs."),
        kind=Choice(Depth),
        level=Level.MUST,
    ),
    Field(
        code="lead_institution",
        ref="A9",
        label=_l("Lead institution"),
        help=_l("The ministry or agency in charge of the plan."),
        kind=Text(max=200),
        level=Level.MUST,
    ),
    Field(
        code="focal_point",
        ref="A10",
        label=_l("National focal point"),
        help=_l("The person whom others may write to about this plan."),
        kind=Contact(),
        level=Level.MUST,
        whole=("name", "email"),
        minor=True,
    ),
    Field(
        code="coordinating_body",
        ref="A12",
        label=_l("Coordinating body"),
        help=_l("The body that follows the plan. One that exists already serves best."),
        kind=Choice(CoordinatingBody),
        level=Level.SHOULD,
        simple=True,
    ),
    Field(
        code="coordinating_body_name",
        ref="A12",
        label=_l("Name of the coordinating body"),
        kind=Text(max=200),
        level=Level.SHOULD,
        simple=True,
        needed=_has_a_body,
    ),
    Field(
        code="body_meetings",
        ref="A13",
        label=_l("Meetings of that body in a year"),
        help=_l("Two or more keep a plan alive."),
        kind=WholeNumber(min=0, max=52, answers=frozenset({Answer.UNKNOWN})),
    ),
    Field(
        code="other_focal_points",
        ref="A14",
        label=_l("Coordination with other focal points"),
        help=_l("Conventions and processes whose national focal points share in the plan."),
        kind=Choices(RioFocalPoint, open=True, answers=ANY_ANSWER),
        level=Level.SHOULD,
        simple=True,
    ),
    Field(
        code="coordination_note",
        ref="A14",
        label=_l("How the coordination works"),
        example=_l(
            "The three focal points share one calendar and meet at the start of each quarter."
        ),
        kind=Text(max=500, long=True),
    ),
    Field(
        code="strategic_objectives",
        ref="A17",
        label=_l("Strategic objectives served"),
        help=_l("Of the UNCCD 2018–2030 Strategic Framework."),
        kind=Choices(StrategicObjective),
        level=Level.SHOULD,
    ),
)

SECTION = Section(
    code="identity",
    number=1,
    title=_l("Identity and contacts"),
    help=_l("What the plan is called, whom it covers and whom to ask about it."),
    fields=FIELDS,
    registers=(CONTRIBUTORS, MANDATES, POLICIES, TRANSLATIONS, VERSIONS, RELATED),
)
