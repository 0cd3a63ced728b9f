"""Writing a journey and its stops. Whatever is typed is kept, right or wrong."""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping
from typing import Any

from engage.accounts.models import User
from engage.history.actions import record
from engage.history.vocabulary import Verb
from engage.journeys import notices, rules
from engage.journeys.models import BatonItem, Journey, Stop
from engage.journeys.outline import JOURNEY_FIELDS, PRIVATE, STOPS
from engage.journeys.queries import taken_refs
from engage.journeys.sentences import MAY_NOT_PLAN, MAY_NOT_WRITE
from engage.journeys.vocabulary import JourneyKind, StopState
from engage.kit.clock import now
from engage.kit.db import db
from engage.kit.errors import NotAllowed, ensure
from engage.kit.folding import fold
from engage.kit.locales import DEFAULT, current
from engage.kit.values.angles import LATITUDE, LONGITUDE
from engage.kit.values.base import Json
from engage.kit.values.coordinates import Coordinates
from engage.kit.values.fingerprint import Merge
from engage.kit.values.tongues import Tongues
from engage.kit.values.when import When
from engage.plans.drafting import Typed, merged_answers
from engage.reference.towns import Town

# What a calendar shows: a change of it is a change of the entry there, and the host is told.
IN_CALENDARS = ("place", "province", "coordinates", "when", "zone")
LONGEST_REF = 50


def plan_journey(actor: User, name: Mapping[str, Any], kind: JourneyKind) -> Journey:
    """A new journey or campaign, which only the secretariat sees until it is opened."""
    ensure(rules.may_plan(actor), NotAllowed(str(MAY_NOT_PLAN)))
    journey = Journey(
        ref=_new_ref(name, kind),
        kind=kind.value,
        content={"name": dict(name)},
        stamp="",
        created_at=now(),
        changed_at=now(),
    )
    journey.stops, journey.parties = [], []
    db.session.add(journey)
    sign(journey, actor)
    touch(journey)
    db.session.flush()  # the history names it
    record(actor, Verb.JOURNEY_BEGUN, ("journey", journey.id))
    return journey


def save_journey(actor: User, journey: Journey, typed: Typed) -> Merge:
    """Keep its answers; what somebody else changed meanwhile is not overwritten."""
    ensure(rules.may_plan(actor), NotAllowed(str(MAY_NOT_PLAN)))
    former = journey.content
    merged = merged_answers(JOURNEY_FIELDS, typed, former)
    journey.content = merged.result
    if not merged.collisions or merged.result != former:
        sign(journey, actor)
    touch(journey)
    db.session.flush()
    return merged


def add_stop(actor: User, journey: Journey, **values: Any) -> Stop:
    """A new stop at the end of the way, without a host."""
    ensure(rules.may_plan(actor), NotAllowed(str(MAY_NOT_PLAN)))
    stop = Stop(
        key=f"s{secrets.token_hex(4)}",
        position=max((each.position for each in journey.stops), default=0) + 1,
        state=StopState.PROPOSED.value,
        content={"language": current(), **values},
        private={},
        precision="",
        changed_at=now(),
    )
    journey.stops.append(stop)
    sign(stop, actor)
    settle(actor, stop, stop.content)
    db.session.flush()
    return stop


def save_stop(actor: User, stop: Stop, typed: Typed) -> Merge:
    """Keep the answers about a stop; what somebody else changed meanwhile is not overwritten."""
    ensure(rules.may_edit(actor, stop), NotAllowed(str(MAY_NOT_WRITE)))
    former = stop.content | stop.private
    merged = merged_answers(STOPS.fields, typed, former)
    stop.content = {code: each for code, each in merged.result.items() if code not in PRIVATE}
    stop.private = {code: each for code, each in merged.result.items() if code in PRIVATE}
    if not merged.collisions or merged.result != former:
        sign(stop, actor)
    settle(actor, stop, former)
    db.session.flush()
    return merged


def take_town(actor: User, stop: Stop, town: Town) -> None:
    """Position and zone of a town from the gazetteer; the name stays as it was typed."""
    ensure(rules.may_edit(actor, stop), NotAllowed(str(MAY_NOT_WRITE)))
    former = stop.content
    point, _words = position(town)
    stop.content = {"place": town.name, **former, "coordinates": point, "zone": town.zone}
    sign(stop, actor)
    settle(actor, stop, former)
    db.session.flush()


def position(town: Town) -> tuple[Json, str]:
    """Where it lies, as it is kept and in words."""
    typed = {LATITUDE: [str(town.latitude)], LONGITUDE: [str(town.longitude)]}
    point = Coordinates().take(typed).value
    return point, Coordinates().show(point, current())[0].text


def settle(actor: User, stop: Stop, former: Mapping[str, Any]) -> None:
    """Repeat in columns what lists and calendars ask for."""
    days = When.days(stop.content.get("when"))
    stop.first_day, stop.last_day = days.first, days.last
    stop.precision = days.precision or ""
    if any(stop.content.get(code) != former.get(code) for code in IN_CALENDARS):
        note_change(actor, stop)
    touch(stop.journey)


def note_change(actor: User, stop: Stop) -> None:
    """Day, place or order is another one: calendars learn of it, and the host if it said yes.

    A host that changes its own stop agrees with what it wrote.
    """
    stop.sequence = (stop.sequence or 0) + 1
    stop.changed_at = now()
    if stop.state != StopState.ACCEPTED:
        return
    if rules.is_host(actor, stop):
        stop.decided_at = stop.changed_at
    else:
        notices.stop_changed(actor, stop)


def touch(journey: Journey) -> None:
    """Mark the journey as changed, for what is remembered about it."""
    journey.changed_at = now()
    journey.stamp = secrets.token_hex(8)


def sign(kept: Journey | Stop | BatonItem, actor: User) -> None:
    kept.saved_at = now()
    kept.saved_by = actor


def _new_ref(name: Mapping[str, Any], kind: JourneyKind) -> str:
    """From the English name where there is one, as `caravan-of-the-steppe`; never taken twice."""
    text, _language = Tongues.in_language(dict(name), DEFAULT)
    stem = re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")[:LONGEST_REF] or kind.value
    taken, number, ref = taken_refs(stem), 1, stem
    while ref in taken or ref in RESERVED:
        number += 1
        ref = f"{stem}-{number}"
    return ref


# These words stand where the reference of a journey stands in an address.
RESERVED = frozenset({"new", "mine"})
