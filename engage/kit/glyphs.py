"""Which characters our fonts can draw, and what is printed in place of one that they cannot."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from engage.config import ROOT

BOX = "□"
COVERAGE = ROOT / "static" / "fonts" / "coverage.txt"

# Turns of direction, byte order marks, variants and skin tones of pictures: not seen by themselves.
_UNSEEN = re.compile(
    "[\u00ad\u202a-\u202e\ufe00-\ufe0f\ufeff\U0001f3fb-\U0001f3ff\U000e0000-\U000e007f]"
)
_LINE_END = re.compile("\r\n?|[\u0085\u2028\u2029]")
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]+")
_JOINED_BOXES = re.compile(f"{BOX}(?:\u200d{BOX})+")
_IGNORABLE = frozenset("\n\u200b\u200c\u200d\u200e\u200f\u2060\u2066\u2067\u2068\u2069")
_ZERO_WIDTH = "\u200b"
# A word of many letters, such as a web address, that would run out of its column.
_LONG = re.compile(r"[^\s\u200b\u0590-\u08ff\u2e80-\u9fff\uac00-\ud7ff\uf900-\uffef]{26,}")
_RESTS = re.compile(r"(?<=[/._?&=@,;:-])(?=\w)")
_RUNS = re.compile(rf"[^{_ZERO_WIDTH}]{{22}}(?=[^{_ZERO_WIDTH}]{{4}})")


@cache
def covered() -> frozenset[str]:
    """Every character that some font of ours can draw."""
    ranges = (line.split("-") for line in COVERAGE.read_text(encoding="ascii").split())
    drawn = (chr(c) for r in ranges for c in range(int(r[0], 16), int(r[-1], 16) + 1))
    return frozenset(drawn) | _IGNORABLE


def printable(text: str) -> tuple[str, bool]:
    """The text as our fonts can draw it, and whether a box stands for some of it."""
    text = unicodedata.normalize("NFC", _LINE_END.sub("\n", text))
    text = _CONTROL.sub(" ", _UNSEEN.sub("", text))
    missing = set(text) - covered()
    if not missing:
        return text, False
    table = {ord(character): _instead(character) for character in missing}
    drawn = _JOINED_BOXES.sub(BOX, text.translate(table))
    return drawn, BOX in table.values()


def _instead(character: str) -> str:
    """The plain form of a character, such as A for 𝐀; a box where there is none."""
    plain = unicodedata.normalize("NFKC", character)
    return plain if plain and covered().issuperset(plain) else BOX


def breakable(text: str) -> str:
    """Words longer than a column get places where they may break."""
    return _LONG.sub(_with_breaks, text)


def _with_breaks(word: re.Match[str]) -> str:
    rested = _RESTS.sub(_ZERO_WIDTH, word.group())
    return _RUNS.sub(lambda run: run.group() + _ZERO_WIDTH, rested)
