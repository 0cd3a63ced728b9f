"""One short text in several languages at once, such as the name of an event."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from engage.kit.folding import fold
from engage.kit.locales import CODES, DEFAULT, LANGUAGES, current
from engage.kit.values.base import Json, Kind, Line, Taken, record
from engage.kit.values.clean import lines_of, tidy
from engage.kit.values.given import Given
from engage.kit.values.record import read_texts, text_shapes
from engage.kit.values.shape import Schema, record_shape

_NAMED = re.compile(r"\s*([^\W\d_]+)\s*[:：]\s*(.+)")
# Scripts that one alone of the six languages writes, by the first word of Unicode's names.
_OF_SCRIPT = {"ARABIC": "ar", "CJK": "zh", "CYRILLIC": "ru"}


@dataclass(frozen=True)
class Tongues(Kind):
    """A line by the code of its language, `{"en": "…", "ar": "…"}`; none of them is required."""

    name: ClassVar[str] = "tongues"
    max: int = 200

    @staticmethod
    def in_language(value: Json, language: str) -> tuple[str, str]:
        """The text for a reader and its language: theirs, else English, else the first there is.

        Two empty texts where there is none.
        """
        texts = _by_language(value)
        code = next((code for code in (language, DEFAULT, *texts) if code in texts), "")
        return texts.get(code, ""), code

    def boxes_for(self, text: str) -> dict[str, list[str]]:
        """Each line for itself: `Français : …` names its language, else the script tells it.

        What is written in Latin letters without a name is taken for the language spoken now.
        """
        boxes: dict[str, list[str]] = {}
        for code, line in map(_told_apart, lines_of(text)):
            boxes.setdefault(code, []).append(line)
        return {code: [" ".join(lines)] for code, lines in boxes.items()}

    def _parts(self) -> tuple[str, ...]:
        return CODES

    def _read(self, given: Given) -> Taken:
        value, problems = read_texts(given, self._limits())
        return Taken(value or None, tuple(problems))

    def _write(self, value: Json) -> dict[str, list[str]]:
        return {code: [text] for code, text in _by_language(value).items()}

    def _shape(self) -> Schema:
        return record_shape(text_shapes(self._limits()))

    def _lines(self, value: Json, language: str) -> Sequence[Line]:
        texts = _by_language(value)
        return [
            Line(texts[code], own=True, language=code)
            for code in reader_first(language)
            if code in texts
        ]

    def _limits(self) -> dict[str, int]:
        return dict.fromkeys(CODES, self.max)


def reader_first(language: str) -> tuple[str, ...]:
    """All languages, that of the reader before the others."""
    return tuple(sorted(CODES, key=lambda code: code != language))


def _by_language(value: Json) -> dict[str, str]:
    """The texts in the order of the strip; other answers and kept text hold none."""
    held = record(value)
    return {code: str(held[code]) for code in CODES if code in held}


def _told_apart(line: str) -> tuple[str, str]:
    named = _NAMED.fullmatch(line)
    if named and (code := _codes().get(fold(named[1]))):
        return code, tidy(named[2])
    return _language_of(line), line


def _codes() -> dict[str, str]:
    names = {fold(language.name): language.code for language in LANGUAGES}
    return names | {code: code for code in CODES}


def _language_of(text: str) -> str:
    counted = Counter(_scripts_in(text)).most_common(1)
    code = _OF_SCRIPT.get(counted[0][0], "") if counted else ""
    if code in CODES:
        return code
    return DEFAULT if current() in _OF_SCRIPT.values() else current()


def _scripts_in(text: str) -> Iterator[str]:
    return (unicodedata.name(each, "?").split()[0] for each in text if each.isalpha())
