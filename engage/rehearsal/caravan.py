"""The journey of the rehearsal: one stop held, one coming, one that waits for an answer, one
whose host is still to be asked. Places are invented."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from engage.accounts.models import User
from engage.events.models import Event
from engage.journeys.actions import accept_stop, note_stop, open_journey, propose_to
from engage.journeys.baton import add_item, save_item, tick_item
from engage.journeys.drafting import add_stop, plan_journey
from engage.journeys.models import BatonItem, Journey, JourneyParty, Stop
from engage.journeys.vocabulary import JourneyKind, StopState
from engage.kit.db import db
from engage.plans.drafting import Typed
from engage.rehearsal.outings import days_from
from engage.rehearsal.telling import Stage

NAMES: Mapping[str, str] = {
    "ar": "قافلة الآبار",
    "zh": "水井旅队",
    "en": "Caravan of the wells",
    "fr": "Caravane des puits",
    "ru": "Караван колодцев",
    "es": "Caravana de los pozos",
}
THEME: Mapping[str, str] = {"en": "Rangelands and those who keep them"}
ZONE = "Asia/Tashkent"
# Place, province, position, days from today, how long, institution.
Place = tuple[str, str, tuple[str, str], int | None, int, str]
PLACES: tuple[Place, ...] = (
    ("Karo", "Karo", ("43.6", "61.2"), -9, 2, "Union of the herders of Karo"),
    ("Marenta", "Marenta", ("41.8", "64.3"), 19, 2, "Ministry of Land and Forests"),
    ("Lower Ossa", "Ossa", ("40.4", "67.1"), 33, 1, ""),
    ("Upper Teshen", "Teshen", ("39.2", "70.3"), None, 1, ""),
)
BATON = (
    ({"kind": "permit", "what": "Permit to cross the plateau", "who": "District of Karo"}, True),
    ({"kind": "press_note", "what": "Press note in Arabic", "who": "Sefa Maron"}, False),
    ({"kind": "promise", "what": "Bring the map of the wells to Marenta"}, False),
)


def tell_caravan(stage: Stage) -> Journey:
    """Planned by the secretariat, answered by the Party for two of its stops."""
    reviewer = stage.reviewer
    with stage.days_ago(60):
        journey = plan_journey(reviewer, NAMES, JourneyKind.JOURNEY)
        journey.content = {**journey.content, "theme": dict(THEME), "lead": "Secretariat"}
        stops = [_stop(stage, journey, place) for place in PLACES]
        open_journey(reviewer, journey, is_open=True)
    with stage.days_ago(58):
        for stop in stops[:3]:
            propose_to(reviewer, stop, stage.party)
    with stage.days_ago(50):
        for stop in stops[:2]:
            accept_stop(stage.focal_point, stop)
        _carry(stage.contributor, stops[1])
    with stage.days_ago(7):
        note_stop(stage.contributor, stops[0], StopState.HELD)
    return journey


def remove_caravan() -> None:
    """The journey with its stops; other journeys stay as they are."""
    found = sa.select(Journey).where(Journey.content["name"]["en"].as_string() == NAMES["en"])
    for journey in db.session.scalars(found):
        at_it = sa.update(Event).where(Event.journey_id == journey.id)
        db.session.execute(at_it.values(journey_id=None, stop_id=None))
        stops = sa.select(Stop.id).where(Stop.journey_id == journey.id)
        db.session.execute(sa.delete(BatonItem).where(BatonItem.stop_id.in_(stops)))
        for model in (Stop, JourneyParty):
            db.session.execute(sa.delete(model).where(model.journey_id == journey.id))
        db.session.execute(sa.delete(Journey).where(Journey.id == journey.id))


def _stop(stage: Stage, journey: Journey, place: Place) -> Stop:
    name, province, (lat, lon), starts, lasts, institution = place
    values: dict[str, Any] = {
        "place": name,
        "province": province,
        "coordinates": {"lat": lat, "lon": lon},
        "zone": ZONE,
        "languages": ["ar", "en"],
        "institution": institution or None,
        "when": None if starts is None else days_from(stage.day, starts, lasts),
    }
    filled = {code: value for code, value in values.items() if value is not None}
    return add_stop(stage.reviewer, journey, **filled)


def _carry(actor: User, stop: Stop) -> None:
    for values, is_done in BATON:
        item = add_item(actor, stop)
        save_item(actor, item, Typed(values, {}))
        if is_done:
            tick_item(actor, item, done=True)
