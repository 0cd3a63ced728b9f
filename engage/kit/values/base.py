"""What every kind of value can do, and the few shapes that all kinds share."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, TypeAlias

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from engage.kit.values.clean import tidied
from engage.kit.values.given import Given, Typed
from engage.kit.values.options import Option, find_option
from engage.kit.values.shape import (
    Misfit,
    Schema,
    expected_codes,
    misfits,
    record_shape,
    stray_characters,
    text_shape,
    too_long,
)
from engage.kit.values.spoken import speaking
from engage.kit.values.vocabulary import Label, Vocabulary

Json: TypeAlias = "str | int | float | bool | Sequence[Json] | Mapping[str, Json] | None"

AS_TYPED = "as_typed"
ANSWER = "answer"
BECAUSE = "because"
BECAUSE_MAX = 500


class Answer(Vocabulary):
    """What a person may say instead of a value; each differs from leaving the field blank."""

    NONE = "none", _l("There are none")
    UNKNOWN = "unknown", _l("Not known")
    NOT_APPLICABLE = "not_applicable", _l("Does not apply")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is amiss and what to do about it; `part` is the box, or the key, it concerns."""

    code: str
    sentence: Label
    part: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of typed text. Where there are problems, the value is the text as typed."""

    value: Json
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A line to show; `own` marks the Party's own words, which no one translates.

    They are in the language of the plan, unless `language` names another.
    """

    text: str
    own: bool
    language: str = ""


AS_TYPED_SHAPE: Schema = {
    "type": "object",
    "properties": {
        AS_TYPED: {
            "type": "object",
            "additionalProperties": {"type": "array", "items": {"type": "string"}, "minItems": 1},
            "minProperties": 1,
        }
    },
    "required": [AS_TYPED],
    "additionalProperties": False,
}


def record(value: Json) -> dict[str, Json]:
    return value if isinstance(value, dict) else {}


def listed(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []


def is_as_typed(value: Json) -> bool:
    """The text could not be read and is kept as it was typed."""
    return isinstance(value, dict) and AS_TYPED in value


def is_answer(value: Json) -> bool:
    """One of the answers that stand instead of a value."""
    return isinstance(value, dict) and ANSWER in value


@dataclass(frozen=True, kw_only=True)
class Kind(ABC):
    """A kind of value. `answers` are what may be said instead of a value."""

    name: ClassVar[str]
    repeated: ClassVar[frozenset[str]] = frozenset()
    answers: frozenset[Answer] = frozenset()

    @abstractmethod
    def _parts(self) -> tuple[str, ...]: ...

    @abstractmethod
    def _read(self, given: Given) -> Taken:
        """The value of what was given; where there are problems, the value does not matter."""

    @abstractmethod
    def _write(self, value: Json) -> dict[str, list[str]]: ...

    @abstractmethod
    def _shape(self) -> Schema: ...

    @abstractmethod
    def _lines(self, value: Json, language: str) -> Sequence[Line]:
        """Called while the language is spoken."""

    def _shape_now(self) -> Schema:
        """The shape with the codes of the moment, which a published schema cannot name."""
        return self._shape()

    def _warn(self, _value: Json) -> tuple[Problem, ...]:
        return ()

    def _options(self, _part: str) -> tuple[Option, ...]:
        return ()

    def parts(self) -> tuple[str, ...]:
        return (*self._parts(), ANSWER, BECAUSE) if self.answers else self._parts()

    def options(self, part: str = "") -> tuple[Option, ...]:
        """What may be chosen in a part; nothing where words are typed."""
        if part == ANSWER:
            return tuple(Option(each.value, each.label) for each in Answer if each in self.answers)
        return self._options(part)

    def take(self, typed: Typed) -> Taken:
        """What a person typed, as a value; never refuses, never loses a word."""
        given = Given.of(typed, self.parts())
        taken = self._take(given)
        if taken.problems:
            kept: dict[str, Json] = {part: list(texts) for part, texts in given.parts.items()}
            return Taken({AS_TYPED: kept}, taken.problems, taken.warnings)
        return Taken(taken.value, (), taken.warnings + self.warn(taken.value))

    def typed(self, value: Json) -> dict[str, list[str]]:
        """The text that `take` would take for this value, part by part."""
        if value is None:
            return {}
        if is_as_typed(value):
            kept = record(record(value)[AS_TYPED])
            return {part: [str(text) for text in listed(texts)] for part, texts in kept.items()}
        if is_answer(value):
            return {key: [str(text)] for key, text in record(value).items()}
        return self._write(value)

    def check(self, value: Json) -> tuple[Problem, ...]:
        """What this kind cannot hold of a value from a document; nothing when all is well."""
        found = stray_characters(value) or misfits(value, self._shape_for(value))
        if found:
            return tuple(_as_problem(misfit) for misfit in found)
        if is_as_typed(value):
            return self._check_kept(value)
        again = self.take(self.typed(value))
        if again.problems or again.value == tidied(value):
            return again.problems
        return (Problem("not_plain", _l("Expected this value in its plain form.")),)

    def warn(self, value: Json) -> tuple[Problem, ...]:
        """What looks odd in a value that is kept as it is."""
        if value is None or is_as_typed(value) or is_answer(value):
            return ()
        return self._warn(value)

    def boxes_for(self, text: str) -> dict[str, list[str]]:
        """The boxes for a text that stands in one place, such as the cell of a sheet."""
        return {self.parts()[0]: [text]}

    def keep_order(self, value: Json, _former: Json) -> Json:
        """The value in the order that the former one had, where a form cannot tell an order."""
        return value

    def value_shape(self) -> Schema:
        """The shape of a value alone, without other answers or kept text."""
        return self._shape()

    def schema(self) -> Schema:
        """JSON Schema 2020-12 of the value, of other answers where allowed, and of kept text."""
        answers = [self._answer_shape(code.value) for code in Answer if code in self.answers]
        return {"anyOf": [self._shape(), *answers, AS_TYPED_SHAPE]}

    def show(self, value: Json, language: str) -> tuple[Line, ...]:
        """The value in whole phrases of a language, for page, print and PDF."""
        if value is None:
            return ()
        with speaking(language):
            if is_as_typed(value):
                return (Line(" ".join(self._said(value)), own=True),)
            return _answer_lines(value) if is_answer(value) else tuple(self._lines(value, language))

    def _said(self, value: Json) -> Iterator[str]:
        """Text as typed, with codes put into words."""
        for part, texts in self.typed(value).items():
            for text in texts:
                option = find_option(self.options(part), text)
                yield str(option.label) if option else text

    def _take(self, given: Given) -> Taken:
        if not given.parts:
            return Taken(None)
        doubled = [p for p in given.parts if p not in self.repeated and len(given.parts[p]) > 1]
        if doubled:
            sentence = _l("Several answers arrived where one is expected. Please keep one.")
            return Taken(None, tuple(Problem("several", sentence, part) for part in doubled))
        code, because = given.one(ANSWER), given.one(BECAUSE)
        if not code and not because:
            return self._read(given)
        value: dict[str, Json] = {ANSWER: code, BECAUSE: because} if because else {ANSWER: code}
        return Taken(value, self._amiss(code, because, given.without(ANSWER, BECAUSE)))

    def _amiss(self, code: str, because: str, rest: Given) -> tuple[Problem, ...]:
        """What keeps another answer from standing instead of the value."""
        if code and code not in self.answers:
            codes = expected_codes(option.code for option in self.options(ANSWER))
            return (Problem("unknown_code", codes, ANSWER),)
        beside = self._read(rest)
        if code and (beside.problems or beside.value is not None):
            return (Problem("contradiction", _BOTH, ANSWER),)
        if not code or (because and code != Answer.NOT_APPLICABLE):
            return (Problem("reason", _LONE_REASON, BECAUSE),)
        if code == Answer.NOT_APPLICABLE and not because:
            return (Problem("reason", _NO_REASON, BECAUSE),)
        if len(because) > BECAUSE_MAX:
            return (Problem("too_long", too_long(because, BECAUSE_MAX), BECAUSE),)
        return ()

    def _shape_for(self, value: Json) -> Schema:
        if is_as_typed(value):
            return AS_TYPED_SHAPE
        if is_answer(value) and self.answers:
            code = record(value)[ANSWER]
            known = isinstance(code, str) and code in self.answers
            return self._answer_shape(*([str(code)] if known else sorted(self.answers)))
        return self._shape_now()

    def _answer_shape(self, *codes: str) -> Schema:
        shape: dict[str, Schema] = {ANSWER: {"type": "string", "enum": list(codes)}}
        if Answer.NOT_APPLICABLE in codes:
            shape[BECAUSE] = text_shape(BECAUSE_MAX)
        return record_shape(shape, required=list(shape) if len(codes) == 1 else [ANSWER])

    def _check_kept(self, value: Json) -> tuple[Problem, ...]:
        parts = self.parts()
        strange = [part for part in record(record(value)[AS_TYPED]) if part not in parts]
        sentence = expected_codes(f"“{part}”" for part in parts)
        return tuple(Problem("shape", sentence, f"{AS_TYPED}.{part}") for part in strange)


_BOTH = _l("Both a value and “not known” or the like were given. Please keep one of the two.")
_NO_REASON = _l("Please say in a few words why this does not apply.")
_LONE_REASON = _l(
    "A reason goes with “does not apply”. Please choose that answer, or clear this box."
)


def _as_problem(misfit: Misfit) -> Problem:
    return Problem("shape", misfit.sentence, misfit.path)


def _answer_lines(value: Json) -> tuple[Line, ...]:
    answer = record(value)
    if BECAUSE in answer:
        # The reason itself is the Party's own words and follows as a line of its own.
        return (
            Line(_("Does not apply, because:"), own=False),
            Line(str(answer[BECAUSE]), own=True),
        )
    return (Line(str(Answer(str(answer[ANSWER])).label), own=False),)
