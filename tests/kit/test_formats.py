from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from engage.kit import formats


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("en", "17 August 2026"),
        ("fr", "17 août 2026"),
        ("es", "17 de agosto de 2026"),
        ("ru", "17 августа 2026\u202fг."),
        ("ar", "17 آب/أغسطس 2026"),
        ("zh", "2026年8月17日"),
    ],
)
def test_a_date_is_written_as_the_united_nations_write_it(language: str, shown: str) -> None:
    day = formats.show_date(date(2026, 8, 17), language=language)
    assert day.replace("\xa0", "\u202f").replace(" г.", "\u202fг.") == shown


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("en", "Sunday 22 November 2026"),
        ("fr", "Dimanche 22 novembre 2026"),
        ("es", "Domingo, 22 de noviembre de 2026"),
        ("ar", "الأحد، 22 تشرين الثاني/نوفمبر 2026"),
        ("zh", "2026年11月22日星期日"),
    ],
)
def test_a_day_on_a_line_of_its_own_has_its_name(language: str, shown: str) -> None:
    assert formats.show_weekday(date(2026, 11, 22), language=language) == shown


def test_the_first_day_of_a_french_month_is_an_ordinal() -> None:
    assert formats.show_date(date(2026, 8, 1), language="fr") == "1er août 2026"
    assert formats.show_date(date(2026, 8, 11), language="fr") == "11 août 2026"


@pytest.mark.parametrize(
    ("written", "shown"),
    [("2026", "2026"), ("2026-03", "March 2026"), ("2026-03-20", "20 March 2026")],
)
def test_a_day_is_never_widened(written: str, shown: str) -> None:
    assert formats.show_day(written, language="en") == shown


def test_ranges_of_years_follow_the_language() -> None:
    assert formats.show_range("2021", "2030", language="en") == "2021–2030"
    assert formats.show_range("2021", "2030", language="zh") == "2021-2030年"
    assert formats.show_range("2021", "2021", language="en") == "2021"


def test_numbers_keep_the_decimals_that_were_given() -> None:
    assert formats.show_number(Decimal("1234.50"), language="en") == "1,234.50"
    assert formats.show_number(Decimal("1234.5"), language="en") == "1,234.5"
    assert formats.show_number(1234, language="ar") == "1,234"
    assert formats.show_number(Decimal("1234.5"), language="es") == "1.234,5"


def test_money_carries_the_code_of_its_currency() -> None:
    assert formats.show_money(Decimal("18500.00"), "USD", language="en") == "USD\xa018,500"
    assert formats.show_money(Decimal("18500.50"), "XOF", language="ru") == "18\xa0500,50\xa0XOF"


def test_a_moment_names_its_zone() -> None:
    moment = datetime(2026, 11, 22, 11, 32, tzinfo=UTC)
    assert formats.show_time(moment, language="en", zone="Africa/Nairobi") == "14:32"
    shown = formats.show_moment(moment, language="en", zone="Africa/Nairobi")
    assert shown == "22 November 2026, 14:32\xa0EAT"


def test_lists_are_joined_in_the_language() -> None:
    assert formats.show_list(["a", "b", "c"], language="fr") == "a, b et c"
    assert formats.show_list([], language="fr") == ""


@pytest.mark.parametrize(
    ("zone", "language", "shown"),
    [
        ("UTC", "en", "Coordinated Universal Time"),
        ("UTC", "ar", "التوقيت العالمي المنسق"),
        ("Africa/Nairobi", "zh", "东部非洲时间"),
        ("Europe/Berlin", "fr", "Heure d’été d’Europe centrale"),
    ],
)
def test_a_zone_has_a_name_in_words(zone: str, language: str, shown: str) -> None:
    moment = datetime(2026, 8, 17, 9, 0, tzinfo=UTC)
    assert formats.show_zone(moment, language=language, zone=zone) == shown
