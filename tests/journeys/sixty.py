"""A journey of many stops across the continents, in which little repeats itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from sqlalchemy.orm import Session

from engage.journeys.models import Journey
from engage.journeys.vocabulary import StopState
from engage.reference.models import Party
from tests.factories import make_journey, make_stop

STOPS = 60
SYLLABLES = ("sa", "mar", "kan", "ta", "bil", "or", "vel", "ish", "go", "ran", "du", "kesh", "ul")
OFFICES = ("Ministry of Land", "Union of herders", "District council", "Agricultural college")
ZONES = ("Asia/Tashkent", "Asia/Almaty", "Europe/Istanbul", "Asia/Shanghai", "Asia/Bishkek")
BEGINS = dt.date(2027, 3, 1)


def place(number: int) -> str:
    """A name that is no other's, of three syllables."""
    spread = (number * 7, number * 5 + 3, number * 11 + 1)
    return "".join(SYLLABLES[each % len(SYLLABLES)] for each in spread).capitalize()


def answers(number: int) -> dict[str, Any]:
    day = BEGINS + dt.timedelta(days=4 * number)
    north, east = 36 + number * 7 % 13 + number / 90, 28 + number * 1.6
    return {
        "place": place(number),
        "province": f"{place(number + 17)} oblast",
        "coordinates": {"lat": f"{north:.4f}", "lon": f"{east:.4f}"},
        "when": {"start": day.isoformat(), "end": (day + dt.timedelta(days=1)).isoformat()},
        "zone": ZONES[number % len(ZONES)],
        "languages": ["ru", "en"] if number % 3 else ["zh"],
        "institution": f"{OFFICES[number % len(OFFICES)]} of {place(number + 31)}",
    }


def long_journey(session: Session, hosts: Sequence[Party], number: int = STOPS) -> Journey:
    journey = make_journey(session, theme={"en": "Which paths stay open?"})
    for each in range(number):
        state = StopState.HELD if each < number // 4 else StopState.ACCEPTED
        make_stop(session, journey, hosts[each % len(hosts)], state, **answers(each))
    return journey
