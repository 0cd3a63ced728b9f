"""Who a stakeholder is: the fields D1 to D16 of a row of the register."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from flask_babel import lazy_gettext as _l

from engage.kit.values.base import Answer
from engage.kit.values.choice import Choice, Choices
from engage.kit.values.contact import Contact
from engage.kit.values.number import Count
from engage.kit.values.text import Text, Texts
from engage.plans.outline.identity import ANY_ANSWER, NONE_OR_UNKNOWN, NOT_OR_UNKNOWN
from engage.plans.outline.shape import Field
from engage.plans.vocabulary import Level
from engage.reference.vocabulary.activities import Reach
from engage.reference.vocabulary.approach import Channel
from engage.reference.vocabulary.groups import (
    Accreditation,
    Affected,
    Attitude,
    Barrier,
    CompanySize,
    Governance,
    Group,
    GroupRole,
    Mobility,
    ParliamentPart,
    Rating,
    SizeBasis,
    Speaking,
)
from engage.reference.vocabulary.identity import YesNo


def _groups(values: Mapping[str, Any]) -> Collection[Any]:
    groups = values.get("groups")
    return groups if isinstance(groups, list) else ()


def concerns_indigenous_peoples(values: Mapping[str, Any]) -> bool:
    return Group.INDIGENOUS in _groups(values)


WHO = (
    Field(
        code="name",
        ref="D2",
        label=_l("Name of the group or organization"),
        help=_l("For example “herder women, northern district”. No private persons."),
        kind=Text(max=150),
        level=Level.MUST,
    ),
    Field(
        code="groups",
        ref="D1",
        label=_l("Groups of the decision that it belongs to"),
        help=_l("As named in decision 8/COP.16. None, one or several."),
        kind=Choices(Group, answers=NONE_OR_UNKNOWN),
        level=Level.MUST,
    ),
    Field(
        code="role",
        ref="D13",
        label=_l("What the group does in the plan"),
        kind=Choices(GroupRole),
        level=Level.MUST,
    ),
    Field(
        code="mobility",
        ref="D4",
        label=_l("How mobile the group is"),
        kind=Choice(Mobility, answers=NOT_OR_UNKNOWN),
        level=Level.SHOULD,
    ),
    Field(
        code="whereabouts",
        ref="D4",
        label=_l("Where the group is, and when"),
        example=_l("On the plateau from May to September, in the valley with the herds in winter."),
        kind=Text(max=300, long=True),
    ),
    Field(
        code="neighbour_contact",
        ref="D4",
        label=_l("Contact on the other side of the border"),
        kind=Text(max=200, answers=NONE_OR_UNKNOWN),
        level=Level.SHOULD,
        needed=lambda values: values.get("mobility") == Mobility.CROSS_BORDER,
    ),
    Field(
        code="interest",
        ref="D5",
        label=_l("Interest in the subject"),
        help=_l("What the group knows, wants or fears."),
        example=_l("Open routes in spring. They fear that a rested well is lost to them."),
        kind=Text(max=300, long=True, answers=ANY_ANSWER),
        level=Level.SHOULD,
        simple=True,
    ),
    Field(
        code="needs",
        ref="D5",
        label=_l("Needs of the group"),
        help=_l("One on each line."),
        kind=Texts(max=300, answers=NONE_OR_UNKNOWN),
    ),
    Field(
        code="affected",
        ref="D6",
        label=_l("How the group is affected"),
        kind=Choice(Affected, answers=NOT_OR_UNKNOWN),
        level=Level.SHOULD,
    ),
    Field(
        code="barriers",
        ref="D9",
        label=_l("Barriers to taking part"),
        help=_l("Name what is concrete. The plan then asks what you do about it."),
        kind=Choices(Barrier, open=True, answers=NONE_OR_UNKNOWN),
        level=Level.SHOULD,
        simple=True,
    ),
    Field(
        code="representation",
        ref="D10",
        label=_l("Who speaks for the group, and how chosen"),
        example=_l("The assembly of camps sends one elder for each camp, chosen by custom."),
        kind=Text(max=200, answers=NONE_OR_UNKNOWN),
        level=Level.SHOULD,
        simple=True,
    ),
    Field(
        code="representation_kind",
        ref="D10",
        label=_l("How those who speak for it are chosen"),
        kind=Choices(Speaking, open=True),
    ),
    Field(
        code="languages",
        ref="D11",
        label=_l("Languages of the group"),
        help=_l("One on each line. Add “spoken only” where it is not read."),
        kind=Texts(max=100, answers=frozenset({Answer.UNKNOWN})),
        level=Level.SHOULD,
        simple=True,
    ),
    Field(
        code="channels",
        ref="D12",
        label=_l("Channels the group prefers"),
        help=_l("The best one first."),
        kind=Choices(Channel, ranked=True, open=True, answers=NONE_OR_UNKNOWN),
        level=Level.SHOULD,
        simple=True,
    ),
    Field(
        code="governance_role",
        ref="D14",
        label=_l("Role of the group in governing the plan"),
        kind=Choice(Governance),
        level=Level.SHOULD,
    ),
    Field(
        code="contribution",
        ref="D5",
        label=_l("What the group can contribute"),
        example=_l("Two guides who know the routes, and a tent for the meeting."),
        kind=Text(max=300, long=True),
    ),
    Field(
        code="organization_reach",
        ref="D2",
        label=_l("Level at which the organization works"),
        kind=Choices(Reach),
    ),
    Field(
        code="parliament_parts",
        ref="D2",
        label=_l("Part of parliament"),
        kind=Choices(ParliamentPart, open=True),
        level=Level.SHOULD,
        needed=lambda values: Group.PARLIAMENTARIANS in _groups(values),
    ),
    Field(
        code="company_sizes",
        ref="D2",
        label=_l("Which companies"),
        kind=Choices(CompanySize, open=True),
        level=Level.SHOULD,
        needed=lambda values: Group.PRIVATE_SECTOR in _groups(values),
    ),
    Field(
        code="size",
        ref="D3",
        label=_l("Size of the group"),
        kind=Count(answers=NONE_OR_UNKNOWN),
    ),
    Field(
        code="size_basis",
        ref="D3",
        label=_l("Where the size comes from"),
        kind=Choice(SizeBasis),
    ),
    Field(
        code="influence",
        ref="D7",
        label=_l("Influence on the subject"),
        kind=Choice(Rating),
    ),
    Field(
        code="interest_degree",
        ref="D7",
        label=_l("Degree of interest"),
        kind=Choice(Rating),
    ),
    Field(
        code="attitude_now",
        ref="D8",
        label=_l("Attitude now"),
        help=_l("For your office only."),
        kind=Choice(Attitude),
        private=True,
    ),
    Field(
        code="attitude_wanted",
        ref="D8",
        label=_l("Attitude you hope for"),
        help=_l("For your office only."),
        kind=Choice(Attitude),
        private=True,
    ),
    Field(
        code="accreditation",
        ref="D15",
        label=_l("Accredited to the UNCCD"),
        kind=Choice(Accreditation),
    ),
    Field(
        code="contact",
        ref="D16",
        label=_l("Contact of the organization"),
        help=_l("For your office only. Write to an office, not to a private person."),
        kind=Contact(),
        private=True,
    ),
    Field(
        code="contact_consent",
        ref="D16",
        label=_l("Consent to the use of personal data"),
        help=_l("For your office only."),
        kind=Choice(YesNo),
        private=True,
    ),
)
