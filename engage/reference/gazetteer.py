"""What goes into the file of towns: which of the places of GeoNames, and which of their names.

Chosen are the capitals of the Parties, towns from `INHABITANTS` on, the `LARGEST` of each country
and the largest of each zone, so that small countries are found too and the file stays light.

The country of a place is that of the source and says nothing about its status, but for three
cases in which the United Nations name none or another (`NO_COUNTRY`, `LEFT_OUT`, `NO_CAPITAL`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from engage.reference.towns import CAPITAL, town_key

INHABITANTS = 120_000
LARGEST = 10
COLUMNS = ("id", "name", "country", "latitude", "longitude", "zone", "capital", "names")

# Jerusalem: Security Council resolution 478 (1980) asks that no capital be recognized there; its
# western part is a second entry of the same city.
NO_CAPITAL = {"IL", "PS"}
NO_COUNTRY = {281184}
LEFT_OUT = {7498240}
# Not a code of ISO 3166-1 (Kosovo: Security Council resolution 1244).
NO_CODES = {"XK"}
# The source names a former seat, or its village.
CAPITALS = {"PW": 8063361}
# Places as their countries write them in documents of the United Nations.
NAMES = {2028462: "Ulaanbaatar", 1282027: "Malé"}
# Places that plans and reports name often, in many spellings: Sirdaryo, and the seats of the
# secretariat and of the United Nations (Bonn, Geneva, New York).
ASKED_FOR = {1512770, 2946447, 2660646, 5128581}

# Letters of the languages of the United Nations: what else is in the source is left out.
LATIN = re.compile("[A-ZÀÂÇÉÈÊÎÔÁÍÓÚÑÖÜ][A-Za-zàâäçéèêëîïôöùûüœáíóúñ'’ʼ -]+")
OTHER_SCRIPTS = re.compile("[\u0621-\u063a\u0641-\u064a -]+|[\u4e00-\u9fff]+|[А-Яа-яЁё -]+")
LATIN_NAMES, LATIN_NAMES_OF_CAPITALS = 3, 25
CODE = re.compile("[A-Z]{2,4}")  # of an airport


@dataclass(frozen=True, slots=True)
class Place:
    """One place of the source; `others` are its names in all scripts, in no order of use."""

    id: int
    name: str
    country: str
    latitude: float
    longitude: float
    zone: str
    population: int
    others: tuple[str, ...]

    @classmethod
    def of(cls, facts: Mapping[str, Any]) -> Place:
        id_, code = facts["geonameid"], facts["countrycode"]
        return cls(
            id=id_,
            name=NAMES.get(id_, facts["name"]),
            country="" if id_ in NO_COUNTRY or code in NO_CODES else code,
            latitude=facts["latitude"],
            longitude=facts["longitude"],
            zone=facts["timezone"],
            population=facts["population"],
            others=(facts["name"], *facts["alternatenames"]),
        )


def table(places: Iterable[Place], capitals: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """The lines of the file, the largest town first; `capitals` are names by country.

    A zone is left out where it is that of the country's first line: it is half of a line else.
    """
    by_country: dict[str, list[Place]] = defaultdict(list)
    for place in sorted(places, key=_by_size):
        if place.id not in LEFT_OUT:
            by_country[place.country].append(place)
    seats = {_capital(code, name, by_country[code]) for code, name in capitals.items()}
    zones: dict[str, str] = {}
    for place in sorted(_chosen(by_country.values(), seats), key=_by_size):
        zone = "" if zones.get(place.country) == place.zone else place.zone
        zones.setdefault(place.country, place.zone)
        yield _line(place, zone, is_capital=place.id in seats)


def capitals_of(
    countries: Mapping[str, Mapping[str, Any]], parties: Iterable[str]
) -> dict[str, str]:
    """The name of the capital of each Party that has one, by its code."""
    return {
        code: countries[code]["capital"]
        for code in parties
        if code in countries and code not in NO_CAPITAL
    }


def _by_size(place: Place) -> tuple[int, int]:
    return (-place.population, place.id)


def _capital(code: str, name: str, places: Iterable[Place]) -> int:
    """The largest place of this name in the country: places come by size.

    Raises ValueError when there is none: the source has another name for it, to be looked up.
    """
    if code in CAPITALS:
        return CAPITALS[code]
    key = town_key(name)
    places = list(places)
    for place in places:
        if town_key(place.name) == key:
            return place.id
    for place in places:
        if key in map(town_key, place.others):
            return place.id
    raise ValueError(f"{code}: no place is called {name}")


def _chosen(countries: Iterable[Iterable[Place]], seats: Collection[int]) -> Iterator[Place]:
    wanted = ASKED_FOR | set(seats)
    for places in countries:
        zones: set[str] = set()
        for number, place in enumerate(places):
            is_large = number < LARGEST or place.population >= INHABITANTS
            if is_large or place.zone not in zones or place.id in wanted:
                yield place
            zones.add(place.zone)


def _line(place: Place, zone: str, *, is_capital: bool) -> tuple[str, ...]:
    """Two decimals of a degree are a kilometre, which is what a map of a country can show."""
    north, east = (f"{degrees:.2f}" for degrees in (place.latitude, place.longitude))
    number = LATIN_NAMES_OF_CAPITALS if is_capital or place.id in ASKED_FOR else LATIN_NAMES
    names = "|".join(("", *keys_of(place, number), ""))
    flag = CAPITAL if is_capital else ""
    return (str(place.id), place.name, place.country, north, east, zone, flag, names)


def keys_of(place: Place, latin_names: int) -> list[str]:
    """By what the place is found: its name, those in Latin letters that are most like it, and all
    in Arabic, Chinese and Cyrillic."""
    own = town_key(place.name)
    others = [town_key(name) for name in place.others if OTHER_SCRIPTS.fullmatch(name)]
    latin = {town_key(name) for name in place.others if _is_a_latin_name(name)}
    alike = sorted((key for key in latin if not _is_ending(key, own)), key=_unlike(own))
    found = [own, *alike[:latin_names], *others]
    return [key for key in dict.fromkeys(found) if key]


def _is_a_latin_name(name: str) -> bool:
    return bool(LATIN.fullmatch(name)) and not CODE.fullmatch(name) and len(name) > 1


def _is_ending(key: str, own: str) -> bool:
    """The name itself, or the name with an ending of Baltic languages or Esperanto."""
    return key.startswith(own) and key[len(own) :] in {"", "a", "as", "i", "is", "o", "s", "us"}


def _unlike(own: str) -> Callable[[str], tuple[float, str]]:
    return lambda key: (-SequenceMatcher(None, own, key).ratio(), key)
