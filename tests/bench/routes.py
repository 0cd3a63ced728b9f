"""A journey of sixty stops from one end of Asia to the other, each hosted by the next Party."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from engage.journeys.models import Journey
from engage.journeys.vocabulary import StopState
from engage.kit.db import db
from engage.kit.values.when import When
from tests.bench.content import Facts
from tests.journeys.sixty import STOPS, answers

ROUTE = "bench-caravan"


def begin_route(moment: dt.datetime) -> int:
    """The journey itself; its number."""
    name = {"en": "Caravan of the bench", "ar": "قافلة"}
    journey = Journey(
        ref=ROUTE,
        content={"name": name, "lead": "Secretariat", "period": {"start": "2027"}},
        is_open=True,
        stamp="bench",
        created_at=moment,
        changed_at=moment,
    )
    db.session.add(journey)
    db.session.flush()
    return journey.id


def stops(journey_id: int, parties: Sequence[str], moment: dt.datetime) -> Iterator[Facts]:
    """A quarter of them took place."""
    for number in range(STOPS):
        content = answers(number)
        days = When.days(content["when"])
        yield {
            "journey_id": journey_id,
            "key": f"s{number}",
            "position": number + 1,
            "party_code": parties[number % len(parties)],
            "state": (StopState.HELD if number < STOPS // 4 else StopState.ACCEPTED).value,
            "content": content,
            "private": {},
            "first_day": days.first,
            "last_day": days.last,
            "precision": days.precision or "",
            "changed_at": moment,
        }
