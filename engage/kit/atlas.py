"""The land and the countries of the earth, for maps.

What comes with Engage is Natural Earth's (`world-atlas`, 1:50 million): its borders are those that
are there in fact and not the United Nations', which is why `route_map` shows land without inner
borders. `ENGAGE_MAP` names a file that replaces it all:

- TopoJSON with an object `countries`, or a GeoJSON FeatureCollection; WGS 84 in degrees;
- each country's `id`, or one of the properties in `outlines.NAMES`, is its ISO 3166-1 code: two or
  three letters, or the number. What has no such code is land, and nobody's outline;
- a text `attribution` beside `type` is printed below each map as the source.

A file is read once in a process (about 0.4 s).
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from math import ceil, floor
from pathlib import Path
from typing import Any

from icu import ICUError, Region

from engage.config import ROOT, WrongSetting
from engage.kit.outlines import Box, Ring, Unreadable, features_of, merged

NATURAL_EARTH = ROOT / "static" / "vendor" / "world-atlas-2.0.2" / "countries-50m.topojson"


class Atlas:
    """Shapes as rings of `(longitude, latitude)` in degrees, as `engage.kit.outlines` makes them.

    `attribution` is the source that a supplied file names, None for Natural Earth.
    """

    def __init__(self, parsed: Mapping[str, Any], attribution: str | None = None) -> None:
        self.attribution = attribution
        self._features = features_of(parsed)

    @cached_property
    def land(self) -> list[Ring]:
        """All land without inner borders; to be filled by the even-odd rule."""
        return merged(polygon for _names, polygons in self._features for polygon in polygons)

    def outline(self, code: str) -> list[Ring] | None:
        """Of a Party by its code (`KZ`); None for one without a shape, as the European Union."""
        polygons = self._countries.get(code)
        return merged(polygons) if polygons else None

    def land_within(self, box: Box) -> Iterator[Ring]:
        """The rings of land that reach into a box, moved round the earth to where it is."""
        return _reaching(self._boxed_land, box)

    def outline_within(self, code: str, box: Box) -> Iterator[Ring]:
        return _reaching([(_box(ring), ring) for ring in self.outline(code) or []], box)

    @cached_property
    def _boxed_land(self) -> list[tuple[Box, Ring]]:
        return [(_box(ring), ring) for ring in self.land]

    @cached_property
    def _countries(self) -> Mapping[str, list[list[Ring]]]:
        found: dict[str, list[list[Ring]]] = defaultdict(list)
        for names, polygons in self._features:
            code = alpha2(names)
            if code is not None:
                found[code] += polygons
        return dict(found)


def alpha2(names: Sequence[Any]) -> str | None:
    """The two letters of the first name that is an ISO 3166-1 code: KZ of `KAZ`, `398` or 398."""
    for name in names:
        written = str(name).strip()
        try:
            return Region.getInstance(
                written.zfill(3) if written.isdecimal() else written
            ).getRegionCode()
        except ICUError:
            continue
    return None


def _box(ring: Ring) -> Box:
    lons, lats = [lon for lon, _lat in ring], [lat for _lon, lat in ring]
    return min(lons), min(lats), max(lons), max(lats)


def _reaching(boxed: Iterable[tuple[Box, Ring]], box: Box) -> Iterator[Ring]:
    west, south, east, north = box
    for (left, low, right, high), ring in boxed:
        if low > north or high < south:
            continue
        for turn in range(ceil((west - right) / 360), floor((east - left) / 360) + 1):
            yield [(lon + turn * 360, lat) for lon, lat in ring] if turn else ring


@cache
def atlas(file: Path | None) -> Atlas:
    """The atlas of a file (`settings().map_file`), of Natural Earth for None.

    A file that is no map raises `WrongSetting`; the app looks when it starts.
    """
    if file is None:
        return Atlas(json.loads(NATURAL_EARTH.read_bytes()))
    try:
        parsed = json.loads(file.read_bytes())
        return Atlas(parsed, _attribution(parsed))
    except (OSError, ValueError) as error:
        reason = error if isinstance(error, Unreadable) else f"it cannot be read ({error})"
        raise WrongSetting(
            f"ENGAGE_MAP is no map: {file}: {reason}. Give a TopoJSON file with an object "
            "“countries”, or a GeoJSON FeatureCollection with ISO codes, in degrees; or leave the "
            "setting out, and the map of Natural Earth is used."
        ) from error


def _attribution(parsed: Any) -> str:
    said = parsed.get("attribution") if isinstance(parsed, Mapping) else None
    return said.strip() if isinstance(said, str) else ""
