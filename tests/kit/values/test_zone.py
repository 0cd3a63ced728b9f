"""A zone is that of a place; a bare difference from UTC says too little."""

from __future__ import annotations

import pytest

from engage.kit.values.zone import Zone
from tests.kit.values.cells import asked, value
from tests.speaking import spoken


@pytest.mark.parametrize("text", ["Asia/Tashkent", "asia/tashkent", "tashkent", "Ташкент", "طشقند"])
def test_a_zone_is_named_by_its_city_in_any_language(text: str) -> None:
    assert value(Zone(), text) == "Asia/Tashkent"


def test_an_older_name_leads_to_the_one_in_use() -> None:
    assert value(Zone(), "Asia/Calcutta") == "Asia/Kolkata"
    assert value(Zone(), "Etc/UTC") == "UTC"


@pytest.mark.parametrize("text", ["UTC+5", "GMT+05:30", "+5", "−3", "Etc/GMT-5", "EST", "GMT"])
def test_a_difference_from_utc_is_asked_for_its_place(text: str) -> None:
    assert asked(Zone(), text) == (
        f"“{text}” does not say where: clocks may change there in the course of the year. "
        "Please write a city or a zone, such as Tashkent or Asia/Tashkent, or UTC."
    )


def test_near_names_are_offered() -> None:
    assert asked(Zone(), "Toshkent") == (
        "No time zone is called “Toshkent”. If you mean one of these, please write it: "
        "Asia/Tashkent."
    )
    assert "Asia/Samarkand; Asia/Tashkent" in asked(Zone(), "Uzbekistan")
    assert asked(Zone(), "qqqq").startswith("No time zone is called “qqqq”. Please write")
    assert asked(Zone(), "x" * 70).startswith("No time zone")


def test_a_document_holds_the_name_of_a_place() -> None:
    assert Zone().check("Asia/Tashkent") == ()
    assert all(Zone().check(name) for name in ("EST", "Tashkent", "../etc/passwd", "Nowhere/Gone"))


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("en", "Uzbekistan Time (Asia/Tashkent)"),
        ("fr", "Heure de l’Ouzbékistan (Asia/Tashkent)"),
        ("es", "Hora de Uzbekistán (Asia/Tashkent)"),
    ],
)
def test_a_zone_is_shown_in_words(language: str, shown: str) -> None:
    with spoken(language):
        assert [line.text for line in Zone().show("Asia/Tashkent", language)] == [shown]
        assert [line.text for line in Zone().show("UTC", language)] == ["UTC"]
