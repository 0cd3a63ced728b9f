"""Points on the map are read as maps, receivers and people write them; nothing is guessed."""

from __future__ import annotations

import pytest

from engage.kit.values.base import Json
from engage.kit.values.coordinates import Coordinates
from tests.kit.values.cells import value
from tests.speaking import spoken

POINT = Coordinates()
TASHKENT = {"lat": "41.2995", "lon": "69.2401"}
IN_SECONDS = {"lat": "41.29944", "lon": "69.24"}


def asked(**boxes: str) -> list[tuple[str, str]]:
    taken = POINT.take({part: [text] for part, text in boxes.items()})
    assert POINT.typed(taken.value) == {part: [text] for part, text in boxes.items()}
    return [(problem.code, problem.part) for problem in taken.problems]


@pytest.mark.parametrize(
    "text",
    [
        "41.2995, 69.2401",
        "41.2995,69.2401",
        "41.2995 69.2401",
        "41,2995 69,2401",
        "41,2995; 69,2401",
        "41,2995, 69,2401",
        "(41.2995, 69.2401)",
        "41.2995° N, 69.2401° E",
        "69.2401E 41.2995N",
        "lon: 69.2401, lat: 41.2995",
        "41.2995N69.2401E",
        "٤١٫٢٩٩٥، ٦٩٫٢٤٠١",
        "۴۱٫۲۹۹۵ ۶۹٫۲۴۰۱",
        "４１．２９９５，６９．２４０１",
        "41.2995 с. ш. 69.2401 в. д.",
        "41.2995 nord, 69.2401 est",
        "شمالاً 41.2995، شرقاً 69.2401",
        "北纬41.2995度，东经69.2401度",
    ],
)
def test_a_pair_in_one_box_is_read_in_every_language(text: str) -> None:
    assert POINT.take({"lat": [text]}).value == TASHKENT
    assert POINT.take({"lon": [text]}).value == TASHKENT


@pytest.mark.parametrize(
    "text",
    [
        "41°17'58\"N 69°14'24\"E",
        "41° 17′ 58″ N, 69° 14′ 24″ E",
        "41º17’58’’N 69º14’24’’E",
        "41 17 58 69 14 24",
        "41:17:58 69:14:24",
        "41° 17′ 58″ с. ш., 69° 14′ 24″ в. д.",
        "北纬41度17分58秒 东经69度14分24秒",
    ],
)
def test_degrees_minutes_and_seconds_become_decimals(text: str) -> None:
    assert POINT.take({"lat": [text]}).value == IN_SECONDS


@pytest.mark.parametrize(
    ("lat", "lon", "read"),
    [
        ("41,2995", "69,2401", TASHKENT),
        ("+41.29950", "069.2401", TASHKENT),
        ("41.299504", "69.240099999", TASHKENT),
        ("−33.9", "–70.6", {"lat": "-33.9", "lon": "-70.6"}),
        ("33.9 S", "70.6 O", {"lat": "-33.9", "lon": "-70.6"}),
        ("18.4 E", "33.9 S", {"lat": "-33.9", "lon": "18.4"}),
        ("-0.000001", "-180", {"lat": "0", "lon": "-180"}),
    ],
)
def test_a_box_each_is_read_alike(lat: str, lon: str, read: Json) -> None:
    assert POINT.take({"lat": [lat], "lon": [lon]}).value == read


def test_what_cannot_be_read_is_kept_and_says_what_to_do() -> None:
    assert asked(lat="near the well") == [("degrees", "lat")]
    assert asked(lat="41.3", lon="?") == [("degrees", "lon")]
    assert asked(lat="41°61'", lon="69") == [("degrees", "lat")]
    assert asked(lat="41") == [("missing", "lon")]
    assert asked(lon="69 E") == [("missing", "lat")]
    assert asked(lat="41,30") == [("missing", "lon")]
    assert asked(lat="4 5 6 7 8") == [("degrees", "lat")]
    assert asked(lat="41 N", lon="69 N") == [("sides", "lat")]
    assert asked(lat="-41 N", lon="69") == [("degrees", "lat")]


def test_nothing_lies_beyond_the_poles() -> None:
    assert asked(lat="91", lon="0") == [("range", "lat")]
    assert asked(lat="0", lon="180.001") == [("range", "lon")]
    assert asked(lat="141.3, 69.2") == [("range", "lat")]
    assert POINT.check({"lat": "95", "lon": "0"}) != ()


@pytest.mark.parametrize(
    ("held", "language", "shown"),
    [
        (TASHKENT, "en", "41.2995° N, 69.2401° E"),
        ({"lat": "-33.9", "lon": "-70.6"}, "en", "33.9° S, 70.6° W"),
        ({"lat": "0", "lon": "0"}, "en", "0° N, 0° E"),
    ],
)
def test_a_point_is_shown_with_the_sides_of_the_world(
    held: Json, language: str, shown: str
) -> None:
    with spoken(language):
        assert [line.text for line in POINT.show(held, language)] == [shown]


def test_a_point_can_be_drawn_where_there_is_one() -> None:
    assert Coordinates.point(TASHKENT) == (41.2995, 69.2401)
    assert Coordinates.point(None) is None
    assert Coordinates.point({"answer": "unknown"}) is None
    assert Coordinates.point({"as_typed": {"lat": ["41"]}}) is None


def test_a_cell_holds_a_pair_or_one_of_the_two() -> None:
    assert value(POINT, "41.2995, 69.2401") == TASHKENT
