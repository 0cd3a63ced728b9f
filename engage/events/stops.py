"""A stop opens into an event of its host, for all that events can tell: counts, outcomes, files."""

from __future__ import annotations

from typing import Any

from flask_babel import gettext as _

from engage.accounts.models import User
from engage.events.drafting import begin_event
from engage.events.models import Event
from engage.events.of_journey import own_event_at
from engage.events.rules import may_write
from engage.events.vocabulary import EventStatus
from engage.journeys.models import Journey
from engage.journeys.reading import SeenStop, name_of
from engage.journeys.vocabulary import StopState
from engage.kit.errors import NotAllowed, ensure
from engage.kit.locales import current
from engage.kit.values.base import is_answer, is_as_typed
from engage.reference.vocabulary.activities import ActivityType

# What a stop and an event are both asked, and in which the stop need not be asked again.
SHARED = ("when", "place", "province", "coordinates", "zone", "languages")
TITLE_MAX = 150


def may_open(actor: User | None, stop: SeenStop) -> bool:
    """The writers of the host, once it has accepted; of the secretariat where no Party hosts it."""
    if actor is None or not may_write(actor):
        return False
    return stop.is_agreed and actor.party_code == stop.party_code


def open_stop(actor: User, journey: Journey, stop: SeenStop) -> Event:
    """The event of the actor's side at the stop, a new one if there is none.

    The journey must be locked, so that two who open the stop at once open one event.
    """
    ensure(may_open(actor, stop), NotAllowed(_("A stop becomes an event of its host.")))
    there = own_event_at(stop.id, actor)
    return there or begin_event(
        actor, actor.party, _answers(actor, journey, stop), journey_id=journey.id, stop_id=stop.id
    )


def _answers(actor: User, journey: Journey, stop: SeenStop) -> dict[str, Any]:
    language = actor.party.ui_language if actor.party else current()
    titled = (name_of(journey, language)["text"], stop.place)
    values = ((code, stop.values.get(code)) for code in SHARED)
    taken = {code: each for code, each in values if not (is_answer(each) or is_as_typed(each))}
    return {
        **taken,
        "title": " · ".join(filter(None, titled))[:TITLE_MAX],
        "type": ActivityType.CARAVAN.value,
        "status": (EventStatus.DONE if stop.state == StopState.HELD else EventStatus.PLANNED).value,
        "organiser": stop.values.get("institution"),
        "occasion": journey.content.get("occasion"),
    }
