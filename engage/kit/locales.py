"""The six languages: codes, names, direction, and which one is spoken now."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

from babel import Locale
from babel.support import NullTranslations
from flask_babel import Domain, force_locale, get_locale


@dataclass(frozen=True, slots=True)
class Language:
    code: str
    name: str
    direction: str
    tag: str  # for the `lang` attribute of HTML


LANGUAGES: tuple[Language, ...] = (
    Language("ar", "العربية", "rtl", "ar"),
    Language("zh", "中文", "ltr", "zh-Hans"),
    Language("en", "English", "ltr", "en"),
    Language("fr", "Français", "ltr", "fr"),
    Language("ru", "Русский", "ltr", "ru"),
    Language("es", "Español", "ltr", "es"),
)
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


def force(code: str) -> AbstractContextManager[Any]:
    """Speak another language for a while: `with force("ar"): …`."""
    spoken: AbstractContextManager[Any] = force_locale(code)
    return spoken
