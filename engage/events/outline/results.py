"""What came of it: outcomes and promises, feedback, media, materials and costs (M13 to M18)."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from engage.events.vocabulary import OutcomeType
from engage.kit.values.choice import Choice, Choices
from engage.kit.values.money import Money
from engage.kit.values.number import Count
from engage.kit.values.text import Text
from engage.kit.values.when import When
from engage.plans.outline.shape import Field, Register, Section
from engage.plans.vocabulary import Level
from engage.reference.vocabulary.activities import MaterialType
from engage.reference.vocabulary.counting import MediaChannel
from engage.reference.vocabulary.groups import Group
from engage.reference.vocabulary.identity import UnLanguage
from engage.reference.vocabulary.resources import FundingSource, PromiseState

OUTCOMES = Register(
    code="outcomes",
    title=_l("Outcomes and promises"),
    help=_l("One row for each. A promise says who, what, how much and by when."),
    add=_l("Add an outcome or promise"),
    empty=_l("No outcome is written yet. “No outcome yet” is an answer too."),
    named_by="what",
    summary=("type", "who", "due", "state"),
    fields=(
        Field(code="type", ref="M16", label=_l("Type of outcome"), kind=Choice(OutcomeType)),
        Field(
            code="what",
            ref="M16",
            label=_l("What was agreed or promised"),
            kind=Text(max=500, long=True),
            level=Level.SHOULD,
        ),
        Field(code="who", ref="M16", label=_l("Who promised it"), kind=Text(max=200)),
        Field(
            code="quantity",
            ref="M16",
            label=_l("How much"),
            help=_l("With its unit, such as “300 hectares”."),
            kind=Text(max=100),
        ),
        Field(code="due", ref="M16", label=_l("Due by"), kind=When(only=("words", "start"))),
        Field(
            code="groups",
            ref="M16",
            label=_l("Groups to which it was promised"),
            kind=Choices(Group, open=True),
        ),
        Field(code="state", ref="M16", label=_l("What became of it"), kind=Choice(PromiseState)),
        Field(
            code="state_note",
            ref="M16",
            label=_l("What was done about it"),
            kind=Text(max=500, long=True),
        ),
        Field(code="link", ref="M16", label=_l("Link to the text"), kind=Text(max=500)),
    ),
)

RESULTS = Section(
    code="results",
    number=6,
    title=_l("What came of it"),
    help=_l("The next event with the same group begins with these promises."),
    fields=(
        Field(
            code="feedback",
            ref="M17",
            label=_l("Feedback received"),
            help=_l("What was said, and by which group; no names."),
            kind=Text(max=2000, long=True),
        ),
        Field(
            code="answer",
            ref="M17",
            label=_l("Answer given"),
            kind=Text(max=2000, long=True),
        ),
        Field(
            code="feedback_use",
            ref="M17",
            label=_l("What changed because of it, or why nothing did"),
            kind=Text(max=1000, long=True),
        ),
    ),
    registers=(OUTCOMES,),
)

MEDIA = Register(
    code="media",
    title=_l("Reports in the media"),
    help=_l("An audience is what its source says; it is never added to the participants."),
    add=_l("Add a report"),
    empty=_l("No report in the media is noted."),
    named_by="outlet",
    numbered=False,
    summary=("kind", "audience"),
    fields=(
        Field(code="outlet", ref="M14", label=_l("Outlet"), kind=Text(max=200), level=Level.SHOULD),
        Field(code="kind", ref="M14", label=_l("Kind of media"), kind=Choice(MediaChannel)),
        Field(code="items", ref="M14", label=_l("Number of reports"), kind=Count()),
        Field(code="audience", ref="M14", label=_l("Audience claimed"), kind=Count()),
        Field(code="source", ref="M14", label=_l("Source of the audience"), kind=Text(max=300)),
        Field(code="link", ref="M14", label=_l("Link to the report"), kind=Text(max=500)),
    ),
)

SOCIAL = Register(
    code="social",
    title=_l("Social media"),
    help=_l("Reach as the platform reports it; it stands apart from all other figures."),
    add=_l("Add a platform"),
    empty=_l("No reach in social media is noted."),
    named_by="platform",
    numbered=False,
    summary=("reach", "period"),
    fields=(
        Field(
            code="platform", ref="M15", label=_l("Platform"), kind=Text(max=100), level=Level.SHOULD
        ),
        Field(code="reach", ref="M15", label=_l("Reach as reported"), kind=Count()),
        Field(
            code="period",
            ref="M15",
            label=_l("Period of the figure"),
            kind=When(only=("words", "start", "end")),
        ),
    ),
)

MATERIALS = Register(
    code="materials",
    title=_l("Materials handed out"),
    help="",
    add=_l("Add a material"),
    empty=_l("No material is noted."),
    named_by="name",
    numbered=False,
    summary=("type", "quantity"),
    fields=(
        Field(
            code="name",
            ref="M13",
            label=_l("Name of the material"),
            kind=Text(max=200),
            level=Level.SHOULD,
        ),
        Field(code="type", ref="M13", label=_l("Type of material"), kind=Choice(MaterialType)),
        Field(code="quantity", ref="M13", label=_l("How many pieces"), kind=Count()),
        Field(
            code="languages",
            ref="M13",
            label=_l("Languages of the material"),
            kind=Choices(UnLanguage, open=True),
        ),
    ),
)

COSTS = Register(
    code="costs",
    title=_l("Costs and contributions in kind"),
    help=_l("One line for each amount and currency. Amounts in two currencies are never added."),
    add=_l("Add a cost"),
    empty=_l("No cost is noted."),
    named_by="item",
    numbered=False,
    summary=("amount",),
    fields=(
        Field(
            code="item",
            ref="M18",
            label=_l("What it is for"),
            kind=Text(max=200),
            level=Level.SHOULD,
        ),
        Field(
            code="amount",
            ref="M18",
            label=_l("Amount of the cost"),
            kind=Money(sources=FundingSource),
        ),
        Field(code="in_kind", ref="M18", label=_l("In kind"), kind=Text(max=300)),
    ),
)

REACH = Section(
    code="reach",
    number=7,
    title=_l("Media, materials and costs"),
    help=_l("Each figure with its source."),
    fields=(),
    registers=(MEDIA, SOCIAL, MATERIALS, COSTS),
)
