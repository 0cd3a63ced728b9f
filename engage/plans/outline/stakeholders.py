"""Section 4, stakeholders and approach: the register (D1 to D17) with the approach (E1 to E10)."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from engage.kit.values.choice import Choices
from engage.kit.values.groups import ByGroup
from engage.kit.values.text import Text
from engage.plans.outline.approach import APPROACH
from engage.plans.outline.identity import NONE_OR_UNKNOWN
from engage.plans.outline.register import WHO
from engage.plans.outline.shape import Field, Register, Section
from engage.plans.vocabulary import Level
from engage.reference.vocabulary.groups import Group

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

NOT_RELEVANT = Field(
    code="not_relevant",
    ref="D17",
    label=_l("Groups that are not relevant here"),
    help=_l("Write the reason beside the group. A reason counts as much as a row."),
    kind=ByGroup(Group, Text(max=300, long=True)),
    level=Level.MAY,
)

SECTION = Section(
    code="stakeholders",
    number=4,
    title=_l("Stakeholders and approach"),
    help=_l("Who has a stake in the land, and how the plan engages each of them."),
    fields=(NOT_RELEVANT,),
    registers=(STAKEHOLDERS, OWN_GROUPS),
)
