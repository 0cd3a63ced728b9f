"""Cards: what lists, maps and calendars know of an event, as one reader may see it. Pure.

A card is made of columns, never of the whole event, so that a list of hundreds stays one query;
it goes through the same filter as the event itself (`safety`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from engage.events import safety
from engage.events.vocabulary import is_called_off

Json = dict[str, Any]

# What a card repeats of the answers; `hours` are the rows of that list.
SHOWN = (
    "title",
    "language",
    "titles",
    "type",
    "status",
    "when",
    "place",
    "province",
    "coordinates",
    "zone",
    "mode",
    "online_link",
    "organiser",
    "groups",
    "occasion",
    "paragraph",
    "share",
    "website",
)


@dataclass(frozen=True, slots=True)
class Card:
    """One event in a list. `values` are its answers as far as the reader may see them; `hours` the
    values of the rows of its hours, each with the `key` of its row; days are None where they are
    unknown or held back. While its place is held back it stands at no stop and below no other
    event."""

    id: int
    ref: str
    party_code: str | None
    values: Json
    hours: tuple[Json, ...]
    first_day: dt.date | None
    last_day: dt.date | None
    precision: str
    is_inside: bool
    hides_time: bool
    stamp: str
    sequence: int
    changed_at: dt.datetime
    journey_id: int | None = None
    stop_id: int | None = None
    parent_id: int | None = None
    activity_key: str = ""
    is_counted: bool = False
    hides_place: bool = False

    @property
    def is_called_off(self) -> bool:
        return is_called_off(self.values.get("status"))

    @property
    def title(self) -> str:
        found = self.values.get("title")
        return found if isinstance(found, str) else ""

    @property
    def language(self) -> str:
        return str(self.values.get("language", ""))


def card_values(fields: Mapping[str, Any], hours: list[Json]) -> Json:
    """What is kept in the column `card`, of the answers and the rows of hours with their keys."""
    return {code: fields[code] for code in SHOWN if code in fields} | (
        {"hours": hours} if hours else {}
    )


def seen_card(row: Any, *, inside: bool, moment: dt.datetime) -> Card:
    """The card of a row with the columns of `queries.CARD`, as its reader may see it."""
    end = safety.end_of(row.card.get("status"), row.last_day)
    hidden = not inside and safety.hides_time(row.safety, end, moment)
    nowhere = not inside and safety.hides_place(row.safety, end, moment)
    codes = frozenset[str]() if inside else safety.held_back(row.safety, end, moment)
    values = safety.without(codes, row.card)
    hours = values.pop("hours", [])
    return Card(
        id=row.id,
        ref=row.ref,
        party_code=row.party_code,
        values=values,
        hours=tuple(hours),
        first_day=None if hidden else row.first_day,
        last_day=None if hidden else row.last_day,
        precision="" if hidden else row.precision,
        is_inside=inside,
        hides_time=hidden,
        stamp=row.stamp,
        sequence=row.sequence,
        changed_at=row.changed_at,
        journey_id=row.journey_id,
        stop_id=None if nowhere else row.stop_id,
        parent_id=None if nowhere else row.parent_id,
        activity_key=row.activity_key if inside else "",
        is_counted=row.is_counted,
        hides_place=nowhere,
    )
