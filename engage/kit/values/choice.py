"""Codes from a list: one, or several in the author's order, with words of one's own beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from flask_babel import lazy_gettext as _l

from engage.kit.values.base import Json, Kind, Line, Problem, Taken, listed, record
from engage.kit.values.clean import short
from engage.kit.values.given import Given
from engage.kit.values.options import (
    Option,
    Pairs,
    Source,
    find_option,
    is_closed,
    option_of,
    options_of,
)
from engage.kit.values.shape import Schema, line_shape, record_shape, text_shape, too_long, too_many
from engage.kit.values.vocabulary import Label

WORDS = "words"
WORDS_MAX = 200
CODE_MAX = 80
_OWN = "words:"  # marks words of one's own among ranked codes


@dataclass(frozen=True)
class Choice(Kind):
    """One code of a vocabulary, or of pairs that are known at the time (`extra` adds to them)."""

    name: ClassVar[str] = "choice"
    vocabulary: Source
    extra: Pairs | None = None

    def _parts(self) -> tuple[str, ...]:
        return ("",)

    def _options(self, _part: str) -> tuple[Option, ...]:
        return options_of(self.vocabulary, self.extra)

    def _read(self, given: Given) -> Taken:
        code = given.one("")
        options = self.options()
        if code and not find_option(options, code):
            return Taken(None, (Problem("unknown_code", unknown_code(code, options)),))
        return Taken(code or None)

    def _write(self, value: Json) -> dict[str, list[str]]:
        return {"": [str(value)]}

    def _shape(self) -> Schema:
        return code_shape(self.vocabulary, self.extra)

    def _lines(self, value: Json, _language: str) -> Sequence[Line]:
        return (code_line(str(value), self.vocabulary, self.extra),)


@dataclass(frozen=True)
class Choices(Kind):
    """Several codes. `open` lets words of one's own stand among them; `ranked` means that the
    order is an order of preference. The order is kept in any case."""

    name: ClassVar[str] = "choices"
    repeated: ClassVar[frozenset[str]] = frozenset({"", WORDS})
    vocabulary: Source
    open: bool = False
    ranked: bool = False
    extra: Pairs | None = None
    most: int | None = None

    def _parts(self) -> tuple[str, ...]:
        return ("", WORDS) if self.open else ("",)

    def _options(self, part: str) -> tuple[Option, ...]:
        return () if part else options_of(self.vocabulary, self.extra)

    def ranking_options(self, value: Json) -> tuple[Option, ...]:
        """For a ranked list: the codes, and the words of one's own that the value holds."""
        own = [str(record(item)[WORDS]) for item in listed(value) if isinstance(item, dict)]
        return (*self.options(), *(Option(_OWN + words, words, own=True) for words in own))

    def keep_order(self, value: Json, former: Json) -> Json:
        """Boxes to tick are sent in the order of the page: what was there keeps its place."""
        if self.ranked or not (isinstance(value, list) and isinstance(former, list)):
            return value
        kept = [item for item in former if item in value]
        return kept + [item for item in value if item not in kept]

    def _read(self, given: Given) -> Taken:
        options = self.options()
        words = list(dict.fromkeys(given.lines(WORDS)))
        chosen = list(dict.fromkeys(given.every("")))
        places = [text for text in chosen if self.open and text.startswith(_OWN)]
        codes = [code for code in chosen if code not in places]
        items: list[Json] = [
            {WORDS: text.removeprefix(_OWN)} if text in places else text
            for text in chosen
            if text not in places or text.removeprefix(_OWN) in words
        ]
        items += [{WORDS: text} for text in words if _OWN + text not in places]
        return Taken(items or None, self._amiss_in(codes, words, len(items), options))

    def _amiss_in(
        self, codes: list[str], words: list[str], number: int, options: tuple[Option, ...]
    ) -> tuple[Problem, ...]:
        problems = [
            Problem("unknown_code", unknown_code(code, options))
            for code in codes
            if not find_option(options, code)
        ]
        problems += [
            Problem("too_long", too_long(text, WORDS_MAX), WORDS)
            for text in words
            if len(text) > WORDS_MAX
        ]
        if self.most is not None and number > self.most:
            problems.append(Problem("too_many", too_many(self.most)))
        return tuple(problems)

    def _write(self, value: Json) -> dict[str, list[str]]:
        items = listed(value)
        own = [str(record(item)[WORDS]) for item in items if isinstance(item, dict)]
        codes = [str(item) for item in items if isinstance(item, str)]
        marked = [
            item if isinstance(item, str) else _OWN + str(record(item)[WORDS]) for item in items
        ]
        in_order = marked == codes + [_OWN + words for words in own]
        parts = {"": codes if in_order and not self.ranked else marked, WORDS: ["\n".join(own)]}
        return {part: texts for part, texts in parts.items() if any(texts)}

    def _shape(self) -> Schema:
        item = code_shape(self.vocabulary, self.extra)
        if self.open:
            own = record_shape({WORDS: line_shape(WORDS_MAX)}, required=[WORDS])
            item = {"oneOf": [item, own]}
        most = {} if self.most is None else {"maxItems": self.most}
        return {"type": "array", "items": item, "minItems": 1, "uniqueItems": True, **most}

    def _lines(self, value: Json, _language: str) -> Sequence[Line]:
        return [
            code_line(item, self.vocabulary, self.extra)
            if isinstance(item, str)
            else Line(str(record(item)[WORDS]), own=True)
            for item in listed(value)
        ]


def unknown_code(code: str, options: Sequence[Option]) -> Label:
    return _l(
        "“%(code)s” is not one of the answers here. Known are: %(codes)s.",
        code=short(code),
        codes=", ".join(option.code for option in options),
    )


def code_shape(source: Source, extra: Pairs | None = None) -> Schema:
    """The codes themselves where they are known beforehand."""
    if not is_closed(source, extra):
        return text_shape(CODE_MAX)
    return {"type": "string", "enum": [option.code for option in options_of(source)]}


def code_line(code: str, source: Source, extra: Pairs | None) -> Line:
    """A code that is no longer in the list is shown as it is."""
    option = option_of(code, source, extra)
    return Line(str(option.label), option.own) if option else Line(code, own=True)
