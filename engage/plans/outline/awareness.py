"""Section 6, awareness and communication (fields G1 to G7)."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from engage.kit.values.base import Answer
from engage.kit.values.choice import Choice, Choices
from engage.kit.values.number import Count, WholeNumber
from engage.kit.values.text import Text, Texts
from engage.kit.values.when import When
from engage.plans.outline.identity import NONE_OR_UNKNOWN
from engage.plans.outline.shape import Field, Register, Section
from engage.plans.vocabulary import Level
from engage.reference.vocabulary.activities import MaterialType
from engage.reference.vocabulary.approach import Channel
from engage.reference.vocabulary.identity import UnLanguage

_OUTLETS = WholeNumber(max=99_999, answers=frozenset({Answer.UNKNOWN}))

MATERIALS = Register(
    code="materials",
    title=_l("Materials"),
    add=_l("Add a material"),
    empty=_l("No material is planned yet."),
    named_by="name",
    numbered=False,
    summary=("type", "languages"),
    fields=(
        Field(code="name", ref="G4", label=_l("Name of the material"), kind=Text(max=200)),
        Field(
            code="type",
            ref="G4",
            label=_l("Type of material"),
            kind=Choice(MaterialType),
        ),
        Field(
            code="languages",
            ref="G4",
            label=_l("Languages of the material"),
            kind=Choices(UnLanguage, open=True),
        ),
        Field(code="quantity", ref="G4", label=_l("Quantity"), kind=Count()),
        Field(code="ready", ref="G4", label=_l("Ready by"), kind=When(only=("start",)), minor=True),
    ),
)

DISCLOSURE = Register(
    code="disclosure",
    title=_l("Information to be made public"),
    help=_l("What people can read or hear, where, when and in which languages."),
    add=_l("Add information"),
    empty=_l("No information is named yet."),
    named_by="what",
    numbered=False,
    summary=("places", "when", "languages"),
    fields=(
        Field(
            code="what",
            ref="E6",
            label=_l("What is made public"),
            example=_l("The draft calendar, and the answers to what people said."),
            kind=Text(max=300),
            level=Level.SHOULD,
        ),
        Field(
            code="places",
            ref="E6",
            label=_l("Where it can be found"),
            help=_l("One place on each line."),
            kind=Texts(max=200),
        ),
        Field(code="when", ref="E6", label=_l("When it is made public"), kind=When()),
        Field(
            code="languages",
            ref="E6",
            label=_l("In which languages"),
            kind=Choices(UnLanguage, open=True),
        ),
        Field(
            code="formats",
            ref="E6",
            label=_l("In which form"),
            help=_l("Read aloud, poster, easy language: one on each line."),
            kind=Texts(max=150),
        ),
        Field(
            code="responsible",
            ref="E6",
            label=_l("Who makes it public"),
            kind=Text(max=200),
        ),
    ),
)

FIELDS = (
    Field(
        code="communication_objective",
        ref="G1",
        label=_l("Objective of the communication"),
        example=_l("By June most herders know which wells rest, and whom to ask."),
        kind=Text(max=300, long=True),
        level=Level.SHOULD,
        simple=True,
    ),
    Field(
        code="overall_messages",
        ref="G2",
        label=_l("Messages to everyone"),
        help=_l("One to three, one on each line. They agree with the theme of the Convention."),
        example=_l("A well that rests gives water for longer."),
        kind=Texts(max=200),
        level=Level.SHOULD,
        simple=True,
    ),
    Field(
        code="channels",
        ref="G3",
        label=_l("Channels of communication"),
        kind=Choices(Channel, open=True),
        level=Level.SHOULD,
        simple=True,
    ),
    Field(
        code="spokespersons",
        ref="G6",
        label=_l("Spokespersons"),
        help=_l("A herder, a member of parliament, a woman who leads: one on each line."),
        kind=Texts(max=200, answers=NONE_OR_UNKNOWN),
    ),
    Field(
        code="media_list",
        ref="G5",
        label=_l("Media outlets on your list"),
        kind=Count(answers=NONE_OR_UNKNOWN),
    ),
    Field(code="media_radio", ref="G5", label=_l("Radio stations on the list"), kind=_OUTLETS),
    Field(code="media_tv", ref="G5", label=_l("Television stations on the list"), kind=_OUTLETS),
    Field(code="media_print", ref="G5", label=_l("Newspapers on the list"), kind=_OUTLETS),
    Field(code="media_online", ref="G5", label=_l("Online media on the list"), kind=_OUTLETS),
    Field(
        code="sensitive",
        ref="G7",
        label=_l("Sensitive matters"),
        help=_l("Rumours, conflicts, security. For your office only."),
        kind=Text(max=300, long=True, answers=NONE_OR_UNKNOWN),
        private=True,
    ),
)

SECTION = Section(
    code="awareness",
    number=6,
    title=_l("Awareness and communication"),
    help=_l("What everyone should hear, and through whom."),
    fields=FIELDS,
    registers=(MATERIALS, DISCLOSURE),
)
