"""The year as a strip: what each of the twelve months is for somebody."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import ClassVar

from flask_babel import gettext as _

from engage.kit.formats import show_months
from engage.kit.values.base import Json, Kind, Line, Taken, record
from engage.kit.values.choice import Choice, code_line, code_shape
from engage.kit.values.given import Given
from engage.kit.values.options import Option, options_of
from engage.kit.values.shape import Schema, record_shape
from engage.kit.values.vocabulary import Vocabulary

MONTHS = range(1, 13)
_PART = "m"


@dataclass(frozen=True)
class Strip(Kind):
    """A code for each month that has one: `{"3": "on_the_move"}`; a part `m1` … `m12` for each."""

    name: ClassVar[str] = "strip"
    vocabulary: type[Vocabulary]

    @staticmethod
    def months_of(value: Json, codes: Collection[str]) -> frozenset[int]:
        """The months (1 is January) that hold one of these codes."""
        held = _by_month(value)
        return frozenset(month for month in MONTHS if held.get(month) in codes)

    def _parts(self) -> tuple[str, ...]:
        return tuple(month_part(month) for month in MONTHS)

    def _options(self, _part: str) -> tuple[Option, ...]:
        return options_of(self.vocabulary)

    def _read(self, given: Given) -> Taken:
        each = Choice(self.vocabulary)
        parts = [part for part in self._parts() if part in given.parts]
        taken = {part: each.take({"": given.parts[part]}) for part in parts}
        problems = (replace(p, part=part) for part, one in taken.items() for p in one.problems)
        value: dict[str, Json] = {
            part.removeprefix(_PART): one.value for part, one in taken.items()
        }
        return Taken(value or None, tuple(problems))

    def _write(self, value: Json) -> dict[str, list[str]]:
        return {month_part(month): [code] for month, code in _by_month(value).items()}

    def _shape(self) -> Schema:
        code = code_shape(self.vocabulary)
        return record_shape({str(month): code for month in MONTHS})

    def _lines(self, value: Json, language: str) -> Sequence[Line]:
        return [
            Line(_("%(group)s: %(answer)s", group=months, answer=answer), own=False)
            for months, answer in self._spans(value, language)
        ]

    def _spans(self, value: Json, language: str) -> Iterator[tuple[str, str]]:
        """Months of the same code that follow each other, joined, with the label of the code."""
        held = _by_month(value)
        for code, span in groupby(MONTHS, key=held.get):
            if code is not None:
                months = list(span)
                shown = show_months(months[0], months[-1], language=language)
                yield shown, code_line(code, self.vocabulary, None).text


def month_part(month: int) -> str:
    return f"{_PART}{month}"


def _by_month(value: Json) -> dict[int, str]:
    """The codes in the order of the year; other answers and kept text hold none."""
    held = record(value)
    return {month: str(held[str(month)]) for month in MONTHS if str(month) in held}
