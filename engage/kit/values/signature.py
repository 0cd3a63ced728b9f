"""Who signed, in which function, on which day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from flask_babel import lazy_gettext as _l

from engage.kit.formats import show_day
from engage.kit.values.base import Json, Kind, Line, Problem, Taken, record
from engage.kit.values.days import Unread, is_full, read_boxes, write_boxes
from engage.kit.values.given import Given
from engage.kit.values.record import read_texts, text_shapes
from engage.kit.values.shape import FULL_DAY, Schema, record_shape
from engage.kit.values.vocabulary import Label

LIMITS = {"name": 150, "title": 150}
BOXES = ("on_day", "on_month", "on_year")
_WHOLE_DATE: Label = _l("Please give the day, the month and the year of the signature.")


@dataclass(frozen=True)
class Signature(Kind):
    name: ClassVar[str] = "signature"

    def _parts(self) -> tuple[str, ...]:
        return (*LIMITS, *BOXES)

    def _read(self, given: Given) -> Taken:
        value, problems = read_texts(given, LIMITS)
        signed_on = read_boxes(*(given.digits(box) for box in BOXES))
        if isinstance(signed_on, Unread):
            problems.append(Problem("date", signed_on.sentence, f"on_{signed_on.box}"))
        elif signed_on and not is_full(signed_on):
            problems.append(Problem("date", _WHOLE_DATE, "on_day"))
        elif signed_on:
            value["on"] = signed_on
        return Taken(value or None, tuple(problems))

    def _write(self, value: Json) -> dict[str, list[str]]:
        signature = record(value)
        boxes = write_boxes(str(signature["on"])) if "on" in signature else {}
        texts = {key: [str(text)] for key, text in signature.items() if key in LIMITS}
        return texts | {f"on_{box}": [text] for box, text in boxes.items()}

    def _shape(self) -> Schema:
        day = {"type": "string", "pattern": FULL_DAY}
        return record_shape(text_shapes(LIMITS) | {"on": day})

    def _lines(self, value: Json, language: str) -> Sequence[Line]:
        signature = record(value)
        lines = [Line(str(signature[key]), own=True) for key in LIMITS if key in signature]
        if "on" in signature:
            lines.append(Line(show_day(str(signature["on"]), language=language), own=False))
        return lines
