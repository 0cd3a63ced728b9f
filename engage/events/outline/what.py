"""The eight questions of the quick form, and what else says what an event is (M1 to M7, M21)."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from engage.events.vocabulary import EventStatus, OrganiserRole, PartKind
from engage.kit.values.base import Answer
from engage.kit.values.choice import Choice, Choices
from engage.kit.values.number import Count
from engage.kit.values.text import Text
from engage.kit.values.tongues import Tongues
from engage.kit.values.when import When
from engage.plans.outline.shape import Field, Register, Section
from engage.plans.vocabulary import Level
from engage.reference.choices import initiatives_now, occasions_now
from engage.reference.vocabulary.activities import ActivityType, Reach
from engage.reference.vocabulary.groups import Group
from engage.reference.vocabulary.identity import UnLanguage, YesNo

QUICK = (
    Field(
        code="title",
        ref="M1",
        label=_l("Title of the event"),
        example=_l("Assembly of herders on the calendar of wells"),
        kind=Text(max=150),
        level=Level.MUST,
    ),
    Field(
        code="type",
        ref="M3",
        label=_l("Type of event"),
        kind=Choice(ActivityType),
        level=Level.MUST,
    ),
    Field(
        code="status",
        ref="M21",
        label=_l("Where it stands"),
        kind=Choice(EventStatus),
        level=Level.MUST,
    ),
    Field(
        code="when",
        ref="M4",
        label=_l("When it takes place"),
        help=_l(
            "Day and month may stay empty while they are not known. Days that do not follow one "
            "another go below as further days."
        ),
        kind=When(only=("words", "start", "end", "further")),
        level=Level.MUST,
    ),
    Field(
        code="place",
        ref="M5",
        label=_l("Place"),
        help=_l("Town or village, and the venue."),
        kind=Text(max=200, answers=frozenset({Answer.UNKNOWN, Answer.NOT_APPLICABLE})),
        level=Level.MUST,
    ),
    Field(
        code="organiser",
        ref="M6",
        label=_l("Organizer"),
        kind=Text(max=200),
        level=Level.MUST,
    ),
    Field(
        code="groups",
        ref="M7",
        label=_l("Groups reached"),
        help=_l("As named in decision 8/COP.16, and groups of your own. One or several."),
        kind=Choices(Group, open=True),
        level=Level.MUST,
    ),
    Field(
        code="participants",
        ref="M8",
        label=_l("Participants in all"),
        help=_l("Leave it blank as long as nobody knows: unknown is not nought."),
        kind=Count(),
    ),
)

DETAILS = (
    Field(
        code="language",
        ref="M1",
        label=_l("Language of these answers"),
        kind=Choice(UnLanguage),
    ),
    Field(
        code="titles",
        ref="M1",
        label=_l("Title in further languages"),
        kind=Tongues(max=200),
    ),
    Field(code="theme", ref="M2", label=_l("International theme"), kind=Tongues(max=200)),
    Field(code="national_theme", ref="M2", label=_l("National theme"), kind=Tongues(max=200)),
    Field(
        code="summary",
        ref="M2",
        label=_l("What it is about"),
        kind=Text(max=1500, long=True),
    ),
    Field(code="number", ref="M2", label=_l("Number of your own"), kind=Text(max=60)),
    Field(
        code="occasion",
        ref="M2",
        label=_l("Day, year or session that it belongs to"),
        kind=Choice(occasions_now),
    ),
    Field(
        code="initiatives",
        ref="M2",
        label=_l("Decades and initiatives that it serves"),
        kind=Choices(initiatives_now),
    ),
    Field(code="reach", ref="M5", label=_l("Reach of the event"), kind=Choice(Reach)),
    Field(
        code="part",
        ref="M2",
        label=_l("What it is within the larger event"),
        kind=Choice(PartKind),
    ),
    Field(
        code="status_note",
        ref="M21",
        label=_l("Reason why it was changed, postponed or called off"),
        kind=Text(max=500, long=True),
    ),
    Field(
        code="announced",
        ref="M21",
        label=_l("When it was announced"),
        kind=When(only=("start",)),
    ),
    Field(
        code="focal_point_told",
        ref="M21",
        label=_l("Was the national focal point informed of it?"),
        help=_l("The Convention counts information events of which the focal point knew."),
        kind=Choice(YesNo),
    ),
)

ORGANISERS = Register(
    code="organisers",
    title=_l("Further organizers"),
    help=_l("One row for each organization, with what it does."),
    add=_l("Add an organizer"),
    empty=_l("No further organizer is named."),
    named_by="name",
    numbered=False,
    summary=("role",),
    fields=(
        Field(
            code="name",
            ref="M6",
            label=_l("Organization"),
            kind=Text(max=200),
            level=Level.SHOULD,
        ),
        Field(code="role", ref="M6", label=_l("What it does"), kind=Choice(OrganiserRole)),
        Field(code="website", ref="M6", label=_l("Website"), kind=Text(max=300)),
    ),
)

WHAT = Section(
    code="what",
    number=1,
    title=_l("The event in short"),
    help=_l("Eight questions; the rest can wait."),
    fields=QUICK,
)

MORE = Section(
    code="more",
    number=2,
    title=_l("More about the event"),
    help=_l("Themes, organizers, what it belongs to."),
    fields=DETAILS,
    registers=(ORGANISERS,),
)
