"""Dates, numbers and lists in a language, each worked out once and then remembered.

Babel's formatting is the dearest part of a list page, so every answer is kept per language.
Digits are Latin in all six languages, as in United Nations documents; Arabic months are given in
both traditions. Nothing here knows of a request: the language is always passed.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, get_timezone_name
from babel.lists import format_list
from babel.numbers import format_decimal

from engage.kit.locales import language as find

REMEMBERED = 8192
HARD_SPACE = "\u00a0"


@lru_cache(maxsize=64)
def _locale(language: str) -> Locale:
    return Locale.parse(find(language).locale)


@lru_cache(maxsize=REMEMBERED)
def show_date(day: date, *, language: str) -> str:
    """`17 August 2026`, `17 آب/أغسطس 2026`, `2026年8月17日`."""
    if months := find(language).months:
        return f"{day.day} {months[day.month - 1]} {day.year}"
    shown = format_date(day, format="long", locale=_locale(language))
    if language == "fr" and day.day == 1:
        return "1er" + shown[1:]
    return shown


@lru_cache(maxsize=REMEMBERED)
def show_weekday(day: date, *, language: str) -> str:
    """`Sunday 22 November 2026`, `2026年11月22日星期日`: a day that stands by itself on a line."""
    name = format_date(day, format="EEEE", locale=_locale(language))
    shown = show_date(day, language=language)
    if language == "zh":
        return shown + name
    joint = {"ar": "، ", "en": " ", "fr": " "}.get(language, ", ")
    return f"{capitalised(name)}{joint}{shown}"


@lru_cache(maxsize=REMEMBERED)
def show_month(day: date, *, language: str) -> str:
    """`August 2026`: the month in which the day falls."""
    if months := find(language).months:
        return f"{months[day.month - 1]} {day.year}"
    pattern = _locale(language).datetime_skeletons["yMMMM"].pattern
    return format_date(day, format=pattern, locale=_locale(language))


@lru_cache(maxsize=REMEMBERED)
def show_month_beside(day: date, *, language: str) -> str:
    """`August`, `августа`, `八月`: the month below the number of its day."""
    if months := find(language).months:
        return months[day.month - 1]
    return format_date(day, format="MMMM", locale=_locale(language))


@lru_cache(maxsize=REMEMBERED)
def show_month_alone(month: int, *, language: str) -> str:
    """`Aug`, `авг.`, `8月`: a month that stands large in a narrow column."""
    if months := find(language).months:
        return months[month - 1]
    return capitalised(str(_locale(language).months["stand-alone"]["abbreviated"][month]))


def first_weekday(*, language: str) -> int:
    """The day with which a week begins: 0 is Monday."""
    return int(_locale(language).first_week_day)


@lru_cache(maxsize=REMEMBERED)
def show_weekday_alone(weekday: int, *, language: str) -> str:
    """`Monday`, `понедельник`, `星期一`: the head of a column; 0 is Monday."""
    return str(_locale(language).days["format"]["wide"][weekday])


@lru_cache(maxsize=REMEMBERED)
def show_year(year: int, *, language: str) -> str:
    return f"{year}年" if language == "zh" else str(year)


@lru_cache(maxsize=REMEMBERED)
def show_day(written: str, *, language: str) -> str:
    """A day as exact as it was written: `2026`, `2026-08` or `2026-08-17`, never widened."""
    parts = [int(part) for part in written.split("-")]
    if len(parts) == 1:
        return show_year(parts[0], language=language)
    if len(parts) == 2:
        return show_month(date(parts[0], parts[1], 1), language=language)
    return show_date(date(parts[0], parts[1], parts[2]), language=language)


@lru_cache(maxsize=REMEMBERED)
def show_day_of_year(month: int, day: int, *, language: str) -> str:
    """A day that comes back each year: `17 June`."""
    if months := find(language).months:
        return f"{day} {months[month - 1]}"
    pattern = _locale(language).datetime_skeletons["MMMMd"].pattern
    shown = format_date(date(2024, month, day), format=pattern, locale=_locale(language))
    return "1er" + shown[1:] if language == "fr" and day == 1 else shown


@lru_cache(maxsize=REMEMBERED)
def show_range(start: str, end: str, *, language: str) -> str:
    """From one written day to another: `March 2026 – April 2027`, `2021–2030`, `2021-2030年`."""
    if start == end:
        return show_day(start, language=language)
    if len(start) == len(end) == 4:
        joint = "-" if language == "zh" else "–"
        return f"{start}{joint}{show_year(int(end), language=language)}"
    first, last = show_day(start, language=language), show_day(end, language=language)
    return f"{first}至{last}" if language == "zh" else f"{first} – {last}"


@lru_cache(maxsize=REMEMBERED)
def show_months(first: int, last: int, *, language: str) -> str:
    """Months of a year that follow each other: `March`, `March – May`, `三月至五月`."""
    names = [_month_name(month, language=language) for month in sorted({first, last})]
    return capitalised(("至" if language == "zh" else " – ").join(names))


def _month_name(month: int, *, language: str) -> str:
    """A month that stands by itself: `March`, `март`, `آذار/مارس`."""
    if months := find(language).months:
        return months[month - 1]
    # CLDR writes L where a month by itself has a form of its own; only there may Babel be asked
    # for that form, because elsewhere it may answer with names of another language.
    own_form = "L" in _locale(language).datetime_skeletons["yMMMM"].pattern
    usage = "stand-alone" if own_form else "format"
    return str(_locale(language).months[usage]["wide"][month])


@lru_cache(maxsize=REMEMBERED)
def show_time(moment: datetime, *, language: str, zone: str = "UTC") -> str:  # noqa: ARG001  # all formats are asked alike
    """`14:32`: the same in all six languages."""
    return f"{moment.astimezone(ZoneInfo(zone)):%H:%M}"


@lru_cache(maxsize=REMEMBERED)
def show_hours(start: str, end: str = "", *, language: str) -> str:
    """`09:30–12:00`: times as they are written, in 24 hours in all six languages."""
    return ("-" if language == "zh" else "–").join(filter(None, (start, end)))


@lru_cache(maxsize=REMEMBERED)
def show_moment(moment: datetime, *, language: str, zone: str = "UTC") -> str:
    """`17 August 2026, 14:32 UTC`: a moment is nothing without its zone."""
    local = moment.astimezone(ZoneInfo(zone))
    day = show_date(local.date(), language=language)
    joint = {"ar": "، ", "zh": ""}.get(language, ", ")
    return f"{day}{joint}{local:%H:%M}{HARD_SPACE}{local.tzname()}"


@lru_cache(maxsize=REMEMBERED)
def show_zone(moment: datetime, *, language: str, zone: str = "UTC") -> str:
    """`Coordinated Universal Time`, `East Africa Time`: the zone of a moment in words."""
    local = moment.astimezone(ZoneInfo(zone))
    return capitalised(get_timezone_name(local, locale=_locale(language)))


def show_number(number: int | Decimal, *, language: str) -> str:
    """`1,234.5`, `1 234,5`: all the decimals that were given, and none that were not."""
    # Remembered as written: 1.5 and 1.50 are equal, but they are not shown alike.
    return _show_written_number(str(number), language)


@lru_cache(maxsize=REMEMBERED)
def _show_written_number(written: str, language: str) -> str:
    number = Decimal(written)
    decimals = max(0, -int(number.as_tuple().exponent))
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    return str(
        format_decimal(number, format=pattern, locale=_locale(language), numbering_system="latn")
    )


def show_money(amount: Decimal, currency: str, *, language: str) -> str:
    """`USD 18,500`, `18 500 USD`: always the ISO code, never a sign that several countries use."""
    whole = amount == amount.to_integral_value()
    number = show_number(int(amount) if whole else amount, language=language)
    pair = (currency, number) if find(language).currency_first else (number, currency)
    return HARD_SPACE.join(pair)


def show_list(words: Sequence[str], *, language: str) -> str:
    """`a, b and c` in the language's own way."""
    return format_list(list(words), locale=_locale(language)) if words else ""


def show_items(words: Sequence[str], *, language: str) -> str:
    """`In person; Local council`: labels that may hold commas or “and” themselves."""
    return {"ar": "؛ ", "fr": f"{HARD_SPACE}; ", "zh": "；"}.get(language, "; ").join(words)


def between_sentences(language: str) -> str:
    """What stands between two sentences: nothing in Chinese."""
    return "" if language == "zh" else " "


def show_sentences(sentences: Sequence[str], *, language: str) -> str:
    return between_sentences(language).join(sentences)


def capitalised(words: str) -> str:
    """With a capital at the beginning, where the script has one; the rest as it is."""
    return words[:1].upper() + words[1:]


def isolated(words: str) -> str:
    """Somebody's own words inside a sentence: their direction does not turn what stands around.

    For plain text, where HTML would write `bdi`: Unicode's first-strong isolate.
    """
    return f"\u2068{words}\u2069" if words else words
