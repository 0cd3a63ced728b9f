"""Making typed text storable without changing what it says."""

from __future__ import annotations

import unicodedata
from typing import Any

NAMED_MOST = 60
_KEPT_CONTROLS = frozenset("\n\r\t")
_BIDI_MARKS = dict.fromkeys(
    map(ord, "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
)


def _is_storable(character: str) -> bool:
    if character in _KEPT_CONTROLS:
        return True
    return unicodedata.category(character) not in {"Cc", "Cs"}


def clean(text: str) -> str:
    """Without control characters and lone surrogates, which no database and no paper takes."""
    if text.isprintable():
        return text
    return "".join(character for character in text if _is_storable(character))


def tidy(text: str) -> str:
    """Trimmed at the ends only, one form of line break, composed letters (NFC)."""
    broken = clean(text).replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", broken).strip()


def tidied(value: Any) -> Any:
    """A value with every text in it tidy; keys stay as they are."""
    if isinstance(value, str):
        return tidy(value)
    if isinstance(value, list):
        return [tidied(each) for each in value]
    if isinstance(value, dict):
        return {key: tidied(each) for key, each in value.items()}
    return value


def short(text: str) -> str:
    """The beginning of typed text, for a sentence that names it."""
    return text if len(text) <= NAMED_MOST else f"{text[:NAMED_MOST]}…"


def lines_of(text: str) -> list[str]:
    """The lines that say something, each trimmed."""
    return [line for line in (tidy(part) for part in tidy(text).split("\n")) if line]


def latin_digits(text: str) -> str:
    """Every decimal digit of any script as 0 to 9, without direction marks: `٢٠٢٦` → `2026`."""
    bare = tidy(text).translate(_BIDI_MARKS).strip()
    if bare.isascii():
        return bare
    return "".join(str(unicodedata.decimal(character, character)) for character in bare)
