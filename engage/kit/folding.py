"""Folding text for search, so that all six scripts are found however they were typed."""

from __future__ import annotations

import unicodedata

_EVEN = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "ـ": None}
    | dict.fromkeys("’‘ʼ`", "'")
)


def _is_accent(character: str) -> bool:
    """A mark that search may ignore; in Indic, Thai and Japanese script marks are letters."""
    if not unicodedata.combining(character):
        return False
    return not ("\u0900" <= character <= "\u0eff" or "\u3099" <= character <= "\u309a")


def fold(text: str) -> str:
    """`Égypte` → `egypte`, `الرَّعَوِيّة` → `الرعويه`, full-width → plain, runs of space → one."""
    if not text.isascii():
        even = unicodedata.normalize("NFKC", text).translate(_EVEN)
        parts = unicodedata.normalize("NFD", even)
        text = unicodedata.normalize("NFC", "".join(c for c in parts if not _is_accent(c)))
    return " ".join(text.casefold().split())


def pattern(word: str) -> str:
    r"""A `LIKE` pattern for one folded word; use it with `escape="\\"`."""
    escaped = word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"
