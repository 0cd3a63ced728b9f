"""Folding text for search, so that all six scripts are found however they were typed."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

import icu

_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
_EVEN = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "ـ": None}
    | dict.fromkeys("’‘ʼ`", "'")
)


def _is_accent(character: str) -> bool:
    """A mark that search may ignore; in Indic, Thai and Japanese script marks are letters."""
    if not unicodedata.combining(character):
        return False
    return not ("\u0900" <= character <= "\u0eff" or "\u3099" <= character <= "\u309a")


@cache
def _simplifier() -> icu.Transliterator:
    return icu.Transliterator.createInstance("Traditional-Simplified")


def fold(text: str) -> str:
    """`Égypte` → `egypte`, `الرَّعَوِيّة` → `الرعويه`, `乾旱` → `干旱`, full-width → plain.

    Runs of space become one. What is folded already stays as it is.
    """
    if not text.isascii():
        even = unicodedata.normalize("NFKC", text).translate(_EVEN)
        parts = unicodedata.normalize("NFD", even)
        text = unicodedata.normalize("NFC", "".join(c for c in parts if not _is_accent(c)))
        if _HAN.search(text):
            text = _simplifier().transliterate(text)
    return " ".join(text.casefold().split())


def pattern(word: str) -> str:
    r"""A `LIKE` pattern for one folded word; use it with `escape="\\"`."""
    escaped = word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"
