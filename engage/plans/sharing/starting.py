"""The sets that a plan may begin from without any template: the twelve groups, and indicators.

They are made on the fly, in any language, from the same lists as the forms. How a group is
engaged is a suggestion, to be changed at will; what only the Party knows is left open.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask_babel import lazy_gettext as _l

from engage.kit.locales import force
from engage.kit.values.vocabulary import Label, Vocabulary
from engage.plans.document import Json, assemble
from engage.reference.vocabulary.approach import PROMISES, EngagementLevel, HearBack, Method
from engage.reference.vocabulary.groups import CalendarKind, Group
from engage.reference.vocabulary.identity import Depth

FEW = 5


class Start(Vocabulary):
    """The two sets, by the depth that they ask for."""

    SIMPLE = "simple", _l("A simple plan with the twelve groups")
    FULL = "full", _l("A full plan with the twelve groups, calendars and ten indicators")


@dataclass(frozen=True, slots=True)
class Suggested:
    """How a group might be engaged."""

    level: EngagementLevel
    methods: tuple[Method, ...]
    hear_back: tuple[HearBack, ...]


SUGGESTED: dict[Group, Suggested] = {
    Group.POLICYMAKERS: Suggested(
        EngagementLevel.COLLABORATE,
        (Method.JOINT_DRAFTING, Method.BRIEFING),
        (HearBack.MEETING, HearBack.LETTER),
    ),
    Group.WOMEN: Suggested(
        EngagementLevel.INVOLVE,
        (Method.FOCUS_GROUP, Method.WORKSHOP),
        (HearBack.MEETING, HearBack.RADIO),
    ),
    Group.YOUTH: Suggested(
        EngagementLevel.INVOLVE,
        (Method.WORKSHOP, Method.FIELD_DAY),
        (HearBack.MEETING, HearBack.SMS_VOICE),
    ),
    Group.CSO: Suggested(
        EngagementLevel.COLLABORATE,
        (Method.ADVISORY_BODY, Method.JOINT_DRAFTING),
        (HearBack.MEETING, HearBack.LETTER),
    ),
    Group.INDIGENOUS: Suggested(
        EngagementLevel.COLLABORATE,
        (Method.CO_MANAGEMENT, Method.CONSENT_PROCESS),
        (HearBack.MEETING, HearBack.REPRESENTATIVES),
    ),
    Group.LOCAL_COMM: Suggested(
        EngagementLevel.INVOLVE,
        (Method.PARTICIPATORY_MAPPING, Method.WORKSHOP),
        (HearBack.MEETING, HearBack.POSTER),
    ),
    Group.LAND_OWNERS_MANAGERS: Suggested(
        EngagementLevel.CONSULT,
        (Method.INTERVIEWS, Method.HEARING),
        (HearBack.MEETING, HearBack.LETTER),
    ),
    Group.FARMERS: Suggested(
        EngagementLevel.INVOLVE,
        (Method.FIELD_DAY, Method.FOCUS_GROUP),
        (HearBack.MEETING, HearBack.RADIO),
    ),
    Group.PASTORALISTS: Suggested(
        EngagementLevel.INVOLVE,
        (Method.PARTICIPATORY_MAPPING, Method.RADIO),
        (HearBack.RADIO, HearBack.REPRESENTATIVES),
    ),
    Group.MEDIA: Suggested(
        EngagementLevel.INFORM,
        (Method.BRIEFING, Method.FACT_SHEETS),
        (HearBack.WEBSITE,),
    ),
    Group.PRIVATE_SECTOR: Suggested(
        EngagementLevel.CONSULT,
        (Method.INTERVIEWS, Method.SURVEY),
        (HearBack.LETTER, HearBack.WEBSITE),
    ),
    Group.PARLIAMENTARIANS: Suggested(
        EngagementLevel.CONSULT,
        (Method.BRIEFING, Method.HEARING),
        (HearBack.LETTER,),
    ),
}

# Few and feasible; the first ones serve a simple plan.
INDICATORS: tuple[Label, ...] = (
    _l("Activities held, of those planned"),
    _l("People who took part: all, women, youth"),
    _l("Groups of the decision that were reached, of twelve"),
    _l("Consultations that ended with a written answer to what was said"),
    _l("Seats held by representatives of groups in bodies that decide"),
    _l("Activities with at least one measure of inclusion"),
    _l("Items in the media, by channel"),
    _l("Promises kept, of those due"),
    _l("Complaints answered in time, of those received"),
    _l("Money secured, of the money needed"),
)

# Whose months a plan asks about first; the months themselves only the Party knows.
CALENDARS: dict[CalendarKind, Group] = {
    CalendarKind.MOBILITY: Group.PASTORALISTS,
    CalendarKind.CROPS: Group.FARMERS,
    CalendarKind.PARLIAMENT: Group.PARLIAMENTARIANS,
    CalendarKind.EXAMS: Group.YOUTH,
}


def document_of(start: Start, language: str) -> Json:
    """The set as a plan document, its words in the language of the plan."""
    contents = {"identity": {"language": language, "depth": _DEPTHS[start].value}}
    with force(language):
        rows = {register: make(start) for register, make in _ROWS.items()}
    return assemble("", contents, rows)


def _stakeholders(_start: Start) -> list[Json]:
    return [
        {
            "key": group.value,
            "values": {
                "name": str(group.label),
                "groups": [group.value],
                "level": how.level.value,
                "promise": str(PROMISES[how.level]),
                "methods": [each.value for each in how.methods],
                "hear_back": [each.value for each in how.hear_back],
            },
        }
        for group, how in SUGGESTED.items()
    ]


def _indicators(start: Start) -> list[Json]:
    chosen = INDICATORS if start is Start.FULL else INDICATORS[:FEW]
    return [
        {"key": f"i{number}", "values": {"name": str(name)}}
        for number, name in enumerate(chosen, start=1)
    ]


def _calendars(start: Start) -> list[Json]:
    if start is not Start.FULL:
        return []
    return [
        {
            "key": kind.value,
            "values": {
                "title": str(kind.label),
                "kind": kind.value,
                "groups": [group.value],
                "stakeholders": [group.value],
            },
        }
        for kind, group in CALENDARS.items()
    ]


_ROWS: dict[str, Callable[[Start], list[Any]]] = {
    "stakeholders": _stakeholders,
    "indicators": _indicators,
    "calendars": _calendars,
}
_DEPTHS = {Start.SIMPLE: Depth.SIMPLE, Start.FULL: Depth.FULL}
