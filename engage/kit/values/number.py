"""Whole numbers, and counts of people or things that may be exact or not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from engage.kit.formats import show_number
from engage.kit.values.amounts import read_whole
from engage.kit.values.base import Answer, Json, Kind, Line, Problem, Taken, record
from engage.kit.values.choice import unknown_code
from engage.kit.values.given import Given
from engage.kit.values.options import Option, options_of
from engage.kit.values.shape import Schema, out_of_range, record_shape, text_shape, too_long
from engage.kit.values.vocabulary import Label, Vocabulary

LARGEST = 999_999_999_999
WORDS_MAX = 300


class Certainty(Vocabulary):
    """How sure a number is."""

    EXACT = "exact", _l("Exact")
    ABOUT = "about", _l("About")
    AT_LEAST = "at_least", _l("At least")


@dataclass(frozen=True)
class WholeNumber(Kind):
    name: ClassVar[str] = "whole_number"
    min: int = 0
    max: int = LARGEST

    def _parts(self) -> tuple[str, ...]:
        return ("",)

    def _read(self, given: Given) -> Taken:
        if not given.one(""):
            return Taken(None)
        number = read_whole(given.one(""))
        if number is None or not self.min <= number <= self.max:
            return Taken(None, (Problem("number", out_of_range(self.min, self.max)),))
        return Taken(number)

    def _write(self, value: Json) -> dict[str, list[str]]:
        return {"": [str(value)]}

    def _shape(self) -> Schema:
        return {"type": "integer", "minimum": self.min, "maximum": self.max}

    def _lines(self, value: Json, language: str) -> Sequence[Line]:
        return (Line(show_number(int(str(value)), language=language), own=False),)


@dataclass(frozen=True)
class Count(Kind):
    """How many: a number with its certainty, words as written, or both. Unknown is not nought."""

    name: ClassVar[str] = "count"
    answers: frozenset[Answer] = field(default=frozenset({Answer.UNKNOWN}), kw_only=True)

    def _parts(self) -> tuple[str, ...]:
        return ("number", "certainty", "words")

    def _options(self, part: str) -> tuple[Option, ...]:
        return options_of(Certainty) if part == "certainty" else ()

    def _read(self, given: Given) -> Taken:
        words, certainty = given.one("words"), given.one("certainty")
        number = read_whole(given.one("number"))
        value: dict[str, Json] = {} if number is None else {"number": number}
        if certainty and number is not None:
            value["certainty"] = certainty
        if words:
            value["words"] = words
        return Taken(value or None, tuple(self._amiss_in(given, number, certainty, words)))

    def _amiss_in(
        self, given: Given, number: int | None, certainty: str, words: str
    ) -> list[Problem]:
        problems = []
        if given.one("number") and number is None:
            problems.append(Problem("number", _NOT_A_NUMBER, "number"))
        elif number is not None and number > LARGEST:
            problems.append(Problem("number", out_of_range(0, LARGEST), "number"))
        if certainty and certainty not in Certainty.labels():
            sentence = unknown_code(certainty, self.options("certainty"))
            problems.append(Problem("unknown_code", sentence, "certainty"))
        if len(words) > WORDS_MAX:
            problems.append(Problem("too_long", too_long(words, WORDS_MAX), "words"))
        return problems

    def _write(self, value: Json) -> dict[str, list[str]]:
        return {part: [str(each)] for part, each in record(value).items()}

    def _shape(self) -> Schema:
        return record_shape(
            {
                "number": {"type": "integer", "minimum": 0, "maximum": LARGEST},
                "certainty": {"type": "string", "enum": list(Certainty.labels())},
                "words": text_shape(WORDS_MAX),
            },
            dependentRequired={"certainty": ["number"]},
        )

    def _lines(self, value: Json, language: str) -> Sequence[Line]:
        lines, count = [], record(value)
        if "number" in count:
            number = show_number(int(str(count["number"])), language=language)
            lines.append(Line(with_certainty(number, count.get("certainty")), own=False))
        if "words" in count:
            lines.append(Line(str(count["words"]), own=True))
        return lines


def with_certainty(number: str, certainty: Json) -> str:
    """`about 40`, `at least 1,500`; the language must be spoken already."""
    if certainty == Certainty.ABOUT:
        return str(_("about %(number)s", number=number))
    if certainty == Certainty.AT_LEAST:
        return str(_("at least %(number)s", number=number))
    return number


_NOT_A_NUMBER: Label = _l(
    "Please write the number in digits, such as 1500. Words of your own go in the box beside it."
)
