"""An event as it is read: the document put into words, once, for page, print and PDF alike; the
shapes are those in which plans are read.

What a reader may not know is left out without a word here, since a blank would be taken for
unknown: `told_apart` says in sentences what that is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from flask_babel import gettext as _

from engage.events.document import Json
from engage.events.outline.event import PRIVATE, REGISTERS, SECTIONS
from engage.kit.formats import show_items
from engage.kit.locales import force
from engage.plans.linked import Linked
from engage.plans.outline.shape import Register, Section
from engage.plans.reading import Entry, ReadRegister, ReadSection, read_fields, read_row
from engage.plans.vocabulary import Level

# No answer of an event leads to a row.
UNLINKED = Linked(lambda _register: (), "")


def read_event(document: Json, language: str) -> tuple[ReadSection, ...]:
    """All sections of an event document in one language."""
    with force(language):
        return tuple(_read_section(document, each, language) for each in SECTIONS)


def _read_section(document: Json, section: Section, language: str) -> ReadSection:
    hidden = not_told(document)
    fields = tuple(
        each
        for each in section.fields
        if each.code in document["fields"] or each.code not in hidden | PRIVATE
    )
    registers = tuple(
        _read_register(document["registers"].get(each.code, ()), each, language)
        for each in section.registers
        if each.code in document["registers"] or each.code not in hidden
    )
    return ReadSection(
        code=section.code,
        number=section.number,
        title=str(section.title),
        entries=tuple(
            _as_told(each, hidden)
            for each in read_fields(fields, document["fields"], language, UNLINKED)
        ),
        registers=registers,
    )


def _as_told(entry: Entry, hidden: frozenset[str]) -> Entry:
    """Nobody is asked for what figures of few people leave open."""
    return replace(entry, level=Level.MAY) if entry.code in hidden else entry


def _read_register(rows: Sequence[Json], register: Register, language: str) -> ReadRegister:
    labels = {field.code: str(field.label) for field in register.fields}
    return ReadRegister(
        code=register.code,
        title=str(register.title),
        empty=str(register.empty),
        rows=tuple(
            read_row(row, register, language, UNLINKED, position=position)
            for position, row in enumerate(rows, start=1)
        ),
        columns=tuple((code, labels[code]) for code in (register.named_by, *register.summary)),
        asked=bool(rows),
    )


# ---------------------------------------------------------------- what is not told


def not_told(document: Json) -> frozenset[str]:
    """Codes of answers and lists that are known, and not, or not wholly, for this reader."""
    return frozenset((*document["held_back"], *document["few"], *document["withheld"]))


def told_apart(document: Json, language: str) -> tuple[str, ...]:
    """In whole sentences what this reader is not told, and why."""
    with force(language):
        return tuple(_told_apart(document, language))


def _told_apart(document: Json, language: str) -> Iterator[str]:
    labels = _labels()
    held_back, few, withheld = (
        [labels[code] for code in labels if code in document[reason]]
        for reason in ("held_back", "few", "withheld")
    )
    if held_back:
        yield _(
            "Not shown, to keep those who take part safe: %(answers)s",
            answers=show_items(held_back, language=language),
        )
    if few:
        yield _(
            "Fewer than 5 people, so that no figure is shown: %(answers)s",
            answers=show_items(few, language=language),
        )
    if withheld:
        yield _(
            "Figures of fewer than 5 people are left out here, and those from which they could be "
            "worked out: %(answers)s",
            answers=show_items(withheld, language=language),
        )


def _labels() -> dict[str, str]:
    """What each answer and list is called, in the order of the questions."""
    fields = {field.code: str(field.label) for one in SECTIONS for field in one.fields}
    return fields | {each.code: str(each.title) for each in REGISTERS}
