"""How a person or an office is reached."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from flask_babel import lazy_gettext as _l

from engage.kit.values.base import Json, Kind, Line, Problem, Taken, record
from engage.kit.values.given import Given
from engage.kit.values.record import read_texts, text_shapes
from engage.kit.values.shape import Schema, record_shape

LIMITS = {"name": 150, "title": 150, "institution": 200, "email": 254, "phone": 60}
_EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")


@dataclass(frozen=True)
class Contact(Kind):
    name: ClassVar[str] = "contact"

    def _parts(self) -> tuple[str, ...]:
        return tuple(LIMITS)

    def _read(self, given: Given) -> Taken:
        value, problems = read_texts(given, LIMITS)
        return Taken(value or None, tuple(problems))

    def _write(self, value: Json) -> dict[str, list[str]]:
        return {part: [str(text)] for part, text in record(value).items()}

    def _shape(self) -> Schema:
        return record_shape(text_shapes(LIMITS))

    def _warn(self, value: Json) -> tuple[Problem, ...]:
        email = record(value).get("email")
        if not isinstance(email, str) or _EMAIL.fullmatch(email):
            return ()
        sentence = _l(
            "“%(email)s” does not look like an e-mail address, such as name@example.org. "
            "It is kept as you typed it.",
            email=email,
        )
        return (Problem("email", sentence, "email"),)

    def _lines(self, value: Json, _language: str) -> Sequence[Line]:
        contact = record(value)
        return [Line(str(contact[key]), own=True) for key in LIMITS if key in contact]
