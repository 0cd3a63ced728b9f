"""Where and at which hours (M4, M5): sites, sessions, and the same moment in several zones."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from engage.events.vocabulary import HourKind, Mode
from engage.kit.values.choice import Choice
from engage.kit.values.coordinates import Coordinates
from engage.kit.values.hours import Hours
from engage.kit.values.text import Text
from engage.kit.values.when import When
from engage.kit.values.zone import Zone
from engage.plans.outline.shape import Field, Register, Section
from engage.plans.vocabulary import Level

HOURS = Register(
    code="hours",
    title=_l("Hours"),
    help=_l(
        "One row for each session. Without a day the hours hold for each day of the event; without "
        "a zone they are shown as written."
    ),
    add=_l("Add hours"),
    empty=_l("No hours are given: the event takes whole days."),
    named_by="hours",
    numbered=False,
    summary=("day", "zone"),
    fields=(
        Field(code="hours", ref="M4", label=_l("From and to"), kind=Hours(), level=Level.SHOULD),
        Field(code="day", ref="M4", label=_l("Day"), kind=When(only=("start",))),
        Field(code="zone", ref="M4", label=_l("Time zone of these hours"), kind=Zone()),
        Field(code="kind", ref="M4", label=_l("What these hours are"), kind=Choice(HourKind)),
        Field(code="what", ref="M4", label=_l("What takes place"), kind=Text(max=150)),
    ),
)

SITES = Register(
    code="sites",
    title=_l("Sites"),
    help=_l("For an event at several places at once: one row for each."),
    add=_l("Add a site"),
    empty=_l("It takes place at one site."),
    named_by="name",
    numbered=False,
    summary=("when",),
    fields=(
        Field(
            code="name",
            ref="M5",
            label=_l("Name of the site"),
            kind=Text(max=150),
            level=Level.SHOULD,
        ),
        Field(code="coordinates", ref="M5", label=_l("Position of the site"), kind=Coordinates()),
        Field(
            code="when",
            ref="M4",
            label=_l("Days at the site"),
            kind=When(only=("words", "start", "end", "further")),
        ),
    ),
)

PLACE = Section(
    code="place",
    number=3,
    title=_l("Place and hours"),
    help=_l("Position, zone, sessions, sites, and how people take part from afar."),
    fields=(
        Field(code="mode", ref="M5", label=_l("How people take part"), kind=Choice(Mode)),
        Field(code="province", ref="M5", label=_l("Province or region"), kind=Text(max=150)),
        Field(
            code="coordinates",
            ref="M5",
            label=_l("Position on the map"),
            help=_l("Latitude and longitude. Without them the event is on no map."),
            kind=Coordinates(),
        ),
        Field(
            code="zone",
            ref="M5",
            label=_l("Time zone of the place"),
            kind=Zone(),
        ),
        Field(
            code="online_link",
            ref="M5",
            label=_l("Link to take part online"),
            kind=Text(max=500),
        ),
        Field(
            code="online_note",
            ref="M5",
            label=_l("How to take part online or by broadcast"),
            kind=Text(max=300),
        ),
    ),
    registers=(HOURS, SITES),
)
