"""Section 3, engagement so far (fields C1 to C5)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext as _l

from engage.kit.values.choice import Choice, Choices
from engage.kit.values.groups import ByGroup
from engage.kit.values.number import Count, WholeNumber
from engage.kit.values.text import Text, Texts
from engage.kit.values.when import When
from engage.plans.outline.identity import NONE_OR_UNKNOWN
from engage.plans.outline.shape import Field, Register, Section
from engage.plans.vocabulary import Level
from engage.reference.vocabulary.approach import Method
from engage.reference.vocabulary.groups import Group, Representation
from engage.reference.vocabulary.identity import Participatory


def _prepared_with_others(values: Mapping[str, Any]) -> bool:
    return values.get("participatory") in (Participatory.YES, Participatory.PARTLY)


PREVIOUS = Register(
    code="previous",
    title=_l("Earlier engagement"),
    help=_l("Meetings, consultations or campaigns that the plan builds on."),
    add=_l("Add an earlier activity"),
    empty=_l("No earlier activity is written down yet."),
    named_by="name",
    level=Level.SHOULD,
    summary=("when", "places", "groups"),
    simple=True,
    fields=(
        Field(
            code="name",
            ref="C1",
            label=_l("What took place"),
            kind=Text(max=200),
            level=Level.SHOULD,
            simple=True,
        ),
        Field(code="when", ref="C1", label=_l("When it took place"), kind=When(), simple=True),
        Field(
            code="lasts_days",
            ref="C1",
            label=_l("Number of days"),
            kind=WholeNumber(min=1, max=9999),
        ),
        Field(
            code="places",
            ref="C1",
            label=_l("Where it took place"),
            kind=Texts(max=200),
            simple=True,
        ),
        Field(
            code="groups",
            ref="C1",
            label=_l("Groups that took part"),
            kind=Choices(Group, open=True),
            simple=True,
        ),
        Field(
            code="held_with",
            ref="C1",
            label=_l("Held with"),
            help=_l("Offices or persons in office, one on each line."),
            kind=Texts(max=200),
        ),
        Field(
            code="participants",
            ref="C1",
            label=_l("Number of participants"),
            kind=Count(),
        ),
        Field(
            code="participants_by_kind",
            ref="C1",
            label=_l("Participants by kind"),
            help=_l("In words, one kind on each line."),
            kind=Texts(max=200),
        ),
        Field(
            code="methods",
            ref="C1",
            label=_l("Methods used"),
            kind=Choices(Method, open=True),
        ),
        Field(
            code="field_visits",
            ref="C1",
            label=_l("Number of field visits"),
            kind=Count(),
        ),
        Field(
            code="main_points",
            ref="C1",
            label=_l("Main points that were raised"),
            kind=Texts(max=400),
            level=Level.SHOULD,
        ),
    ),
)

FIELDS = (
    Field(
        code="participatory",
        ref="C2",
        label=_l("Was this plan prepared together with the groups?"),
        help=_l("An honest no is a good answer. National reports ask the same question."),
        kind=Choice(Participatory),
        level=Level.MUST,
    ),
    Field(
        code="groups_involved",
        ref="C3",
        label=_l("Groups that helped to prepare the plan"),
        kind=Choices(Group, open=True),
        level=Level.MUST,
        needed=_prepared_with_others,
    ),
    Field(
        code="representatives",
        ref="C4",
        label=_l("Part that their representatives took"),
        help=_l("For each group that helped: in planning, in deciding, or only heard."),
        kind=ByGroup(Group, Choice(Representation)),
        level=Level.MUST,
        needed=_prepared_with_others,
    ),
    Field(
        code="what_they_said",
        ref="C5",
        label=_l("What they said"),
        example=_l("Routes were closed from an office, and nobody came back to say why."),
        kind=Text(max=800, long=True, answers=NONE_OR_UNKNOWN),
        level=Level.MUST,
        needed=_prepared_with_others,
    ),
    Field(
        code="what_changed",
        ref="C5",
        label=_l("What changed because of it"),
        example=_l(
            "The calendar is drawn up at two assemblies, and each has a date for an answer."
        ),
        kind=Text(max=800, long=True, answers=NONE_OR_UNKNOWN),
        level=Level.MUST,
        needed=_prepared_with_others,
    ),
    Field(
        code="what_did_not_change",
        ref="C5",
        label=_l("What did not change, and why"),
        example=_l("The route through the reserve stays closed in spring: the law leaves no room."),
        kind=Text(max=800, long=True, answers=NONE_OR_UNKNOWN),
        level=Level.MUST,
        needed=_prepared_with_others,
    ),
)

SECTION = Section(
    code="so_far",
    number=3,
    title=_l("Engagement so far"),
    help=_l("What was done before, and how this plan was prepared."),
    fields=FIELDS,
    registers=(PREVIOUS,),
)
