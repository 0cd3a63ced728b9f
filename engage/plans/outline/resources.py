"""Section 7, resources and responsibility (fields H1 to H5)."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from engage.kit.values.base import Answer
from engage.kit.values.choice import Choice, Choices
from engage.kit.values.links import Links
from engage.kit.values.money import Money
from engage.kit.values.number import Count, WholeNumber
from engage.kit.values.text import Text, Texts
from engage.plans.outline.identity import NONE_OR_UNKNOWN
from engage.plans.outline.partnerships import PARTNERSHIPS
from engage.plans.outline.shape import Field, Register, Section
from engage.plans.vocabulary import Level
from engage.reference.vocabulary.activities import Funded
from engage.reference.vocabulary.resources import FigureStage, FundingSource, Support

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
            code="tasks",
            ref="H1",
            label=_l("Tasks and responsibilities"),
            kind=Text(max=400, long=True),
        ),
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
    simple=True,
    fields=(
        Field(
            code="item",
            ref="H2",
            label=_l("What it is for"),
            example=_l("Travel and meals for three assemblies of 120 people each"),
            kind=Text(max=200),
            level=Level.SHOULD,
            simple=True,
        ),
        Field(
            code="amount",
            ref="H2",
            label=_l("Amount"),
            kind=Money(sources=FundingSource, answers=frozenset({Answer.UNKNOWN})),
            level=Level.SHOULD,
            simple=True,
        ),
        Field(
            code="funded",
            ref="H2",
            label=_l("Is it funded?"),
            kind=Choice(Funded),
            simple=True,
            minor=True,
        ),
        Field(
            code="stage",
            ref="H2",
            label=_l("Stage of the figure"),
            help=_l("Figures of two stages are never added."),
            kind=Choice(FigureStage),
        ),
        Field(
            code="activities",
            ref="H2",
            label=_l("Activities that it pays for"),
            kind=Links("activities"),
        ),
    ),
)

FUNDING = Register(
    code="funding",
    title=_l("Sources of funds"),
    help=_l("One row for each giver and budget line, so that a line can have several sources."),
    add=_l("Add a source"),
    empty=_l("No source is written down by itself."),
    named_by="giver",
    numbered=False,
    summary=("budget_line", "amount", "secured"),
    fields=(
        Field(
            code="giver",
            ref="H3",
            label=_l("Who gives the money"),
            kind=Text(max=200),
            level=Level.SHOULD,
        ),
        Field(
            code="budget_line",
            ref="H3",
            label=_l("Budget line that it is for"),
            kind=Links("budget", one=True),
            level=Level.SHOULD,
        ),
        Field(
            code="source",
            ref="H3",
            label=_l("Kind of source"),
            kind=Choice(FundingSource),
        ),
        Field(
            code="amount",
            ref="H3",
            label=_l("Amount from this source"),
            kind=Money(answers=frozenset({Answer.UNKNOWN})),
            level=Level.SHOULD,
        ),
        Field(
            code="secured",
            ref="H3",
            label=_l("Is the money secured?"),
            kind=Choice(Funded),
            minor=True,
        ),
    ),
)

COMMITTEES = Register(
    code="committees",
    title=_l("Committees"),
    help=_l("Bodies that steer, advise or follow the plan, and who sits in them."),
    add=_l("Add a committee"),
    empty=_l("No committee is named."),
    named_by="name",
    numbered=False,
    summary=("role", "women", "men"),
    fields=(
        Field(
            code="name",
            ref="A12",
            label=_l("Name of the committee"),
            kind=Text(max=200),
            level=Level.SHOULD,
        ),
        Field(
            code="role",
            ref="A12",
            label=_l("What the committee does"),
            kind=Text(max=400, long=True),
        ),
        Field(
            code="members",
            ref="A12",
            label=_l("Who sits in it"),
            help=_l("Offices and organizations, one on each line."),
            kind=Texts(max=200),
        ),
        Field(code="women", ref="A12", label=_l("Women among the members"), kind=Count()),
        Field(code="men", ref="A12", label=_l("Men among the members"), kind=Count()),
        Field(
            code="meetings",
            ref="A13",
            label=_l("Meetings in a year"),
            kind=WholeNumber(min=0, max=365, answers=frozenset({Answer.UNKNOWN})),
        ),
    ),
)

FIELDS = (
    Field(
        code="budget_total",
        ref="H2",
        label=_l("Total as your document states it"),
        help=_l("The lines are not added up for you: they may overlap."),
        kind=Money(answers=frozenset({Answer.UNKNOWN})),
    ),
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
        simple=True,
    ),
    Field(
        code="support_wanted",
        ref="H4",
        label=_l("Support wanted from the secretariat or partners"),
        kind=Choices(Support, open=True, answers=frozenset({Answer.NONE})),
        level=Level.SHOULD,
        simple=True,
    ),
    Field(
        code="clearance",
        ref="H1",
        label=_l("Who clears texts before they are sent out"),
        kind=Text(max=400, long=True, answers=NONE_OR_UNKNOWN),
    ),
    Field(
        code="capacity_gaps",
        ref="H5",
        label=_l("Capacity that is missing"),
        example=_l("Nobody in the office speaks the second language of the valley."),
        kind=Text(max=400, long=True, answers=NONE_OR_UNKNOWN),
    ),
)

SECTION = Section(
    code="resources",
    number=7,
    title=_l("Resources and responsibility"),
    help=_l("People and money, and what is still missing."),
    fields=FIELDS,
    registers=(BUDGET, FUNDING, PARTNERSHIPS, STAFF, COMMITTEES),
)
