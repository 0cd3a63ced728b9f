"""Zones are found by what people call them, in any of the six languages."""

from __future__ import annotations

import pytest

from engage.kit.zones import find_zone, is_place, known_zone, near_zones, show_zone_name


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Africa/Nairobi", "Africa/Nairobi"),
        (" africa / nairobi", None),
        ("nairobi", "Africa/Nairobi"),
        ("addis  ababa", "Africa/Addis_Ababa"),
        ("UTC", "UTC"),
        ("Etc/UTC", "UTC"),
        ("Ташкент", "Asia/Tashkent"),
        ("طشقند", "Asia/Tashkent"),
        ("塔什干", "Asia/Tashkent"),
        ("São Paulo", "America/Sao_Paulo"),
        ("Kenia", "Africa/Nairobi"),
        ("Uzbekistan", None),
        ("Asia/Calcutta", "Asia/Kolkata"),
        ("Kiev", "Europe/Kyiv"),
        ("EST", "EST"),
        ("Atlantis", None),
        ("../etc/passwd", None),
        ("", None),
    ],
)
def test_a_zone_is_found_by_its_name_its_city_or_its_country(typed: str, zone: str | None) -> None:
    assert find_zone(typed) == zone


@pytest.mark.parametrize("name", ["", "Nowhere/Gone", "../etc/passwd"])
def test_a_zone_that_the_machine_does_not_know_holds_up_no_letter(name: str) -> None:
    assert known_zone(name, "Africa/Nairobi") == "Africa/Nairobi"
    assert known_zone("Asia/Tokyo", "Africa/Nairobi") == "Asia/Tokyo"


def test_a_slip_of_the_pen_is_understood() -> None:
    assert near_zones("Africa/Narobi") == ("Africa/Nairobi",)
    assert near_zones("qqqqqq") == ()


def test_a_country_of_several_zones_names_them() -> None:
    assert near_zones("Uzbekistan") == ("Asia/Samarkand", "Asia/Tashkent")


def test_a_difference_from_utc_is_no_place() -> None:
    assert is_place("UTC")
    assert is_place("Asia/Kolkata")
    assert not any(is_place(zone) for zone in ("Etc/GMT-5", "EST", "GMT", "Asia/Calcutta", ""))


@pytest.mark.parametrize(
    ("zone", "language", "name"),
    [
        ("Asia/Tashkent", "en", "Uzbekistan Time"),
        ("Asia/Tashkent", "ru", "Узбекистан"),
        ("Asia/Tashkent", "fr", "Heure de l’Ouzbékistan"),
        ("Africa/Nairobi", "ar", "توقيت شرق أفريقيا"),
        ("Africa/Nairobi", "zh", "东部非洲时间"),
        ("Asia/Kolkata", "es", "Hora estándar de la India"),
        ("Africa/Casablanca", "es", "Marruecos"),
        ("UTC", "en", "UTC"),
        ("Nowhere/Gone", "en", "Nowhere/Gone"),
    ],
)
def test_a_zone_has_a_name_in_each_language(zone: str, language: str, name: str) -> None:
    assert show_zone_name(zone, language=language) == name
