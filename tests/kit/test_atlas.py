"""The map of the earth: closed rings, outlines of Parties, and a file that replaces it all."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from engage.app import create_app
from engage.config import Settings, WrongSetting
from engage.kit.atlas import Atlas, alpha2, atlas
from engage.kit.outlines import Ring, merged, unrolled
from engage.reference.actions import lines_of

# Two countries side by side, the eastern one with a lake; as GeoJSON has them.
WEST = [[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]]
EAST = [[2, 0], [4, 0], [4, 2], [2, 2], [2, 0]]
LAKE = [[2.5, 0.5], [3, 0.5], [3, 1], [2.5, 1], [2.5, 0.5]]
WITHOUT_SHAPE = {"EU", "TV"}


def feature(polygon: Any, **names: Any) -> dict[str, Any]:
    properties = {key: value for key, value in names.items() if key != "id"}
    geometry = {"type": "Polygon", "coordinates": polygon}
    found = {"type": "Feature", "geometry": geometry, "properties": properties}
    return found | {key: names[key] for key in names if key == "id"}


def collection(*features: Any, **more: Any) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": list(features), **more}


TWO = collection(feature([WEST], id="KAZ"), feature([EAST, LAKE], m49_cd="417"))


def holds(rings: list[Ring], lon: float, lat: float) -> bool:
    """Whether a place lies within, by the even-odd rule."""
    crossed = 0
    for ring in rings:
        for (x, y), (later_x, later_y) in pairwise(ring):
            if (y > lat) is not (later_y > lat):
                crossed += lon < x + (later_x - x) * (lat - y) / (later_y - y)
    return crossed % 2 == 1


def written(folder: Path, content: Any) -> Path:
    path = folder / "world.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    return path


# ---------------------------------------------------------------- Natural Earth


def test_every_ring_is_closed_and_draws_no_line_across_the_map() -> None:
    for ring in atlas(None).land:
        assert ring[0] == ring[-1]
        steps = pairwise(ring)
        assert all(abs(x - later) < 180 for (x, y), (later, _y) in steps if y > -90)


@pytest.mark.parametrize(
    ("code", "lat", "lon"),
    [("KZ", 51.17, 71.43), ("KE", -1.29, 36.82), ("RU", 66.0, 185.0), ("FJ", -17.8, 178.0)],
)
def test_an_outline_holds_what_lies_in_it(code: str, lat: float, lon: float) -> None:
    outline = atlas(None).outline(code)
    assert outline
    assert holds(outline, lon, lat)
    assert holds(atlas(None).land, lon, lat)
    assert not holds(outline, 10.0, 50.0)


def test_a_country_across_the_antimeridian_is_in_one_piece() -> None:
    russia = max(atlas(None).outline("RU") or [], key=len)
    assert min(lon for lon, _lat in russia) < 40
    assert max(lon for lon, _lat in russia) > 189


def test_land_goes_round_the_pole() -> None:
    assert holds(atlas(None).land, 0.0, -85.0)
    assert not holds(atlas(None).land, 0.0, 88.0)


def test_every_party_has_an_outline_but_the_union_and_one_of_the_smallest() -> None:
    codes = {line["iso2"] for line in lines_of("parties.csv")}
    assert {code for code in codes if not atlas(None).outline(code)} == WITHOUT_SHAPE


def test_a_file_is_read_once() -> None:
    assert atlas(None) is atlas(None)


# ---------------------------------------------------------------- files of others


def test_a_supplied_file_replaces_land_and_outlines(tmp_path: Path) -> None:
    supplied = atlas(written(tmp_path, TWO | {"attribution": "United Nations Geospatial"}))
    assert holds(supplied.outline("KZ") or [], 1, 1)
    assert holds(supplied.outline("KG") or [], 3.5, 1.5)
    assert supplied.outline("KE") is None
    assert supplied.attribution == "United Nations Geospatial"


def test_land_has_no_borders_inside_but_keeps_its_lakes() -> None:
    land = Atlas(TWO).land
    assert len(land) == 2
    assert not any({(2.0, 0.0), (2.0, 2.0)} <= {*pair} for ring in land for pair in pairs(ring))
    assert not holds(land, 2.75, 0.75)


def pairs(ring: Ring) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    return list(pairwise(ring))


def test_a_shape_that_is_cut_along_the_antimeridian_is_joined_again() -> None:
    east = [(178.0, 0.0), (180.0, 0.0), (180.0, 2.0), (178.0, 2.0), (178.0, 0.0)]
    west = [(-180.0, 0.0), (-178.0, 0.0), (-178.0, 2.0), (-180.0, 2.0), (-180.0, 0.0)]
    (ring,) = merged([[east], [west[::-1]]])
    assert max(x for x, _y in ring) - min(x for x, _y in ring) == 4


def test_longitudes_run_on() -> None:
    assert unrolled([(179, 0), (-179, 0), (-178, 1)]) == [(179, 0), (181, 0), (182, 1)]


def test_a_topology_may_be_plain_or_quantized() -> None:
    geometries = [{"type": "Polygon", "arcs": [[0]], "id": "398"}]
    plain = {
        "type": "Topology",
        "objects": {"countries": {"type": "GeometryCollection", "geometries": geometries}},
        "arcs": [WEST],
    }
    steps = [[0, 0], [4, 0], [0, 4], [-4, 0], [0, -4]]
    quantized = plain | {"arcs": [steps], "transform": {"scale": [0.5, 0.5], "translate": [0, 0]}}
    assert Atlas(plain).outline("KZ") == Atlas(quantized).outline("KZ")


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (("398",), "KZ"),
        ((4,), "AF"),
        (("-99", "XK"), "XK"),
        (("xJK",), None),
        ((), None),
    ],
)
def test_a_code_may_be_letters_or_a_number(names: tuple[Any, ...], code: str | None) -> None:
    assert alpha2(names) == code


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("{", "cannot be read"),
        ("[]", "neither a Topology"),
        (collection(), "no polygons"),
        ({"type": "Topology", "objects": {}, "arcs": []}, "no object “countries”"),
        (collection(feature([[["a", "b"]]])), "cannot be read"),
        (collection(None), "form is broken"),
        (collection(feature([[[500000, 4000000], [500100, 4000000], [500000, 1]]])), "degrees"),
    ],
)
def test_a_broken_file_is_told_at_the_start(tmp_path: Path, content: Any, reason: str) -> None:
    settings = Settings.from_environment({"ENGAGE_INSTANCE": str(tmp_path)})
    with pytest.raises(WrongSetting, match=reason) as told:
        create_app(replace(settings, map_file=written(tmp_path, content)))
    assert "world.json" in str(told.value)
    assert "Give a TopoJSON file" in str(told.value)
