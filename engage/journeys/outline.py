"""The questions about a journey, its stops and its baton list.

Source for the Silk Road Caravan and its participating Parties: ICCD/COP(17)/6, paragraph 26 (b).
"""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from engage.journeys.vocabulary import BatonKind
from engage.kit.values.base import Answer
from engage.kit.values.choice import Choice, Choices
from engage.kit.values.contact import Contact
from engage.kit.values.coordinates import Coordinates
from engage.kit.values.text import Text
from engage.kit.values.tongues import Tongues
from engage.kit.values.when import When
from engage.kit.values.zone import Zone
from engage.plans.outline.shape import Field, Register
from engage.plans.vocabulary import Level
from engage.reference.choices import initiatives_now, occasions_now
from engage.reference.vocabulary.identity import UnLanguage

_UNKNOWN = frozenset({Answer.UNKNOWN})

JOURNEY_FIELDS = (
    Field(
        code="name",
        ref="J1",
        label=_l("Name"),
        help=_l("In as many of the six languages as you have it."),
        kind=Tongues(max=200),
        level=Level.MUST,
    ),
    Field(code="theme", ref="J2", label=_l("Theme"), kind=Tongues(max=200)),
    Field(
        code="about",
        ref="J3",
        label=_l("What it is about"),
        help=_l("Two or three sentences for the public page."),
        kind=Tongues(max=1500),
    ),
    Field(
        code="period",
        ref="J4",
        label=_l("Period"),
        help=_l("As far as it is known. The days of a journey follow from its stops."),
        kind=When(only=("words", "start", "end"), answers=_UNKNOWN),
    ),
    Field(code="lead", ref="J5", label=_l("Lead institution"), kind=Text(max=200)),
    Field(code="website", ref="J6", label=_l("Website"), kind=Text(max=300)),
    Field(
        code="occasion",
        ref="J7",
        label=_l("Related day, year or session"),
        kind=Choice(occasions_now),
    ),
    Field(
        code="initiatives",
        ref="J8",
        label=_l("Related decades and initiatives"),
        kind=Choices(initiatives_now),
    ),
    Field(
        code="source",
        ref="J9",
        label=_l("Document that names the participating Parties"),
        kind=Text(max=200),
    ),
)

STOPS = Register(
    code="stops",
    title=_l("Stops"),
    add=_l("Add a stop"),
    empty=_l("No stop is planned yet."),
    named_by="place",
    summary=("when", "institution"),
    spoken_in="language",
    fields=(
        Field(code="place", ref="S1", label=_l("Place"), kind=Text(max=150), level=Level.MUST),
        Field(code="province", ref="S1", label=_l("Province or region"), kind=Text(max=150)),
        Field(
            code="coordinates",
            ref="S2",
            label=_l("Position on the map"),
            help=_l("Latitude and longitude; without them the stop is in the list only."),
            kind=Coordinates(),
        ),
        Field(
            code="when",
            ref="S3",
            label=_l("First and last day"),
            help=_l("Leave it open while it is not known. A month or a year alone will do."),
            kind=When(only=("words", "start", "end"), answers=_UNKNOWN),
        ),
        Field(code="zone", ref="S4", label=_l("Time zone of the place"), kind=Zone()),
        Field(
            code="languages",
            ref="S5",
            label=_l("Languages spoken at the stop"),
            kind=Choices(UnLanguage, open=True),
        ),
        Field(code="institution", ref="S6", label=_l("Institution that hosts"), kind=Text(max=200)),
        Field(
            code="contact",
            ref="S7",
            label=_l("Contact at the host"),
            help=_l("Only the secretariat and the host read this."),
            kind=Contact(),
            private=True,
        ),
        Field(code="note", ref="S8", label=_l("Note"), kind=Text(max=1000, long=True)),
        Field(
            code="language",
            ref="S8",
            label=_l("Language of what is written here"),
            kind=Choice(UnLanguage),
        ),
        Field(
            code="inner_note",
            ref="S8",
            label=_l("Note among the secretariat and the host"),
            help=_l("Only the secretariat and the host read this."),
            kind=Text(max=1000, long=True),
            private=True,
        ),
    ),
)

BATON = Register(
    code="baton",
    title=_l("Baton list"),
    help=_l("What must be there when the journey arrives, and what the last stop passes on."),
    add=_l("Add to the list"),
    empty=_l("Nothing is on the list yet."),
    named_by="what",
    summary=("kind", "who", "when"),
    fields=(
        Field(code="kind", ref="S9", label=_l("Kind"), kind=Choice(BatonKind)),
        Field(code="what", ref="S9", label=_l("What"), kind=Text(max=300), level=Level.MUST),
        Field(code="who", ref="S9", label=_l("Who sees to it"), kind=Text(max=200)),
        Field(code="when", ref="S9", label=_l("By when"), kind=When(only=("words", "start"))),
        Field(code="note", ref="S9", label=_l("Note"), kind=Text(max=500, long=True)),
    ),
)

# What never leaves the secretariat and the host.
PRIVATE = frozenset(each.code for each in STOPS.fields if each.private)
# What everybody reads of a stop; the language of its words is told by their marks.
OPEN_FIELDS = tuple(
    each for each in STOPS.fields if not each.private and each.code != STOPS.spoken_in
)
