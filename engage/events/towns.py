"""Towns that may be the place of an event, offered to its writer with position and zone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Any

from flask_babel import gettext as _

from engage.events.models import Event
from engage.kit.values.angles import write_degrees
from engage.kit.values.coordinates import Coordinates
from engage.kit.zones import show_zone_name
from engage.reference.models import Party
from engage.reference.queries import parties
from engage.reference.towns import Town, towns_called

MOST = 5
_PARTS = re.compile("[,،，;]")
_AS_SHOWN = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Offer:
    """A town by its name, its country as a Party if it is one, its position and its zone."""

    id: int
    name: str
    country: str
    position: str
    zone: str


@dataclass(frozen=True, slots=True)
class Offers:
    """`instead`: the event has a position already."""

    towns: tuple[Offer, ...]
    instead: bool


def towns_for(event: Event, language: str, *, instead: bool = False) -> Offers | None:
    """The towns that are called like the place of the event, less the one that was taken; none
    where its position is known, unless one is wanted `instead`."""
    place, known = event.content.get("place"), "coordinates" in event.content
    if not isinstance(place, str) or (known and not instead):
        return None
    found = [
        each
        for each in _called(place, event.party_code or "")
        if not _is_taken(each, event.content)
    ]
    if not found:
        return None
    names = {each.code: each for each in parties(language)}
    read = partial(_offer, names=names, language=language)
    return Offers(tuple(read(each) for each in found), instead=known)


def _called(place: str, country: str) -> list[Town]:
    """By the whole text, else by one of its parts: “Registan, Samarkand”."""
    for text in (place, *_PARTS.split(place)):
        found = towns_called(text, country, MOST)
        if found:
            return found
    return []


def position_of(town: Town) -> dict[str, Any]:
    """What an event takes from a town, as answers."""
    lat, lon = (write_degrees(Decimal(str(each))) for each in (town.latitude, town.longitude))
    return {"coordinates": {"lat": lat, "lon": lon}, "zone": town.zone}


def _is_taken(town: Town, values: Mapping[str, Any]) -> bool:
    return all(values.get(code) == each for code, each in position_of(town).items())


def _offer(town: Town, names: dict[str, Party], language: str) -> Offer:
    party = names.get(town.country)
    point = {"lat": _rounded(town.latitude), "lon": _rounded(town.longitude)}
    return Offer(
        id=town.id,
        name=town.name,
        country=party.name(language) if party else "",
        position=Coordinates().show(point, language)[0].text,
        # Translators: the name of a time zone, and its code.
        zone=_(
            "%(name)s (%(code)s)",
            name=show_zone_name(town.zone, language=language),
            code=town.zone,
        ),
    )


def _rounded(degrees: float) -> str:
    return str(Decimal(str(degrees)).quantize(_AS_SHOWN))
