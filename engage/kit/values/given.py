"""Typed text as it arrived: cleaned for storage, blanks left out, nothing else changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from engage.kit.values.clean import clean, latin_digits, lines_of, tidy

Typed = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Given:
    """Typed text by part; a part that says nothing is not there."""

    parts: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, typed: Typed, parts: Sequence[str]) -> Given:
        cleaned = {part: tuple(clean(text) for text in typed.get(part, ())) for part in parts}
        filled = {part: tuple(t for t in texts if t.strip()) for part, texts in cleaned.items()}
        return cls({part: texts for part, texts in filled.items() if texts})

    def one(self, part: str) -> str:
        return tidy(self.parts.get(part, ("",))[0])

    def digits(self, part: str) -> str:
        return latin_digits(self.parts.get(part, ("",))[0])

    def every(self, part: str) -> list[str]:
        return [tidy(text) for text in self.parts.get(part, ())]

    def lines(self, part: str) -> list[str]:
        return lines_of("\n".join(self.parts.get(part, ())))

    def only(self, *parts: str) -> Given:
        return Given({part: texts for part, texts in self.parts.items() if part in parts})

    def without(self, *parts: str) -> Given:
        return Given({part: texts for part, texts in self.parts.items() if part not in parts})
