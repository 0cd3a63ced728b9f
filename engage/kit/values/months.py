"""Names of months and weekdays, as people write them in each language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from babel import Locale

from engage.kit.folding import fold
from engage.kit.locales import CODES, LANGUAGES

# The names of the Maghreb, and spellings that Babel does not have.
_MAGHREB = "جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر"
_RUSSIAN_DAYS = {
    0: "понедельника",
    2: "среду среды",
    4: "пятницу пятницы",
    5: "субботу субботы",
    1: "вторника",
    3: "четверга",
    6: "воскресенья",
}
_CHINESE_DAYS = re.compile(r"(?:星期|周|週|礼拜)([一二三四五六日天])")
_CHINESE_ORDER = "一二三四五六日"
_REPEATED = "every each chaque tous cada todos كل каждый каждую каждое"


@cache
def _months() -> dict[str, int]:
    names: dict[str, int] = {}
    for code in CODES:
        for usage in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in Locale.parse(code).months[usage][width].items():
                    names.setdefault(fold(name).rstrip("."), number)
    for language in LANGUAGES:
        for number, pair in enumerate(language.months, 1):
            names.update({fold(name): number for name in (pair, *pair.split("/"))})
    names.update({fold(name): number for number, name in enumerate(_MAGHREB.split(), 1)})
    return names


@cache
def _weekdays() -> dict[str, int]:
    names = {
        fold(name): number
        for code in CODES
        for number, name in Locale.parse(code).days["format"]["wide"].items()
    }
    for number, forms in _RUSSIAN_DAYS.items():
        names.update({fold(form): number for form in forms.split()})
    return names


def month_number(text: str) -> int | None:
    """`3`, `03`, `March`, `mars`, `آذار`, `三月` → 3."""
    if re.fullmatch(r"[0-9]{1,2}", text):
        return int(text) if 1 <= int(text) <= 12 else None
    return _months().get(fold(text).rstrip("."))


def weekdays_in(words: str) -> tuple[int, ...]:
    """The weekdays that words name (Monday is 0); none where they tell of every such day."""
    folded = re.findall(r"[^\W\d_]+", fold(words))
    if set(fold(_REPEATED).split()).intersection(folded):
        return ()
    return tuple(dict.fromkeys((*_named(folded), *_chinese(words))))


def _named(words: list[str]) -> Iterator[int]:
    for word in words:
        for form in (word, word.removeprefix(fold("و"))):
            if form in _weekdays():
                yield _weekdays()[form]
                break


def _chinese(words: str) -> Iterator[int]:
    if "每" not in words:
        for sign in _CHINESE_DAYS.findall(words):
            yield _CHINESE_ORDER.index("日" if sign == "天" else sign)
