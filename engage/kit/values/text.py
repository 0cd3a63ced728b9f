"""Words: one text, or several with one on each line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from flask_babel import lazy_gettext as _l

from engage.kit.values.base import Json, Kind, Line, Problem, Taken, listed
from engage.kit.values.given import Given
from engage.kit.values.shape import Schema, line_shape, text_shape, too_long, too_many
from engage.kit.values.vocabulary import Label


@dataclass(frozen=True)
class Text(Kind):
    """Words up to `max` characters; `long` asks for a box of several lines.

    A text of more than `words` words is kept and warned of: where it is shown its end is cut off.
    Chinese is written without spaces and counts as few words.
    """

    name: ClassVar[str] = "text"
    max: int
    long: bool = False
    words: int | None = None

    def _parts(self) -> tuple[str, ...]:
        return ("",)

    def _read(self, given: Given) -> Taken:
        text = given.one("")
        if len(text) > self.max:
            return Taken(None, (Problem("too_long", too_long(text, self.max)),))
        return Taken(text or None)

    def _write(self, value: Json) -> dict[str, list[str]]:
        return {"": [str(value)]}

    def _shape(self) -> Schema:
        return text_shape(self.max)

    def _lines(self, value: Json, _language: str) -> Sequence[Line]:
        return (Line(str(value), own=True),)

    def _warn(self, value: Json) -> tuple[Problem, ...]:
        length = len(str(value).split())
        if self.words is None or length <= self.words:
            return ()
        return (Problem("too_many_words", _too_many_words(length, self.words)),)


@dataclass(frozen=True)
class Texts(Kind):
    """A list of short texts, each up to `max` characters, one on each line, `most` in all."""

    name: ClassVar[str] = "texts"
    repeated: ClassVar[frozenset[str]] = frozenset({""})
    max: int
    most: int | None = None

    def _parts(self) -> tuple[str, ...]:
        return ("",)

    def _read(self, given: Given) -> Taken:
        texts = given.lines("")
        problems = [
            Problem("too_long", _line_too_long(number, len(text), self.max))
            for number, text in enumerate(texts, 1)
            if len(text) > self.max
        ]
        if self.most is not None and len(texts) > self.most:
            problems.append(Problem("too_many", too_many(self.most)))
        return Taken([*texts] or None, tuple(problems))

    def _write(self, value: Json) -> dict[str, list[str]]:
        return {"": ["\n".join(str(text) for text in listed(value))]}

    def _shape(self) -> Schema:
        most = {} if self.most is None else {"maxItems": self.most}
        line = line_shape(self.max)
        return {"type": "array", "items": line, "minItems": 1, **most}

    def _lines(self, value: Json, _language: str) -> Sequence[Line]:
        return [Line(str(text), own=True) for text in listed(value)]


def _line_too_long(number: int, length: int, most: int) -> Label:
    return _l(
        "Please shorten line %(number)s: counted in characters its length is %(length)s, "
        "and the most that fits is %(most)s.",
        number=number,
        length=length,
        most=most,
    )


def _too_many_words(length: int, most: int) -> Label:
    return _l(
        "Please shorten this text: counted in words its length is %(length)s, and what comes after "
        "word %(most)s is cut off in lists.",
        length=length,
        most=most,
    )
