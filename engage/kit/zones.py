"""Time zones by what people call them: a zone's name, its city or its country, in any language.

The names are those of IANA's table of countries (`zone.tab`), one for each place; older names of
the same place, such as Asia/Calcutta, lead to it. Nothing here knows of a request.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from babel import Locale
from babel.core import get_global

from engage.kit.folding import fold
from engage.kit.formats import REMEMBERED, capitalised
from engage.kit.locales import LANGUAGES
from engage.kit.locales import language as find

UTC = "UTC"
_SEPARATION = re.compile(r"[\s_]+")
_LIKE = 0.7


def known_zone(name: str, otherwise: str) -> str:
    """The zone of a person; a machine may not know one that it knew when it was chosen."""
    try:
        return ZoneInfo(name).key if name else otherwise
    except (ValueError, ZoneInfoNotFoundError):
        return otherwise


def is_place(zone: str) -> bool:
    """A zone in which people live, or UTC itself; no bare difference from UTC."""
    return zone == UTC or zone in _countries()


def find_zone(typed: str) -> str | None:
    """The zone that is meant: by its name, or by its city or country if it is the only one."""
    folded = _folded(typed)
    if named := _zones().get(folded):
        return named
    found = _places().get(folded, ())
    return found[0] if len(found) == 1 else None


def near_zones(typed: str, most: int = 3) -> tuple[str, ...]:
    """The zones of the country that was typed, or those whose names are like what was typed."""
    folded = _folded(typed).rpartition("/")[2]
    like = [folded] if folded in _places() else []
    like = like or difflib.get_close_matches(folded, sorted(_places()), most, _LIKE)
    zones = [zone for name in like for zone in _places()[name]]
    return tuple(dict.fromkeys(zones))[:most]


@lru_cache(maxsize=REMEMBERED)
def show_zone_name(zone: str, *, language: str) -> str:
    """`Uzbekistan Time`, `East Africa Time`: what a zone is called whatever the time of the year.

    A zone that has no such name is called by its country. Babel's own way to say a zone takes
    the pattern for summer time in Russian, and so it is not asked.
    """
    locale = Locale.parse(find(language).locale)
    names = locale.meta_zones.get(_metazones().get(zone, ""), {}).get("long", {})
    country = locale.territories.get(_countries().get(zone, ""), "")
    return capitalised(str(names.get("generic") or names.get("standard") or country or zone))


def _folded(name: str) -> str:
    return _SEPARATION.sub(" ", fold(name)).strip()


@cache
def _countries() -> dict[str, str]:
    """Zone to the code of its country."""
    table = files("tzdata.zoneinfo").joinpath("zone.tab").read_text("utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    known = available_timezones()
    return {row[2]: row[0] for row in rows if row[2] in known}


@cache
def _zones() -> dict[str, str]:
    """Zone by its folded name; short forms such as EST stay what they are: no place."""
    aliases = get_global("zone_aliases")
    zones = {}
    for name in available_timezones() - {"Factory", "localtime"}:
        now = aliases.get(name, name)
        if now == "Etc/UTC":
            now = UTC
        is_newer = is_place(now) and not is_place(name) and (not name.isupper() or "/" in name)
        zones[_folded(name)] = now if is_newer else name
    return zones


@cache
def _places() -> dict[str, tuple[str, ...]]:
    """Zones by the folded names of their cities and countries."""
    found: dict[str, dict[str, None]] = {}
    for name, zone in (*_cities(), *_lands()):
        found.setdefault(_folded(name), {})[zone] = None
    return {name: tuple(sorted(zones)) for name, zones in found.items() if name}


def _cities() -> Iterator[tuple[str, str]]:
    aliases = get_global("zone_aliases")
    for zone in _countries():
        yield zone.rpartition("/")[2], zone
    for older, zone in aliases.items():
        if zone in _countries() and "/" in older and not older.startswith("Etc"):
            yield older.rpartition("/")[2], zone
    for language in LANGUAGES:
        for key, words in Locale.parse(language.locale).time_zones.items():
            zone = aliases.get(key, key)
            if zone in _countries():
                yield str(words.get("city", "")), zone


def _lands() -> Iterator[tuple[str, str]]:
    for language in LANGUAGES:
        territories = Locale.parse(language.locale).territories
        for zone, code in _countries().items():
            yield str(territories.get(code, "")), zone


@cache
def _metazones() -> dict[str, str]:
    """Zone to the code of the zone that it shares with others; known there by older names."""
    aliases = get_global("zone_aliases")
    shared = get_global("meta_zones")
    return {aliases.get(zone, zone): str(code) for zone, code in shared.items()} | {
        zone: str(code) for zone, code in shared.items() if zone in _countries()
    }
