"""Currencies by their ISO 4217 codes, with names from CLDR."""

from __future__ import annotations

from functools import cache

from babel import Locale
from babel.core import get_global

from engage.kit.locales import language as find
from engage.kit.values.options import Option


@cache
def in_use() -> tuple[str, ...]:
    """The codes that are legal tender somewhere today, in order."""
    tenders = [each for history in get_global("territory_currencies").values() for each in history]
    return tuple(sorted({code for code, _start, end, tender in tenders if tender and not end}))


@cache
def is_known(code: str) -> bool:
    """Today's codes and former ones: a plan may speak of money of the past."""
    return code in Locale.parse("en").currencies


@cache
def options_in(language: str) -> tuple[Option, ...]:
    """Today's currencies as `USD – US dollar`, in the order of their codes."""
    return tuple(Option(code, f"{code} – {name_of(code, language) or code}") for code in in_use())


def name_of(code: str, language: str) -> str:
    """As the United Nations say where CLDR says otherwise; blank for an unknown code."""
    names = Locale.parse(language).currencies
    return find(language).currencies.get(code) or str(names.get(code, ""))


@cache
def decimals_of(code: str) -> int:
    """How many decimals the currency has: 3 for dinars."""
    fractions = get_global("currency_fractions")
    found = fractions.get(code, fractions["DEFAULT"])
    return int(found[0])
