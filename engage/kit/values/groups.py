"""One answer for each group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from flask_babel import gettext as _

from engage.kit.values.base import ANSWER, AS_TYPED, BECAUSE, Json, Kind, Line, Taken, record
from engage.kit.values.choice import CODE_MAX, Choice
from engage.kit.values.given import Given
from engage.kit.values.options import Option, Pairs, Source, find_option, is_closed, options_of
from engage.kit.values.shape import Schema, record_shape
from engage.kit.values.text import Text


@dataclass(frozen=True)
class ByGroup(Kind):
    """An answer of the kind `each` for every group that has one; a part for each group's code."""

    name: ClassVar[str] = "by_group"
    groups: Source
    each: Choice | Text
    extra: Pairs | None = None

    def group_options(self) -> tuple[Option, ...]:
        return options_of(self.groups, self.extra)

    def _parts(self) -> tuple[str, ...]:
        return tuple(option.code for option in self.group_options())

    def _options(self, _part: str) -> tuple[Option, ...]:
        return self.each.options()

    def _read(self, given: Given) -> Taken:
        taken = {code: self.each.take({"": texts}) for code, texts in given.parts.items()}
        problems = (replace(p, part=code) for code, one in taken.items() for p in one.problems)
        value: dict[str, Json] = {code: one.value for code, one in taken.items()}
        return Taken(value or None, tuple(problems))

    def _write(self, value: Json) -> dict[str, list[str]]:
        return {code: self.each.typed(each)[""] for code, each in record(value).items()}

    def _shape(self) -> Schema:
        if is_closed(self.groups, self.extra):
            return self._shape_now()
        names = {"maxLength": CODE_MAX, "not": {"enum": [ANSWER, BECAUSE, AS_TYPED]}}
        return record_shape({}) | {
            "additionalProperties": self.each.value_shape(),
            "propertyNames": names,
        }

    def _shape_now(self) -> Schema:
        return record_shape(dict.fromkeys(self._parts(), self.each.value_shape()))

    def _lines(self, value: Json, language: str) -> Sequence[Line]:
        answers, options = record(value), self.group_options()
        known = [option.code for option in options if option.code in answers]
        lines: list[Line] = []
        for code in (*known, *(code for code in answers if code not in known)):
            option = find_option(options, code)
            label = str(option.label) if option else code
            lines += self._lines_of(label, answers[code], language)
        return lines

    def _lines_of(self, group: str, answer: Json, language: str) -> Sequence[Line]:
        shown = self.each.show(answer, language)
        if any(line.own for line in shown):
            return (Line(_("%(group)s:", group=group), own=False), *shown)
        answers = [_("%(group)s: %(answer)s", group=group, answer=line.text) for line in shown]
        return [Line(str(answer), own=False) for answer in answers]
