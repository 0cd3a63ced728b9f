"""Codes by the names that people have for them: labels in every language, currencies, and how
sure or how large a figure is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache

from babel import Locale
from babel.numbers import get_currency_name

from engage.kit.folding import fold
from engage.kit.locales import CODES, LANGUAGES, force
from engage.kit.values.base import Kind
from engage.kit.values.currencies import in_use
from engage.kit.values.money import Money, Unit
from engage.kit.values.number import Certainty
from engage.kit.values.options import Option, Pairs, Source, is_closed, options_of
from engage.kit.values.strip import Strip
from engage.kit.values.when import When

_SEPARATION = re.compile(r"[\W_]+")
# Signs and short forms that several currencies share.
SHARED = frozenset({"$", "£", "¥", "元", "₩", "kr", "fcfa", "f cfa", "cfa"})
_PLURALS = (1, 2, 5)

_CERTAINTY: Mapping[str, str] = {
    Certainty.ABOUT: "~ ≈ ± about approximately approx around circa ca environ env около примерно "
    "приблизительно ок aproximadamente aprox alrededor_de حوالي نحو تقريبا قرابة 约 大约 左右",
    Certainty.AT_LEAST: "≥ at_least au_moins не_менее al_menos por_lo_menos لا_يقل_عن على_الأقل "
    "至少 不少于",
    Certainty.EXACT: "exactly exactement exacto точно بالضبط",
}
_UNITS: Mapping[str, str] = {
    "1000": "k thousand thousands mille millier milliers тыс тысяч тысячи mil ألف آلاف بآلاف 千",
    "1000000": "m mn mln million millions млн миллион миллиона миллионов mill millon millón "
    "millones مليون ملايين بملايين 百万",
}


def plain(text: str) -> str:
    """Folded, and without marks: `E-mail address:` and `e mail ADDRESS` are alike."""
    return _SEPARATION.sub(" ", fold(text)).strip()


def codes_by_name(source: Source, extra: Pairs | None = None) -> Mapping[str, str]:
    """Codes and labels in all languages, plain, each with its code."""
    if is_closed(source, extra):
        return _codes_of_vocabulary(source)
    return _named(options_of(source, extra))


@cache
def _codes_of_vocabulary(source: Source) -> Mapping[str, str]:
    return _named(options_of(source))


def _named(options: tuple[Option, ...]) -> dict[str, str]:
    named = {plain(option.code): option.code for option in options}
    for language in CODES:
        with force(language):
            for option in options:
                named.setdefault(plain(str(option.label)), option.code)
    return named


def names_of_part(kind: Kind, part: str) -> Mapping[str, str]:
    """The same for what may be chosen in a part of a kind."""
    source = _source_of(kind, part)
    named = codes_by_name(source) if source else _named(kind.options(part))
    return {**{"certainty": certainties, "unit": units}.get(part, dict)(), **named}


def _source_of(kind: Kind, part: str) -> Source | None:
    """The vocabulary behind a part, where there is one: its names are remembered."""
    if part == "certainty":
        return Certainty
    if isinstance(kind, Money):
        return Unit if part == "unit" else kind.sources
    if isinstance(kind, When):
        return kind.frequencies
    return kind.vocabulary if isinstance(kind, Strip) else None


def currency_of(name: str) -> str:
    """The code of a currency by its code, its sign or its name; blank where it may be several."""
    name = name.strip()
    if name.upper() in in_use():
        return name.upper()
    return _currencies().get(name) or _currencies().get(plain(name), "")


@cache
def _currencies() -> Mapping[str, str]:
    meant = set(_names_of_currencies())
    times = Counter(name for name, _code in meant)
    return {
        name: code
        for name, code in meant
        if name and times[name] == 1 and not {name, plain(name)} & SHARED
    }


def _names_of_currencies() -> Iterator[tuple[str, str]]:
    for language in LANGUAGES:
        locale = Locale.parse(language.locale)
        for code in in_use():
            yield locale.currency_symbols.get(code, ""), code
            yield plain(language.currencies.get(code, "")), code
            for count in _PLURALS:
                yield plain(get_currency_name(code, count, locale=locale)), code


@cache
def certainties() -> Mapping[str, str]:
    """How sure a figure is, by the words for it in any language."""
    return _words(_CERTAINTY)


@cache
def units() -> Mapping[str, str]:
    return _words(_UNITS)


def _words(listed: Mapping[str, str]) -> dict[str, str]:
    """A word of signs alone stays as it is."""
    return {
        plain(word) or word: str(code) for code, words in listed.items() for word in words.split()
    }
