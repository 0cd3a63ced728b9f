"""Capitals and towns are found by names in six languages, in an order that stays."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from zoneinfo import available_timezones

import pytest

from engage.reference.commands import PARTIES
from engage.reference.towns import FILE, Town, town, town_key, towns_called, zones_of

ULAANBAATAR, JERUSALEM = 2028462, 281184
# Whose seat is in Jerusalem or nowhere: the United Nations name no capital of theirs.
WITHOUT_A_CAPITAL = {"EU", "IL", "PS"}


def names(text: str, country: str = "", limit: int = 8) -> list[tuple[str, str]]:
    return [(each.name, each.country) for each in towns_called(text, country, limit)]


@pytest.fixture(scope="module")
def lines() -> list[dict[str, str]]:
    with FILE.open(encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.fixture(scope="module")
def towns(lines: list[dict[str, str]]) -> list[Town]:
    def known() -> Iterator[Town]:
        for line in lines:
            found = town(int(line["id"]))
            assert found is not None
            yield found

    return list(known())


@pytest.mark.parametrize(
    "text",
    [
        "Ulaanbaatar",
        "ulaanbaatar ",
        "Oulan-Bator",
        "Ulán Bator",
        "Улан-Батор",
        "УЛАН БАТОР",
        "乌兰巴托",
        "烏蘭巴托",
        "乌兰",
        "أولان باتور",
        "اولان باتور",
    ],
)
def test_a_capital_is_found_in_each_language_however_it_was_typed(text: str) -> None:
    assert names(text, limit=1) == [("Ulaanbaatar", "MN")]


@pytest.mark.parametrize("text", ["Syrdarya", "Sirdarya", "Sirdaryo", "Сырдарья"])
def test_a_town_is_found_in_several_spellings(text: str) -> None:
    assert names(text) == [("Sirdaryo", "UZ")]


@pytest.mark.parametrize("text", ["Geneva", "Genève", "Ginebra", "Женева", "日内瓦", "جنيف"])
def test_the_seats_of_the_united_nations_are_found_in_its_languages(text: str) -> None:
    assert names(text)[0] == ("Geneva", "CH")


def test_a_town_tells_where_it_lies() -> None:
    assert town(ULAANBAATAR) == Town(
        ULAANBAATAR, "Ulaanbaatar", "MN", 47.91, 106.88, "Asia/Ulaanbaatar", is_capital=True
    )
    assert town(1) is None


def test_a_whole_name_comes_before_names_that_only_begin_so() -> None:
    assert [name for name, _country in names("Bonn")] == ["Bonn", "Bonnevoie-Sud"]


def test_among_equals_a_capital_comes_first_unless_a_country_is_named() -> None:
    assert names("San José")[:2] == [("San José", "CR"), ("San Jose", "US")]
    assert names("San José", "US")[:2] == [("San Jose", "US"), ("San José", "CR")]


def test_a_beginning_finds_what_is_called_so_before_what_has_another_such_name() -> None:
    assert names("ulaan", "MN")[0] == ("Ulaanbaatar", "MN")
    assert ("Bogotá", "CO") not in names("santa")[:4]


def test_a_beginning_must_be_long_enough_to_mean_something() -> None:
    assert names("Ul") == []
    assert names("乌") == []
    assert names("乌兰") != []


@pytest.mark.parametrize("text", ["", "  ", "|", "\t", "-", "'", "No such town", "\n1\t"])
def test_what_is_no_name_finds_nothing(text: str) -> None:
    assert names(text) == []


def test_no_more_is_found_than_was_asked_for() -> None:
    assert len(names("san")) == 8
    assert names("san", limit=3) == names("san")[:3]


def test_ties_stay_in_the_order_of_size(lines: list[dict[str, str]]) -> None:
    order = {int(line["id"]): place for place, line in enumerate(lines)}
    found = towns_called("victoria", limit=20)
    equal = [order[each.id] for each in found if town_key(each.name) == "victoria"]
    assert len(equal) > 1
    assert equal[1:] == sorted(equal[1:])  # the first is a capital
    assert found == towns_called("Victoria", limit=20)


def test_each_party_has_one_capital(towns: list[Town]) -> None:
    capitals = sorted(each.country for each in towns if each.is_capital)
    with PARTIES.open(encoding="utf-8", newline="") as text:
        parties = {line["iso2"] for line in csv.DictReader(text)}
    assert capitals == sorted(parties - WITHOUT_A_CAPITAL)


def test_no_country_is_said_where_the_united_nations_name_none() -> None:
    found = town(JERUSALEM)
    assert found is not None
    assert (found.country, found.is_capital) == ("", False)


def test_each_town_lies_on_the_earth_and_in_a_zone_that_is_known(towns: list[Town]) -> None:
    known = available_timezones()
    assert [each for each in towns if each.zone not in known] == []
    assert all(-90 <= each.latitude <= 90 and -180 <= each.longitude <= 180 for each in towns)
    assert len({each.id for each in towns}) == len(towns)


def test_each_town_is_found_by_its_own_name_and_no_name_needs_folding(
    lines: list[dict[str, str]],
) -> None:
    for line in lines:
        before, *keys, after = line["names"].split("|")
        assert (before, after) == ("", "")
        assert keys[0] == town_key(line["name"])
        assert keys == [town_key(key) for key in keys]


def test_the_file_is_light() -> None:
    assert FILE.stat().st_size < 700_000


def test_zones_of_a_country_begin_with_that_of_its_capital() -> None:
    assert zones_of("MN") == ("Asia/Ulaanbaatar", "Asia/Hovd")
    assert zones_of("KI") == ("Pacific/Tarawa", "Pacific/Kiritimati")
    assert zones_of("FM")[0] == "Pacific/Pohnpei"
    assert zones_of("AU")[0] == "Australia/Sydney"
    assert zones_of("EU") == zones_of("") == zones_of("XX") == ()
