"""The events of the rehearsal Party: held, counted, planned, called off. Places are invented."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from engage.accounts.models import User
from engage.events.drafting import add_row, begin_event
from engage.events.models import Event
from engage.events.outline.event import REGISTERS
from engage.plans.models import Plan
from engage.rehearsal.telling import Stage

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Outing:
    """An event: days from today until it begins, when it was written down, how long it lasts."""

    starts: int
    written: int
    answers: Mapping[str, Any]
    lasts: int = 1
    rows: Mapping[str, Sequence[Row]] = field(default_factory=dict)
    activity: str = ""


ASSEMBLY = Outing(
    starts=-41,
    written=39,
    lasts=2,
    activity="assembly",
    answers={
        "title": "Assembly of herders on the calendar of wells",
        "type": "community_visit",
        "status": "done",
        "place": "Karo plateau, at the third well",
        "organiser": "Directorate of Land",
        "groups": ["pastoralists", "women", {"words": "Keepers of the wells"}],
        "participants": {"number": 148},
        "counted": "counted",
        "counts": {
            "everyone": {"women.all": {"number": 61}, "men.all": {"number": 84}},
            "pastoralists": {"all.all": {"number": 120, "certainty": "about"}},
        },
        "expected": {"number": 100, "certainty": "about"},
        "visibility": "parties",
        "province": "Karo",
        "coordinates": {"lat": "43.6", "lon": "61.2"},
        "zone": "Asia/Tashkent",
        "mode": "in_person",
        "feedback": "The autumn date of the wells comes before the herds are back.",
        "answer": "The date was moved by three weeks and read out on the radio.",
        "paragraph": (
            "Herders of the Karo plateau agreed on the days on which each well is rested, and on "
            "who keeps the count."
        ),
    },
    rows={
        "outcomes": (
            {
                "type": "pledge",
                "what": "Repair the trough of the third well",
                "who": "Directorate of Land",
                "groups": ["pastoralists"],
                "state": "open",
            },
            {
                "type": "agreement",
                "what": "Rest days of nine wells",
                "who": "Assembly of herders",
                "quantity": "9 wells",
                "groups": ["pastoralists", "women"],
                "state": "kept",
            },
        ),
        "organisers": ({"name": "Union of the herders of Karo", "role": "co_organiser"},),
        "media": ({"outlet": "Radio Karo", "kind": "radio", "audience": {"number": 4000}},),
    },
)

UNCOUNTED = Outing(
    starts=-6,
    written=20,
    answers={
        "title": "Journée de la radio rurale",
        "language": "fr",
        "type": "media_event",
        "status": "announced",
        "place": "Marenta, maison de la radio",
        "organiser": "Direction des terres",
        "groups": ["media", "women"],
        "visibility": "public",
    },
)

WORKSHOP = Outing(
    starts=19,
    written=8,
    answers={
        "title": "Workshop on the map of seasonal routes",
        "titles": {"fr": "Atelier sur la carte des parcours saisonniers"},
        "type": "meeting",
        "status": "announced",
        "place": "Marenta, house of the assembly",
        "organiser": "Ministry of Land and Forests",
        "groups": ["pastoralists", "youth", "policymakers"],
        "visibility": "public",
        "coordinates": {"lat": "41.8", "lon": "64.3"},
        "zone": "Asia/Tashkent",
        "mode": "hybrid",
        "summary": "What the map shows, who may change it, and who keeps it.",
        "paragraph": "Herders and planners read the map of seasonal routes together.",
    },
    rows={"hours": ({"hours": {"from": "09:30", "to": "12:30"}, "zone": "Asia/Tashkent"},)},
    activity="map",
)

GUARDED = Outing(
    starts=26,
    written=3,
    answers={
        "title": "لقاء مع حراس الآبار",
        "language": "ar",
        "type": "consultation",
        "status": "planned",
        "place": "تيشن العليا",
        "organiser": "مديرية الأراضي",
        "groups": ["indigenous", "local_comm"],
        "visibility": "public",
        "safety": "after",
    },
)

CALLED_OFF = Outing(
    starts=-15,
    written=30,
    answers={
        "title": "Ride of journalists with the herds",
        "type": "media_event",
        "status": "cancelled",
        "status_note": "The first snow came three weeks early; the herds had left.",
        "place": "Karo plateau",
        "organiser": "Directorate of Land",
        "groups": ["media"],
        "visibility": "parties",
    },
    activity="tour",
)

OUTINGS = (ASSEMBLY, CALLED_OFF, UNCOUNTED, WORKSHOP, GUARDED)


def tell_outings(stage: Stage, plan: Plan) -> list[Event]:
    """All events, each written down on its day; those of an activity belong to the plan."""
    return [_tell(stage, plan, outing) for outing in sorted(OUTINGS, key=lambda o: -o.written)]


def write_event(
    actor: User, answers: Mapping[str, Any], rows: Mapping[str, Sequence[Row]], **belongs: Any
) -> Event:
    event = begin_event(actor, actor.party, answers, **belongs)
    for register in REGISTERS:
        for row in rows.get(register.code, ()):
            add_row(actor, event, register, **row)
    return event


def days_from(day: dt.date, starts: int, lasts: int) -> dict[str, str]:
    first = day + dt.timedelta(starts)
    found = {"start": first.isoformat()}
    if lasts > 1:
        found["end"] = (first + dt.timedelta(lasts - 1)).isoformat()
    return found


def _tell(stage: Stage, plan: Plan, outing: Outing) -> Event:
    when = days_from(stage.day, outing.starts, outing.lasts)
    belongs: dict[str, Any] = {}
    if outing.activity:
        belongs = {"plan_id": plan.id, "activity_key": outing.activity}
    with stage.days_ago(outing.written):
        return write_event(
            stage.contributor, {**outing.answers, "when": when}, outing.rows, **belongs
        )
