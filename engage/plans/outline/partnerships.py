"""The register of partnerships (L1 to L7), with what the private sector is asked besides."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext as _l

from engage.kit.values.choice import Choice, Choices
from engage.kit.values.text import Text, Texts
from engage.kit.values.when import When
from engage.plans.outline.shape import Field, Register
from engage.plans.vocabulary import Level
from engage.reference.vocabulary.groups import CompanySize
from engage.reference.vocabulary.identity import YesNo
from engage.reference.vocabulary.resources import (
    Agreement,
    DueDiligence,
    PartnershipState,
    PartnerType,
)


def is_with_a_company(values: Mapping[str, Any]) -> bool:
    return values.get("type") == PartnerType.PRIVATE_SECTOR


def _has_a_pledge(values: Mapping[str, Any]) -> bool:
    return isinstance(values.get("pledge"), str)


PARTNER = (
    Field(
        code="name",
        ref="L1",
        label=_l("Name of the partner"),
        kind=Text(max=200),
        level=Level.MUST,
    ),
    Field(code="country", ref="L1", label=_l("Country of the partner"), kind=Text(max=100)),
    Field(
        code="type",
        ref="L2",
        label=_l("Type of partner"),
        kind=Choice(PartnerType),
        level=Level.MUST,
    ),
    Field(
        code="agreement",
        ref="L3",
        label=_l("Agreement with the partner"),
        kind=Choice(Agreement),
        level=Level.MUST,
    ),
    Field(
        code="state",
        ref="L4",
        label=_l("State of the partnership"),
        kind=Choice(PartnershipState),
        level=Level.SHOULD,
        minor=True,
    ),
    Field(
        code="period",
        ref="L4",
        label=_l("Period of the agreement"),
        kind=When(only=("start", "end")),
        level=Level.SHOULD,
        minor=True,
    ),
    Field(
        code="purpose",
        ref="L6",
        label=_l("Purpose and work plan"),
        kind=Text(max=300, long=True),
        level=Level.SHOULD,
    ),
    Field(
        code="initiatives",
        ref="L7",
        label=_l("Related initiatives"),
        help=_l("International initiatives, decades or campaigns, one on each line."),
        kind=Texts(max=200),
    ),
)

COMPANY = (
    Field(
        code="due_diligence",
        ref="L5",
        label=_l("Due diligence on the partner"),
        help=_l("A signed partnership with a company needs an answer here."),
        kind=Choice(DueDiligence),
        level=Level.SHOULD,
        needed=is_with_a_company,
    ),
    Field(
        code="due_diligence_when",
        ref="L5",
        label=_l("Date of the due diligence"),
        kind=When(only=("start",)),
    ),
    Field(
        code="due_diligence_note",
        ref="L5",
        label=_l("Note on the due diligence"),
        help=_l("For your office only."),
        kind=Text(max=600, long=True),
        private=True,
    ),
    Field(
        code="conflict_note",
        ref="L5",
        label=_l("Note on conflicts of interest"),
        help=_l("For your office only."),
        kind=Text(max=600, long=True),
        private=True,
    ),
    Field(
        code="sector",
        ref="L2",
        label=_l("Sector of the company"),
        kind=Text(max=150),
        level=Level.SHOULD,
        needed=is_with_a_company,
    ),
    Field(
        code="sizes",
        ref="L2",
        label=_l("Size of the company"),
        kind=Choices(CompanySize),
    ),
    Field(
        code="value_chain",
        ref="L2",
        label=_l("Its place in the value chain"),
        kind=Text(max=200),
    ),
    Field(
        code="pledge",
        ref="L6",
        label=_l("What the partner pledges"),
        help=_l("Money, hectares, jobs, disclosure."),
        example=_l("Fences for 40 hectares of resting pasture"),
        kind=Text(max=300, long=True),
    ),
    Field(
        code="pledge_quantity",
        ref="L6",
        label=_l("How much is pledged"),
        kind=Text(max=100),
        level=Level.SHOULD,
        needed=_has_a_pledge,
    ),
    Field(
        code="pledge_due",
        ref="L6",
        label=_l("Pledged for"),
        kind=When(only=("start",)),
        level=Level.SHOULD,
        needed=_has_a_pledge,
    ),
    Field(
        code="uses_logo",
        ref="L5",
        label=_l("Does the partner wish to use a logo or to be named as endorsed?"),
        kind=Choice(YesNo),
    ),
)

PARTNERSHIPS = Register(
    code="partnerships",
    title=_l("Partnerships"),
    help=_l("They are the Party’s own and do not imply endorsement by the United Nations."),
    add=_l("Add a partnership"),
    empty=_l("No partnership is written down yet."),
    named_by="name",
    summary=("type", "agreement", "state"),
    fields=PARTNER + COMPANY,
)
