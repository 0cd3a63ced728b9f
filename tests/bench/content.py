"""A full plan in the shapes of the document: an answer to every question, sixty activities."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any

from engage.kit.values.base import Kind
from engage.kit.values.choice import Choice, Choices
from engage.kit.values.contact import Contact
from engage.kit.values.coordinates import Coordinates
from engage.kit.values.groups import ByGroup
from engage.kit.values.hours import Hours
from engage.kit.values.links import Links
from engage.kit.values.money import Money
from engage.kit.values.number import Count, WholeNumber
from engage.kit.values.signature import Signature
from engage.kit.values.strip import Strip
from engage.kit.values.text import Text, Texts
from engage.kit.values.tongues import Tongues
from engage.kit.values.when import When
from engage.kit.values.zone import Zone
from engage.plans.document import assemble, rows_of
from engage.plans.outline.plan import SECTIONS
from engage.plans.outline.shape import Field

ACTIVITIES = 60
ROWS = {"activities": ACTIVITIES, "stakeholders": 12}
OTHER_ROWS = 2
TURN_OF_NEW = 7
PERSON = {"name": "Amina Example", "title": "Focal point", "institution": "Ministry of Land"}
SENTENCES = (
    "Herders and farmers of the northern districts agree on the use of the dry season pastures",
    "Women of the villages along the wadi restore the banks with grasses and trees",
    "Young people of the region measure the cover of the soil and tell what they find",
    "The councils of the districts hear every quarter what has become of the proposals",
)

Values = dict[str, Any]
Facts = dict[str, Any]  # of a row of a table


def values_of(fields: tuple[Field, ...], turn: int) -> tuple[Values, Values]:
    """An answer to each question, those that all may see and those that stay with the Party."""
    shown: Values = {}
    private: Values = {}
    for place, field in enumerate(fields):
        aside = private if field.private else shown
        aside[field.code] = value_of(field.kind, turn + place)
    return shown, private


def value_of(kind: Kind, turn: int) -> Any:
    match kind:
        case Text():
            return SENTENCES[turn % len(SENTENCES)][: kind.max].strip()
        case Texts():
            return [_words(turn, kind.max), _words(turn + 1, kind.max)]
        case Choice():
            return _codes(kind, turn)[0]
        case Choices():
            return _codes(kind, turn)[:2]
        case Links():
            return [key_of(0)]
        case ByGroup():
            return {part: value_of(kind.each, turn) for part in kind.parts()[:2]}
        case _:
            return _figure(kind, turn)


def _figure(kind: Kind, turn: int) -> Any:
    month = f"2026-{turn % 12 + 1:02}"
    match kind:
        case WholeNumber():
            return kind.min + turn % 2
        case Count():
            return {"number": 40 + turn, "certainty": "about"}
        case Money():
            return {"amount": f"{18 + turn}500", "currency": "USD", "certainty": "about"}
        case When():
            when = {"start": month, "end": "2027-06-17", "frequency": "monthly"}
            return {key: day for key, day in when.items() if key in kind.only}
        case Contact():
            return {**PERSON, "email": "office@example.org"}
        case Signature():
            return {"name": PERSON["name"], "title": PERSON["title"], "on": f"{month}-11"}
        case Strip():
            return {"3": kind.options("m3")[0].code}
        case _:
            return _place(kind, turn)


def _place(kind: Kind, turn: int) -> Any:
    match kind:
        case Tongues():
            return {"en": SENTENCES[turn % len(SENTENCES)][: kind.max].strip()}
        case Coordinates():
            return {"lat": "41.2995", "lon": "69.2401"}
        case Zone():
            return "Asia/Tashkent"
        case Hours():
            return {"from": "09:30", "to": "12:00"}
    raise TypeError(f"no answer is made up for {kind}")


def document_of(party: str, title: str, turn: int = 0, counts: Mapping[str, int] = ROWS) -> Values:
    """The whole document of such a plan, as it is frozen at a submission."""
    contents = {each.code: values_of(each.fields, turn)[0] for each in SECTIONS}
    contents["identity"]["title"] = title
    rows = {
        register.code: [
            {"key": key_of(number), "values": values_of(register.fields, turn + number)[0]}
            for number in range(counts.get(register.code, OTHER_ROWS))
        ]
        for section in SECTIONS
        for register in section.registers
    }
    return assemble(party, contents, rows)


def rewritten(document: Values) -> Values:
    """The same plan at its next submission: in a third of the rows each third answer is another,
    a row of each list has moved, one is gone, and one is new."""
    again = copy.deepcopy(document)
    for section in SECTIONS:
        for register in section.registers:
            rows = rows_of(again, section.code, register.code)
            for number, row in enumerate(rows[::3]):
                for place, field in enumerate(register.fields):
                    if not (field.private or place % 3):
                        row["values"][field.code] = value_of(field.kind, number + place + 5)
            values, _private = values_of(register.fields, TURN_OF_NEW)
            rows[:] = [*rows[2:], {"key": key_of(len(rows)), "values": values}, *rows[:1]]
    return again


def key_of(number: int) -> str:
    return f"r{number:08x}"


def _words(turn: int, most: int) -> str:
    words = SENTENCES[turn % len(SENTENCES)].split()
    return " ".join(words[turn % 4 : turn % 4 + 5])[:most].strip()


def _codes(kind: Kind, turn: int) -> list[str]:
    codes = [option.code for option in kind.options("")]
    start = turn % len(codes)
    return codes[start:] + codes[:start]
