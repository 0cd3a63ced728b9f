"""What a comment is about: the whole plan, a section, a row of a list, or one answer of either.

A place has a code, which stands in addresses and forms: blank for the whole plan, else
`stakeholders` for a section, `purpose..aim` for an answer of it, `activities.a3` for a row of a
list and `activities.a3.when` for an answer of the row. Keys of rows hold no dots.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from engage.kit.locales import current
from engage.kit.pieces import Cell, own, woven
from engage.kit.values.base import Line
from engage.plans.document import Json, own_language
from engage.plans.linked import GONE, Linked, rows_in
from engage.plans.models import Plan, Version
from engage.plans.outline.plan import find_register, find_section
from engage.plans.outline.shape import Field
from engage.plans.review.models import Comment

# How an address names the whole plan, which has no code.
WHOLE = "whole"
WHOLE_PLAN = _l("The whole plan")
NO_SUCH_ANSWER = _l("A question that the plan no longer asks")


@dataclass(frozen=True, slots=True)
class Place:
    """`register` and `row_key` go together; `field` is an answer of the row, or of the section."""

    section: str = ""
    register: str = ""
    row_key: str = ""
    field: str = ""

    @property
    def code(self) -> str:
        first = self.register or self.section
        return f"{first}.{self.row_key}.{self.field}".rstrip(".")

    @property
    def row(self) -> Place:
        """The row of an answer; the place itself where there is none."""
        return Place(self.section, self.register, self.row_key) if self.register else self

    @property
    def section_in_address(self) -> str:
        return self.section or WHOLE

    @property
    def is_part(self) -> bool:
        """Whether it is less than a whole section."""
        return bool(self.register or self.field)


@dataclass(frozen=True, slots=True)
class Option:
    """A place to choose; `language` marks a label in the Party's own words."""

    code: str
    label: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    label: str
    options: tuple[Option, ...]


def place_of(comment: Comment) -> Place:
    return Place(comment.section, comment.register, comment.row_key, comment.field)


def find_place(code: str, *, private: bool = False) -> Place | None:
    """The place of a code, if the outline has it; answers that stay inside the Party if `private`.

    Whether the row is there is another question: `stands_in`.
    """
    if not code:
        return Place()
    parts = code.split(".")
    first, key, field = (*parts, "", "")[:3]
    place = _row_or_section(first, key)
    if place is None:
        return None
    known = {"", *(each.code for each in fields_at(place, private=private))}
    found = Place(place.section, place.register, place.row_key, field)
    return found if found.code == code and field in known else None


def find_chosen(about: str, answer: str, *, private: bool = False) -> Place | None:
    """The place of two choices: what it is about, and which answer of the row (`answers_in`)."""
    place = find_place(about, private=private)
    if place is None or not answer:
        return place
    register, _dots, field = answer.partition("..")
    if place.register != register:
        return None
    return find_place(f"{place.row.code}.{field}", private=private)


def stands_in(place: Place, document: Json) -> bool:
    """Whether the row, if it is about one, is in the document."""
    rows = rows_in(document, place.register)
    return not place.register or any(row["key"] == place.row_key for row in rows)


def fields_at(place: Place, *, private: bool) -> tuple[Field, ...]:
    """The questions of a row or a section, as they are declared."""
    register, section = find_register(place.register), find_section(place.section)
    declared = register[1].fields if register else section.fields if section else ()
    return tuple(each for each in declared if private or not each.private)


def heading(place: Place) -> str:
    """`5 Activities and timetable`: the section, or the whole plan."""
    section = find_section(place.section)
    if section is None:
        return str(WHOLE_PLAN)
    return _("%(number)s %(section)s", number=section.number, section=section.title)


class NamesRows(Protocol):
    """Whoever knows what the rows of a list are called, by their keys."""

    def names(self, register: str) -> Mapping[str, Line]: ...


class InWords:
    """Places in words, with what rows are called in one document, asked for when a row is met.

    The language of the reader must be spoken; `language` is that of the Party's own words.
    """

    def __init__(self, linked: NamesRows, language: str) -> None:
        self._linked, self._language = linked, language

    @classmethod
    def in_version(cls, version: Version) -> InWords:
        return cls(Linked.in_document(version.document, current()), version.language)

    @classmethod
    def in_plan(cls, plan: Plan) -> InWords:
        """As the plan stands now: for its Party."""
        return cls(Linked.in_plan(plan, current()), plan.language)

    def part(self, place: Place) -> Cell:
        """`2 Herders’ assembly · Starts`: the row and the answer; nothing for a whole section."""
        row = self._row(place) if place.register else ""
        answer = _label_of(place) if place.field else ""
        if row and answer:
            return woven(_("%(row)s · %(answer)s"), row=row, answer=answer)
        return row or answer

    def whole(self, place: Place) -> Cell:
        """`5 Activities and timetable · 2 Herders’ assembly · Starts`."""
        part = self.part(place)
        if not part:
            return heading(place)
        return woven(_("%(section)s · %(part)s"), section=heading(place), part=part)

    def _row(self, place: Place) -> Cell:
        """With the list it stands in, where its section has several."""
        line = self._linked.names(place.register).get(place.row_key)
        found = find_register(place.register)
        if line is None or found is None:
            return str(GONE)
        if not line.own:
            return line.text
        section, register = found
        row = own(line.text, line.language or self._language)
        if len(section.registers) == 1:
            return row
        return woven(_("%(list)s: %(row)s"), list=str(register.title), row=row)


def places_in(section: str, document: Json, language: str, *, private: bool) -> list[Group]:
    """What a comment on a section may be about besides the whole: its answers and its rows."""
    declared, linked = find_section(section), Linked.in_document(document, language)
    if declared is None:
        return []
    spoken = own_language(document)
    groups = [_answers_of(Place(section), _("Answers of the section"), private=private)]
    for register in declared.registers:
        names = linked.names(register.code).items()
        rows = tuple(
            Option(
                Place(section, register.code, key).code,
                line.text,
                (line.language or spoken) if line.own else "",
            )
            for key, line in names
        )
        groups.append(Group(str(register.title), rows))
    return [group for group in groups if group.options]


def answers_in(section: str, document: Json, *, private: bool) -> list[Group]:
    """The answers of a row, by the lists that have rows; each goes with any row of its list."""
    declared = find_section(section)
    return [
        _answers_of(Place(section, each.code), str(each.title), private=private)
        for each in (declared.registers if declared else ())
        if rows_in(document, each.code)
    ]


def _row_or_section(first: str, key: str) -> Place | None:
    if not key:
        return Place(first) if find_section(first) else None
    register = find_register(first)
    return Place(register[0].code, first, key) if register else None


def _label_of(place: Place) -> str:
    fields = fields_at(place, private=True)
    found = (str(each.label) for each in fields if each.code == place.field)
    return next(found, str(NO_SUCH_ANSWER))


def _answers_of(place: Place, label: str, *, private: bool) -> Group:
    first = place.register or place.section
    fields = fields_at(place, private=private)
    return Group(label, tuple(Option(f"{first}..{each.code}", str(each.label)) for each in fields))
