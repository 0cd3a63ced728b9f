"""Section 7, resources and responsibility (fields H1 to H5)."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from engage.kit.values.base import Answer
from engage.kit.values.choice import Choice, Choices
from engage.kit.values.money import Money
from engage.kit.values.text import Text
from engage.plans.outline.identity import NONE_OR_UNKNOWN
from engage.plans.outline.shape import Field, Register, Section
from engage.plans.vocabulary import Level
from engage.reference.vocabulary.activities import Funded
from engage.reference.vocabulary.resources import FundingSource, Support

STAFF = Register(
    code="staff",
    title=_l("Staff"),
    help=_l("Who works on the plan, and for which share of the time."),
    add=_l("Add a post"),
    empty=_l("No staff is named yet."),
    named_by="role",
    level=Level.SHOULD,
    numbered=False,
    summary=("institution", "share"),
    fields=(
        Field(
            code="role",
            ref="H1",
            label=_l("Post or role"),
            kind=Text(max=150),
            level=Level.SHOULD,
        ),
        Field(code="institution", ref="H1", label=_l("Institution"), kind=Text(max=200)),
        Field(
            code="share",
            ref="H1",
            label=_l("Share of time"),
            help=_l("For example “two days a week”."),
            kind=Text(max=100),
        ),
    ),
)

BUDGET = Register(
    code="budget",
    title=_l("Budget lines"),
    help=_l("One line for each amount and currency. Amounts in two currencies are never added."),
    add=_l("Add a budget line"),
    empty=_l("No budget line is written yet."),
    named_by="item",
    level=Level.SHOULD,
    summary=("amount", "funded"),
    fields=(
        Field(
            code="item",
            ref="H2",
            label=_l("What it is for"),
            kind=Text(max=200),
            level=Level.SHOULD,
        ),
        Field(
            code="amount",
            ref="H2",
            label=_l("Amount"),
            kind=Money(sources=FundingSource, answers=frozenset({Answer.UNKNOWN})),
            level=Level.SHOULD,
        ),
        Field(
            code="funded",
            ref="H2",
            label=_l("Is it funded?"),
            kind=Choice(Funded),
        ),
    ),
)

FIELDS = (
    Field(
        code="budget_note",
        ref="H2",
        label=_l("Note on the budget"),
        kind=Text(max=400, long=True, answers=NONE_OR_UNKNOWN),
    ),
    Field(
        code="funding_sources",
        ref="H3",
        label=_l("Sources of funding"),
        kind=Choices(FundingSource, open=True),
        level=Level.SHOULD,
    ),
    Field(
        code="support_wanted",
        ref="H4",
        label=_l("Support wanted from the secretariat or partners"),
        kind=Choices(Support, open=True, answers=frozenset({Answer.NONE})),
        level=Level.SHOULD,
    ),
    Field(
        code="capacity_gaps",
        ref="H5",
        label=_l("Capacity that is missing"),
        kind=Text(max=400, long=True, answers=NONE_OR_UNKNOWN),
    ),
)

SECTION = Section(
    code="resources",
    number=7,
    title=_l("Resources and responsibility"),
    help=_l("People and money, and what is still missing."),
    fields=FIELDS,
    registers=(BUDGET, STAFF),
)
