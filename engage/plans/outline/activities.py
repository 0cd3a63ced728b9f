"""Section 5, activities and timetable: the activities (F1 to F13) and their products."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from engage.kit.values.choice import Choice, Choices
from engage.kit.values.links import Links
from engage.kit.values.number import Count
from engage.kit.values.text import Text
from engage.kit.values.when import When
from engage.plans.outline.doing import CARE, HOW, WHAT
from engage.plans.outline.shape import Field, Register, Section
from engage.plans.outline.targets import COSTS_AND_TARGETS, STATE_AND_RESULT
from engage.plans.vocabulary import Level
from engage.reference.vocabulary.activities import ActivityStatus, MaterialType
from engage.reference.vocabulary.identity import UnLanguage

ACTIVITIES = Register(
    code="activities",
    title=_l("Activities"),
    help=_l("Title, group, time, place and a responsible office make a row; the rest helps."),
    add=_l("Add an activity"),
    empty=_l("No activity is planned yet."),
    named_by="title",
    level=Level.MUST,
    summary=("groups", "when", "responsible"),
    fields=WHAT + HOW + CARE + COSTS_AND_TARGETS + STATE_AND_RESULT,
)

PRODUCTS = Register(
    code="products",
    title=_l("Products of the activities"),
    help=_l("One row for each thing with a date of its own: a leaflet, a film, a map."),
    add=_l("Add a product"),
    empty=_l("No product is planned with a date of its own."),
    named_by="name",
    numbered=False,
    summary=("activity", "when", "state"),
    fields=(
        Field(
            code="name",
            ref="F13",
            label=_l("Name of the product"),
            kind=Text(max=200),
            level=Level.SHOULD,
        ),
        Field(
            code="activity",
            ref="F13",
            label=_l("Activity that it comes from"),
            kind=Links("activities", one=True),
            level=Level.SHOULD,
        ),
        Field(code="type", ref="F13", label=_l("Type of product"), kind=Choice(MaterialType)),
        Field(code="when", ref="F13", label=_l("When it is ready"), kind=When(), minor=True),
        Field(
            code="state",
            ref="F13",
            label=_l("State of the product"),
            kind=Choice(ActivityStatus),
            minor=True,
        ),
        Field(code="quantity", ref="F13", label=_l("How many"), kind=Count()),
        Field(
            code="languages",
            ref="F13",
            label=_l("Languages of the product"),
            kind=Choices(UnLanguage, open=True),
        ),
    ),
)

SECTION = Section(
    code="activities",
    number=5,
    title=_l("Activities and timetable"),
    help=_l("One row for each thing you will do."),
    registers=(ACTIVITIES, PRODUCTS),
)
