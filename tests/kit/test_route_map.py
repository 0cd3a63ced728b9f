"""A map of stops: framed, clipped, light, its numbers all there, on pages and on paper."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import brotli
import pypdf
import pytest
from flask import Flask, render_template_string
from hypothesis import given, settings
from hypothesis import strategies as st

from engage.kit.atlas import Atlas, atlas
from engage.kit.drawing import Area, area, facing, path_data
from engage.kit.outlines import clipped
from engage.kit.pdf import typeset
from engage.kit.route_map import LOOKS, WIDTH, RouteMap, Stop, framed, key_of, route_map
from engage.kit.tags import joined
from tests.kit import papers

CARAVAN = [(24.71, 46.68), (39.93, 32.86), (41.3, 69.24), (43.24, 76.89), (42.87, 74.59)]
CARAVAN += [(34.34, 108.94), (40.84, 111.75), (47.89, 106.9)]
FIJI, SAMOA = (-18.14, 178.44), (-13.83, -171.77)
ISLAND = Atlas(
    {
        "type": "FeatureCollection",
        "features": [
            {
                "id": "KZ",
                "geometry": {
                    "type": "Polygon",
                    "coordinates": [[[-20, -20], [20, -20], [20, 20], [-20, 20], [-20, -20]]],
                },
            }
        ],
    },
    "Own survey",
)
PAGE = '{% from "components/map.html" import map %}{{ map(one, "route") }}'


def stops(places: Sequence[tuple[float, float]]) -> list[Stop]:
    return [Stop(str(number), *place) for number, place in enumerate(places, 1)]


def drawn(
    places: Sequence[tuple[float, float]], chart: Atlas = ISLAND, outlined: Sequence[str] = ()
) -> RouteMap:
    said = "Eight stops from Riyadh to Ulaanbaatar"
    return route_map(chart, stops(places), title="The route", says=said, outlined=outlined)


def areas(one: RouteMap, look: str) -> list[Area]:
    return [each for each in one["drawing"]["ground"] if each["look"] == look]


def numbers(one: RouteMap) -> set[int]:
    found: set[int] = set()
    for mark in one["drawing"]["marks"]:
        if mark["kind"] == "words":
            for first, last in re.findall(r"(\d+)(?:–(\d+))?", str(mark["text"])):
                found |= set(range(int(first), int(last or first) + 1))
    return found


@pytest.fixture
def page(app: Flask) -> Any:
    with app.test_request_context("/"):
        yield lambda one: render_template_string(PAGE, one=one)


# ---------------------------------------------------------------- the frame


@given(
    st.lists(st.tuples(st.floats(-90, 90), st.floats(-180, 180)), min_size=1, max_size=60),
)
@settings(max_examples=40, deadline=None)
def test_any_stops_stand_on_their_map_with_all_their_numbers(
    places: list[tuple[float, float]],
) -> None:
    one = drawn(places)
    height = one["drawing"]["height"]
    frame, counted = framed(stops(places))
    for place in counted:
        x, y = frame.at(*place)
        assert 0 <= x <= WIDTH
        assert 0 <= y <= height
    for mark in one["drawing"]["marks"]:
        if mark["kind"] == "bar":
            assert -0.001 <= mark["x"] <= mark["x"] + mark["w"] <= 1.001
            assert -0.1 <= mark["y"] <= mark["y"] + mark["h"] <= height + 0.1
    assert numbers(one) == set(range(1, len(places) + 1))


@pytest.mark.parametrize("places", [[FIJI, SAMOA], [SAMOA, FIJI]])
def test_a_route_across_the_antimeridian_goes_the_shorter_way(
    places: list[tuple[float, float]],
) -> None:
    frame, counted = framed(stops(places))
    assert abs(counted[0][0] - counted[1][0]) == pytest.approx(9.79)
    assert frame.box[2] - frame.box[0] < 20


def test_a_leg_that_leaves_the_map_comes_in_at_the_other_side() -> None:
    one = drawn([(50, 0), (35, 140), (35, -120), (50, 0)])
    (route,) = areas(one, "route")
    assert len(route["rings"]) == 2
    legs = [leg for ring in route["rings"] for leg in pairwise(ring)]
    assert all(abs(later - x) < WIDTH / 1.5 for (x, _y), (later, _later_y) in legs)


def test_one_stop_alone_is_seen_with_the_land_around_it() -> None:
    frame, ((lon, lat),) = framed(stops([(51.17, 71.43)]))
    assert frame.at(lon, lat) == pytest.approx((WIDTH / 2, frame.height / 2))
    assert 20 < (frame.box[3] - frame.box[1]) * 2 < 40


def test_a_ring_is_clipped_to_the_box() -> None:
    ring: Any = [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)]
    inside = clipped(ring, (5, 5, 20, 20))
    assert set(inside) == {(5, 5), (10, 5), (10, 10), (5, 10)}
    assert clipped(ring, (20, 20, 30, 30)) == []


@pytest.mark.parametrize("place", [(91, 0), (0, 181), (float("nan"), 0)])
def test_no_stop_stands_elsewhere_than_on_earth(place: tuple[float, float]) -> None:
    with pytest.raises(ValueError, match="no place on earth"):
        Stop("1", *place)


# ---------------------------------------------------------------- the numbers


def test_numbers_at_one_place_are_joined() -> None:
    assert joined(["7", "3", "4", "5", "10", "11"]) == ["3–5", "7", "10", "11"]
    one = drawn([(10, 10), (10, 10), (10, 20)])
    said = [mark["text"] for mark in one["drawing"]["marks"] if mark["kind"] == "words"]
    assert said == ["1, 2", "3"]


def test_neighbours_are_moved_aside_with_a_line_to_their_place() -> None:
    one = drawn([(10, 10), (10, 10.5), (10, 30)])
    assert areas(one, "leader")
    tags = [mark for mark in one["drawing"]["marks"] if mark["kind"] == "bar"][:-1]
    assert len(tags) == 3


def test_each_look_of_a_stop_has_a_key_of_its_own(page: Any, app: Flask) -> None:
    listed = [{"shapes": key_of(look), "words": look} for look in LOOKS]
    macro = '{% from "components/drawing.html" import keys %}{{ keys(listed) }}'
    html = render_template_string(macro, listed=listed)
    assert all(f'class="{look}"' in html for look in LOOKS)


def test_a_map_is_not_turned_in_arabic() -> None:
    drawing = drawn(CARAVAN)["drawing"]
    assert facing(drawing, "rtl")["marks"] == drawing["marks"]


# ---------------------------------------------------------------- on a page


def test_a_map_of_eight_stops_is_light_and_says_what_it_is(page: Any) -> None:
    html = page(drawn(CARAVAN, atlas(None), ["KZ", "MN", "EU"]))
    assert len(brotli.compress(html.encode(), quality=6)) < 5 * 1024
    assert 'role="img"' in html
    assert 'direction="ltr"' in html
    assert "Eight stops from Riyadh to Ulaanbaatar" in html
    assert "do not imply official endorsement" in html
    assert "Map data: Natural Earth." in html
    assert "style=" not in html


def test_a_map_of_sixty_stops_leaves_room_for_their_list(page: Any) -> None:
    around = [(50 * ((n * 7) % 11) / 11 - 20, n * 2.6) for n in range(60)]
    html = page(drawn(around, atlas(None)))
    assert len(brotli.compress(html.encode(), quality=6)) < 7 * 1024


def test_the_source_is_that_of_the_file(page: Any) -> None:
    html = page(drawn([(0, 0)], outlined=["KZ"]))
    assert "Map data: Own survey" in html
    assert "Natural Earth" not in html
    assert 'class="own"' in html


def test_a_path_is_written_in_steps() -> None:
    mark = area([[(10, 20), (11.2, 19.5), (11.2, 30)]], "land")
    assert path_data(mark) == "M10 20l1.2-.5 0 10.5z"


# ---------------------------------------------------------------- on paper


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_a_paper_shows_the_map_with_the_sentence_that_belongs_below_it(
    app: Flask, lang: str
) -> None:
    with app.test_request_context():
        paper: Any = {**papers.slip(lang), "map": drawn(CARAVAN, atlas(None), ["KZ"])}
    pdf = typeset("slip", paper)
    said = " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)
    assert "do not imply official endorsement" in " ".join(said.split())
    assert "Natural Earth" in said
