"""Who came, counted and planned, and what other sources say (M8 to M12)."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from engage.events.counting.head_counts import HeadCounts
from engage.events.vocabulary import Counted, FigureOf
from engage.kit.values.choice import Choice, Choices
from engage.kit.values.number import Count, WholeNumber
from engage.kit.values.text import Text
from engage.plans.outline.shape import Field, Register, Section
from engage.plans.vocabulary import Level
from engage.reference.choices import age_bands_now
from engage.reference.vocabulary.approach import InclusionMeasure
from engage.reference.vocabulary.counting import Stage, Unit
from engage.reference.vocabulary.identity import UnLanguage

FIGURES = Register(
    code="figures",
    title=_l("Figures of other sources"),
    help=_l("Where sources disagree, each figure stands with its source; nothing is added up."),
    add=_l("Add a figure"),
    empty=_l("No figure of another source."),
    named_by="of",
    numbered=False,
    summary=("number", "source"),
    fields=(
        Field(code="of", ref="M8", label=_l("What is counted"), kind=Choice(FigureOf)),
        Field(code="what", ref="M8", label=_l("In words"), kind=Text(max=150)),
        Field(code="number", ref="M8", label=_l("Figure"), kind=Count(), level=Level.SHOULD),
        Field(code="stage", ref="M8", label=_l("Planned or actual"), kind=Choice(Stage)),
        Field(code="source", ref="M8", label=_l("Source"), kind=Text(max=300), level=Level.SHOULD),
    ),
)

PEOPLE = Section(
    code="people",
    number=4,
    title=_l("Who came"),
    help=_l("Counts without names. What nobody counted stays blank: unknown is not nought."),
    fields=(
        Field(
            code="counted",
            ref="M8",
            label=_l("Where the number of participants comes from"),
            kind=Choice(Counted),
        ),
        Field(
            code="age_band",
            ref="M10",
            label=_l("What counts as youth"),
            kind=Choice(age_bands_now),
        ),
        Field(
            code="counts",
            ref="M9",
            label=_l("Participants by group, sex and age"),
            help=_l(
                "Someone who came twice counts twice here. Groups overlap and are not added up."
            ),
            kind=HeadCounts(),
        ),
        Field(
            code="persons",
            ref="M8",
            label=_l("Different persons among them"),
            help=_l("Someone who came twice counts once here."),
            kind=Count(),
        ),
        Field(
            code="persons_counts",
            ref="M9",
            label=_l("Different persons by group, sex and age"),
            kind=HeadCounts(unit=Unit.PERSONS),
        ),
        Field(code="speakers", ref="M11", label=_l("Speakers in all"), kind=WholeNumber()),
        Field(code="speakers_women", ref="M11", label=_l("Women among them"), kind=WholeNumber()),
        Field(
            code="speakers_youth",
            ref="M11",
            label=_l("Young people among them"),
            kind=WholeNumber(),
        ),
        Field(
            code="speakers_groups",
            ref="M11",
            label=_l("Representatives of groups among them"),
            kind=WholeNumber(),
        ),
        Field(
            code="languages",
            ref="M12",
            label=_l("Languages used"),
            kind=Choices(UnLanguage, open=True),
        ),
        Field(code="interpretation", ref="M12", label=_l("Interpretation"), kind=Text(max=200)),
        Field(
            code="inclusion",
            ref="M12",
            label=_l("Measures of inclusion"),
            kind=Choices(InclusionMeasure, open=True),
        ),
    ),
    registers=(FIGURES,),
)

EXPECTED = Section(
    code="expected",
    number=5,
    title=_l("Who is expected"),
    help=_l("What was planned stands apart from what was counted; the two are never mixed."),
    fields=(
        Field(code="expected", ref="M8", label=_l("Participants expected in all"), kind=Count()),
        Field(
            code="expected_counts",
            ref="M9",
            label=_l("Participants expected by group, sex and age"),
            kind=HeadCounts(stage=Stage.PLANNED),
        ),
    ),
)
