"""Which places and names go into the file of towns."""

from __future__ import annotations

import pytest

from engage.reference.gazetteer import INHABITANTS, LARGEST, Place, capitals_of, keys_of, table


def place(id_: int, population: int = 0, **facts: object) -> Place:
    return Place.of(
        {
            "geonameid": id_,
            "name": f"Town {id_}",
            "countrycode": "MN",
            "latitude": 47.90771,
            "longitude": -0.001,
            "timezone": "Asia/Ulaanbaatar",
            "population": population,
            "alternatenames": [],
            **facts,
        }
    )


def chosen(*places: Place, **capitals: str) -> list[int]:
    return [int(line[0]) for line in table(places, capitals)]


def test_the_largest_places_of_a_country_are_taken_and_the_largest_comes_first() -> None:
    small = [place(number, population=number) for number in range(1, LARGEST + 3)]
    assert chosen(*small) == list(range(LARGEST + 2, 2, -1))


def test_large_towns_capitals_and_one_place_of_each_zone_are_taken_besides() -> None:
    large = [place(number, population=INHABITANTS) for number in range(1, LARGEST + 2)]
    seat = place(50, name="Seat")
    other, further = (place(id_, timezone="Asia/Hovd") for id_ in (60, 61))
    assert chosen(*large, seat, other, further, MN="Seat") == [*range(1, LARGEST + 2), 50, 60]


def test_a_capital_is_known_by_another_name_of_the_place() -> None:
    places = (place(1, 9), place(2, 5, alternatenames=["Seat"]), place(3, 7))
    flags = {line[0]: line[6] for line in table(places, {"MN": "Seat"})}
    assert flags == {"1": "", "3": "", "2": "1"}


def test_a_capital_that_is_not_there_is_told() -> None:
    with pytest.raises(ValueError, match="MN: no place is called Seat"):
        chosen(place(1), MN="Seat")


def test_a_zone_is_written_where_it_differs_from_the_first_of_the_country() -> None:
    places = (place(1, 9), place(2, 8, timezone="Asia/Hovd"), place(3, 7))
    assert [line[5] for line in table(places, {})] == ["Asia/Ulaanbaatar", "Asia/Hovd", ""]


def test_names_are_kept_in_the_scripts_of_the_united_nations_and_folded() -> None:
    others = [
        "TWN",
        "Towna",
        "Tówn",
        "wu lan",
        "Горад",
        "ټ",
        "مدينة",
        "烏蘭",
        "乌兰",
        "ウラン",
        "Ville",
    ]
    found = place(1, name="Town", alternatenames=others)
    assert keys_of(found, 3) == ["town", "ville", "горад", "مدينه", "乌兰"]


def test_of_many_latin_names_those_that_are_most_like_the_own_are_kept() -> None:
    found = place(1, name="Kabul", alternatenames=["Kaboul", "Ortospana", "Cabul"])
    assert keys_of(found, 2) == ["kabul", "kaboul", "cabul"]


def test_no_capital_is_named_for_those_of_whom_the_united_nations_name_none() -> None:
    countries = {code: {"capital": code.lower()} for code in ("MN", "IL", "PS", "XX")}
    assert capitals_of(countries, ["EU", "IL", "MN", "PS"]) == {"MN": "mn"}
