"""Capitals and towns: a small gazetteer that is found by names in six scripts.

The file is read once per process, when somebody first asks. Its lines are searched as text: names
stand in them between bars, as `town_key` makes them. `gazetteer.py` tells what is in it and why.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from flask_babel import lazy_gettext as _l

from engage.kit.folding import fold

FILE = Path(__file__).parent / "data" / "towns.tsv"

# GeoNames asks to be named wherever its towns are shown.
ATTRIBUTION = _l("Towns: GeoNames, CC BY 4.0.")

CAPITAL = "1"
_EVEN = str.maketrans(dict.fromkeys("-/|", " ") | dict.fromkeys("'‘.", ""))
_HAN = re.compile("[\u3400-\u9fff]")
_SHORTEST, _SHORTEST_HAN = 3, 2


@dataclass(frozen=True, slots=True)
class Town:
    """A place with its coordinates in degrees (north and east are positive) and its IANA zone.

    `country` is an ISO code of two letters; it is empty where the United Nations name none.
    """

    id: int
    name: str
    country: str
    latitude: float
    longitude: float
    zone: str
    is_capital: bool


@dataclass(frozen=True, slots=True)
class _Gazetteer:
    """The lines of the file, the largest town first."""

    lines: tuple[str, ...]
    places: Mapping[int, int]  # where the line of each id stands
    zones: Mapping[str, str]  # of each country's first line: what an empty zone means


def town_key(name: str) -> str:
    """A name as it is compared: `Syr-Dar’ya` → `syr darya`, `Улан-Батор` → `улан батор`."""
    return " ".join(fold(name).translate(_EVEN).split())


def towns_called(text: str, country: str = "", limit: int = 8) -> list[Town]:
    """Towns of this name, then those with a name that begins so; in each, those of the country
    first, then capitals, then larger towns. A beginning has three letters, or two of Chinese."""
    key = town_key(text)
    if not key:
        return []
    wanted = f"|{key}" if _is_enough(key) else f"|{key}|"
    found = [line for line in _gazetteer().lines if wanted in line]
    found.sort(key=lambda line: _rank(line, key, country))
    return [_read(line) for line in found[:limit]]


def town(id_: int) -> Town | None:
    """The town with this number of GeoNames, or None."""
    place = _gazetteer().places.get(id_)
    return None if place is None else _read(_gazetteer().lines[place])


@lru_cache(maxsize=256)
def zones_of(country: str) -> tuple[str, ...]:
    """The IANA zones of a country: that of its capital first, then by their number of towns."""
    if not country:
        return ()
    lines = (line for line in _gazetteer().lines if f"\t{country}\t" in line)
    towns = [found for line in lines if (found := _read(line)).country == country]
    numbers = Counter(each.zone for each in towns)
    first = {each.zone for each in towns if each.is_capital}
    return tuple(sorted(numbers, key=lambda zone: (zone not in first, -numbers[zone], zone)))


def _is_enough(key: str) -> bool:
    return len(key) >= (_SHORTEST_HAN if _HAN.search(key) else _SHORTEST)


def _rank(line: str, key: str, country: str) -> tuple[bool, bool, bool, bool]:
    """The lower the sooner; what is equal stays in the order of the file, by size."""
    found = _read(line)
    is_whole = f"|{key}|" in line
    is_own = f"\t|{key}" in line  # not just another name of the town
    is_near = bool(country) and found.country == country
    return (not is_whole, not is_near, not (is_whole or is_own), not found.is_capital)


@cache
def _gazetteer() -> _Gazetteer:
    _head, *lines = FILE.read_text("utf-8").splitlines()
    places: dict[int, int] = {}
    zones: dict[str, str] = {}
    for place, line in enumerate(lines):
        id_, _name, country, _north, _east, zone, _rest = line.split("\t", 6)
        places[int(id_)] = place
        zones.setdefault(country, zone)
    return _Gazetteer(tuple(lines), places, zones)


def _read(line: str) -> Town:
    id_, name, country, north, east, zone, capital, _names = line.split("\t")
    zone = zone or _gazetteer().zones[country]
    return Town(int(id_), name, country, float(north), float(east), zone, capital == CAPITAL)
