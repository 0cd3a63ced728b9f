"""What stays back to keep people safe: pure, the one filter that all outputs go through.

Pages, lists, maps, calendars, feeds, prints and files take an event's answers from here only
(`queries` hands out nothing else to those outside). Two choices of the writer: place and time are
told only after the event, or never the place but the province. The last day that is asked for here
is what `end_of` gives.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from engage.events.outline.event import PRIVATE
from engage.events.vocabulary import EventStatus, OrganiserRole, Safety

Json = dict[str, Any]

TIME = frozenset({"when", "announced"})
PLACE = frozenset({"place", "coordinates", "online_link", "online_note"})
# The zone and the province tell roughly where, the day or session that it belongs to roughly when,
# and roughly is too much before the event.
ROUGHLY = frozenset({"province", "zone", "occasion"})
LISTS_OF_TIME = frozenset({"hours", "social"})
LISTS_OF_PLACE = frozenset({"sites"})
# Behind which day no place on Earth is: the last one to end a day is twelve hours behind Greenwich.
LAST_ON_EARTH = dt.timezone(dt.timedelta(hours=-12))


def is_over(last_day: dt.date | None, moment: dt.datetime) -> bool:
    """Whether the event's last day has ended everywhere; never where no day is known."""
    return last_day is not None and last_day < moment.astimezone(LAST_ON_EARTH).date()


def end_of(status: object, last_day: dt.date | None) -> dt.date | None:
    """The last day after which something may be told. None while the event is postponed: the day
    that it still has may pass, and it is held another time, perhaps at the same place."""
    return None if status == EventStatus.POSTPONED else last_day


def hides_time(safety: str, last_day: dt.date | None, moment: dt.datetime) -> bool:
    """Whether those outside may not know when it is: then it stands in no calendar either."""
    return safety == Safety.AFTER and not is_over(last_day, moment)


def hides_place(safety: str, last_day: dt.date | None, moment: dt.datetime) -> bool:
    """Whether those outside may not know where it is: then it stands on no map, and not among the
    events of a stop or the parts of a larger one, which have places of their own."""
    return safety == Safety.PROVINCE or hides_time(safety, last_day, moment)


def held_back(safety: str, last_day: dt.date | None, moment: dt.datetime) -> frozenset[str]:
    """Codes of the answers and lists that those outside may not see."""
    if hides_time(safety, last_day, moment):
        return PRIVATE | TIME | PLACE | ROUGHLY | LISTS_OF_TIME | LISTS_OF_PLACE
    if safety == Safety.PROVINCE:
        return PRIVATE | PLACE | LISTS_OF_PLACE
    return PRIVATE


def without(codes: frozenset[str], values: Mapping[str, Any]) -> Json:
    """The answers less those that stay back."""
    return {code: value for code, value in values.items() if code not in codes}


def lists_without(
    codes: frozenset[str], registers: Mapping[str, Sequence[Json]]
) -> dict[str, list[Json]]:
    """The lists less those that stay back; with the place, whoever owns the venue."""
    kept = {code: list(rows) for code, rows in registers.items() if code not in codes}
    if "organisers" in kept and codes >= PLACE:
        kept["organisers"] = [row for row in kept["organisers"] if not _owns_the_venue(row)]
    return {code: rows for code, rows in kept.items() if rows}


def _owns_the_venue(row: Json) -> bool:
    return bool(row["values"].get("role") == OrganiserRole.VENUE_OWNER)
