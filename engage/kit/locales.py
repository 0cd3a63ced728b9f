"""The languages: codes, names, direction, and which one is spoken now.

A language is a folder of `translations/` with a `language.toml`; the six of the United Nations
come with Engage, and a further one needs no line of code.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from babel import Locale, default_locale, negotiate_locale
from babel.support import NullTranslations
from flask_babel import Domain, force_locale, get_locale

from engage.config import TRANSLATIONS


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """What `language.toml` says; all but `name` and `place` have defaults by the code.

    `name` is written in the language itself, `place` is its place in the strip, `tag` stands in
    the `lang` attribute of HTML, `locale` is CLDR's locale for dates and numbers, `months` are
    twelve names where CLDR's are not those of the United Nations, `currency_first` puts the code
    before the amount, `whole_amounts` writes 18,500 where others write 18.5 thousand, and `sorting`
    holds collation rules (ICU's syntax) besides CLDR's. `currencies` are names by ISO 4217 code,
    where CLDR's are not those of the United Nations.
    """

    code: str
    name: str
    place: int
    direction: str
    tag: str
    locale: str
    months: tuple[str, ...] = ()
    currency_first: bool = False
    whole_amounts: bool = False
    sorting: str = ""
    currencies: Mapping[str, str] = field(default_factory=dict, hash=False)


def read_language(file: Path) -> Language:
    """Raises `TypeError` for a word that says nothing to us, and for a name that is missing."""
    code = file.parent.name
    said = tomllib.loads(file.read_text("utf-8"))
    locale = str(said.get("locale", code))
    direction = Locale.parse(locale).text_direction
    defaults: dict[str, Any] = {"direction": direction, "tag": code, "locale": locale}
    return Language(code=code, **{**defaults, **said, "months": tuple(said.get("months", ()))})


def read_languages(folder: Path) -> tuple[Language, ...]:
    """The languages in the order of the strip."""
    found = [read_language(file) for file in folder.glob("*/language.toml")]
    return tuple(sorted(found, key=lambda each: (each.place, each.code)))


LANGUAGES = read_languages(TRANSLATIONS)
CODES: tuple[str, ...] = tuple(language.code for language in LANGUAGES)
DEFAULT = "en"

_by_code = {language.code: language for language in LANGUAGES}


class Catalogues(Domain):
    """Finds the catalogue of a language at once; a page asks for it a hundred times."""

    def __init__(self) -> None:
        super().__init__()
        self._found: dict[Locale, NullTranslations] = {}

    def get_translations(self) -> NullTranslations:
        locale = get_locale()
        if locale is None:  # outside an app
            return super().get_translations()
        if locale not in self._found:
            self._found[locale] = super().get_translations()
        return self._found[locale]


def language(code: str) -> Language:
    return _by_code[code]


def direction(code: str) -> str:
    """`rtl` for Arabic; texts in any language may be asked for, not only in the six."""
    return "rtl" if code in {"ar", "fa", "he", "ps", "sd", "ug", "ur", "yi"} else "ltr"


def current() -> str:
    """The code of the language spoken now; English outside a request."""
    locale = get_locale()
    return locale.language if locale and locale.language in _by_code else DEFAULT


def of_environment() -> str:
    """The language that LC_ALL, LC_MESSAGES or LANG ask for, where we speak it."""
    asked = default_locale("LC_MESSAGES") or ""
    return negotiate_locale([asked], CODES, sep="_") or DEFAULT


def force(code: str) -> AbstractContextManager[Any]:
    """Speak another language for a while: `with force("ar"): …`."""
    spoken: AbstractContextManager[Any] = force_locale(code)
    return spoken
